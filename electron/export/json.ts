import { z } from 'zod';
import { portable, portableSchema } from '../../shared/couple/summary/portable';
import { aboutBeside } from './about-files';
import { type Maker, NotMade } from './maker';
import { summaryOf } from './summary-of';

const written = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The shape of such a file, for whoever reads one by a program. */
export const portableJsonSchema = () => z.toJSONSchema(portableSchema, { io: 'input' });

/** Everything of that person as data, beside the shape it has. */
export const json: Maker = (at) => {
  summaryOf(at);
  const from = portable(at.source, at.copy.version, at.out, at.words);
  if (from === null) throw new NotMade('nothing');
  return {
    from,
    bytes: () => Promise.resolve(written(from)),
    beside: [aboutBeside(at), { name: 'holdfast-take-home.schema.json', bytes: written(portableJsonSchema()) }],
  };
};
