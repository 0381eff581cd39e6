import { z } from 'astro/zod';

/** The keys that a schema knows at a path, so that a mistyped one can be told its likely name; none where keys are free. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return keysAt(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => keysAt(option as z.ZodType, path));
  }
  if (schema instanceof z.ZodArray) return keysAt(schema.element as z.ZodType, rest);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType as z.ZodType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const next: unknown = schema.shape[String(step)];
  return next instanceof z.ZodType ? keysAt(next, rest) : [];
}
