import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright-core';
import type { Line } from './glyphs.ts';
import { areSettled, callOf } from './in-page.mjs';
import type { Mode } from './modes.ts';
import { decodePng, type Picture } from './pixels.ts';

/** Milliseconds; a picture that takes longer is as good as missing. */
const LONGEST_WAIT = 5000;

/** One tab that shows mails in one mode. It has no network, and what is in a mail does not run. */
export class Tab {
  readonly #session: CDPSession;
  readonly #frame: string;

  private constructor(session: CDPSession, frame: string) {
    this.#session = session;
    this.#frame = frame;
  }

  static async open(browser: Browser, { width, height, colours }: Mode): Promise<Tab> {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: colours,
      javaScriptEnabled: false,
      offline: true,
    });
    const page = await context.newPage();
    // The blank page that a browser starts with is dark for whoever prefers dark; a document is so only if it says so.
    await page.goto('data:text/html,<!doctype html>');
    const session = await context.newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    return new Tab(session, frameTree.frame.id);
  }

  async show(html: string): Promise<void> {
    await this.#session.send('Page.setDocumentContent', { frameId: this.#frame, html });
    await this.#picturesAreSettled();
  }

  /** A picture gives way to its words once it has failed to load, which takes a moment even without a network. */
  async #picturesAreSettled(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT;
    while (!(await this.evaluate<boolean>(callOf(areSettled))) && performance.now() < until) await delay(2);
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Paints a part of the document; `clip` in pixels of the document. */
  async paint(clip: Line): Promise<Picture> {
    return decodePng(await this.png(clip, true));
  }

  /** The same as a PNG file: large and at once, or as small as the browser makes it. */
  async png({ left: x, top: y, width, height }: Line, optimizeForSpeed = false): Promise<Buffer> {
    const { data } = await this.#session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed,
      captureBeyondViewport: false,
      clip: { x, y, width, height, scale: 1 },
    });
    return Buffer.from(data, 'base64');
  }

  async press(key: 'Tab'): Promise<void> {
    const event = { key, code: key, windowsVirtualKeyCode: 9 };
    await this.#session.send('Input.dispatchKeyEvent', { ...event, type: 'rawKeyDown' });
    await this.#session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  }
}
