import type { Page } from 'playwright-core';

/** Keeps a picture of a page in the folder that `SCREENSHOTS` names, for whoever wants to see it: no test reads it. */
export const shoot = async (tab: Page, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (folder !== undefined) await tab.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
