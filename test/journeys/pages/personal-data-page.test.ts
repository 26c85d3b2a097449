import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalDataPage } from '#shared/pages/personal-data/personal-data-page.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { documentOf } from '#test/support/words/personal-data.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = {
  everyday: 'Camille Martin, 12 rue de l’Église, 33000 Bordeaux',
  long: `https://maison-valmy.example/${'sans-espace'.repeat(30)}`,
  hostile: '</style><img src=x onerror="document.title=1"><a href="javascript:alert(1)">x</a>',
};
const SCREENS = {
  phone: { width: 320, height: 640 },
  desktop: { width: 1280, height: 900 },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(Object.keys(SCREENS) as (keyof typeof SCREENS)[])('the page of personal data on a %s', (screen) => {
  const viewport = SCREENS[screen];

  test.each(Object.keys(WORDS) as (keyof typeof WORDS)[])(
    'shows %s words without a fault of accessibility, within its width, and loads and runs nothing',
    async (words) => {
      for (const [language, colorScheme] of [
        ['fr', 'dark'],
        ['en', 'light'],
      ] as const) {
        const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
        const tab = await context.newPage();
        const asked: string[] = [];
        tab.on('request', (request) => asked.push(request.url()));
        await tab.setContent(personalDataPage(documentOf(WORDS[words]), language));
        await tab.evaluate(AXE);
        const found = await tab.evaluate(async () => {
          const axe = (globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }).axe;
          const { violations } = await axe.run();
          return violations.map(({ id }) => id);
        });
        const width = await tab.evaluate('document.documentElement.scrollWidth');
        if (process.env.SCREENSHOTS !== undefined)
          await tab.screenshot({
            path: `${process.env.SCREENSHOTS}/personal-data-${screen}-${words}-${language}-${colorScheme}.png`,
            fullPage: true,
          });
        const said = { found, width, asked, text: (await tab.textContent('main'))?.includes(WORDS[words]) };
        await context.close();
        expect(said).toEqual({ found: [], width: viewport.width, asked: [], text: true });
      }
    },
  );
});
