import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createConsole } from '#console/console.ts';
import type { Running } from '#console/watched.ts';
import { MessageClass } from '#shared/domain/message/template.ts';
import { decodePng } from '#tools/mails/judge/pixels.ts';
import { launchBrowser } from '../../support/browser.ts';
import { NOW } from '../../support/builders.ts';
import { rulesBroken } from '../../support/pages/rules-broken.ts';
import { shoot } from '../../support/pages/shoot.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { overHttp } from '../support/over-http.ts';

const PICTURE = 'https://img.maison-valmy.example/winter.png';
const HTML = `<!doctype html><html><head><style>
body{margin:0;background:#ffffff} h1{margin:0;padding:40px;font-size:24px}
@media (prefers-color-scheme:dark){body{background:#102030;color:#ffffff}}
</style></head><body><h1>Bonjour {{prenom}}</h1><script>document.body.innerHTML = 'run'</script>
<img src="${PICTURE}" alt="Nos vins" width="300" height="40"><p><a href="/inbox">Commander</a></p></body></html>`;
const TEMPLATES = {
  winter: { category: 'wine', content: { email: { subject: 'Nos vins, {{prenom}}', html: HTML } } },
  short: { category: 'wine', content: { sms: { text: 'Nos vins d’hiver sont là, {{prenom}} !' } } },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A console that asks a world of its own. */
const aConsole = async (templates: Readonly<Record<string, object>> = TEMPLATES): Promise<string> => {
  const world = await aWorldWithForms();
  for (const [templateId, body] of Object.entries(templates))
    await world.call('put-template-version', { path: { advertiserId: ADVERTISER, templateId, version: '1' }, body });
  const api = await overHttp(world);
  const watched = { urlOf: () => api, clock: { now: () => NOW } } as unknown as Running;
  const server = createServer(createConsole(watched, () => 'aval_root_test')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** What a context emulates overrides what a frame sees of its place; `null` emulates nothing. */
const opened = async (url: string, more: { width?: number; bypassCSP?: boolean } = {}): Promise<Page> => {
  const { width = 1400, bypassCSP = false } = more;
  const context = await browser.newContext({ colorScheme: null, bypassCSP, viewport: { width, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  return page;
};

const choose = (origin: string, path: string, template: string): string =>
  `${origin}${path}?advertiser=${ADVERTISER}&template=${template}&version=1`;
const press = async (page: Page, name: string): Promise<void> => {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name }).press('Enter');
  await loaded;
};

/** The part of a frame that is looked at, in pixels: the beginning of the mail, without the border. */
const [EDGE, SIDE] = [4, 160];
/** The colours of a frame, from the top left. */
const coloursOf = async (page: Page, frame: Locator): Promise<readonly number[]> => {
  await frame.scrollIntoViewIfNeeded();
  const { x, y } = (await frame.boundingBox()) ?? { x: 0, y: 0 };
  const clip = { x: x + EDGE, y: y + EDGE, width: SIDE, height: SIDE };
  const rgb = Buffer.from(decodePng(await page.screenshot({ clip })).rgb);
  return [...new Set(Array.from({ length: rgb.length / 3 }, (_, at) => rgb.readUIntBE(at * 3, 3)))];
};
/** Each frame's name and the colour of its background; `dead` when it has one colour all over. */
const framesOf = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  const found: Record<string, string> = {};
  for (const frame of await page.locator('iframe').all()) {
    const [background = 0, ...others] = await coloursOf(page, frame);
    found[(await frame.getAttribute('title')) ?? ''] = others.length === 0 ? 'dead' : background.toString(16);
  }
  return found;
};
const SEEN = {
  '600 px, light': 'ffffff',
  '375 px, light': 'ffffff',
  '600 px, dark': '102030',
  '375 px, dark': '102030',
};

/** Milliseconds: a browser beside other tests on a small machine. */
const PATIENCE = 60_000;

describe('the console shows what a reader would get', { timeout: PATIENCE }, () => {
  test('lists and shows drafts of every class', async () => {
    const content = { email: { subject: 'Restez-vous ?', text: 'Restez-vous ?' } };
    const drafts = MessageClass.options.map((each) => [each, { class: each, category: 'wine', draft: true, content }]);
    const origin = await aConsole(Object.fromEntries(drafts));
    const urls = ['/preview', '/apercu'].flatMap((path) => [
      `${origin}${path}?advertiser=${ADVERTISER}`,
      ...MessageClass.options.map((each) => choose(origin, path, each)),
    ]);
    for (const url of urls) {
      const answer = await fetch(url);
      expect([url, answer.status]).toEqual([url, 200]);
      expect(await answer.text()).not.toContain('undefined');
    }
  });

  test('lists more templates than one answer of the API has', async () => {
    const draft = { category: 'wine', draft: true, content: { sms: { text: 'Nos vins' } } };
    const ids = Array.from({ length: 26 }, (_, index) => `t-${1000 + index}`);
    const origin = await aConsole(Object.fromEntries(ids.map((id) => [id, draft])));
    const list = await (await fetch(`${origin}/preview?advertiser=${ADVERTISER}`)).text();
    expect(ids.filter((id) => !list.includes(`>${id}, 1<`))).toEqual([]);
  });

  test('of a mail: in four frames, light and dark, that run nothing, load nothing and lead nowhere', async () => {
    const page = await opened(`${await aConsole()}/preview`);
    let fetched = 0;
    await page.route(PICTURE, (route) => {
      fetched += 1;
      return route.fulfill({ status: 404 });
    });
    await page.getByLabel('Advertiser').fill(ADVERTISER);
    await press(page, 'List its templates');
    await page.getByRole('link', { name: 'winter, 1' }).click();
    await page.getByLabel('prenom').fill('Léa');
    await page.getByLabel('Recorded fact').selectOption('consent');
    await page.getByLabel('Its form').fill('newsletter');
    await page.getByLabel('Version of the form').fill('3');
    await press(page, 'Preview');

    expect(await page.locator('.outcome').textContent()).toMatch(/^Allowed\. It would be handed over now\.$/);
    expect(await page.locator('#mail + p').textContent()).toMatch(/Maison Valmy.*Nos vins, Léa.*\d KB of HTML/s);
    expect(await framesOf(page)).toEqual(SEEN);
    const frame = page.frameLocator('iframe').first();
    await frame.getByRole('link', { name: 'Commander' }).click();
    expect(await frame.getByText('Bonjour Léa').count()).toBe(1);
    expect(await frame.getByText('Ne plus recevoir ces e-mails').count()).toBe(1);
    expect(page.context().pages()).toEqual([page]);
    expect(fetched).toBe(0);

    await page.getByLabel('Load what the mail fetches').check();
    await press(page, 'Preview');
    expect(fetched).toBeGreaterThan(0);

    await page.evaluate("document.querySelector('[title=\"375 px, dark\"]').srcdoc = ''");
    await expect.poll(() => framesOf(page), { timeout: 10_000 }).toEqual({ ...SEEN, '375 px, dark': 'dead' });
  });

  test('of a text message, in French, on a phone: the words, what they cost, and what to do about a fault', async () => {
    const page = await opened(choose(await aConsole(), '/apercu', 'short'), { width: 375, bypassCSP: true });
    expect(await page.locator('h2 .about').textContent()).toBe('prospection');
    await press(page, 'Aperçu');
    expect(await page.getByRole('alert').textContent()).toMatch(/Il n’y a pas d’aperçu.*\/mergeValues\/prenom/s);
    await page.getByLabel('prenom').fill('Léa');
    await page.getByText('Tous les faits en JSON').click();
    await page.getByLabel('Comme le membre').fill('{');
    await press(page, 'Aperçu');
    expect(await page.getByRole('alert').textContent()).toContain('Les faits ne sont pas du JSON.');
    await page.getByLabel('Comme le membre').fill('{"oppositions":[{"scope":"global"}]}');
    await press(page, 'Aperçu');

    expect(await page.locator('.outcome').textContent()).toMatch(/^Refus\. En l’état, il ne partirait pas\./);
    expect(await page.locator('#verdict ~ ul').first().textContent()).toMatch(/OPPOSED_GLOBAL.*Que faire/s);
    expect(await page.locator('.bubble').textContent()).toMatch(
      /^Maison Valmy: Nos vins d’hiver sont là, Léa ! STOP \d+$/,
    );
    expect(await page.locator('#sms ~ p').textContent()).toMatch(/1 segment sur 3 au plus.*UCS-2.*’ \(écrire '\)/s);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('fits a phone with its four frames, breaks no rule of accessibility, and takes a real contact by its address', async () => {
    const page = await opened(choose(await aConsole(), '/preview', 'winter'), { width: 375, bypassCSP: true });
    await page.getByLabel('A real contact').check();
    await page.getByLabel('E-mail address').fill('camille.martin@example.com');
    await page.getByLabel('prenom').fill('Camille');
    await press(page, 'Preview');
    expect(page.url()).not.toContain('camille');
    expect(await page.locator('.outcome').textContent()).toMatch(/^Refused\. As things are it would not leave\./);
    expect(await framesOf(page)).toEqual(SEEN);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    expect(await violationsOf(page)).toEqual([]);
    await shoot(page, 'preview-375');
  });
});

/** Frames that run no script are left out: nothing can look into them. */
const violationsOf = (page: Page) => rulesBroken(page, { iframes: false });
