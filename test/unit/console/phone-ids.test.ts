import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createConsole } from '#console/console.ts';
import { phoneIdsBy } from '#console/phones/phone-ids.ts';
import type { Running } from '#console/watched.ts';

const NUMBER = '+33612345678';
const ofKey = (filled: number) => phoneIdsBy(Buffer.alloc(32, filled));

test('a phone has one name in the addresses of one console', () => {
  expect(ofKey(1)(NUMBER)).toBe(ofKey(1)(NUMBER));
  expect(ofKey(1)(NUMBER)).toMatch(/^[0-9a-f]{12}$/);
  expect(ofKey(1)('+33612345679')).not.toBe(ofKey(1)(NUMBER));
});

test('nobody finds its number by trying all: without the key of the console the name is another', () => {
  expect(ofKey(2)(NUMBER)).not.toBe(ofKey(1)(NUMBER));
  expect(ofKey(1)(NUMBER)).not.toBe(createHash('sha256').update(NUMBER).digest('hex').slice(0, 12));
});

/** Where a console that one text reached leads whoever looks for a number: `undefined`, where nothing reached it. */
const ledTo = async (to: string, number: string, phoneIdOf?: ReturnType<typeof phoneIdsBy>) => {
  const sms = {
    id: 'sns-1',
    to,
    senderId: 'VALMY',
    text: 'Bonjour',
    type: 'Promotional',
    at: '2026-11-24T11:00:00.000Z',
  };
  const running = { smsSink: () => [sms], smsReplies: () => [], provider: { taken: () => [], held: () => undefined } };
  const server = createServer(createConsole(running as unknown as Running, undefined, phoneIdOf));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const body = new URLSearchParams({ number });
  const answer = await fetch(`${origin}/phones`, { method: 'POST', body, redirect: 'manual' });
  const location = answer.headers.get('location') ?? undefined;
  if (location !== undefined) expect(await (await fetch(`${origin}${location}`)).text()).toContain('Bonjour');
  return location;
};

test.each([
  [NUMBER, '06 12 34 56 78'],
  [NUMBER, '0033 6 12 34 56 78'],
  ['+262692123456', '0692 12 34 56'],
])('the phone of %s is found by %s', async (to, number) => {
  expect(await ledTo(to, number, ofKey(1))).toBe(`/phones/${ofKey(1)(to)}`);
});

test('no phone is found by what is no number, or by one that nothing reached', async () => {
  expect(await ledTo(NUMBER, '33612345678')).toBeUndefined();
  expect(await ledTo(NUMBER, '06 12 34 56 79')).toBeUndefined();
});

test('each console draws a key of its own', async () => {
  expect(await ledTo(NUMBER, NUMBER)).not.toBe(await ledTo(NUMBER, NUMBER));
});
