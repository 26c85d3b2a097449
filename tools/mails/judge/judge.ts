import { setTimeout as delay } from 'node:timers/promises';
import { launchBrowser } from '#test/support/browser.ts';
import { goToEnd } from './end-of-page.mjs';
import type { Line } from './glyphs.ts';
import { callOf, readPage } from './in-page.mjs';
import { type Look, lookIn, notSeen, showIn } from './look.ts';
import { MODES, type Mode } from './modes.ts';
import { Tab } from './tab.ts';

/**
 * Nothing but the processor paints, and at the rate of a screen: without that limit the compositor made frame after frame that nobody asked for, a third of
 * what a look took.
 */
const PAINTED = ['--disable-gpu', '--disable-gpu-compositing'];

/** Milliseconds: columns in columns in columns keep a browser busy for ever. */
const LONGEST_LOOK = 30_000;
/** What a browser says of a mail: `seen` when a way to stop is seen in every mode. */
export interface Judgement {
  readonly seen: boolean;
  readonly looks: readonly Look[];
}

export interface Judge {
  /**
   * Judges the HTML part of a mail as received.
   * `leadsTo` is how the address of our opposition page begins, up to the token: `https://o.example.fr/o/`.
   */
  readonly judge: (html: string, leadsTo: string, modes?: readonly Mode[]) => Promise<Judgement>;
  /** What a reader has before their eyes, links and words of pictures included, as text. */
  readonly read: (html: string) => Promise<string>;
  /** A PNG of the end of the mail, as high as the window of the mode at most. Throws when no link leads to our page. */
  readonly picture: (html: string, leadsTo: string, mode: Mode) => Promise<Buffer>;
  /** Ends the browser. */
  readonly close: () => Promise<void>;
}

/** The look, or `undefined` where the browser lays the mail out longer than any reader waits; the look fails later then. */
const inTime = (look: Promise<Look>, longestLook: number): Promise<Look | undefined> => {
  look.catch(() => undefined);
  const limit = new AbortController();
  const late = delay(longestLook, undefined, { signal: limit.signal }).catch(() => undefined);
  return Promise.race([look, late]).finally(() => limit.abort());
};

/**
 * Starts one browser, in which any number of mails are judged, one after the other, each in all modes at once. Whoever opens
 * it closes it. A browser that takes more than `longestLook` milliseconds for a look at one has not shown it, and gives way to
 * another.
 */
export const openJudge = async ({ longestLook = LONGEST_LOOK } = {}): Promise<Judge> => {
  let browser = await launchBrowser(PAINTED);
  const tabs = new Map<string, Promise<Tab>>();
  const beginAgain = async (): Promise<void> => {
    await browser.close();
    tabs.clear();
    browser = await launchBrowser(PAINTED);
  };
  const tabOf = (mode: Mode): Promise<Tab> => {
    const tab = tabs.get(mode.name) ?? Tab.open(browser, mode);
    tabs.set(mode.name, tab);
    return tab;
  };
  return {
    judge: async (html, leadsTo, modes = MODES) => {
      const found = await Promise.all(
        modes.map(async (mode) => inTime(lookIn(await tabOf(mode), html, leadsTo, mode), longestLook)),
      );
      const looks = modes.map(
        (mode, index) => found[index] ?? notSeen(mode, ['the browser does not come to an end with it'], longestLook),
      );
      if (found.includes(undefined)) await beginAgain();
      return { seen: looks.every(({ seen }) => seen), looks };
    },
    read: async (html) => {
      const tab = await tabOf(MODES[0]);
      await tab.show(html);
      return tab.evaluate<string>(callOf(readPage));
    },
    picture: async (html, leadsTo, mode) => {
      const tab = await tabOf(mode);
      await showIn(tab, html, leadsTo, mode);
      const end = await tab.evaluate<Line | undefined>(callOf(goToEnd, leadsTo));
      if (end === undefined) throw new Error('No link of this mail leads to the page.');
      return tab.png(end);
    },
    close: () => browser.close(),
  };
};
