import fc from 'fast-check';
import { z } from 'zod';

const shapeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().default(0),
  maxItems: z.number().default(3),
  minimum: z.number().default(-1_000_000),
  maximum: z.number().default(1_000_000),
});

const two = (n: number): string => String(n).padStart(2, '0');
const dates = fc.oneof(
  fc.constantFrom('0000-01-01', '1969-12-31', '2026-03-07', '2028-02-29', '9999-12-30', '9999-12-31'),
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
);
const clocks = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const texts = fc.constantFrom('', 'Ada', 'A longer line of words that goes on and on', 'x'.repeat(60), 'Łódź 🌿', ' ');

/** Values of texts that are ids: `#4`, to be replaced by an id that is there. */
export const idMark = /^#(\d+)$/;

/** Values of a schema as JSON, the ends of every range often among them. A shape it does not know throws. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return ofShape(z.toJSONSchema(schema, { io: 'input' }));
}

function ofShape(raw: unknown): fc.Arbitrary<unknown> {
  const shape = shapeSchema.parse(raw);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(ofShape));
  if (Array.isArray(shape.type)) return fc.oneof(...shape.type.map((type) => ofShape({ ...shape, type })));
  switch (shape.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return ofText(shape);
    case 'integer':
    case 'number': {
      const min = Math.max(shape.minimum, Number.MIN_SAFE_INTEGER);
      const max = Math.min(shape.maximum, Number.MAX_SAFE_INTEGER);
      const near = { min: Math.max(min, -6), max: Math.min(max, 6) };
      return fc.oneof(
        fc.constantFrom(min, max),
        fc.integer({ min, max }),
        fc.integer(near.min > near.max ? { min, max } : near),
      );
    }
    case 'array':
      return fc.array(ofShape(shape.items), { minLength: shape.minItems, maxLength: Math.min(shape.maxItems, 3) });
    case 'object': {
      const parts = Object.entries(shape.properties ?? {}).map(([name, part]) => [name, ofShape(part)] as const);
      return fc.record(Object.fromEntries(parts), { requiredKeys: shape.required });
    }
    default:
      throw new Error(`no value for ${JSON.stringify(raw)}`);
  }
}

function ofText({ pattern, format, maxLength }: z.infer<typeof shapeSchema>): fc.Arbitrary<string> {
  if (format === 'date') return dates;
  if (pattern === undefined) return texts.map((text) => text.slice(0, maxLength));
  if (pattern.includes('[01]')) return clocks;
  if (pattern.includes('d{1,20}')) return fc.constantFrom('1', '2');
  if (pattern.startsWith('^[a-z0-9-]')) return fc.nat(400).map((n) => `#${n}`);
  if (pattern.startsWith('^[A-Za-z0-9/-]')) return fc.constant('retreat/title');
  throw new Error(`no text for ${pattern}`);
}
