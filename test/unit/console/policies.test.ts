import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConsole } from '#console/console.ts';
import { SCRIPT_PATH } from '#console/phones/phones.ts';
import type { Running } from '#console/watched.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

const AT = '2026-11-24T11:00:00.000Z';
const PICTURE = 'a'.repeat(64);
const MAIL = { to: 'a@lecteurs.example', from: 'b@maison.example', subject: 'Bonjour', html: '<p>Bonjour</p>' };
const TEXT_ALONE = { ...MAIL, html: undefined, text: 'Votre code est 123456\n<b>', at: AT, headers: [] };
const running = {
  ...{ urlOf: () => 'http://127.0.0.1:9', clock: { now: () => AT, advance: async () => undefined } },
  ...{
    inbox: () => [{ ...MAIL, at: AT, headers: [] }, TEXT_ALONE],
    smsSink: () => [],
    smsReplies: () => [],
    events: () => [],
  },
  ...{ idle: async () => undefined, alarms: async () => [], queueDepths: async () => ({}), denied: () => [] },
  provider: {
    taken: () => [],
    held: (hash: string) => (hash === PICTURE ? { type: 'image/png', content: '' } : undefined),
  },
} as unknown as Running;

let served: Serving;
beforeAll(async () => {
  served = await serving(createConsole(running, () => 'aval_root_test'));
});
afterAll(() => served.close());

/** What an answer may be framed by; `undefined`: it does not say. */
const framedBy = async (path: string, init: RequestInit = {}): Promise<string | undefined> => {
  const { headers } = await fetch(`${served.url}${path}`, { redirect: 'manual', ...init });
  const directives = (headers.get('content-security-policy') ?? '').split(';').map((each) => each.trim().split(/\s+/));
  return directives
    .find(([name]) => name === 'frame-ancestors')
    ?.slice(1)
    .join(' ');
};

const FORM = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };

test.each([
  ...['/', '/loi', '/law', '/messages', '/envois', '/contacts', '/coordonnees', '/reviews', '/examens', '/campaigns'],
  ...['/campagnes', '/campaigns/report', '/preview', '/apercu', '/phones', '/telephones', SCRIPT_PATH],
  ...['/inbox', '/sms', '/events', '/clock', '/idle', '/alarms', '/queues', '/denied', '/provider', '/no-such-page'],
  `/media/${PICTURE}`,
])('%s is in the frame of no page', async (path) => {
  expect(await framedBy(path)).toBe("'none'");
});

test.each([
  ['a form that leads on', '/clock', { ...FORM, body: 'advanceSeconds=60' }],
  ['a form that is refused', '/clock', { ...FORM, body: 'advanceSeconds=no' }],
  ['a request of another origin', '/', { headers: { origin: 'http://evil.example' } }],
])('the answer to %s is in the frame of no page', async (_, path, init) => {
  expect(await framedBy(path, init)).toBe("'none'");
});

test('a mail is in a frame of the console alone', async () => {
  for (const path of ['/inbox/0/html', '/inbox/1/html']) expect(await framedBy(path)).toBe("'self'");
});

test('a mail that has its text part alone is shown by that, as its reader sees it', async () => {
  const shown = await (await fetch(`${served.url}/inbox/1/html`)).text();
  expect(shown).toContain('Votre code est 123456\n&lt;b&gt;');
});
