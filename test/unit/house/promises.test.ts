import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** A line of the page: a file of tests and the title that names the promise. */
const PROOF = /^- `(test\/[^`]+\.test\.ts)`: ((P\d+): .+)$/gm;
const PROMISES = Array.from({ length: 11 }, (_, index) => `P${index + 1}`);

const page = readFileSync('docs/promises.md', 'utf8');
const sections = page.split(/^## /m).slice(1);
const proofs = sections.flatMap((section) =>
  [...section.matchAll(PROOF)].map(([, file = '', title = '', promise = '']) => ({
    under: section.split(' ')[0],
    file,
    title,
    promise,
  })),
);

/** Titles as written: the first argument of describe and test, also behind a table. */
const titlesOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*(?:describe|test)(?:\.[^']*)?\('([^']+)'/gm)].map(
    ([, title = '']) => title,
  );

describe('docs/promises.md', () => {
  test('holds the eleven promises, in order', () => {
    expect(sections.map((section) => section.split(' ')[0])).toEqual(PROMISES);
  });

  test.each(PROMISES)('%s has a proof that names it', (promise) => {
    const own = proofs.filter(({ under }) => under === promise);
    expect(own.length).toBeGreaterThan(0);
    for (const each of own) expect([each.title, each.promise]).toEqual([each.title, promise]);
  });

  test('every line that starts with a file of tests is read as a proof', () => {
    expect(page.match(/^- /gm)?.length).toBe(proofs.length);
  });

  test.each(proofs)('$file holds: $title', ({ file, title }) => {
    expect(titlesOf(file)).toContain(title);
  });
});
