import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Made for Lambda's one call per process: with it the browser ends with its first page. */
const FOR_LAMBDA_ALONE = '--single-process';
/** They draw in WebGL's way by a processor that imitates its hardware, which no page here asks for: a tenth of what a look takes. */
const FOR_WEBGL_ALONE = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
const LEFT_OUT: readonly string[] = [FOR_LAMBDA_ALONE, ...FOR_WEBGL_ALONE];

/** Starts the Chromium that comes with the package, headless, with more switches if given. Whoever starts it closes it. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> =>
  playwright.launch({
    args: [...chromium.args.filter((argument) => !LEFT_OUT.includes(argument)), '--disable-gpu', ...more],
    executablePath: await chromium.executablePath(),
    headless: true,
  });
