import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { vet } from '#shared/law/fold/vet.ts';
import { REGISTER } from '#shared/law/register.ts';
import { FINE_OF_L34_5 } from '#shared/law/texts/administrative.ts';
import { sampleCases } from '#tools/law/cases-to-try.ts';
import { draftsIn } from '#tools/law/drafted.ts';
import { judgeExample } from '#tools/law/judge-example.ts';
import { type Change, changesBy, costsChangedBy, reportOf } from '#tools/law/try-drafts.ts';
import { rulebookWithDrafts } from '#tools/law/with-drafts.ts';

const page = readFileSync('docs/eprivacy.md', 'utf8');
/** `| … | 2027-06-01 | `docs/eprivacy/art-88a` | 63f, 63i |` */
const SAID = [...page.matchAll(/^\| [^|]+ \| (\d{4}-\d\d-\d\d) \| `(docs\/eprivacy\/[\w-]+)` \| ([^|]+) \|$/gm)].map(
  ([, day = '', folder = '', rows = '']) => [folder, day, rows === 'aucune' ? [] : rows.split(', ')] as const,
);
const cases = await sampleCases();
const rowOf = ({ name }: Pick<Change, 'name'>) => /^row (\S+):/.exec(name)?.[1];
const tryOn = async (folder: string, day: string) => {
  const drafts = (await draftsIn(folder)).map(({ prohibition }) => prohibition);
  return changesBy(cases, day, rulebookWithDrafts(drafts));
};

describe('docs/eprivacy.md', () => {
  test('speaks of every draft that there is', () => {
    expect(SAID.map(([folder]) => folder).toSorted()).toEqual(
      readdirSync('docs/eprivacy')
        .map((name) => `docs/eprivacy/${name}`)
        .toSorted(),
    );
  });
  test.each(SAID)('%s changes on %s what the page says', async (folder, day, rows) => {
    expect((await tryOn(folder, day)).map(rowOf).toSorted()).toEqual([...rows].toSorted());
  });
  test.each(SAID)('%s changes nothing on the day before', async (folder, day) => {
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(await tryOn(folder, before)).toEqual([]);
  });
  test.each(SAID)('%s: each example is what its sentence says', async (folder) => {
    const drafts = await draftsIn(folder);
    expect(drafts).not.toEqual([]);
    for (const { prohibition, examples } of drafts)
      for (const example of examples)
        expect([example[0], judgeExample(prohibition, example).says]).toEqual([example[0], example[2]]);
  });
  test('art. 88a: the image is removed, and the message is sent', async () => {
    const changes = await tryOn('docs/eprivacy/art-88a', '2027-06-01');
    expect(changes).not.toEqual([]);
    for (const { before, after } of changes)
      expect([before.outcome, before.notes, after.outcome, after.notes]).toEqual([
        ...['allow', []],
        ...['allow', ['PIXEL_STRIPPED_NO_CONSENT']],
      ]);
  });
  test('C-317/25 not followed: two refusals become allowed; a consent to a partner that is named covers no other', async () => {
    const changes = await tryOn('docs/eprivacy/c-317-25-not-followed', '2027-06-01');
    expect(changes.map(({ before, after }) => [before.outcome, after.outcome]).toSorted()).toEqual([
      ...Array(2).fill(['refuse', 'allow']),
      ['refuse', 'refuse'],
    ]);
  });
  test('QPC 2026-1210: every sentence is kept, none with the fine of al. 8, of whatever text it is', async () => {
    const drafts = (await draftsIn('docs/eprivacy/qpc-2026-1210')).map(({ prohibition }) => prohibition);
    const textOf = (id: string) => id.slice(0, id.lastIndexOf('/'));
    const texts = new Set(drafts.map(({ article }) => textOf(article.id)));
    const isFined = ({ sanctions = [] }: (typeof REGISTER)[number]) => sanctions.includes(FINE_OF_L34_5);
    const today = REGISTER.filter(
      ({ article: { id, inForce } }) => texts.has(textOf(id)) && (inForce.until ?? '9999') > '2027-10-31',
    );
    expect(drafts.map(({ code }) => code).toSorted()).toEqual(today.map(({ code }) => code).toSorted());
    expect([...texts].toSorted()).toEqual(
      [...new Set(REGISTER.filter(isFined).map(({ article }) => textOf(article.id)))].toSorted(),
    );
    const then = rulebookWithDrafts(drafts).prohibitions.filter(
      ({ article: { inForce } }) => (inForce.until ?? '9999') > '2027-10-31',
    );
    expect(then.filter(isFined)).toEqual([]);
    expect(then).toHaveLength(
      REGISTER.filter(({ article: { inForce } }) => (inForce.until ?? '9999') > '2027-10-31').length,
    );
  });
  test('QPC 2026-1210: the command prints what a breach no longer costs, and a mail without means to stop keeps its own fine', async () => {
    const drafted = rulebookWithDrafts(
      (await draftsIn('docs/eprivacy/qpc-2026-1210')).map(({ prohibition }) => prohibition),
    );
    const costs = costsChangedBy(cases, '2027-10-31', drafted);
    expect(new Set(costs.map(({ sanction, is }) => `${is} ${sanction}`))).toEqual(
      new Set(['gone CPCE, art. L. 34-5, al. 8']),
    );
    expect(new Set(costs.map(({ code }) => code))).toContain('OPPOSED_GLOBAL');
    expect(reportOf([], cases.length, '2027-10-31', costs)).toMatch(
      /^0 of \d+ verdicts would change.*\n- [A-Z_\d]+: CPCE, art\. L\. 34-5, al\. 8 \(\d+\)\n[\s\S]*What a breach costs would change in \d+ of \d+/,
    );
    expect(costsChangedBy(cases, '2027-10-30', drafted)).toEqual([]);
    const kept = drafted.prohibitions.filter(
      ({ code, article }) => code === 'OPPOSITION_MENTION_MISSING' && article.id.startsWith('l122-8/'),
    );
    expect(kept.flatMap(({ sanctions = [] }) => sanctions.map(({ texts: [first] }) => first?.name))).toEqual([
      'Code de la consommation, art. L. 132-26',
    ]);
  });
  test('art. 88b: a refusal that was recorded as an opposition takes the image away, and nothing else', async () => {
    const row = cases.find(({ name }) => name.startsWith('row 63d:'));
    if (row === undefined) throw new Error('there is no row 63d');
    const { outcome, notes } = vet(row.request);
    expect(outcome).toBe('allow');
    expect(notes.map(({ code }) => code)).toContain('PIXEL_STRIPPED_NO_CONSENT');
  });
});
