import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { shoot } from '#test/support/pages/shoot.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp } from './send-path-api.ts';

const ADVERTISER = 'maison-valmy';

let stack: Aval;
let api: ApiCaller;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startAval({ at: '2026-11-24T10:00:00Z' }), launchBrowser()]);
  api = callerOf(stack);
  await setUp(api);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Writes to a contact; resolves to the message's state and primary reason. */
const write = async (email: string): Promise<string> => {
  const id = await ask(api, { email });
  await stack.idle();
  const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
  const [primary] = (verdict as { reasons: readonly { code: string }[] }).reasons;
  return `${status}: ${primary?.code}`;
};

/** The last mail to a reader who consented and was written to. */
const aMailTo = async (email: string) => {
  await agree(api, { email });
  expect(await write(email)).toBe('sent: OK_CONSENT');
  const mail = stack.inbox().findLast(({ to }) => to === email);
  if (mail === undefined) throw new Error('no mail arrived');
  return mail;
};
type Mail = Awaited<ReturnType<typeof aMailTo>>;

/** The link as a reader finds it in the HTML part, and as a mailbox provider finds it in the headers. */
const linkInBody = ({ html }: Mail): string => /href="([^"]*\/o\/[^"]+)"/.exec(html ?? '')?.[1] ?? '';
const linkInHeader = ({ headers }: Mail): string => {
  const { value } = headers.find(({ name }) => name === 'List-Unsubscribe') ?? { value: '' };
  return /<(https?:[^>]+)>/.exec(value)?.[1] ?? '';
};

const storyOf = (email: string) => api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: { email } });

const visit = async (url: string, locale: string, see: (tab: Tab) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ locale, viewport: { width: 390, height: 760 } });
  const tab = await context.newPage();
  await tab.goto(url);
  await see(tab);
  expect(await context.cookies()).toEqual([]);
  await context.close();
};

describe('a reader follows the link of the mail that arrived', () => {
  test('the page says who writes, in French, and one click on its one button ends the mails', async () => {
    const mail = await aMailTo('camille@example.fr');
    await visit(linkInBody(mail), 'fr-FR', async (tab) => {
      expect(await tab.locator('html').getAttribute('lang')).toBe('fr');
      await tab.getByText('Maison Valmy SAS').first().waitFor();
      expect(await tab.getByRole('button').count()).toBe(1);
      await shoot(tab, 'stack-page-fr');
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
      await shoot(tab, 'stack-recorded-fr');
    });
    expect(await write('camille@example.fr')).toBe('refused: OPPOSED_CHANNEL');
  });

  test('in English for a reader whose browser asks for it', async () => {
    const mail = await aMailTo('dominique@example.fr');
    await visit(linkInBody(mail), 'en-GB', async (tab) => {
      expect(await tab.locator('html').getAttribute('lang')).toBe('en');
      await shoot(tab, 'stack-page-en');
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Your opposition is recorded' }).waitFor();
      await shoot(tab, 'stack-recorded-en');
    });
    expect(await write('dominique@example.fr')).toBe('refused: OPPOSED_CHANNEL');
  });

  test('looking writes nothing: GET and HEAD leave the timeline as it was', async () => {
    const mail = await aMailTo('claude@example.fr');
    const before = await storyOf('claude@example.fr');
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(linkInBody(mail), { method });
    expect(await storyOf('claude@example.fr')).toEqual(before);
    expect(await write('claude@example.fr')).toBe('sent: OK_CONSENT');
  });

  test('a link that was cut tells that nothing was recorded, with 404', async () => {
    const link = linkInBody(await aMailTo('sacha@example.fr')).slice(0, -6);
    expect((await fetch(link)).status).toBe(404);
    expect((await fetch(link, { method: 'POST' })).status).toBe(404);
    await visit(link, 'fr-FR', async (tab) => {
      await tab.getByText('Rien n’a été enregistré.').waitFor();
      await shoot(tab, 'stack-unreadable-fr');
    });
    expect(await write('sacha@example.fr')).toBe('sent: OK_CONSENT');
  });
});

describe('RFC 8058: a mailbox provider clicks', () => {
  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');

  test.each([
    ['urlencoded', 'alix@example.fr', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['multipart', 'charlie@example.fr', multipart],
  ])('%s: 200 without redirect, cookie or login, and again when repeated', async (_, email, body) => {
    const mail = await aMailTo(email);
    expect(mail.headers).toContainEqual({ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' });
    for (let times = 0; times < 2; times += 1) {
      const answer = await fetch(linkInHeader(mail), { method: 'POST', body, redirect: 'manual' });
      expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('location')]).toEqual([
        200,
        null,
        null,
      ]);
    }
    const { oppositions } = await storyOf(email);
    expect(oppositions).toMatchObject([{ via: 'one-click', of: { scope: 'channel', channels: ['email'] } }]);
    expect(await write(email)).toBe('refused: OPPOSED_CHANNEL');
  });
});

describe('a colleague tries a draft, marked as a test', () => {
  const JEANNE = { email: 'jeanne.roy@example.com' };
  const VERSIONS = `/v1/advertisers/${ADVERTISER}/templates`;
  const HTML = '<p>Elle part demain.</p>{{#prospecting}}<p>Nos vins d’hiver sont là.</p>{{/prospecting}}';
  const DRAFT = {
    ...{ class: 'transactional', category: 'wine', reason: 'order', reference: 'CGV, article 4', draft: true },
    content: { email: { subject: 'Votre commande {{numero}}', html: HTML } },
  };
  const agreeing = async (contact: object): Promise<string> => {
    const testsAgreed = { agreedAt: '2026-11-20T09:00:00+01:00', evidence: { sha256: 'e'.repeat(64) } };
    return String((await api.put('/v1/contacts', { advertiserId: ADVERTISER, contact, testsAgreed })).contactId);
  };
  const tried = async (template: string, contactId: string): Promise<void> => {
    const recipients = [{ contactId, mergeValues: { numero: '1042', prenom: 'Jeanne' } }];
    await api.post(`${VERSIONS}/${template}/versions/1/test`, { reference: '1042', recipients });
    await stack.idle();
  };

  test('it goes to her who agreed; by its own link she stops the next one, and prospecting', async () => {
    const contactId = await agreeing(JEANNE);
    await api.put(`${VERSIONS}/order/versions/1`, DRAFT);
    await tried('order', contactId);
    const mails = stack.inbox().filter(({ to }) => to === JEANNE.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['[TEST] Votre commande 1042']);
    const [mail] = mails;
    if (mail === undefined) throw new Error('no mail arrived');
    expect(mail.headers).toContainEqual({ name: 'X-Message-Test', value: 'true' });
    expect(mail.html).toContain('<p>Elle part demain.</p><p>Nos vins d’hiver sont là.</p>');
    expect(mail.text).toContain('de recevoir les messages d’essai de Maison Valmy.');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(linkInHeader(mail), { method: 'POST', body })).status).toBe(200);
    await expect(tried('order', contactId)).rejects.toThrow('OPPOSED_CHANNEL');
    expect(await write(JEANNE.email)).toContain('refused: OPPOSED_CHANNEL');
  });

  test('by SMS it begins with the name and says that it is a test', async () => {
    const content = { sms: { text: 'Nos vins sont là, {{prenom}} !' } };
    await api.put(`${VERSIONS}/winter/versions/1`, { category: 'wine', content });
    await tried('winter', await agreeing({ phone: '+33612345678' }));
    expect(JSON.stringify(stack.smsSink())).toContain('Maison Valmy (TEST): Nos vins sont là, Jeanne ! STOP 36105');
  });
});
