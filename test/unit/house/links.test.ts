import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOTS = '{shared,functions,infra,local,console,cli,demo,tools,test,bench}';
const own = (file: string): boolean => !file.includes('node_modules');
const PAGES = globSync(['*.md', 'docs/**/*.md', `${ROOTS}/**/*.md`]).filter(own);
const SOURCES = globSync(['*.ts', `${ROOTS}/**/*.ts`]).filter(own);
const textOf = (file: string): string => readFileSync(file, 'utf8');
const readings = textOf('docs/readings.md');

const exists = existsSync;

/** What a page shows as code is no link. */
const proseOf = (page: string): string => textOf(page).replace(/^```[\s\S]*?^```$/gm, '');
const linksOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** A heading as the address of its section: lower case, hyphens, no punctuation. */
const addressOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Where a link into a page can lead: its headings, and the places that it names itself. */
const anchorsOf = (page: string): readonly string[] => [
  ...[...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => addressOf(heading)),
  ...[...proseOf(page).matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id),
];

const brokenLinksOf = (page: string): readonly string[] =>
  linksOf(page).filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (!exists(target)) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });

/** Block and line comments. */
const commentsOf = (file: string): string => (textOf(file).match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? []).join('\n');
const inComments = (pattern: RegExp): readonly (readonly [file: string, found: string])[] =>
  SOURCES.flatMap((file) => [...commentsOf(file).matchAll(pattern)].map(([found]) => [file, found] as const));

describe('links', () => {
  test('there are pages and sources to read', () => {
    expect(PAGES.length).toBeGreaterThan(30);
    expect(SOURCES.length).toBeGreaterThan(300);
  });

  test.each(PAGES)('of %s lead to files and sections that exist', (page) => {
    expect(brokenLinksOf(page)).toEqual([]);
  });

  test('a path that a page names in code is a file, a folder or a pattern that finds some', () => {
    const wrong = PAGES.flatMap((page) =>
      [
        ...proseOf(page).matchAll(
          /`((?:shared|functions|infra|local|console|cli|demo|tools|test|bench|docs)\/[^`\s]*)`/g,
        ),
      ]
        .map(([, path = '']) => path)
        .filter((path) => !/[<{…]/.test(path) && !exists(path) && globSync(path).length === 0)
        .map((path) => `${page}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('comments', () => {
  test('name documents of this repository alone, and such as exist', () => {
    const wrong = inComments(/[\w./<>-]*[\w>]\.md\b(?![\w/])/g).filter(
      ([file, path]) => !/[<>]/.test(path) && !exists(path) && !existsSync(join(dirname(file), path)),
    );
    expect(wrong).toEqual([]);
  });

  test('name in code files that exist: by the whole path, or by its end', () => {
    const named = inComments(/`[\w.-]+(?:\/[\w.-]+)+\.ts(?:[:#]\d+)?`/g);
    expect(named.length).toBeGreaterThan(20);
    const wrong = named.filter(([, found]) => {
      const path = found.replace(/^`|(?:[:#]\d+)?`$/g, '');
      return !SOURCES.some((file) => file === path || file.endsWith(`/${path}`));
    });
    expect(wrong).toEqual([]);
  });

  test('cite choices of reading that docs/readings.md holds', () => {
    const cited = inComments(/\bD\d{1,2}\b/g);
    const held = new Set(readings.match(/^## D\d+(?= )/gm)?.map((heading) => heading.slice(3)));
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter(([, choice]) => !held.has(choice))).toEqual([]);
  });

  test('cite labels of rules that docs/readings.md explains', () => {
    const cited = inComments(/\b(?:FR-[A-Z0-9]+|OPP|RET|UNS|VOICE|TIME|INFO|SENS|PROOF)-\d\b/g);
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter(([, label]) => !readings.includes(`| \`${label}\` |`))).toEqual([]);
  });
});
