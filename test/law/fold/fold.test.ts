import { describe, expect, test } from 'vitest';
import { article, type Prohibition } from '#shared/law/article.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import type { ReasonCode } from '#shared/law/reasons/reasons.ts';
import { aConsent, aStanding, aVetRequest, factId } from '../../support/builders.ts';

/** Sentences that forbid whatever the facts: only the fold is under test. */
const TEXT = article({
  id: 'house-fold/2018-05-25',
  code: 'Règle interne',
  number: 'essai',
  inForce: { from: '2018-05-25' },
  kind: 'house',
});
const when = () => true;
const refusing = (code: ReasonCode = 'OPPOSED_CHANNEL') => TEXT.forbids(code, { when, concerns: { everyClass: true } });
const asking = (cause: string, code: ReasonCode = 'OPPOSITION_ROAD_NOT_WORKING') =>
  TEXT.forbids(code, { when, cause: () => cause, concerns: { everyClass: true } });
const askingOfBasis = (cause: string, code: ReasonCode = 'CONSENT_CHANNEL_UNCERTAIN') =>
  TEXT.forbidsRelyingOn(['consent'], code, { when, cause: () => cause });
const refusingBasis = TEXT.forbidsRelyingOn(['consent'], 'CONSENT_WRONG_PURPOSE', { when });
const deferring = TEXT.forbidsNow('PUBLIC_HOLIDAY', { when, notBefore: (_, from) => Math.max(from, 5000) });

const facts = (changes: Partial<Facts> = {}): Facts => ({
  ...prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) })),
  at: 1000,
  validUntil: 9000,
  ...changes,
});
const decided = (rules: readonly Prohibition[], changes: Partial<Facts> = {}) =>
  conclude(facts(changes), rulebookOf(rules, 'fold'));
const codesOf = (rules: readonly Prohibition[], changes: Partial<Facts> = {}) => {
  const { outcome, reasons } = decided(rules, changes);
  return [outcome, ...reasons.map(({ code }) => code)];
};
const OK = { code: 'OK_CONSENT', factId: factId('consent'), detail: 'declared' };

describe('refuse beats review beats defer beats allow', () => {
  test.each<[string, readonly Prohibition[], readonly string[]]>([
    ['nothing', [], ['allow', 'OK_CONSENT']],
    ['a moment', [deferring], ['defer', 'PUBLIC_HOLIDAY']],
    ['a question', [asking('a')], ['review', 'OPPOSITION_ROAD_NOT_WORKING']],
    ['a question on the basis', [askingOfBasis('a')], ['review', 'CONSENT_CHANNEL_UNCERTAIN']],
    ['a refusal', [refusing()], ['refuse', 'OPPOSED_CHANNEL']],
    ['a refusal of the basis', [refusingBasis], ['refuse', 'CONSENT_WRONG_PURPOSE']],
    [
      'a moment and a question on the basis',
      [deferring, askingOfBasis('a')],
      ['review', 'CONSENT_CHANNEL_UNCERTAIN', 'PUBLIC_HOLIDAY'],
    ],
    ['a moment and a question', [deferring, asking('a')], ['review', 'OPPOSITION_ROAD_NOT_WORKING', 'PUBLIC_HOLIDAY']],
    ['a moment and a refusal', [deferring, refusing()], ['refuse', 'OPPOSED_CHANNEL', 'PUBLIC_HOLIDAY']],
    [
      'a question and a refusal of the message',
      [asking('a'), refusing()],
      ['refuse', 'OPPOSED_CHANNEL', 'OPPOSITION_ROAD_NOT_WORKING'],
    ],
    [
      'all of them',
      [deferring, asking('a'), askingOfBasis('b'), refusing()],
      ['refuse', 'OPPOSED_CHANNEL', 'CONSENT_CHANNEL_UNCERTAIN', 'OPPOSITION_ROAD_NOT_WORKING', 'PUBLIC_HOLIDAY'],
    ],
  ])('%s', (_, rules, codes) => {
    expect(codesOf(rules)).toEqual(codes);
    expect(codesOf(rules.toReversed())).toEqual(codes);
  });
  test('an allow, a deferral and a refusal hold what belongs to them, and no more', () => {
    expect(decided([])).toEqual({ outcome: 'allow', reasons: [OK], notes: [], causes: [] });
    const holiday = { code: 'PUBLIC_HOLIDAY', article: 'house-fold/2018-05-25' };
    expect(decided([deferring])).toEqual({
      outcome: 'defer',
      reasons: [holiday],
      notes: [],
      notBefore: 5000,
      causes: [],
    });
    expect(decided([refusing()])).toEqual({
      outcome: 'refuse',
      reasons: [{ code: 'OPPOSED_CHANNEL', article: 'house-fold/2018-05-25' }],
      refusing: [{ code: 'OPPOSED_CHANNEL', article: 'house-fold/2018-05-25' }],
      notes: [],
      causes: [],
    });
  });
});

