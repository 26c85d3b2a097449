import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { linesOf } from '#test/support/stacks/lines-of.ts';
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
beforeEach(() => stack.holds.clear());

const oppositions = () => stack.events().filter(({ type }) => type === 'opposition.registered.v1').length;

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

test('one that SNS takes all the same, and says so in its log alone, is an opposition within the hour, once', async () => {
  const contact = { phone: '+33639985678' };
  await agree(api, contact);
  stack.holds.setOptedOut(contact.phone, true);
  const id = await ask(api, contact);
  await stack.idle();
  expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
  const before = oppositions();
  await stack.clock.advance(3_600);
  await stack.idle();
  expect([oppositions() - before, stack.smsSink()]).toEqual([1, []]);
  const next = await ask(api, contact);
  await stack.idle();
  expect(JSON.stringify(await messageOf(api, next))).toContain('OPPOSED_CHANNEL');
  // The same lines are read once more by the next hour.
  await stack.clock.advance(3_600);
  await stack.idle();
  expect(oppositions() - before).toBe(1);
  expect(linesOf(stack, 'reconcile-suppressions').filter((line) => line.includes(contact.phone.slice(1)))).toEqual([]);
  expect(stack.denied()).toEqual([]);
});

test('one on the list of AWS is an opposition by the next day, once; also while the log of SNS cannot be read', async () => {
  const contact = { phone: '+33639984321' };
  await agree(api, contact);
  await ask(api, contact);
  await stack.idle();
  await stack.clock.advance(60);
  stack.holds.setOptedOut(contact.phone, true);
  // Of other applications of the account: the list has more than one page.
  for (const last of [1, 2, 3, 4]) stack.holds.setOptedOut(`+3363998800${last}`, true);
  const before = oppositions();
  stack.faults.next('logs', 'server-error', { times: 10_000 });
  await stack.clock.advance(86_400);
  await stack.idle();
  expect(stack.faults.areLeft('logs')).toBe(true);
  stack.faults.clear('logs');
  expect(oppositions() - before).toBe(1);
  const refused = await ask(api, contact);
  await stack.idle();
  expect(JSON.stringify(await messageOf(api, refused))).toContain('OPPOSED_CHANNEL');
  await stack.clock.advance(86_400);
  await stack.idle();
  expect(oppositions() - before).toBe(1);
  expect(linesOf(stack, 'reconcile-suppressions').filter((line) => line.includes(contact.phone.slice(1)))).toEqual([]);
  expect(stack.denied()).toEqual([]);
});
