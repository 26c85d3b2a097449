import type { Page } from 'playwright-core';

interface Look {
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
}

/** Shows a page in a tab that showed others before it: a new tab for each look takes four times as long. */
export const lookAt = async (tab: Page, url: string, { width = 1280, colours = 'light' }: Look = {}): Promise<Page> => {
  await tab.setViewportSize({ width, height: 800 });
  await tab.emulateMedia({ colorScheme: colours });
  await tab.goto(url);
  return tab;
};
