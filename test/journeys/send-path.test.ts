import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunction } from '#infra/bundle.ts';
import { POINTS } from '#test/support/fault-point.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp, stateOf } from './send-path-api.ts';

const FAULTY = fileURLToPath(new URL('../support/faulty-sender.ts', import.meta.url));
const NOON = '2026-11-24T10:00:00Z';
/** The queue's visibility time-out: a crashed worker's message comes back after it. */
const REDELIVERY_SECONDS = 400;
const DAY_SECONDS = 24 * 3600 + 120;

let folder: string;
let stack: Aval;
let api: ApiCaller;
const asked = new Map<string, string>();

const readerOf = (point: string) => `${point}@example.fr`;
const mailsTo = (point: string) => stack.inbox().filter((mail) => JSON.stringify(mail).includes(readerOf(point)));
const statesOf = async () =>
  Object.fromEntries(await Promise.all([...asked].map(async ([point, id]) => [point, await stateOf(api, id)])));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aval-faulty-'));
  const faulty = await bundleFunction(folder, 'send-message', FAULTY);
  // It says itself where the worker dies; a second delivery at that moment would finish what it left.
  stack = await startAval({ at: NOON, faults: 'none' });
  stack.replaceBundles(new Map([['send-message', faulty]]));
  api = callerOf(stack);
  await setUp(api);
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('P5: the worker is killed before and after each step of the send path', () => {
  test('each kill takes the process, and no message is lost or without a state', async () => {
    for (const point of POINTS) {
      await agree(api, { email: readerOf(point) });
      asked.set(point, await ask(api, { email: readerOf(point) }, { offerCategory: `die-${point}` }));
      await stack.idle();
    }
    const states = await statesOf();
    expect(states).toEqual(
      Object.fromEntries(POINTS.map((point) => [point, point === 'after-settle' ? 'sent' : 'accepted'])),
    );
  });

  test('after redelivery: sent where nothing was claimed or SES says that it took the mail, else unknown', async () => {
    await stack.clock.advance(REDELIVERY_SECONDS);
    await stack.idle();
    const claimed = ['after-claim', 'before-hand-off'];
    expect(await statesOf()).toEqual(
      Object.fromEntries(POINTS.map((point) => [point, claimed.includes(point) ? 'unknown' : 'sent'])),
    );
  });

  test('P11: 24 hours later the unknown are final, and counted', async () => {
    await stack.clock.advance(DAY_SECONDS);
    await stack.idle();
    const states = Object.values(await statesOf());
    expect(states.filter((state) => state === 'sent')).toHaveLength(POINTS.length - 2);
    expect(states.filter((state) => state === 'unknown-final')).toHaveLength(2);
  });

  test('nobody got a message twice, and only those killed before the hand-off got none', () => {
    const received = Object.fromEntries(POINTS.map((point) => [point, mailsTo(point).length]));
    const none = ['after-claim', 'before-hand-off'];
    expect(received).toEqual(Object.fromEntries(POINTS.map((point) => [point, none.includes(point) ? 0 : 1])));
  });
});
