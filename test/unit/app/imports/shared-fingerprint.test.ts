import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedFingerprint, sharedKeyIn } from '#shared/domain/opposition/shared-fingerprint.ts';
import { type RanByPython, ranByPython } from '#test/support/examples/python.ts';

interface Vectors {
  readonly key: string;
  readonly vectors: readonly {
    readonly kind: 'email' | 'phone';
    readonly written: string;
    readonly fingerprint: string;
  }[];
}
const { key, vectors }: Vectors = JSON.parse(readFileSync('test/fixtures/golden-shared-fingerprints.json', 'utf8'));
const page = readFileSync('docs/migrating.md', 'utf8');
const shown = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
const isAsciiDomain = (address: string) => /^[\x20-\x7e]*$/.test(address.trim().split('@').at(-1) ?? '');
const bytes = sharedKeyIn(key) ?? new Uint8Array();

test('the fingerprint of an address under a shared key never changes', () => {
  for (const { kind, written, fingerprint } of vectors)
    expect(sharedFingerprint(bytes, { kind, value: written }), written).toBe(fingerprint);
});

test('the page shows these vectors', () => {
  for (const { written, fingerprint } of vectors.filter((each) => each.written.trim() === each.written.normalize()))
    expect(page).toContain(`| \`${written}\` | \`${fingerprint}\` |`);
});

describe('the example in Python', () => {
  const REFUSED = ['x@straße.de', 'x@βόλος.example', '+33 6 12 34 56 78'];
  const taken = vectors.filter(({ written }) => isAsciiDomain(written));
  let makes: RanByPython | undefined;
  let refuses: readonly RanByPython[];
  beforeAll(async () => {
    // A file that a spreadsheet wrote begins with a byte order mark.
    const file = `\uFEFF${taken.map(({ written }) => `${written}\n`).join('')}`;
    [makes, ...refuses] = await ranByPython(shown('python'), [key], [file, ...REFUSED.map((each) => `${each}\n`)]);
  }, 60_000);

  test('makes them', () => {
    expect(makes).toEqual({ lines: taken.map(({ fingerprint }) => fingerprint), fault: null });
  });

  test.each(REFUSED)('refuses %s', (written) => {
    expect(refuses[REFUSED.indexOf(written)]?.fault).toContain(
      written.includes('@') ? 'write the domain in ASCII' : 'write the number in E.164',
    );
  });
});

test('the example in Node takes any domain that Aval takes, and refuses a number that is not in E.164', async () => {
  const { fingerprint } = await import(`data:text/javascript,${encodeURIComponent(shown('js'))}`);
  for (const written of ['x@straße.de', 'x@βόλος.example', '\uFEFFx@example.fr'])
    expect(fingerprint(key, written), written).toBe(sharedFingerprint(bytes, { kind: 'email', value: written }));
  expect(() => fingerprint(key, '+33 6 12 34 56 78')).toThrow('write the number in E.164');
});

test('the example in Node makes them', async () => {
  const code = shown('js');
  const { fingerprint } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(vectors.map(({ written }) => fingerprint(key, written))).toEqual(vectors.map((each) => each.fingerprint));
});

test.each(['', 'abc', key.slice(2), 'z'.repeat(64), `${key}${key}00`])('%s is no shared key', (text) => {
  expect(sharedKeyIn(text)).toBeUndefined();
});
