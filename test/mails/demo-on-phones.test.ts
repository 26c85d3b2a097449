import { globSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';

const NEWSLETTERS = globSync('demo/newsletters/*.html').toSorted();
const PHONES = [320, 360, 414];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** How much wider than the phone a mail is, on each of these phones, without its pictures. */
const beyond = async (html: string): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const width of PHONES) {
    const context = await browser.newContext({ viewport: { width, height: 640 } });
    const tab = await context.newPage();
    await tab.route('**/*', (route) => route.abort());
    await tab.setContent(html);
    found.push(Number(await tab.evaluate('document.documentElement.scrollWidth')) - width);
    await context.close();
  }
  return found;
};

test.each(NEWSLETTERS)('%s is as wide as a phone', async (file) => {
  expect(await beyond(readFileSync(file, 'utf8'))).toEqual([0, 0, 0]);
});

test('a newsletter of fixed width is found', async () => {
  expect(NEWSLETTERS).toHaveLength(3);
  expect(await beyond('<body style="margin:0"><table width="600" cellspacing="0"><tr><td>Bonjour')).toEqual([
    280, 240, 186,
  ]);
});
