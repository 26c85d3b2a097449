import * as z from 'zod/mini';
import * as items from '#shared/adapters/dynamodb/items.ts';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const fieldsIn = (shape: Shape, path: string): readonly string[] => [
  ...(shape.enum ?? (shape.const === undefined ? [] : [shape.const])).map((value) => `${path} = ${String(value)}`),
  ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((each) => fieldsIn(each, path)),
  ...(shape.items === undefined ? [] : fieldsIn(shape.items, `${path}[]`)),
  ...(typeof shape.additionalProperties === 'object' ? fieldsIn(shape.additionalProperties, `${path}{}`) : []),
  ...Object.entries(shape.properties ?? {}).flatMap(([name, each]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [at, ...fieldsIn(each, at)];
  }),
];

/** Sentences about properties are no part of what is stored. */
const NO_SENTENCES = z.registry<z.core.GlobalMeta>();

const fieldsOf = (schema: z.ZodMiniType): readonly string[] => {
  const shape = z.toJSONSchema(schema, { io: 'input', metadata: NO_SENTENCES }) as Shape;
  return [...new Set(fieldsIn(shape, ''))].toSorted();
};

/** By kind of item, every field that it may have, by its path, and every value of a closed list: `status`, `status = sent`. */
export const storedFields = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.values(items).flatMap((schema) =>
      'entity' in schema.shape ? [...schema.shape.entity.def.values].map((entity) => [entity, fieldsOf(schema)]) : [],
    ),
  );
