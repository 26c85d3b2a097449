import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Made for Lambda's one call per process: with it the browser ends with its first page. */
const FOR_LAMBDA_ALONE = '--single-process';

/** Starts the Chromium that comes with the package, headless, with more switches if given. Whoever starts it closes it. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> =>
  playwright.launch({
    args: [...chromium.args.filter((argument) => argument !== FOR_LAMBDA_ALONE), ...more],
    executablePath: await chromium.executablePath(),
    headless: true,
  });
