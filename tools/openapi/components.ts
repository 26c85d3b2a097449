import * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { namedSchemas } from '#shared/domain/about.ts';
import { withLimits } from './limits.ts';

export type Json = Record<string, unknown>;
/** JSON Schema of what callers send (`input`: defaults may be left out) or receive (`output`: they are there). */
export type Direction = 'input' | 'output';

const PREFIX = '#/components/schemas/';
export const referenceTo = (name: string): { readonly $ref: string } => ({ $ref: `${PREFIX}${name}` });

const described = (schemas: ReadonlyMap<string, z.ZodMiniType>, io: Direction): Readonly<Record<string, Json>> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of [...namedSchemas(), ...schemas]) registry.add(schema, { id });
  const { schemas: found } = toJSONSchema(registry, { io, unrepresentable: 'any', uri: (id) => `${PREFIX}${id}` });
  return Object.fromEntries(
    Object.entries(found).map(([id, { $schema: _dialect, $id: _uri, ...schema }]) => [id, withLimits(schema) as Json]),
  );
};

const referencesIn = (schema: unknown): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].flatMap(([, name]) => name ?? []);

/** The schemas that these names refer to, directly or through others. */
const withReferences = (
  all: Readonly<Record<string, Json>>,
  names: readonly string[],
): Readonly<Record<string, Json>> => {
  const kept: Record<string, Json> = {};
  const visit = (name: string): void => {
    const schema = all[name];
    if (schema === undefined || name in kept) return;
    kept[name] = schema;
    referencesIn(schema).forEach(visit);
  };
  names.forEach(visit);
  return kept;
};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * With what the use cases ask of messages and a schema of zod does not say: what a message offers is named by itself, or by
 * the template that it is made from.
 */
const withOffer = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withOffer);
  if (!isJson(value)) return value;
  const below = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withOffer(each)]));
  const asksForOffer =
    isJson(value.properties) && 'offerCategory' in value.properties && 'template' in value.properties;
  return asksForOffer ? { ...below, anyOf: [{ required: ['offerCategory'] }, { required: ['template'] }] } : below;
};

/**
 * Every schema of the document, in JSON Schema 2020-12, the dialect of OpenAPI 3.1. Throws when one name would mean one
 * thing in requests and another in answers.
 */
export const components = (bodies: Readonly<Record<Direction, ReadonlyMap<string, z.ZodMiniType>>>): Json => {
  const sent = withReferences(described(bodies.input, 'input'), [...bodies.input.keys()]);
  const received = withReferences(described(bodies.output, 'output'), [...bodies.output.keys()]);
  const torn = Object.keys(sent).filter(
    (name) => name in received && JSON.stringify(sent[name]) !== JSON.stringify(received[name]),
  );
  if (torn.length > 0) throw new Error(`These schemas differ in requests and in answers: ${torn.join(', ')}.`);
  const asked = Object.entries(sent).map(([name, schema]) => [name, withOffer(schema)] as const);
  return { ...Object.fromEntries(asked), ...received };
};
