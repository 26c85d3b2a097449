import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsole } from '#console/console.ts';
import type { Running } from '#console/watched.ts';
import { REGISTER } from '#shared/law/register.ts';
import { launchBrowser } from '../../support/browser.ts';
import { lookAt } from '../../support/pages/look-at.ts';
import { rulesBroken } from '../../support/pages/rules-broken.ts';
import { shoot } from '../../support/pages/shoot.ts';

let server: Server;
let browser: Browser;
let tab: Page;
let origin: string;

beforeAll(async () => {
  // The law page asks nothing of a running system.
  server = createServer(createConsole({} as Running)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  tab = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** The page's own policy forbids scripts, that of the checker too, so it is set aside. */
const opened = (path: string, width = 1280, colours: 'light' | 'dark' = 'light'): Promise<Page> =>
  lookAt(tab, `${origin}${path}`, { width, colours });
const resultsOf = async (page: Page, asked: string) => {
  await page.getByRole('searchbox').fill(asked);
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
  const status = await page.getByRole('status').textContent();
  return { status, titles: await page.locator('#results li').allTextContents() };
};

describe('the law page of the console', () => {
  test.each([
    ['/loi', 320],
    ['/loi', 375],
    ['/loi', 1280],
    ['/law', 320],
    ['/loi?q=consentement', 320],
  ])('%s fits a screen of %i px without scrolling sideways', async (path, width) => {
    const page = await opened(path, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.locator('table').count()).toBe(0);
    if (path === '/loi') await shoot(page, `loi-${width}`);
  });

  test.each([
    ['/loi', 'light'],
    ['/loi', 'dark'],
    ['/law', 'light'],
    ['/loi?q=mineur', 'dark'],
  ] as const)('%s in %s breaks no rule of accessibility, and runs no script', async (path, colours) => {
    const page = await opened(path, 375, colours);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      colours === 'dark' ? 'rgb(22, 21, 20)' : 'rgb(255, 255, 255)',
    );
    await shoot(page, `loi-${colours}`);
    expect(await rulesBroken(page)).toEqual([]);
  });

  test('has a folded entry for each sentence, which a link to it opens', async () => {
    const page = await opened('/loi');
    expect(await page.locator('details dl[id]').count()).toBe(REGISTER.length);
    expect(await page.locator('#OPPOSED_GLOBAL').isVisible()).toBe(false);
    await page.locator('a[href="#OPPOSED_GLOBAL"]').first().click();
    await expect.poll(() => page.locator('#OPPOSED_GLOBAL').isVisible()).toBe(true);
  });

  test('leads to the same page in the other language, and back', async () => {
    const page = await opened('/loi');
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    await page.getByRole('link', { name: 'In English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('link', { name: 'En français' }).click();
    expect(new URL(page.url()).pathname).toBe('/loi');
  });

  test('is searched by keyboard: in French, in English, by code, by article, without accents', async () => {
    const page = await opened('/loi', 320);
    const first = await resultsOf(page, 'précochée');
    expect(first.status).toMatch(/^\d+ résultats pour «\u00a0précochée\u00a0»\.$/);
    expect(first.titles.length).toBe(Number.parseInt(first.status ?? '', 10));
    expect((await resultsOf(page, 'PRECOCHEE')).titles).toEqual(first.titles);
    expect((await resultsOf(page, 'pre-ticked')).titles.join()).toContain('Case précochée');
    expect((await resultsOf(page, 'sender_id_invalid')).titles.join()).toContain('SENDER_ID_INVALID');
    const article = await resultsOf(page, 'L. 223-8');
    expect(article.titles.length).toBeGreaterThan(0);
    expect((await resultsOf(page, 'L223-8')).titles).toEqual(article.titles);
    const none = await resultsOf(page, 'zeppelin');
    expect(none.status).toContain('Aucun résultat pour «\u00a0zeppelin\u00a0». Ce recueil n’emploie pas ces mots');
    expect(none.titles).toEqual([]);
    expect((await resultsOf(page, '<i>"zeppelin')).status).toContain('pour «\u00a0<i>"zeppelin\u00a0».');
    expect((await resultsOf(page, 'consentements')).titles.length).toBeGreaterThan(0);
  });

  test('leads from a result to the part that was found', async () => {
    const page = await opened('/loi?q=quinze+ans');
    await page.locator('#results a').first().click();
    const target = new URL(page.url()).hash.slice(1);
    expect(await page.locator(`[id="${target}"]`).textContent()).toContain('quinze ans');
  });
});