describe('a review', () => {
  const causesOf = (rules: readonly Prohibition[], changes: Partial<Facts> = {}) => {
    const { outcome, cause, causes } = decided(rules, changes);
    return [outcome, cause, causes];
  };
  const two = [asking('d'), asking('b', 'CLASS_UNCERTAIN')];
  test('names the first of its causes, and lists all in order', () => {
    expect(causesOf(two)).toEqual(['review', 'b', ['b', 'd']]);
    expect(causesOf([...two, askingOfBasis('a')])).toEqual(['review', 'a', ['a', 'b', 'd']]);
    expect(causesOf([...two, askingOfBasis('c')])).toEqual(['review', 'b', ['b', 'c', 'd']]);
    const ofOne = [askingOfBasis('c'), askingOfBasis('a', 'LEGAL_PERSON_UNCERTAIN')];
    for (const rules of [ofOne, ofOne.toReversed()]) expect(causesOf(rules)).toEqual(['review', 'a', ['a', 'c']]);
  });
  test('lists a cause once that several sentences ask', () => {
    expect(causesOf([asking('a'), askingOfBasis('a')])).toEqual(['review', 'a', ['a']]);
  });
  test('is no review any more once the answer is there', () => {
    const answered = (answer: 'allowed' | 'refused') => codesOf([asking('a')], { decided: { a: answer } });
    expect(answered('allowed')).toEqual(['allow', 'OK_CONSENT']);
    expect(answered('refused')).toEqual(['refuse', 'OPPOSITION_ROAD_NOT_WORKING']);
    const ofBasis = (answer: 'allowed' | 'refused') => codesOf([askingOfBasis('a')], { decided: { a: answer } });
    expect(ofBasis('allowed')).toEqual(['allow', 'OK_CONSENT']);
    expect(ofBasis('refused')).toEqual(['refuse', 'CONSENT_CHANNEL_UNCERTAIN']);
  });
  test('with one question refused and one open is refused, and still lists the open one', () => {
    expect(causesOf(two, { decided: { b: 'refused' } })).toEqual(['refuse', undefined, ['d']]);
    const ofBasis = [askingOfBasis('c'), askingOfBasis('a', 'LEGAL_PERSON_UNCERTAIN')];
    expect(causesOf(ofBasis, { decided: { a: 'refused' } })).toEqual(['refuse', undefined, ['c']]);
  });
  test('asks also for the template of a message that was taken for prospecting', () => {
    const requalified = { declaredClass: 'transactional', offerSigns: ['price'], templateCause: 'b' } as const;
    expect(causesOf([], requalified)).toEqual(['allow', undefined, ['b']]);
    expect(causesOf([refusing()], requalified)).toEqual(['refuse', undefined, ['b']]);
    expect(causesOf([asking('c'), askingOfBasis('a')], requalified)).toEqual(['review', 'a', ['a', 'b', 'c']]);
  });
});

