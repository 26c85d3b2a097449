import type * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { type FunctionEntry, manifest } from '#functions/manifest.ts';
import { EXAMPLES } from '#shared/contracts/http/examples.ts';
import { OPERATIONS, type Operation, type OperationName } from '#shared/contracts/http/operations.ts';
import { SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { FAILURE_CODES, type FailureCode } from '#shared/domain/failure.ts';
import { PROBLEMS } from '#shared/edge/problem.ts';
import { namedSchemas, referenceTo } from './named-schemas.ts';

type Json = Record<string, unknown>;

const EVERY_ROUTE: readonly FailureCode[] = [
  'unauthenticated',
  'insufficient-scope',
  'rate-limited',
  'internal-error',
  'dependency-unavailable',
];
const WITH_PARAMETERS: readonly FailureCode[] = ['invalid-request'];
const WITH_BODY: readonly FailureCode[] = [
  'malformed-request',
  'unsupported-media-type',
  'payload-too-large',
  'invalid-request',
];

const parametersOf = (operation: Operation): readonly Json[] => [
  ...described(operation.path, 'path'),
  ...described(operation.query, 'query'),
  ...(operation.idempotency === undefined ? [] : [idempotencyKey(operation.idempotency)]),
];

const described = (schema: z.ZodMiniType | undefined, place: 'path' | 'query'): readonly Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
    ...(place === 'query' ? { description: 'May be left out by a key that is bound to one advertiser.' } : {}),
  }));
};

const idempotencyKey = (rule: 'required' | 'or-body'): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: rule === 'required',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  description:
    rule === 'required'
      ? 'New for each act, the same for each retry: a repeated call answers what the first one did.'
      : 'Without it the body stands in for it, so that no opposition is lost for a missing header.',
});

const problemsOf = (operation: Operation): Json => {
  const codes = new Set<FailureCode>([
    ...EVERY_ROUTE,
    ...(operation.body === undefined ? [] : WITH_BODY),
    ...(operation.path === undefined && operation.query === undefined ? [] : WITH_PARAMETERS),
    ...operation.problems,
  ]);
  const byStatus = Map.groupBy([...codes].toSorted(), (code) => PROBLEMS[code].status);
  const entries = [...byStatus].toSorted(([a], [b]) => a - b).map(([status, alike]) => [status, problemsAt(alike)]);
  return Object.fromEntries(entries);
};

/** What one code alone answers is described once for all routes. */
const problemsAt = (codes: readonly FailureCode[]): Json => {
  const [only, ...more] = codes;
  return only !== undefined && more.length === 0 ? { $ref: `#/components/responses/${only}` } : problem(codes);
};

const problem = (codes: readonly FailureCode[]): Json => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
  ...(codes.some((code) => PROBLEMS[code].retry)
    ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' } } }
    : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const answersOf = ({ answers }: Operation): Json =>
  Object.fromEntries(
    answers.map(({ status, means, body }) => [
      status,
      {
        description: means,
        ...(body === undefined ? {} : { content: { 'application/json': { schema: referenceTo(body) } } }),
      },
    ]),
  );

const bodyOf = (name: OperationName, { body }: Operation): Json =>
  body === undefined
    ? {}
    : {
        requestBody: {
          required: name !== 'withdraw-consent',
          content: {
            'application/json': {
              schema: referenceTo(body),
              ...(name in EXAMPLES ? { example: EXAMPLES[name] } : {}),
            },
          },
        },
      };

const operationOf = (name: OperationName): Json => {
  const operation: Operation = OPERATIONS[name];
  const { trigger, summary } = manifest[name];
  return {
    operationId: name,
    summary,
    description: `Scope: \`${trigger.scope}\`.`,
    tags: [trigger.scope.split(':')[0]],
    security: [{ apiKey: [trigger.scope] }],
    parameters: parametersOf(operation),
    ...bodyOf(name, operation),
    responses: { ...answersOf(operation), ...problemsOf(operation) },
  };
};

const SELF = {
  operationId: 'get-openapi',
  summary: manifest['get-openapi'].summary,
  security: [],
  responses: { 200: { description: 'This document', content: { 'application/json': { schema: { type: 'object' } } } } },
};

const paths = (): Json => {
  const all: Record<string, Json> = { '/openapi.json': { get: SELF } };
  for (const name of Object.keys(OPERATIONS).filter((each): each is OperationName => each in OPERATIONS)) {
    const { path, method } = manifest[name].trigger;
    all[path] = { ...all[path], [method.toLowerCase()]: operationOf(name) };
  }
  return all;
};

/** The routes of the application API in the manifest that the document must describe. */
export const documentedRoutes = (): readonly string[] =>
  Object.values<FunctionEntry>(manifest).flatMap(({ trigger }) =>
    trigger.kind === 'http' && trigger.api === 'application' ? [`${trigger.method} ${trigger.path}`] : [],
  );

/** The OpenAPI 3.1 document, made of the manifest and the schemas that the edge parses with. */
export const openApiDocument = (version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Aval',
    version,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description:
      'No prospecting message leaves without a legal basis, and every one that leaves tells its reader how to stop the next. ' +
      'Errors are problems (RFC 9457). Unknown fields are refused. Instants may carry any offset and are kept in UTC.',
  },
  paths: paths(),
  components: {
    responses: Object.fromEntries(FAILURE_CODES.map((code) => [code, problem([code])])),
    schemas: namedSchemas(),
    securitySchemes: {
      apiKey: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'aval_<id>_<secret>',
        description: `An API key with the scope of the route: ${SCOPES.join(', ')}.`,
      },
    },
  },
});
