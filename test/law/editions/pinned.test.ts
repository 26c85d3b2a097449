import { describe, expect, test } from 'vitest';
import { type ArticleVersion, article, type BasisException, type BasisProhibition } from '#shared/law/article.ts';
import { editionNames } from '#shared/law/editions/edition.ts';
import type { Example } from '#shared/law/example.ts';
import type { BasisFacts } from '#shared/law/facts/basis.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { asBefore, differencesOf } from '#tools/law/differences.ts';
import { type Drafted, draftedProhibitions, draftedSentences } from '#tools/law/drafted.ts';
import { changesSince, pin, pinnedEditions, reportOn } from '#tools/law/editions.ts';
import { fingerprintOf } from '#tools/law/fingerprint.ts';

const sentences = await draftedSentences();
const drafted = await draftedProhibitions();
const inForce = drafted.map(fingerprintOf);

describe('P4: an edition of the rulebook never changes', () => {
  test('each edition has its fingerprint, oldest first, and each fingerprint its edition', () => {
    expect(pinnedEditions()).toEqual(editionNames());
  });
  test.each(editionNames())('the sentences of edition %s are those that it was pinned to', (edition) => {
    const changes = changesSince(edition, sentences);
    if (changes.length > 0) expect.fail(reportOn(edition, changes, sentences));
  });
  test('the one in force is written once, and no other is written', async () => {
    await expect(pin(RULEBOOK.version)).rejects.toThrow('is there already: an edition is never changed');
    await expect(pin('2030-01-01')).rejects.toThrow(
      /Write the amendment first: shared\/law\/register\.ts:\d+, AMENDMENTS/,
    );
  });
});

/** The register with the last sentence of one code drafted otherwise, or left out. */
const redrafted = (code: string, change: (sentence: Drafted) => readonly Omit<Drafted, 'file' | 'name'>[]) => {
  const last = drafted.findLast((each) => each.prohibition.code === code);
  const faulty = drafted.flatMap((each) => (each === last ? change(each) : [each]));
  return differencesOf(inForce, faulty.map(fingerprintOf));
};
const onBasis = ({ prohibition }: Drafted): BasisProhibition => {
  if (prohibition.judges !== 'basis') throw new Error(`${prohibition.code} is on no basis.`);
  return prohibition;
};
const NEVER: BasisException = { says: { en: 'never', fr: 'jamais' }, when: () => false };
const ADDED = article({
  id: 'house-night/2018-05-25',
  code: 'Règle interne',
  number: 'nuit',
  inForce: { from: '2018-05-25' },
  kind: 'house',
}).forbids('CLOCK_UNTRUSTED', { when: () => true });

