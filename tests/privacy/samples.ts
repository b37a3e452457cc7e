import { z } from 'zod';

/** How the text and the ids of a sample are made; `path` is where in the shape they stand ("couples[].A"). */
export interface Filling {
  readonly text: (path: string) => string;
  readonly ids: (path: string) => readonly string[];
}

const shapeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
type Shape = z.infer<typeof shapeSchema>;

const idPattern = '^[a-z0-9-]{1,64}$';
const linePattern = '^[A-Za-z0-9/-]{1,250}$';
const displayPattern = '^-?\\d{1,20}$';
const clockPattern = '^([01]\\d|2[0-3]):[0-5]\\d$';

function texts({ pattern, format, maxLength }: Shape, filling: Filling, path: string): readonly unknown[] {
  // What is noted of a day is noted on it or after.
  if (format === 'date') return ['2026-03-08', '2026-03-07'];
  if (pattern === idPattern) return filling.ids(path);
  if (pattern === linePattern) return filling.ids(path).map((id) => `couple/${id}/A`);
  if (pattern === clockPattern) return ['20:15'];
  if (pattern === displayPattern) return ['1', '2'];
  if (pattern !== undefined) throw new Error(`no sample for the pattern of ${path}`);
  return [filling.text(path).slice(0, maxLength)];
}

/** One whole record, then one more for every other sample of every part of it. */
function records(properties: Readonly<Record<string, unknown>>, filling: Filling, path: string): readonly unknown[] {
  const parts = Object.entries(properties).map(
    ([name, part]) => [name, samplesOf(part, filling, path === '' ? name : `${path}.${name}`)] as const,
  );
  const first = Object.fromEntries(parts.map(([name, values]) => [name, values[0]]));
  const others = parts.flatMap(([name, values]) => values.slice(1).map((value) => ({ ...first, [name]: value })));
  return [first, ...others];
}

function samplesOf(raw: unknown, filling: Filling, path: string): readonly unknown[] {
  const shape = shapeSchema.parse(raw);
  if (shape.const !== undefined) return [shape.const];
  if (shape.enum !== undefined) return shape.enum;
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return choices.flatMap((choice) => samplesOf(choice, filling, path));
  const { type } = shape;
  if (Array.isArray(type)) return type.flatMap((one) => samplesOf({ ...shape, type: one }, filling, path));
  switch (type) {
    case 'null':
      return [null];
    case 'boolean':
      return [true, false];
    case 'string':
      return texts(shape, filling, path);
    case 'integer':
    case 'number': {
      const { minimum = -60_000, maximum = 60_000 } = shape;
      return [...new Set([Math.min(Math.max(minimum, 1), maximum), maximum, minimum])];
    }
    case 'array':
      return [samplesOf(shape.items, filling, `${path}[]`).slice(0, 1), []];
    case 'object':
      return records(shape.properties ?? {}, filling, path);
    default:
      throw new Error(`no sample for ${path}: ${JSON.stringify(raw)}`);
  }
}

const shapes = new Map<z.ZodType, unknown>();

/** Values of a schema, every choice in it taken at least once. A schema it cannot sample throws: nothing is left out. */
export function samples(schema: z.ZodType, filling: Filling): readonly unknown[] {
  const shape = shapes.get(schema) ?? z.toJSONSchema(schema, { io: 'input' });
  shapes.set(schema, shape);
  return samplesOf(shape, filling, '');
}
