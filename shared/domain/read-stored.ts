import type * as z from 'zod/mini';

type Field = string | number | symbol;

/** A stored consent or sale. What its seal covers is read whole: without one of its fields the seal would not hold, and written again it never would. */
const isBasis = (value: unknown): boolean => typeof value === 'object' && value !== null && 'seal' in value;

/** A copy of `value` without these fields; `undefined` where a seal covers one of them. */
const without = (
  value: unknown,
  fields: readonly { readonly path: readonly Field[]; readonly keys: readonly Field[] }[],
) => {
  const copy = structuredClone(value);
  for (const { path, keys } of fields) {
    let holder: unknown = copy;
    for (const name of path) {
      holder = Reflect.get(holder as object, name);
      if (isBasis(holder)) return undefined;
    }
    for (const key of keys) Reflect.deleteProperty(holder as object, key);
  }
  return copy;
};

/**
 * What a version before the one that wrote it makes of stored data: fields that `schema` does not know are left out, at any depth. A
 * field that must not be left out is stored under a higher `v`, which no version before it reads (docs/decisions/0058). Throws where
 * anything else is not as the schema says, and where a seal covers what it does not know.
 */
export const readStored = <S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> => {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data as z.output<S>;
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [issue] : []));
  const known = unknown.length < error.issues.length ? undefined : without(value, unknown);
  if (known === undefined) throw error;
  return schema.parse(known) as z.output<S>;
};

/** The same; `undefined` where it cannot be read. */
export const findStored = <S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> | undefined => {
  try {
    return readStored(schema, value);
  } catch {
    return undefined;
  }
};
