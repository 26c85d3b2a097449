import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import { documentOf, type RouteAnswer } from '#shared/contracts/http/document.ts';
import { Problem } from '#shared/contracts/http/problem.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import { SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { FAILURE_CODES, type FailureCode } from '#shared/domain/failure.ts';
import { PROBLEMS } from '#shared/edge/problems.ts';
import { answerBody, bodiesOf, refusedBody, requestBody } from './bodies.ts';
import { components, type Json, referenceTo } from './components.ts';
import { parametersOf } from './parameters.ts';

/** The routes of the application API: those that the manifest names. */
const ROUTES: readonly Route[] = Object.values<FunctionEntry>(manifest).flatMap(({ route }) => route ?? []);

const WITH_KEY: readonly FailureCode[] = ['unauthenticated', 'insufficient-scope'];
const EVERY_ROUTE: readonly FailureCode[] = ['rate-limited', 'internal-error', 'dependency-unavailable'];
const WITH_PARAMETERS: readonly FailureCode[] = ['invalid-request'];
const WITH_BODY: readonly FailureCode[] = [
  'malformed-request',
  'unsupported-media-type',
  'payload-too-large',
  'invalid-request',
];

const problemsOf = (route: Route): Json => {
  const codes = new Set<FailureCode>([
    ...EVERY_ROUTE,
    ...(route.scope === undefined ? [] : WITH_KEY),
    ...(route.body === undefined ? [] : WITH_BODY),
    ...(route.parameters === undefined && route.query === undefined ? [] : WITH_PARAMETERS),
    ...documentOf(route).problems,
    ...(route.item === undefined ? [] : (['batch-refused'] as const)),
  ]);
  const byStatus = Map.groupBy([...codes].toSorted(), (code) => PROBLEMS[code].status);
  const entries = [...byStatus].toSorted(([a], [b]) => a - b).map(([status, alike]) => [status, problemsAt(alike)]);
  return { ...Object.fromEntries(entries), ...refusalOf(route, byStatus.get(PROBLEMS['batch-refused'].status)) };
};

/** Of a batch, 422 also says that no item was taken: a problem that lists the outcome of each. */
const refusalOf = (route: Route, alike: readonly FailureCode[] = []): Json => {
  const body = refusedBody(route);
  if (body === undefined) return {};
  const content = { 'application/problem+json': { schema: referenceTo(body.name) } };
  return { [PROBLEMS['batch-refused'].status]: { ...problem(alike), content } };
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

const answerOf = (route: Route, { status, means, example = documentOf(route).answer }: RouteAnswer): Json => {
  const body = answerBody(route, status);
  return {
    description: means,
    ...(body && { content: { 'application/json': { schema: referenceTo(body.name), example } } }),
  };
};

/** A patch may say what it is (RFC 7396), or just that it is JSON. */
const contentOf = ({ method }: Route, body: Json): Json => ({
  'application/json': body,
  ...(method === 'PATCH' ? { 'application/merge-patch+json': body } : {}),
});

const bodyOf = (route: Route): Json => {
  const body = requestBody(route);
  const { request: example } = documentOf(route);
  // An empty body is read as `{}`.
  const required = !body?.schema.safeParse({}).success;
  return body
    ? { requestBody: { required, content: contentOf(route, { schema: referenceTo(body.name), example }) } }
    : {};
};

const accessOf = ({ scope }: Route): Json =>
  scope === undefined
    ? { description: 'No key is asked for.', tags: ['openapi'], security: [] }
    : { description: `Scope: \`${scope}\`.`, tags: [scope.split(':')[0]], security: [{ apiKey: [scope] }] };

const operationOf = (route: Route): Json => ({
  operationId: route.name,
  summary: documentOf(route).summary,
  ...accessOf(route),
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: {
    ...Object.fromEntries(documentOf(route).answers.map((answer) => [answer.status, answerOf(route, answer)])),
    ...problemsOf(route),
  },
});

const paths = (): Json => {
  const all: Record<string, Json> = {};
  for (const route of ROUTES) {
    all[route.path] = { ...all[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return all;
};

/** What each tag is about. */
const TAGS = {
  advertisers: 'Settings of an advertiser, and the forms that it shows',
  templates: 'Templates that messages are made from',
  consents: 'What is recorded of a contact: facts, consents, sales and acts',
  oppositions: 'Oppositions that the advertiser received',
  records: 'Undoing what never was an act of the person',
  contacts: 'What is known of a contact',
  verdicts: 'Whether a message may be sent, and why',
  messages: 'Messages to send, and what became of them',
  reviews: 'What a human must decide',
  keys: 'API keys',
  openapi: 'This document',
} as const;

const withProblem = ({ input, output }: ReturnType<typeof bodiesOf>) => ({
  input,
  output: new Map([...output, ['Problem', Problem] as const]),
});

/** The OpenAPI 3.1 document, made of the routes that the manifest names and the schemas that the edge parses with. */
export const openApiDocument = (version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Aval',
    version,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description:
      'No prospecting message leaves without a legal basis, and every one that leaves says how to stop the next. ' +
      'Errors are problems (RFC 9457), in English or, by Accept-Language, in French. Unknown fields are refused. Instants may carry any offset and are kept in UTC.',
  },
  servers: [
    {
      url: 'https://{host}/{stage}',
      description: 'A deployment: its ApplicationUrl, as the stack of the API prints it',
      variables: {
        host: { default: 'api.example.com', description: 'The host of the application API' },
        stage: { default: 'live', description: 'The stage of the gateway' },
      },
    },
  ],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: paths(),
  components: {
    responses: Object.fromEntries(FAILURE_CODES.map((code) => [code, problem([code])])),
    schemas: components(withProblem(bodiesOf(ROUTES))),
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
