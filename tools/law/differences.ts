import * as z from 'zod/mini';
import { SentenceFingerprint } from './fingerprint.ts';

/** One way in which the rulebook is not what an edition was pinned to. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly sentence: SentenceFingerprint;
  /** For a change: each field, then the lines gone (`-`) and new (`+`). */
  readonly details: readonly string[];
}

/** A sentence in a rulebook: its code and the version of its text. */
export const keyOf = ({ code, article }: Pick<SentenceFingerprint, 'code' | 'article'>): string =>
  `${code} (${article})`;

const linesOf = (value: SentenceFingerprint[keyof SentenceFingerprint]): readonly string[] =>
  Array.isArray(value) ? value : [value ?? 'none'];

const detailsOf = (before: SentenceFingerprint, now: SentenceFingerprint): readonly string[] =>
  z.keyof(SentenceFingerprint).options.flatMap((field) => {
    const [old, fresh] = [linesOf(before[field]), linesOf(now[field])];
    if (JSON.stringify(old) === JSON.stringify(fresh)) return [];
    const gone = old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`);
    const come = fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
    return [`${field}${gone.length + come.length === 0 ? ' in another order' : ''}`, ...gone, ...come];
  });

const reordered = (pinned: readonly SentenceFingerprint[], now: readonly SentenceFingerprint[]): Difference[] => {
  const kept = (all: readonly SentenceFingerprint[], others: readonly SentenceFingerprint[]) => {
    const keys = new Set(others.map(keyOf));
    return all.filter((each) => keys.has(keyOf(each)));
  };
  const [before, after] = [kept(pinned, now), kept(now, pinned)];
  const index = after.findIndex((each, at) => keyOf(each) !== keyOf(before[at] ?? each));
  const [sentence, was] = [after[index], before[index]];
  if (sentence === undefined || was === undefined) return [];
  return [{ kind: 'reordered', sentence, details: [`it is where ${keyOf(was)} stood`] }];
};

/** How the sentences of today differ from those that an edition was pinned to; empty: they are the same, in one order. */
export const differencesOf = (
  pinned: readonly SentenceFingerprint[],
  now: readonly SentenceFingerprint[],
): readonly Difference[] => {
  const before = new Map(pinned.map((each) => [keyOf(each), each]));
  const keysNow = new Set(now.map(keyOf));
  const changed = now.flatMap((sentence): Difference[] => {
    const old = before.get(keyOf(sentence));
    if (old === undefined) return [{ kind: 'added', sentence, details: [] }];
    const details = detailsOf(old, sentence);
    return details.length === 0 ? [] : [{ kind: 'changed', sentence, details }];
  });
  const removed = pinned
    .filter((each) => !keysNow.has(keyOf(each)))
    .map((sentence): Difference => ({ kind: 'removed', sentence, details: [] }));
  return [...changed, ...removed, ...reordered(pinned, now)];
};

/**
 * The sentences of today as they compare with an earlier edition's. Its order is not compared: no verdict depends on it. A
 * text may have got a last day since, not before the day of the next edition: from that day on the next edition judges.
 */
export const asBefore = (
  next: string,
  now: readonly SentenceFingerprint[],
  pinned: readonly SentenceFingerprint[],
): readonly SentenceFingerprint[] => {
  const order = new Map(pinned.map((each, index) => [keyOf(each), { index, until: each.until }]));
  const indexOf = (each: SentenceFingerprint) => order.get(keyOf(each))?.index ?? pinned.length;
  const endsLater = (each: SentenceFingerprint) =>
    each.until !== null && each.until >= next.slice(0, 10) && order.get(keyOf(each))?.until === null;
  return now
    .map((each) => (endsLater(each) ? { ...each, until: null } : each))
    .toSorted((a, b) => indexOf(a) - indexOf(b));
};
