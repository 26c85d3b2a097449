import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayDocument } from '#infra/constructs/page-responses.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { GATEWAY_WORDS } from '#shared/words/gateway.ts';
import type { GatewayWords } from '#shared/words/shape/pages.ts';
import { launchBrowser } from '#test/support/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
const PAGES = Object.keys(GATEWAY_WORDS.fr) as (keyof GatewayWords)[];
const WINDOWS = [
  { viewport: { width: 320, height: 568 }, colorScheme: 'light' },
  { viewport: { width: 320, height: 568 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Rules of WCAG 2.2 A and AA that a document breaks in a window, and whether it has to be scrolled sideways. */
const lookedAt = async (document: string, window: (typeof WINDOWS)[number]) => {
  const context = await browser.newContext(window);
  const tab = await context.newPage();
  await tab.setContent(document);
  await tab.evaluate(AXE);
  const violations = await tab.evaluate(
    `axe.run(document,{runOnly:${RULES}}).then(r=>r.violations.map(v=>v.id+': '+v.nodes[0].html))`,
  );
  const fits = await tab.evaluate('document.documentElement.scrollWidth <= innerWidth');
  await context.close();
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
