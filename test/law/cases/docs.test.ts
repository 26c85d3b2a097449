import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lawPageHtml } from '#console/law.ts';
import { REASONS } from '#shared/law/reasons/reasons.ts';
import { REGISTER } from '#shared/law/register.ts';
import { draftedProhibitions } from '#tools/law/drafted.ts';
import { lawPage } from '#tools/law/page.ts';
import { renderLaw } from '#tools/law/render.ts';

const DOCS = new URL('../../../docs/', import.meta.url);
const stored = readFileSync(new URL('law.md', DOCS), 'utf8');
const drafted = await draftedProhibitions();
const idsIn = (text: string): string[] => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
const targetsIn = (text: string): string[] => [...text.matchAll(/(?:\]\(|href=")#([^)"]+)/g)].map(([, id]) => id ?? '');

describe('docs/law.md', () => {
  test('is what the register renders, one row per prohibition', () => {
    expect(stored).toBe(renderLaw(drafted));
    const rows = lawPage(drafted).chapters.flatMap(({ texts }) => texts.flatMap(({ rows }) => rows));
    expect(rows).toHaveLength(REGISTER.length);
    expect(rows.filter(({ code, anchor }) => !stored.includes(`\n| \`${code}\`<a id="${anchor}">`))).toEqual([]);
  });

  test('asks in the order of a lawyer, and leaves no prohibition without a chapter', () => {
    expect(lawPage(drafted).chapters.map(({ id }) => id)).toEqual([
      ...['scope', 'opposition', 'consent', 'existing-customer', 'professionals', 'evidence'],
      ...['form', 'retention', 'limits', 'frequency', 'hours'],
    ]);
  });

  test('names every reason code that there is', () => {
    expect(Object.keys(REASONS).filter((code) => !stored.includes(`\`${code}\``))).toEqual([]);
  });

  test('links each table to a file of the repository that exists', () => {
    const files = [...stored.matchAll(/\]\((\.\.\/shared[^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => !existsSync(new URL(path, DOCS)))).toEqual([]);
  });
});

describe('the law as a file and as a page', () => {
  test.each([
    ['the file', stored],
    ['the page', lawPageHtml(drafted)],
  ])('%s gives each code one anchor, and no link leads nowhere', (_, text) => {
    const ids = idsIn(text);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(targetsIn(text).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
