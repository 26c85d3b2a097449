import { describe, expect, test } from 'vitest';
import type { BasisKind } from '#shared/domain/message/message.ts';
import { article, type Prohibition } from '#shared/law/article.ts';
import { type BasisFacts, faultless } from '#shared/law/facts/basis.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { aVetRequest } from '../../support/builders.ts';

const TEXT = article({
  id: 'house-fold/2018-05-25',
  code: 'Règle interne',
  number: 'essai',
  inForce: { from: '2018-05-25' },
  kind: 'house',
});
const KINDS = ['consent', 'existing-customer', 'professional-interest', 'legal-person'] as const;
const basis = (kind: BasisKind, changes: Partial<BasisFacts> = {}): BasisFacts => ({
  ...faultless(kind),
  factId: kind,
  ...changes,
});
const decided = (bases: readonly BasisFacts[], rules: readonly Prohibition[] = []) =>
  conclude({ ...prepareFacts(aVetRequest()), bases }, rulebookOf(rules, 'fold'));
const reasonsOf = (bases: readonly BasisFacts[], rules: readonly Prohibition[] = []) =>
  decided(bases, rules).reasons.map(({ code, factId }) => `${code} ${factId}`);

describe('of several bases that hold', () => {
  test.each([
    ['consent', 'OK_CONSENT'],
    ['existing-customer', 'OK_SOFT_OPT_IN'],
    ['professional-interest', 'OK_B2B_INTEREST'],
    ['legal-person', 'OK_LEGAL_PERSON'],
  ] as const)('%s is named before those that come after it', (kind, code) => {
    const rest = KINDS.slice(KINDS.indexOf(kind)).map((each) => basis(each, { seq: each === kind ? 1 : 9 }));
    expect(reasonsOf(rest)).toEqual([`${code} ${kind}`]);
    expect(reasonsOf(rest.toReversed())).toEqual([`${code} ${kind}`]);
  });
  test('the latest of one kind is named; of one instant, the later in the ledger', () => {
    const older = basis('consent', { factId: 'older', givenAt: 1, seq: 9 });
    const newer = basis('consent', { factId: 'newer', givenAt: 2, seq: 1 });
    const last = basis('consent', { factId: 'last', givenAt: 2, seq: 2 });
    for (const bases of [
      [older, newer, last],
      [last, newer, older],
      [newer, last, older],
      [last, older, newer],
    ])
      expect(reasonsOf(bases)).toEqual(['OK_CONSENT last']);
    expect(reasonsOf([older, newer])).toEqual(['OK_CONSENT newer']);
    expect(reasonsOf([newer, older])).toEqual(['OK_CONSENT newer']);
  });
  test('one is reported with how well it is proven', () => {
    expect(decided([basis('consent', { grade: 'observed' })]).reasons).toEqual([
      { code: 'OK_CONSENT', factId: 'consent', detail: 'observed' },
    ]);
  });
});

describe('of several bases that do not hold', () => {
  const is = (name: string) => (each: BasisFacts) => each.factId === name;
  const withdrawn = TEXT.forbidsRelyingOn(['consent'], 'CONSENT_WITHDRAWN', { when: is('a') });
  const uncertain = TEXT.forbidsRelyingOn(['consent', 'existing-customer'], 'CONSENT_CHANNEL_UNCERTAIN', {
    when: (each) => each.factId !== 'a',
    cause: ({ factId }) => `form:${factId}`,
  });
  const altered = TEXT.forbidsRelyingOn(['consent'], 'EVIDENCE_TAMPERED', {
    when: is('c'),
    detail: ({ kind }) => kind,
  });
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((factId) => basis('consent', { factId }));
  const all = [a, b, c, d].flatMap((each) => each ?? []);
  const of = (...names: readonly string[]) => all.filter(({ factId }) => names.includes(factId ?? ''));
  const cited = (code: string, factId: string) => ({ code, factId, article: 'house-fold/2018-05-25' });

  test('those that wait for a human are held, on the first of their causes, and the others are noted', () => {
    for (const bases of [of('a', 'b', 'd'), of('a', 'b', 'd').toReversed()])
      expect(decided(bases, [withdrawn, uncertain])).toEqual({
        outcome: 'review',
        reasons: [cited('CONSENT_CHANNEL_UNCERTAIN', 'b')],
        notes: [cited('CONSENT_WITHDRAWN', 'a')],
        cause: 'form:b',
        causes: ['form:b', 'form:d'],
      });
  });
  test('every fault is told where a human could change nothing, and what is open is listed all the same', () => {
    expect(decided(of('a', 'c'), [withdrawn, uncertain, altered])).toEqual({
      outcome: 'refuse',
      reasons: [
        cited('CONSENT_WITHDRAWN', 'a'),
        cited('CONSENT_CHANNEL_UNCERTAIN', 'c'),
        { ...cited('EVIDENCE_TAMPERED', 'c'), detail: 'consent' },
      ],
      refusing: [cited('CONSENT_WITHDRAWN', 'a'), { ...cited('EVIDENCE_TAMPERED', 'c'), detail: 'consent' }],
      notes: [],
      causes: ['form:c'],
    });
  });
  test('one alone is refused or held as it is', () => {
    expect(decided(of('a'), [withdrawn])).toEqual({
      outcome: 'refuse',
      reasons: [cited('CONSENT_WITHDRAWN', 'a')],
      refusing: [cited('CONSENT_WITHDRAWN', 'a')],
      notes: [],
      causes: [],
    });
    expect(decided(of('b'), [uncertain])).toEqual({
      outcome: 'review',
      reasons: [cited('CONSENT_CHANNEL_UNCERTAIN', 'b')],
      notes: [],
      cause: 'form:b',
      causes: ['form:b'],
    });
  });
  test('none matters beside one that holds, though what a human decided of it is asked for', () => {
    expect(decided([...of('b', 'a'), basis('legal-person')], [withdrawn, uncertain])).toEqual({
      outcome: 'allow',
      reasons: [{ code: 'OK_LEGAL_PERSON', factId: 'legal-person', detail: 'declared' }],
      notes: [cited('CONSENT_WITHDRAWN', 'a'), cited('CONSENT_CHANNEL_UNCERTAIN', 'b')],
      causes: ['form:b'],
    });
  });
});
