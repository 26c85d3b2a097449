import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { clientOf } from '#tools/api-client.ts';
import { smoke } from '../../../cli/after/smoke.ts';

const served = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const sending = (url: string, waits: number[] = []) => ({
  api: clientOf(url, 'key'),
  advertiserId: 'atelier',
  mailbox: (kind: string) => `${kind}+1@simulator.amazonses.com`,
  now: () => new Date('2026-11-24T10:00:00Z'),
  wait: async (milliseconds: number) => void waits.push(milliseconds),
  newKey: () => 'key',
});
const buts = async (run: ReturnType<typeof smoke>) =>
  Object.fromEntries((await run).map(({ what, but }) => [what, but]));

test('a server that answers everything with an empty page passes nothing but the plain addresses', async () => {
  const url = await served((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}'));
  expect(await buts(smoke({ url, publicUrl: url, sending: sending(url) }))).toEqual({
    'the API describes itself': 'version undefined',
    'without a key nothing is read': '200 instead of 401',
    'a wrong key reads nothing': '200 instead of 401',
    'the page / opens': 'no Content-Security-Policy',
    'the page /o opens': 'no Content-Security-Policy',
    'a page answers HEAD': undefined,
    'one click on a link that cannot be read is no success': '200 instead of 404',
    'no plain HTTP': undefined,
    'who is unknown is refused': 'undefined instead of refuse',
  });
});

test('where nothing listens, that is said', async () => {
  const [first] = await smoke({ url: 'http://127.0.0.1:1' });
  expect(first).toEqual({ what: 'the API describes itself', but: 'fetch failed' });
});

test('a message that never ends is waited for a minute', async () => {
  const waits: number[] = [];
  const outcomes = ['refuse', 'allow'];
  const url = await served((request, response) => {
    const answer = {
      '/v1/verdicts': () => ({ verdicts: [{ outcome: outcomes.shift() }] }),
      '/v1/consents': () => ({ usable: { email: true } }),
      '/v1/messages': () => ({ messages: [{ id: 'm1' }] }),
    }[request.url ?? ''];
    response.end(JSON.stringify(answer?.() ?? { status: 'accepted' }));
  });
  const tried = await smoke({ url, sending: sending(url, waits) });
  expect(tried.at(-1)).toEqual({ what: 'a message leaves', but: 'accepted, and no more instead of sent' });
  expect(waits.reduce((sum, one) => sum + one)).toBe(60_000);
});

test('a bounce and a complaint that nobody brings are waited for, and said', async () => {
  const agreed = new Set<string>();
  const opposed = new Set<string>();
  const url = await served(async (request, response) => {
    const body = JSON.parse((await text(request)) || '{}');
    const email = String(body.contact?.email ?? body.messages?.[0]?.contact.email);
    const isAllowed = agreed.has(email) && !opposed.has(email);
    const answers: Readonly<Record<string, () => object>> = {
      '/v1/verdicts': () => ({ verdicts: [{ outcome: isAllowed ? 'allow' : 'refuse', reasons: [] }] }),
      '/v1/consents': () => agreed.add(email) && { usable: { email: true } },
      '/v1/oppositions': () => opposed.add(email) && {},
      '/v1/messages': () => ({ messages: [{ id: isAllowed ? 'sent' : 'refused' }] }),
    };
    const status = request.url?.split('/').at(-1)?.split('?')[0];
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? { status }));
  });
  const waits: number[] = [];
  const tried = await smoke({ url, sending: sending(url, waits) });
  expect(tried.at(-2)).toEqual({ what: 'a message to who opposed does not leave' });
  expect(tried.at(-1)).toEqual({ what: 'a mail to no mailbox comes back', but: 'sent instead of undelivered' });
  expect(waits.reduce((sum, one) => sum + one)).toBe(60_000);
});
