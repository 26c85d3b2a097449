import { compareGlyphs, type Line } from './glyphs.ts';
import { asOutlook, callOf, FOCUS_BEFORE, hideGlyphs, isFocused, showGlyphs, stopAt } from './in-page.mjs';
import { callOfLook } from './look-at.mjs';
import type { Mode } from './modes.ts';
import { sourceForOutlook } from './outlook.ts';
import type { Tab } from './tab.ts';

/** What is asked of a way to stop, besides that it leads to our page. */
const MIN_PIXELS = 11;
const MIN_CONTRAST = 3;
/** The share of points along its text at which the link itself must answer. */
const MIN_HITS = 0.5;
/** What moves is looked at after three seconds, when a reader is about to read on, and when it has ended. */
const SOON = 3000;
const AT_THE_END = null;
/** A mail that has its own link and ours; more are looked at than any mail needs. */
const MOST_LINKS = 6;

/** What one way of looking at a mail finds. */
export interface Look {
  readonly mode: string;
  readonly seen: boolean;
  /** Why no link is seen: one reason for each link to our page, from the last; empty when one is seen. */
  readonly why: readonly string[];
  /** Contrast and letters of the link that is seen; 0 when none is. */
  readonly contrast: number;
  readonly pixels: number;
  readonly milliseconds: number;
}

/** What `callOfLook` finds in the page. */
interface Place {
  readonly pixels: number;
  readonly hits: number;
  readonly cover: string;
  readonly rects: readonly Line[];
  readonly scrolled: { readonly x: number; readonly y: number };
  readonly viewport: { readonly width: number; readonly height: number };
}

/** The part of the viewport that holds all lines, in whole pixels; `undefined` when none of it is in the viewport. */
const clipAround = ({ rects, viewport }: Place): Line | undefined => {
  const left = Math.max(0, Math.floor(Math.min(...rects.map((line) => line.left))) - 1);
  const top = Math.max(0, Math.floor(Math.min(...rects.map((line) => line.top))) - 1);
  const right = Math.min(viewport.width, Math.ceil(Math.max(...rects.map((line) => line.left + line.width))) + 1);
  const bottom = Math.min(viewport.height, Math.ceil(Math.max(...rects.map((line) => line.top + line.height))) + 1);
  return right - left > 0 && bottom - top > 0 ? { left, top, width: right - left, height: bottom - top } : undefined;
};

const glyphsOf = async (tab: Tab, place: Place, clip: Line) => {
  const inDocument = { ...clip, left: clip.left + place.scrolled.x, top: clip.top + place.scrolled.y };
  const shown = await tab.paint(inDocument);
  await tab.evaluate(callOf(hideGlyphs));
  const hidden = await tab.paint(inDocument);
  await tab.evaluate(callOf(showGlyphs));
  const lines = place.rects.map((line) => ({ ...line, left: line.left - clip.left, top: line.top - clip.top }));
  return compareGlyphs(shown, hidden, lines, MIN_CONTRAST);
};

/** True when the Tab key reaches the link: from the stop before it, else going through all stops. */
const isOnTabPath = async (tab: Tab): Promise<boolean> => {
  const stops = await tab.evaluate<number>(FOCUS_BEFORE);
  for (let presses = 0; presses <= stops; presses += 1) {
    await tab.press('Tab');
    if (await tab.evaluate<boolean>(callOf(isFocused))) return true;
  }
  return false;
};

type Sight = Pick<Look, 'contrast' | 'pixels'>;

/** Why the link with this number is not seen, or how well it is; `undefined` when there is no such link. */
const sightOf = async (tab: Tab, leadsTo: string, fromTheEnd: number): Promise<string | Sight | undefined> => {
  const place = await tab.evaluate<Place | undefined>(callOfLook(leadsTo, fromTheEnd, MIN_PIXELS));
  if (place === undefined) return undefined;
  const { pixels, hits, cover } = place;
  if (place.rects.length === 0) return 'it has no place on the page';
  if (pixels < MIN_PIXELS) return `its letters have ${pixels.toFixed(1)} px`;
  const clip = clipAround(place);
  if (clip === undefined) return 'it is off the screen';
  if (hits < MIN_HITS) return `at its place is ${cover}`;
  const { changed, contrast, areShapes } = await glyphsOf(tab, place, clip);
  if (changed === 0) return 'no pixel shows it';
  if (contrast < MIN_CONTRAST) return `its contrast is ${contrast.toFixed(2)}`;
  if (!areShapes) return 'no letters of it are seen';
  if (!(await isOnTabPath(tab))) return 'the keyboard does not reach it';
  return { contrast, pixels };
};

/** The link to our page that is seen, or why none is, from the last. */
const lookForLink = async (tab: Tab, leadsTo: string): Promise<Sight | readonly string[]> => {
  const why: string[] = [];
  for (let fromTheEnd = 0; fromTheEnd < MOST_LINKS; fromTheEnd += 1) {
    const sight = await sightOf(tab, leadsTo, fromTheEnd);
    if (sight === undefined) break;
    if (typeof sight !== 'string') return sight;
    why.push(sight);
  }
  return why.length > 0 ? why : ['no link leads to the page'];
};

/** Shows a mail as the program of the mode does, and stops what moves in it; returns how many things do. */
export const showIn = async (tab: Tab, html: string, leadsTo: string, { program }: Mode): Promise<number> => {
  const isOutlook = program === 'outlook';
  await tab.show(isOutlook ? sourceForOutlook(html) : html);
  if (isOutlook) await tab.evaluate(callOf(asOutlook, leadsTo));
  return tab.evaluate<number>(callOf(stopAt, SOON));
};

/** A look at a mail in which no link is seen, and why. */
export const notSeen = (mode: Mode, why: readonly string[], milliseconds: number): Look => ({
  mode: mode.name,
  seen: false,
  why,
  contrast: 0,
  pixels: 0,
  milliseconds,
});

/** Looks at a mail in one mode. */
export const lookIn = async (tab: Tab, html: string, leadsTo: string, mode: Mode): Promise<Look> => {
  const started = performance.now();
  const moving = await showIn(tab, html, leadsTo, mode);
  let sight = await lookForLink(tab, leadsTo);
  if (moving > 0 && 'contrast' in sight) {
    await tab.evaluate(callOf(stopAt, AT_THE_END));
    sight = await lookForLink(tab, leadsTo);
  }
  const milliseconds = performance.now() - started;
  return 'contrast' in sight
    ? { mode: mode.name, seen: true, why: [], ...sight, milliseconds }
    : notSeen(mode, sight, milliseconds);
};