describe('P4: a change without a new edition is found', () => {
  test('of nothing, there is none', () => {
    expect(redrafted('CONSENT_EXPIRED', (each) => [each])).toEqual([]);
  });
  test('a sentence added', () => {
    const found = redrafted('CONSENT_EXPIRED', (each) => [each, { prohibition: ADDED, examples: [] }]);
    expect(found).toMatchObject([{ kind: 'added', sentence: { code: 'CLOCK_UNTRUSTED' } }]);
  });
  test('a sentence removed', () => {
    const found = redrafted('CONSENT_EXPIRED', () => []);
    expect(found).toMatchObject([{ kind: 'removed', sentence: { code: 'CONSENT_EXPIRED' } }]);
  });
  test('two sentences in the other order', () => {
    const [first, second, ...others] = inForce;
    if (first === undefined || second === undefined) throw new Error('the register has two sentences');
    expect(differencesOf(inForce, [second, first, ...others])).toMatchObject([
      { kind: 'reordered', details: [`it is where ${first.code} (${first.article}) stood`] },
    ]);
  });
  test('a number', () => {
    const after400Days = (consent: BasisFacts, { at }: Facts) => at > consent.givenAt + 400 * 86_400_000;
    const found = redrafted('CONSENT_EXPIRED', (each) => [
      { ...each, prohibition: { ...onBasis(each), when: after400Days } },
    ]);
    expect(found).toMatchObject([{ kind: 'changed', sentence: { code: 'CONSENT_EXPIRED' } }]);
    expect(found[0]?.details.slice(0, 2)).toEqual(['examples', expect.stringMatching(/^- ✗ 366 days old /)]);
  });
  test('a number and the values of the example beside it, under the same title', () => {
    const later = ([title, changes, says]: Example): Example => [title, { ...changes, at: 34_646_400_000 }, says];
    const found = redrafted('CONSENT_EXPIRED', ({ prohibition, examples }) => [
      { prohibition, examples: examples.map(later) },
    ]);
    expect(found).toMatchObject([{ kind: 'changed', sentence: { code: 'CONSENT_EXPIRED' } }]);
  });
  test('a condition turned into its contrary', () => {
    const found = redrafted('CONSENT_EXPIRED', (each) => {
      const rule = onBasis(each);
      return [{ ...each, prohibition: { ...rule, when: (basis, facts) => !rule.when(basis, facts) } }];
    });
    expect(found.map(({ details: [field] }) => field)).toEqual(['examples']);
  });
  test('an example removed', () => {
    const found = redrafted('CONSENT_EXPIRED', ({ prohibition, examples: [, ...others] }) => [
      { prohibition, examples: others },
    ]);
    expect(found[0]?.details).toEqual(['examples', expect.stringMatching(/^- ✗ 366 days old /)]);
  });
  test.each<[string, Partial<BasisProhibition>, readonly string[]]>([
    ['a paragraph', { paragraph: 'al. 9' }, ['paragraph']],
    ['a reading', { reading: 'another' }, ['reading']],
    ['a quotation', { quote: 'pour une durée maximale d’un an' }, ['quote']],
    ['the bases that it judges', { bases: ['consent', 'legal-person'] }, ['judges']],
    ['its scope', { concerns: { channels: ['automated-call', 'live-call'], audience: 'consumer' } }, ['concerns']],
    ['its exceptions', { unless: [NEVER] }, ['unless', 'examples']],
  ])('%s', (_, change, fields) => {
    const found = redrafted('CONSENT_EXPIRED', (each) => [{ ...each, prohibition: { ...onBasis(each), ...change } }]);
    expect(found.flatMap(({ details }) => details.filter((line) => !/^[-+] /.test(line)))).toEqual(fields);
  });
  test.each<[string, Partial<ArticleVersion>, readonly string[]]>([
    ['a last day', { inForce: { from: '2026-08-11', until: '2027-01-01' } }, ['until']],
  ])('of its text, %s', (_, change, fields) => {
    const found = redrafted('CONSENT_EXPIRED', (each) => {
      const rule = onBasis(each);
      return [{ ...each, prohibition: { ...rule, article: { ...rule.article, ...change } } }];
    });
    expect(found.flatMap(({ details }) => details.filter((line) => !/^[-+] /.test(line)))).toEqual(fields);
  });
});

describe('P4: an earlier edition', () => {
  const [one, two, ...others] = inForce;
  if (one === undefined || two === undefined) throw new Error('the register has two sentences');
  const since = (now: typeof inForce) => differencesOf(inForce, asBefore('2027-01-01', now, inForce));
  test('may lose its order, which no verdict depends on', () => {
    expect(since([two, ...others, one])).toEqual([]);
  });
  test('may see a text end on the day of the next edition or later, and not before', () => {
    const ending = (until: string) => since([{ ...one, until }, two, ...others]);
    expect(ending('2027-01-01')).toEqual([]);
    expect(ending('2027-06-01')).toEqual([]);
    expect(ending('2026-12-31')).toMatchObject([{ kind: 'changed', details: ['until', '- none', '+ 2026-12-31'] }]);
  });
  test('keeps the last day that a text had then', () => {
    const ended = inForce.findIndex(({ until }) => until === '2026-03-01');
    const now = inForce.map((each, index) => (index === ended ? { ...each, until: '2028-01-01' } : each));
    expect(since(now)).toMatchObject([{ kind: 'changed', details: ['until', '- 2026-03-01', '+ 2028-01-01'] }]);
  });
});

describe('what a developer reads whose change is in no edition', () => {
  const edition = RULEBOOK.version;
  test('says what changed and where, what to write where, and which command writes the fingerprint', () => {
    const found = redrafted('CONSENT_EXPIRED', (each) => [
      { ...each, prohibition: { ...onBasis(each), reading: 'x' } },
    ]);
    const text = reportOn(edition, found, sentences);
    expect(text).toContain(`The sentences of edition ${edition} are not those of shared/law/editions/${edition}.json:`);
    expect(text).toMatch(
      /- changed: CONSENT_EXPIRED \(r223-1\/2026-08-11\), shared\/law\/articles\/consommation\/r223-1\.ts:\d+\n/,
    );
    expect(text).toMatch(/1\. shared\/law\/register\.ts:\d+, in AMENDMENTS, write/);
    expect(text).toContain(
      "{ edition: 'YYYY-MM-DD', added: [oldConsentToCalls], removed: [oldConsentToCallsBefore] },",
    );
    expect(text).toContain('npm run law -- --edition YYYY-MM-DD');
  });
  test('names a sentence that is gone by its code', () => {
    const text = reportOn(
      edition,
      redrafted('CONSENT_EXPIRED', () => []),
      [],
    );
    expect(text).toContain('removed: [/* CONSENT_EXPIRED (r223-1/2026-08-11) */] },');
  });
});
