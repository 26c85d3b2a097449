import { documentOf } from '#shared/contracts/http/document.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import { Failure, type FailureCode, type Fault } from '#shared/domain/failure.ts';
import { problemOf } from '#shared/edge/problem.ts';
import { PROBLEMS } from '#shared/edge/problems.ts';
import { refusedBody } from './bodies.ts';
import { type Json, referenceTo } from './components.ts';
import { headersOf } from './headers.ts';
import { operationIdOf } from './routes.ts';
import { answerExamples } from './story/recorded.ts';

/** The firewall and the gateway answer these before any function, and a function the last three. */
const EVERY_ROUTE: readonly FailureCode[] = [
  'malformed-request',
  'waf-filtered',
  'rate-limited',
  'internal-error',
  'dependency-unavailable',
  'stored-unreadable',
];
/** The authorizer answers the first, the function the second. */
const WITH_KEY: readonly FailureCode[] = ['unauthenticated', 'insufficient-scope'];
const WITH_PARAMETERS: readonly FailureCode[] = ['invalid-request'];
const WITH_BODY: readonly FailureCode[] = ['unsupported-media-type', 'payload-too-large', 'invalid-request'];

/** The problems that this route can answer, by status, in the order of their numbers. */
export const problemCodesOf = (route: Route): ReadonlyMap<number, readonly FailureCode[]> => {
  const codes = new Set<FailureCode>([
    ...EVERY_ROUTE,
    ...(route.scope === undefined ? [] : WITH_KEY),
    ...(route.body === undefined ? [] : WITH_BODY),
    ...(route.parameters === undefined && route.query === undefined ? [] : WITH_PARAMETERS),
    ...documentOf(route).problems,
    ...(route.item === undefined ? [] : (['batch-refused'] as const)),
  ]);
  const byStatus = Map.groupBy([...codes].toSorted(), (code) => PROBLEMS[code].status);
  return new Map([...byStatus].toSorted(([a], [b]) => a - b));
};

/** What is at fault in the examples of problems that point into the request. */
const FAULTS: Readonly<Partial<Record<FailureCode, readonly Fault[]>>> = {
  'invalid-request': [{ pointer: '/contact/email', detail: 'not an e-mail address' }],
  'identity-not-bound': [{ pointer: '/senders/email/0/address', detail: 'not bound to this advertiser' }],
  'identity-taken': [{ pointer: '/siren', detail: 'bound to another advertiser' }],
  'content-not-found': [{ pointer: '/content/sha256', detail: 'unknown content' }],
  'template-version-not-found': [{ pointer: '/template/version', detail: 'unknown template version' }],
  'template-not-approved': [{ pointer: '/template/version', detail: 'not approved yet' }],
};

const READER = { correlationId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef', language: 'en' } as const;

/** A problem of this code, as its reader gets it in English. */
const problemExample = (code: FailureCode): Json => ({
  summary: `${PROBLEMS[code].title}.`,
  value: problemOf(new Failure(code, '', { errors: FAULTS[code] ?? [] }), READER),
});

const descriptionOf = (codes: readonly FailureCode[]): string =>
  codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' ');

const headersOfCodes = (codes: readonly FailureCode[]): Json =>
  headersOf(
    ...(codes.some((code) => PROBLEMS[code].retry) ? (['Retry-After'] as const) : []),
    ...(codes.includes('unauthenticated') ? (['WWW-Authenticate'] as const) : []),
  );

/** The examples of these problems, each described once for all routes. */
const examplesOf = (codes: readonly FailureCode[]): Json =>
  Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));

const problemOfCodes = (
  codes: readonly FailureCode[],
  content: Json = { schema: referenceTo('Problem'), examples: examplesOf(codes) },
): Json => ({
  description: descriptionOf(codes),
  headers: headersOfCodes(codes),
  content: { 'application/problem+json': content },
});

/** Of a batch, 422 also says that no item was taken: a problem that lists the outcome of each. */
const refusedBatch = (route: Route, codes: readonly FailureCode[]): Json => {
  const body = refusedBody(route);
  if (body === undefined || !codes.includes('batch-refused')) return problemOfCodes(codes);
  const others = codes.filter((code) => code !== 'batch-refused');
  const recorded = answerExamples(operationIdOf(route), PROBLEMS['batch-refused'].status);
  return problemOfCodes(codes, {
    schema: referenceTo(body.name),
    examples: { ...examplesOf(others), ...recorded },
  });
};

/** What a route can answer beside success, by status. What one code alone answers is described once for all routes. */
export const problemResponses = (route: Route): Json =>
  Object.fromEntries(
    [...problemCodesOf(route)].map(([status, codes]) => [
      status,
      codes.length === 1 ? { $ref: `#/components/responses/${codes[0]}` } : refusedBatch(route, codes),
    ]),
  );

/** What the problems of these routes refer to: an example of each (of a refused batch, the route has
 * its own), and the answer of those that are alone at their status. */
export const problemComponents = (routes: readonly Route[]): Json => {
  const all = routes.flatMap((route) => [...problemCodesOf(route).values()]);
  const shown = new Set(all.flat().filter((code) => code !== 'batch-refused'));
  const alone = new Set(all.flatMap((codes) => (codes.length === 1 ? codes : [])));
  return {
    responses: Object.fromEntries([...alone].toSorted().map((code) => [code, problemOfCodes([code])])),
    examples: Object.fromEntries([...shown].toSorted().map((code) => [code, problemExample(code)])),
  };
};
