import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayDocument } from '#infra/constructs/page-responses.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { GATEWAY_WORDS } from '#shared/words/gateway.ts';
import type { GatewayWords } from '#shared/words/shape/pages.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { rulesBroken, WCAG } from '#test/support/pages/rules-broken.ts';

const PAGES = Object.keys(GATEWAY_WORDS.fr) as (keyof GatewayWords)[];
const WINDOWS = [
  { viewport: { width: 320, height: 568 }, colorScheme: 'light' },
  { viewport: { width: 320, height: 568 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const;

let browser: Browser;
/** What is looked at is written into one tab: a new one for each page takes four times as long. */
let tab: Tab;
beforeAll(async () => {
  browser = await launchBrowser();
  tab = await browser.newPage();
});
afterAll(() => browser.close());

/** Rules of WCAG 2.2 A and AA that a document breaks in a window, and whether it has to be scrolled sideways. */
const lookedAt = async (document: string, { viewport, colorScheme }: (typeof WINDOWS)[number]) => {
  await tab.setViewportSize(viewport);
  await tab.emulateMedia({ colorScheme });
  await tab.setContent(document);
  const violations = await rulesBroken(tab, { runOnly: WCAG });
  const fits = await tab.evaluate('document.documentElement.scrollWidth <= innerWidth');
  return { violations, fits };
};

test.each(PAGES)(
  'what the gateway shows by itself, "%s", breaks no rule of WCAG AA and says it in each language',
  async (page) => {
    const document = gatewayDocument(page, 'a1b2c3d4');
    for (const language of READER_LANGUAGES) expect(document).toContain(GATEWAY_WORDS[language][page].text);
    for (const window of WINDOWS) expect(await lookedAt(document, window)).toEqual({ violations: [], fits: true });
  },
);

test('a page without a language, and one that is too wide, are found', async () => {
  const [window] = WINDOWS;
  const document = gatewayDocument('notThere', 'a1b2c3d4');
  const { violations } = await lookedAt(document.replace('<html lang="fr">', '<html>'), window);
  expect(String(violations)).toContain('html-has-lang');
  expect((await lookedAt(document.replace('<main>', '<main style="width:600px">'), window)).fits).toBe(false);
});
