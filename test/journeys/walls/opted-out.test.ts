import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp } from '../send-path-api.ts';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

test('a number that opted out at SNS is an opposition to SMS, and the next message asks nobody', async () => {
  const contact = { phone: '+33639981234' };
  await agree(api, contact);
  stack.faults.next('sns', 'opted-out');
  const id = await ask(api, contact);
  await stack.idle();
  expect(await messageOf(api, id)).toMatchObject({ status: 'refused' });
  expect(JSON.stringify(await messageOf(api, id))).toContain('OPPOSED_CHANNEL');
  expect(stack.events().map(({ type }) => type)).toContain('opposition.registered.v1');
  const next = await ask(api, contact);
  await stack.idle();
  expect(await messageOf(api, next)).toMatchObject({ status: 'refused' });
  expect(stack.smsSink()).toEqual([]);
  expect(stack.denied()).toEqual([]);
});
