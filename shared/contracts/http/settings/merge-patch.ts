import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';

/** Without `optional` and defaults: in a patch every member may be left out, and none has a value then. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodDefault
    ? bare(schema._zod.def.innerType)
    : schema;

const patchOf = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.core.$ZodObject ? mergePatchOf(schema) : schema;

/**
 * What a JSON merge patch of such an object may hold (RFC 7396): any of its members, each with a new value or `null`, which
 * takes it away; of objects within it, any of theirs. Lists are given whole. Members of other names are refused.
 */
export const mergePatchOf = (schema: z.core.$ZodObject): z.ZodMiniType<Record<string, unknown>> => {
  const members = Object.entries(schema._zod.def.shape).map(([name, member]) => {
    const patched = z.optional(z.nullable(patchOf(bare(member))));
    return [name, about(member as z.ZodMiniType, patched)] as const;
  });
  return z.strictObject(Object.fromEntries(members));
};
