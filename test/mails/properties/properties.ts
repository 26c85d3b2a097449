import { launchBrowser } from '#test/support/browser.ts';
import { readProperties } from './in-page.mjs';
import { HOSTILE } from './values.ts';

/** A property of this browser, with the hostile values that it knows for it. */
export interface Property {
  readonly name: string;
  readonly values: readonly string[];
}

/** Asks Chromium for all its properties, and for the hostile values that each takes. */
export const propertiesOfBrowser = async (): Promise<readonly Property[]> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await page.evaluate(readProperties, HOSTILE);
  } finally {
    await browser.close();
  }
};
