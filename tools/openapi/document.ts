import { documentOf, type RouteAnswer } from '#shared/contracts/http/document.ts';
import { Problem } from '#shared/contracts/http/problem.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import { SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { answerBody, bodiesOf, requestBody } from './bodies.ts';
import { components, type Json, referenceTo } from './components.ts';
import { HEADERS, headersOf } from './headers.ts';
import { parametersOf } from './parameters.ts';
import { problemComponents, problemResponses } from './problems.ts';
import { operationIdOf, ROUTES } from './routes.ts';
import { answerExamples, requestExamples, storyCalls } from './story/recorded.ts';

const answerOf = (route: Route, { status, means }: RouteAnswer): Json => {
  const body = answerBody(route, status);
  const examples = answerExamples(operationIdOf(route), status);
  return {
    description: means,
    headers: headersOf(...(documentOf(route).tagged ? (['ETag'] as const) : [])),
    ...(body && { content: { 'application/json': { schema: referenceTo(body.name), examples } } }),
  };
};

/** A patch may say what it is (RFC 7396), or just that it is JSON. */
const contentOf = ({ method }: Route, body: Json): Json => ({
  'application/json': body,
  ...(method === 'PATCH' ? { 'application/merge-patch+json': body } : {}),
});

const bodyOf = (route: Route): Json => {
  const body = requestBody(route);
  if (body === undefined) return {};
  // An empty body is read as `{}`.
  const required = !body.schema.safeParse({}).success;
  const examples = requestExamples(operationIdOf(route));
  return { requestBody: { required, content: contentOf(route, { schema: referenceTo(body.name), examples }) } };
};

const accessOf = ({ scope }: Route): Json =>
  scope === undefined
    ? { description: 'No key is asked for.', tags: ['openapi'], security: [] }
    : {
        description: `Asks for a key with the scope \`${scope}\`.`,
        tags: [scope.split(':')[0]],
        security: [{ apiKey: [] }],
        'x-scope': scope,
      };

const operationOf = (route: Route): Json => ({
  operationId: operationIdOf(route),
  summary: documentOf(route).summary,
  ...accessOf(route),
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: {
    ...Object.fromEntries(documentOf(route).answers.map((answer) => [answer.status, answerOf(route, answer)])),
    ...problemResponses(route),
  },
});

const paths = (): Json => {
  const all: Record<string, Json> = {};
  for (const route of ROUTES) {
    all[route.path] = { ...all[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return all;
};

/** What each tag is about, in the order of the alphabet. */
const TAGS = {
  advertisers: 'Settings of an advertiser, and the forms that it shows.',
  campaigns: 'Whom a campaign may be for.',
  consents: 'What is recorded of a contact: facts, consents, sales and acts.',
  contacts: 'What is known of a contact.',
  identities: 'As whom an advertiser may write.',
  imports: 'What a former tool knows, checked and then recorded.',
  jobs: 'Work on files that goes on after it was asked for.',
  keys: 'API keys.',
  messages: 'Messages to send, and what became of them.',
  openapi: 'This document.',
  oppositions: 'Oppositions that the advertiser received.',
  proof: 'What left, as it left, and what happened to contacts whose use ended.',
  records: 'Undoing what never was an act of the person.',
  requests: 'What people ask of their data, what is answered, and what partners are notified of.',
  reviews: 'What a human must decide.',
  templates: 'Templates that messages are made from.',
  uploads: 'Files that are uploaded.',
  verdicts: 'Whether a message may be sent, and why.',
} as const;

const PROBLEM_NOTE =
  'Errors are problems (RFC 9457), in English or, by Accept-Language, in French; an unknown route is one as well (`route-not-found`).';

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
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    description:
      'No prospecting message leaves without a legal basis, and every one that leaves says how to stop the next. ' +
      `${PROBLEM_NOTE} Unknown fields are refused. Instants may carry any offset and are kept in UTC.`,
    contact: { name: 'The operator of the deployment that you call' },
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
  'x-story': storyCalls(),
  components: {
    ...problemComponents(ROUTES),
    headers: HEADERS,
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
