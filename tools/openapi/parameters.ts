import type * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { EXAMPLE_CONTACT_ID, EXAMPLE_FACT_ID, EXAMPLE_MESSAGE_ID } from '#shared/contracts/http/examples.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import type { Json } from './components.ts';

/** What a route takes beside its body: of its path, its query and its headers. */
export const parametersOf = ({ parameters, query, idempotency, conditional }: Route): readonly Json[] => [
  ...described(parameters, 'path'),
  ...described(query, 'query'),
  ...(idempotency === undefined ? [] : [idempotencyKey(idempotency)]),
  ...(conditional === undefined ? [] : PRECONDITIONS),
];

/** A value of each parameter, as the examples use it. */
const EXAMPLE_VALUES: Readonly<Record<string, string>> = {
  advertiserId: 'maison-valmy',
  apiKeyId: '3f2a9c1e5b7d48061a2c',
  consentId: EXAMPLE_FACT_ID,
  contactId: EXAMPLE_CONTACT_ID,
  cursor: 'MjAyNi0xMS0yNA',
  formId: 'newsletter',
  from: '2026-11-24T00:00:00+01:00',
  limit: '25',
  messageId: EXAMPLE_MESSAGE_ID,
  recordId: EXAMPLE_FACT_ID,
  reference: '7K3M9-QXA2B',
  reviewId: 'rev_Jx3bT0Zq8mVn5wKcR7dL2s',
  settingsVersion: '1',
  templateId: 'order-confirmation',
  until: '2026-11-25T00:00:00+01:00',
  version: '3',
};

const exampleOf = (name: string): string => {
  const value = EXAMPLE_VALUES[name];
  if (value === undefined)
    throw new Error(`The parameter ${name} has no example: add one to tools/openapi/parameters.ts.`);
  return value;
};

const described = (schema: z.ZodMiniType | undefined, location: 'path' | 'query'): readonly Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'boolean' ? {} : property;
    const example = rest.enum?.[0] ?? exampleOf(name);
    return { name, in: location, required: required.includes(name), description, schema: rest, example };
  });
};

const PRECONDITIONS: readonly Json[] = [
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    schema: { type: 'string' },
    example: '"3"',
    description:
      'The ETag of the state that you changed, in quotes. With another state stored the call is refused: 412, and nothing is written.',
  },
  {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    schema: { type: 'string', const: '*' },
    example: '*',
    description: 'The star: only where nothing is stored yet. Else the call is refused: 412, and nothing is written.',
  },
];

const idempotencyKey = (rule: 'required' | 'or-body'): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: rule === 'required',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  example: 'a3f1c2d4-5b6e-4f70-8a91-2c3d4e5f6071',
  description:
    rule === 'required'
      ? 'New for each act, the same for each retry: a repeated call answers what the first one did.'
      : 'Without it the body is used instead, so that no opposition is lost for a missing header.',
});
