import type * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import type { Route } from '#shared/contracts/http/route.ts';
import type { Json } from './components.ts';

/** What a route takes beside its body: of its path, its query and its headers. */
export const parametersOf = ({ parameters, query, idempotency, conditional }: Route): readonly Json[] => [
  ...described(parameters, 'path'),
  ...described(query, 'query'),
  ...(idempotency === undefined ? [] : [idempotencyKey(idempotency)]),
  ...(conditional === undefined ? [] : PRECONDITIONS),
];

const described = (schema: z.ZodMiniType | undefined, location: 'path' | 'query'): readonly Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'boolean' ? {} : property;
    return { name, in: location, required: required.includes(name), description, schema: rest };
  });
};

const PRECONDITIONS: readonly Json[] = [
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    schema: { type: 'string', examples: ['"3"'] },
    description:
      'The ETag of the state that you changed, in quotes. With another state stored the call is refused: 412, and nothing is written.',
  },
  {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    schema: { type: 'string', const: '*' },
    description: 'The star: only where nothing is stored yet. Else the call is refused: 412, and nothing is written.',
  },
];

const idempotencyKey = (rule: 'required' | 'or-body'): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: rule === 'required',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  description:
    rule === 'required'
      ? 'New for each act, the same for each retry: a repeated call answers what the first one did.'
      : 'Without it the body is used instead, so that no opposition is lost for a missing header.',
});
