import { expect, test } from 'vitest';
import { remedyOfState } from '#shared/contracts/http/state-remedy.ts';
import { FAILURE_CODES } from '#shared/domain/failure.ts';
import { MessageStatus } from '#shared/domain/message/message.ts';
import { PROBLEMS, type ProblemKind } from '#shared/edge/problems.ts';
import { PROBLEMS_FR } from '#shared/edge/words/problems-fr.ts';
import { openApiDocument } from '../../../tools/openapi/document.ts';
import { ROUTE_NAMES, routeOf } from '../../support/routes.ts';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const SCHEMAS = (openApiDocument('0.0.0').components as { schemas: Record<string, Json> }).schemas;

/** Every object of the document, by its place: `/RecordConsentAnswer/properties/reasons/items`. */
const objectsIn = (node: unknown, place: string): readonly (readonly [string, Json])[] => {
  if (!isJson(node)) return [];
  const below = Object.entries(node).flatMap(([name, each]) => objectsIn(each, `${place}/${name}`));
  return isJson(node.properties) ? [[place, node], ...below] : below;
};
const OBJECTS = objectsIn(SCHEMAS, '');
const propertiesOf = (node: Json) => Object.keys(node.properties as Json);

/** It says that something is wrong or missing: a code or a pointer, with words. */
const isReason = (node: Json): boolean => {
  const names = propertiesOf(node);
  return (
    ['code', 'pointer'].some((name) => names.includes(name)) &&
    ['sentence', 'title'].some((name) => names.includes(name))
  );
};
/** What is said in a remedy needs no remedy of its own. */
const isRemedy = (node: Json): boolean =>
  propertiesOf(node).every((name) => ['sentence', 'pointer', 'route'].includes(name));

test('every reason, missing piece and problem of an answer has its remedy, by its schema', () => {
  const reasons = OBJECTS.filter(([, node]) => isReason(node) && !isRemedy(node));
  expect(reasons.length).toBeGreaterThan(8);
  const without = reasons.filter(([, node]) => !propertiesOf(node).includes('remedy')).map(([place]) => place);
  expect(without).toEqual([]);
  // A reason on which an allowed message rests has none: test/law/editions/register.test.ts holds every other code to one.
  const optional = reasons.filter(([, { required }]) => !(required as string[]).includes('remedy'));
  expect(optional.map(([place]) => place)).toEqual(['/Reason', '/CampaignDryRun/properties/reasons/items']);
});

test('what failed in a batch is a problem, and what a record, a form or settings lack are pieces', () => {
  const held = (name: string) =>
    OBJECTS.flatMap(([place, { properties }]) => {
      const found = (properties as Record<string, Json>)[name];
      return found === undefined ? [] : [[place, JSON.stringify(found)] as const];
    });
  expect(held('error').length).toBeGreaterThan(10);
  for (const [place, schema] of held('error'))
    expect([place, schema]).toEqual([place, expect.stringContaining('schemas/Problem"')]);
  for (const name of ['missing', 'warnings'])
    for (const [place, schema] of held(name))
      expect([place, schema]).toEqual([place, expect.stringContaining('schemas/Missing"')]);
});

/** Where the request itself is at fault, the remedy is to send it otherwise: there is no other place to go. */
const ABOUT_THE_REQUEST = new Set([
  'malformed-request',
  'unsupported-media-type',
  'payload-too-large',
  'invalid-request',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'batch-refused',
  'address-expected',
  'waf-filtered',
  'token-not-found',
  'version-immutable',
  'person-too-large',
]);

test.each(FAILURE_CODES)('the problem %s says what to do, in both languages, and where', (code) => {
  const { remedy, retry, route }: ProblemKind = PROBLEMS[code];
  expect(remedy).toMatch(/^[A-Z].*\.$/s);
  expect(PROBLEMS_FR[code].remedy).toMatch(/^\p{Lu}.*\.$/su);
  expect(route !== undefined || retry || ABOUT_THE_REQUEST.has(code)).toBe(true);
  const routes = ROUTE_NAMES.map((name) => `${routeOf(name).method} ${routeOf(name).path}`);
  if (route !== undefined) expect([...routes, 'GET /openapi.json']).toContain(route);
});

test.each(MessageStatus.options)('a message that is %s says what to do, itself or by its verdict', (status) => {
  const saidByVerdict = ['deferred', 'in-review', 'refused'].includes(status);
  const nothingToDo = ['accepted', 'sent'].includes(status);
  expect(remedyOfState({ status }) !== undefined).toBe(!saidByVerdict && !nothingToDo);
});
