import { globSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that the functions hold, as a literal, once. */
const patterns = (): readonly Pattern[] => {
  const found = new Map<string, Pattern>();
  for (const file of globSync('{shared,functions}/**/*.ts'))
    new Visitor({
      Literal: (node) => {
        if (!('regex' in node)) return;
        const { pattern: source, flags } = node.regex;
        found.set(`/${source}/${flags}`, { source, flags });
      },
    }).visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return [...found.values()];
};

/** What a text is made slow with: the pattern’s own letters and signs, and what stands for its classes. */
const piecesOf = ({ source }: Pattern): readonly string[] => {
  const words = source.match(/[\p{L}\p{N}@<>!"'=:;,.{}#&%-]{2,}/gu) ?? [];
  const signs = source.match(/[^\p{L}\p{N}\s\\()[\]|?*+^$]/gu) ?? [];
  return [...new Set(['a', ' ', '1', 'a ', '\t', '\n', 'a.', ...signs, ...words.slice(0, 6)])].slice(0, 24);
};

/** What the pattern begins with, up to its first class, choice or repetition: what follows is read only after it. */
const beginningOf = ({ source }: Pattern): string => {
  const [written = ''] =
    /^(?:\\[^\w]|[^\\()[\]|?*+^$.{])+(?![?*+{])/u.exec(source.replace(/^\^?(?:\(\?:|\()*/u, '')) ?? [];
  return written.replaceAll('\\', '');
};

const LENGTH = 8_000;
/** CPU, ms, above which a pattern is looked at: what reads a text once takes a hundredth. */
const SUSPICIOUS_MS = 12;

const cpuOf = (pattern: RegExp, text: string): number => {
  const start = process.cpuUsage();
  text.replace(pattern, '');
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};

const textsFor = (pattern: Pattern): readonly string[] => {
  const long = piecesOf(pattern).map((piece) => piece.repeat(LENGTH / piece.length));
  const beginning = beginningOf(pattern);
  const after = beginning === '' ? [] : [' ', 'a', '1', '\t'].map((piece) => beginning + piece.repeat(LENGTH));
  return [...long, ...after].map((text) => `${text}\u0001`);
};

/** The first text that it is slow on, measured twice, and how long it takes. */
const slowOn = (pattern: Pattern): { readonly ms: number; readonly begins: string } | undefined => {
  const regexp = new RegExp(pattern.source, pattern.flags);
  for (const text of textsFor(pattern)) {
    const once = cpuOf(regexp, text);
    const ms = once < SUSPICIOUS_MS ? once : Math.min(once, cpuOf(regexp, text));
    if (ms >= SUSPICIOUS_MS) return { ms, begins: text.slice(0, 12) };
  }
  return undefined;
};

/** Patterns that are slow on a long text, and that never get one. */
const BOUNDED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^\/<\[\^>\]\*>\/g$/, 'the text ends with its last `>`, or is our own footer, or `replaceTags` has looked for one'],
];

test('no regular expression of the functions is slow on a text that is made of its own parts', () => {
  const all = patterns();
  expect(all.length).toBeGreaterThan(400);
  const found = all
    .map((pattern) => ({ pattern: `/${pattern.source}/${pattern.flags}`, slow: slowOn(pattern) }))
    .filter(({ slow, pattern }) => slow !== undefined && !BOUNDED.some(([bounded]) => bounded.test(pattern)));
  expect(found).toEqual([]);
  for (const [bounded] of BOUNDED)
    expect(all.some(({ source, flags }) => bounded.test(`/${source}/${flags}`))).toBe(true);
});

test('a pattern that reads from each place again is found', () => {
  for (const { source, flags } of [/\s+$/, /<[^>]*>/g, /(?:a|b)+c/, /[^\0]*\0/])
    expect([source, slowOn({ source, flags })]).toEqual([
      source,
      { ms: expect.any(Number), begins: expect.any(String) },
    ]);
});