describe('reasons', () => {
  const twice = (ids: readonly (string | undefined)[], code: ReasonCode = 'CONSENT_WRONG_PURPOSE') => {
    const [basis] = facts().bases;
    const bases = ids.flatMap((id) => (basis ? [{ ...basis, factId: id }] : []));
    const rule = TEXT.forbidsRelyingOn(['consent'], code, { when });
    return decided([rule], { bases }).reasons.map(({ factId: id }) => id);
  };
  test('of one code are reported once, by the first fact; by none where one rests on none', () => {
    expect(twice(['2', '1'])).toEqual(['1']);
    expect(twice(['1', '2'])).toEqual(['1']);
    expect(twice(['1', undefined])).toEqual([undefined]);
    expect(twice([undefined, '1'])).toEqual([undefined]);
    expect(twice(['2', '1', '3'])).toEqual(['1']);
  });
  test('of one code are each reported once: what is said of several bases alike, by the first; what differs, for each', () => {
    const [basis] = facts().bases;
    const bases = [1, 2, 12].flatMap((seq) => (basis ? [{ ...basis, factId: undefined, seq }] : []));
    const saying = (detail: (seq: number) => string | readonly string[]) => {
      const rule = TEXT.forbidsRelyingOn(['consent'], 'CONSENT_WRONG_PURPOSE', {
        when,
        detail: ({ seq }) => detail(seq),
      });
      return decided([rule], { bases }).reasons.map((each) => each.detail);
    };
    expect(saying((seq) => `${seq}`)).toEqual(['1', '2', '12']);
    expect(saying(() => 'the same')).toEqual(['the same']);
    expect(saying((seq) => [...`${seq}`])).toEqual(['1', '2']);
    expect(saying(() => [])).toEqual([undefined]);
  });
  test('of one code by two texts are both reported', () => {
    const OTHER = article({ ...TEXT, id: 'house-other/2018-05-25' });
    const rules = [TEXT, OTHER].map((text) => text.forbids('OPPOSED_GLOBAL', { when }));
    expect(decided(rules).reasons.map((each) => each.article)).toEqual([
      'house-fold/2018-05-25',
      'house-other/2018-05-25',
    ]);
  });
  test('of two codes stand in their order, each with what it rests on', () => {
    const rule = TEXT.forbids('OPPOSED_GLOBAL', { when, fact: () => 'f', detail: () => 'd' });
    expect(decided([deferring, rule]).reasons).toEqual([
      { code: 'OPPOSED_GLOBAL', article: 'house-fold/2018-05-25', factId: 'f', detail: 'd' },
      { code: 'PUBLIC_HOLIDAY', article: 'house-fold/2018-05-25' },
    ]);
  });
  test('are never missing: silence is no permission', () => {
    expect(codesOf([], { bases: [] })).toEqual(['refuse', 'INPUT_INVALID']);
  });
  test('of an exception that holds, or of a sentence for consumers to others, are none', () => {
    const unless = [
      { says: { en: 'never', fr: 'jamais' }, when: () => false },
      { says: { en: 'always', fr: 'toujours' }, when },
    ];
    const excepted = TEXT.forbids('OPPOSED_GLOBAL', { when, unless });
    const consumers = TEXT.forbids('OPPOSED_GLOBAL', { when, concerns: { audience: 'consumer' } });
    const ofBasis = TEXT.forbidsRelyingOn(['consent'], 'CONSENT_WRONG_PURPOSE', { when, unless });
    expect(codesOf([excepted, ofBasis])).toEqual(['allow', 'OK_CONSENT']);
    expect(codesOf([consumers], { isConsumer: false })).toEqual(['allow', 'OK_CONSENT']);
    expect(codesOf([consumers])).toEqual(['refuse', 'OPPOSED_GLOBAL']);
  });
});
