import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { beforeEach, expect, test, vi } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { getOpenapiRoute } from '#shared/contracts/http/routes/get-openapi.ts';
import { endpoint } from '#shared/edge/api.ts';
import { openPage } from '#shared/edge/public/open.ts';
import { ANSWERS_WITHIN_MS, hasHalfOf } from '#shared/edge/time-left.ts';

const event = (httpMethod: string, path: string) =>
  ({
    httpMethod,
    path,
    headers: {},
    body: null,
    requestContext: { requestId: 'r' },
  }) as unknown as APIGatewayProxyEvent;
/** A function that is stopped in a moment. */
const CONTEXT = { getRemainingTimeInMillis: () => ANSWERS_WITHIN_MS + 20 } as Context;
const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.stubEnv('STAGE', 'local');
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
});

test('a call that takes too long answers 503 with Retry-After before its function is stopped, never 500', async () => {
  const answer = await endpoint(getOpenapiRoute, never)(event('GET', '/openapi.json'), CONTEXT);
  expect([answer.statusCode, answer.headers?.['retry-after']]).toEqual([503, '2']);
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'dependency-unavailable' });
});

test('a page that takes too long says that nothing is confirmed, 503', async () => {
  const show = openPage(manifest['show-address-form'], () => never);
  const answer = await show(event('POST', '/o'), CONTEXT);
  expect([answer.statusCode, answer.headers?.['retry-after']]).toEqual([503, '60']);
  expect(answer.body).toContain('Nous ne pouvons pas encore confirmer que votre opposition est enregistrée.');
});

test('half of the time is that of what was left when it began, beside what is kept for the end', () => {
  let left = 800;
  const hasTime = hasHalfOf(() => left, 200);
  const answers = [800, 501, 500, 200].map((now) => {
    left = now;
    return hasTime();
  });
  expect(answers).toEqual([true, true, false, false]);
});
