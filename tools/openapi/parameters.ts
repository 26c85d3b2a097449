import type * as z from 'zod/mini';
import { type JSONSchema, toJSONSchema } from 'zod/v4/core';
import type { Route } from '#shared/contracts/http/route.ts';
import { LONGEST_TAGS } from '#shared/edge/precondition.ts';
import type { Json } from './components.ts';
import { withLimits } from './limits.ts';
import { operationIdOf } from './routes.ts';
import { RECORDED } from './story/recorded.ts';

/** What a route takes beside its body: of its path, its query and its headers. */
export const parametersOf = (route: Route): readonly Json[] => {
  const { parameters, query, idempotency, conditional } = route;
  const operationId = operationIdOf(route);
  return [
    ...described(parameters, 'path', operationId),
    ...described(query, 'query', operationId),
    ...(idempotency === undefined ? [] : [idempotencyKey(idempotency)]),
    ...(conditional === undefined ? [] : PRECONDITIONS),
  ];
};

type JsonSchema = JSONSchema.BaseSchema;

/** Parameters that are numbers: the schemas at the edge read them as the text that a URL is. */
const NUMBERS: Readonly<Record<string, Json>> = {
  limit: { type: 'integer', minimum: 1, maximum: 100 },
  settingsVersion: { type: 'integer', minimum: 1, maximum: 999_999 },
};

/** Values of parameters that no call of the story gives. */
const OTHERS: Readonly<Record<string, string>> = {
  from: '2026-11-24T00:00:00+01:00',
  limit: '25',
  until: '2026-11-25T00:00:00+01:00',
};

/** A value that the story gives this parameter: of this operation, or else of any. */
const exampleOf = (name: string, operationId: string): string => {
  const value =
    RECORDED.find((each) => each.operationId === operationId && each.parameters?.[name])?.parameters?.[name] ??
    OTHERS[name] ??
    RECORDED.find(({ parameters }) => parameters?.[name])?.parameters?.[name];
  if (value === undefined)
    throw new Error(`No call of the story gives ${name}: add one to tools/openapi/story/steps.ts.`);
  return value;
};

const described = (
  schema: z.ZodMiniType | undefined,
  location: 'path' | 'query',
  operationId: string,
): readonly Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = withLimits(toJSONSchema(schema, { io: 'input' })) as JsonSchema;
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'boolean' ? {} : property;
    const text = rest.enum?.[0] ?? exampleOf(name, operationId);
    const number = NUMBERS[name];
    const value = number === undefined ? { schema: rest, example: text } : { schema: number, example: Number(text) };
    return { name, in: location, required: required.includes(name), description, ...value };
  });
};

const PRECONDITIONS: readonly Json[] = [
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    schema: { type: 'string', maxLength: LONGEST_TAGS },
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
