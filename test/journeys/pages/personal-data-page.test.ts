import type { Browser, Request, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalDataPage } from '#shared/pages/personal-data/personal-data-page.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { rulesBroken } from '#test/support/pages/rules-broken.ts';
import { shoot } from '#test/support/pages/shoot.ts';
import { documentOf } from '#test/support/words/personal-data.ts';

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
/** What is looked at is written into one tab: a new one for each page takes four times as long. */
let tab: Tab;
beforeAll(async () => {
  browser = await launchBrowser();
  tab = await browser.newPage({ bypassCSP: true });
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
        await tab.setViewportSize(viewport);
        await tab.emulateMedia({ colorScheme });
        const asked: string[] = [];
        const note = (request: Request) => asked.push(request.url());
        tab.on('request', note);
        await tab.setContent(personalDataPage(documentOf(WORDS[words]), language));
        const found = await rulesBroken(tab);
        const width = await tab.evaluate('document.documentElement.scrollWidth');
        await shoot(tab, `personal-data-${screen}-${words}-${language}-${colorScheme}`);
        const said = { found, width, asked, text: (await tab.textContent('main'))?.includes(WORDS[words]) };
        tab.off('request', note);
        expect(said).toEqual({ found: [], width: viewport.width, asked: [], text: true });
      }
    },
  );
});
