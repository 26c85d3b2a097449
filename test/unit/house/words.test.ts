import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources } from '#test/support/architecture/sources.ts';
import { bannedIn, faultsOfSource, faultsOfText } from '#test/support/words/banned.ts';

const BANNED = bannedIn(readFileSync('docs/glossary.md', 'utf8'));
/** What a program writes has the words of what it is made of. */
const SOURCES = [...readSources()].filter(([file]) => !/^test\/|\/generated\//.test(file));

/** The glossary names what it bans; a decision is kept in the words of its day. */
const PAGES = globSync(['*.md', 'docs/**/*.md', '{clients,local,shared,test}/**/README.md']).filter(
  (file) => !/^docs\/(?:glossary|decisions\/)/.test(file),
);

describe('the words of docs/glossary.md', () => {
  test('the table of banned words is read', () => {
    expect(BANNED.length).toBeGreaterThan(15);
    expect(
      BANNED.filter(({ not, write, inNames, inText }) => not.length === 0 || !write || !(inNames || inText)),
    ).toEqual([]);
  });

  test('no banned word is in a name, a text or a comment of the product and its tools', () => {
    expect(SOURCES.flatMap(([file, source]) => faultsOfSource(file, source, BANNED))).toEqual([]);
  });

  test('no banned word is in a document', () => {
    const faults = PAGES.flatMap((file) =>
      faultsOfText(readFileSync(file, 'utf8'), BANNED).map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('a planted fault is caught', () => {
  const faultsOf = (source: string) => faultsOfSource('shared/edge/planted.ts', source, BANNED);

  test.each([
    ['a name', 'export const sealFor = () => 1;', 'sealFor'],
    ['a property', 'export const link = { foreignRoad: 1 };', 'foreignRoad'],
    ['a type', 'export interface AdvertiserScope { readonly id: string }', 'AdvertiserScope'],
    ['a parameter', 'export const at = (placeOfKey: number) => placeOfKey;', 'placeOfKey'],
    ['a constant', "export const OPPOSITION_ROAD = 'x';", 'OPPOSITION_ROAD'],
    ['a problem', "export const title = 'The road of the opposition is unknown';", '"road"'],
    ['a page', 'export const page = () => `<p>The person was told.</p>`;', '"told"'],
    ['a phrase over two lines', '/** Bytes made\n * elsewhere. */\nexport const one = 1;', 'made'],
  ])('in %s', (_, source, word) => {
    expect(faultsOf(source)).toEqual([expect.stringContaining(word)]);
  });

  test('in the name of a file', () => {
    expect(faultsOfSource('demo/take-roads.ts', '', BANNED)).toEqual([expect.stringContaining('take-roads')]);
  });

  test('in a document, but not in code that it quotes', () => {
    expect(faultsOfText('What is heard is kept. `road` is a name.', BANNED)).toEqual([
      expect.stringContaining('"heard"'),
    ]);
  });

  test.each([
    ['a name that the glossary excepts', 'export const OPPOSITION_ROAD_NOT_WORKING = 1; export const claimToken = 2;'],
    ['a word that only contains one', 'export const replaceBroadly = 1; export const unreachable = 2;'],
    ['an excepted phrase', "export const text = 'The stored evidence no longer matches its seal.';"],
  ])('%s passes', (_, source) => {
    expect(faultsOf(source)).toEqual([]);
  });
});
