import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Judge, openJudge } from '#tools/mails/judge/judge.ts';
import { LEADS_TO } from '../sender.ts';
import { unprotected } from '../sheets/page.ts';
import { type Property, propertiesOfBrowser } from './properties.ts';
import { searchProperties, written } from './search.ts';

const judges: Judge[] = [];
let properties: readonly Property[];
beforeAll(async () => {
  const [known, ...opened] = await Promise.all([propertiesOfBrowser(), openJudge(), openJudge()]);
  properties = known;
  judges.push(...opened);
});
afterAll(() => Promise.all(judges.map((judge) => judge.close())));

describe('every property that the browser knows', () => {
  test('is among those that are searched, with values that it takes', () => {
    const names = new Set(properties.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(600);
    for (const name of ['display', 'all', 'float', '-webkit-margin-before', 'interactivity', 'corner-shape'])
      expect(names).toContain(name);
    expect(properties.filter(({ values }) => values.length < 4)).toEqual([]);
  });

  test('leaves the block seen, or its value is refused: some of all values, as one seed chooses', async () => {
    const found = await searchProperties(judges, properties, { seed: 1, share: 0.004 });
    expect(found.blinding.map(({ declarations, why }) => [declarations.map(written), why])).toEqual([]);
    expect(found.declarations).toBeGreaterThan(800);
    expect(found.refused).toBeGreaterThan(20);
  }, 300_000);

  test('is found to blind a block that nothing protects', async () => {
    const known = new Set([
      'opacity',
      'visibility',
      'font-size',
      'clip-path',
      'text-indent',
      '-webkit-text-fill-color',
    ]);
    const some = properties.filter(({ name }) => known.has(name));
    const sending = { refuses: () => false, send: (html: string) => ({ html: unprotected(html, LEADS_TO) }) };
    const { blinding } = await searchProperties(judges, some, { seed: 1, share: 0.1, sending });
    const names = blinding.flatMap(({ declarations }) => declarations.map(({ property }) => property));
    expect(new Set(names)).toEqual(known);
  }, 300_000);
});
