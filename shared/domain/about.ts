import * as z from 'zod/mini';

/**
 * What the OpenAPI document says of schemas. `infra/lean-schemas.ts` takes these calls out of the bundles; it stops where
 * the first argument is put together: a sentence is one literal in quotes, and a schema is given by its name.
 */

const NAMED = new Map<string, z.ZodMiniType>();

/** The sentence with the most items that the schema of a list takes, where it says `{max}`. */
const withMax = (sentence: string, schema: z.ZodMiniType): string =>
  sentence.replace('{max}', () => String(z.toJSONSchema(schema, { io: 'input' }).maxItems));

/**
 * The schema with a sentence on what it means where it is used; `{max}` in it becomes the most items of the list. Given
 * a schema instead of a sentence, uses the sentence of that one.
 */
export function about<S extends z.ZodMiniType>(sentence: string | z.core.$ZodType, schema: S): S {
  const described = z.clone(schema);
  const description =
    typeof sentence === 'string' ? withMax(sentence, schema) : z.globalRegistry.get(sentence)?.description;
  z.globalRegistry.add(described, description === undefined ? {} : { description });
  return described;
}

/** The schema under a name of its own among the components of the document. Throws when the name is taken. */
export function named<S extends z.ZodMiniType>(name: string, schema: S): S {
  if (NAMED.has(name)) throw new Error(`Two schemas are named ${name}.`);
  NAMED.set(name, schema);
  return schema;
}

/** Every schema that has a name, by its name. */
export const namedSchemas = (): ReadonlyMap<string, z.ZodMiniType> => NAMED;
