import type { Browser } from 'playwright-core';

/** The windows of a sheet, in pixels, and how wide each is drawn on it. */
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, viewport: { width: 375, height: 667 }, drawn: 270 },
  { colorScheme, viewport: { width: 1280, height: 800 }, drawn: 470 },
]);
/** 1 to 100; at 35 the words of a sheet can be read. */
const QUALITY = 35;
const BODY = 'display:flex;gap:16px;align-items:flex-start;width:max-content;margin:0;padding:16px;background:#8a8a8a';

/**
 * One picture of a page: on a phone of 375 px and on a desktop of 1280 px, in light and then in dark mode, each whole; a
 * WebP (RFC 9649).
 */
export const sheetOf = async (browser: Browser, document: string): Promise<Buffer> => {
  const shots = [];
  for (const { drawn, ...window } of LOOKS) {
    const context = await browser.newContext({ ...window, javaScriptEnabled: false, offline: true });
    const tab = await context.newPage();
    await tab.setContent(document);
    const png = await tab.screenshot({ fullPage: true });
    shots.push(`<img width="${drawn}" src="data:image/png;base64,${png.toString('base64')}">`);
    await context.close();
  }
  const tab = await browser.newPage();
  await tab.setContent(`<!doctype html><body style="${BODY}">${shots.join('')}</body>`);
  const box = await tab.locator('body').boundingBox();
  if (box === null) throw new Error('The sheet has no size.');
  const session = await tab.context().newCDPSession(tab);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { ...box, scale: 1 },
  });
  await tab.close();
  return Buffer.from(data, 'base64');
};
