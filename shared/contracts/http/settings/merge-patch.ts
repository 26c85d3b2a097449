import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';

// By the kind that a schema says it is: to ask for its class would take all of the library into the bundle.
const isWrapped = (schema: z.core.$ZodType): schema is z.core.$ZodOptional | z.core.$ZodDefault =>
  schema._zod.def.type === 'optional' || schema._zod.def.type === 'default';
const isObject = (schema: z.core.$ZodType): schema is z.core.$ZodObject => schema._zod.def.type === 'object';

/** Without `optional` and defaults: in a patch every member may be left out, and none has a value then. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  isWrapped(schema) ? bare(schema._zod.def.innerType) : schema;

const patchOf = (schema: z.core.$ZodType): z.core.$ZodType => (isObject(schema) ? mergePatchOf(schema) : schema);

/**
 * What a JSON merge patch of such an object may hold (RFC 7396): any of its members, each with a new value or `null`, which
 * takes it away; of objects within it, any of theirs. Lists are given whole. Members of other names are refused.
 */
export const mergePatchOf = (schema: z.core.$ZodObject): z.ZodMiniType<Record<string, unknown>> => {
  const members = Object.entries(schema._zod.def.shape).map(([name, member]) => {
    const patched = z.optional(z.nullable(patchOf(bare(member))));
    return [name, about(member, patched)] as const;
  });
  return z.strictObject(Object.fromEntries(members));
};
