import { describe, expect, test } from 'vitest';
import { article } from '#shared/law/article.ts';
import { faultless } from '#shared/law/facts/basis.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { reason } from '#shared/law/fold/fault.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import { aVetRequest } from '../../support/builders.ts';
import { rulebookWithout } from '../../support/rulebook-without.ts';

const VERSION = {
  id: 'house-test/2018-05-25',
  code: 'Règle interne',
  number: 'essai',
  inForce: { from: '2018-05-25' },
  kind: 'house',
} as const;
const clauses = {
  when: () => true,
  unless: [{ says: { en: 'never', fr: 'jamais' }, paragraph: 'al. 2', when: () => false }],
  concerns: { audience: 'consumer' },
  detail: () => 'detail',
  paragraph: 'al. 1',
  reading: 'checked',
} as const;

describe('a sentence holds all that its drafter wrote, and the version of its text', () => {
  test('on a message', () => {
    const more = { ...clauses, fact: () => 'fact', cause: () => 'cause' };
    const of = { judges: 'message', code: 'OPPOSED_GLOBAL', article: VERSION };
    expect(article(VERSION).forbids('OPPOSED_GLOBAL', more)).toEqual({ ...of, ...more });
    expect(article(VERSION).forbids('OPPOSED_GLOBAL', { when: clauses.when })).toStrictEqual({
      ...of,
      when: clauses.when,
    });
  });
  test('on a moment', () => {
    const more = { ...clauses, notBefore: (_: unknown, from: number) => from, tooLate: 'this-code' } as const;
    const of = { judges: 'moment', code: 'PUBLIC_HOLIDAY', article: VERSION };
    expect(article(VERSION).forbidsNow('PUBLIC_HOLIDAY', more)).toEqual({ ...of, ...more });
  });
  test('on bases', () => {
    const more = { ...clauses, cause: () => 'cause' };
    const of = { judges: 'basis', code: 'EVIDENCE_TAMPERED', article: VERSION, bases: ['consent', 'legal-person'] };
    expect(article(VERSION).forbidsRelyingOn(['consent', 'legal-person'], 'EVIDENCE_TAMPERED', more)).toEqual({
      ...of,
      ...more,
    });
  });
  test('and the text is that version', () => {
    expect(article(VERSION)).toMatchObject(VERSION);
  });
});

describe('a reason as stored', () => {
  test('has no field that it does not need', () => {
    expect(reason('A')).toStrictEqual({ code: 'A' });
    expect(reason('A', 'b', 'c', 'd')).toStrictEqual({ code: 'A', article: 'b', factId: 'c', detail: 'd' });
    expect(reason('A', undefined, undefined, 'd')).toStrictEqual({ code: 'A', detail: 'd' });
  });
});

describe('a basis of which nothing is known to be wrong', () => {
  test.each([
    ['consent', 'OK_CONSENT'],
    ['existing-customer', 'OK_SOFT_OPT_IN'],
    ['professional-interest', 'OK_B2B_INTEREST'],
  ] as const)('%s has no fault under the register', (kind, code) => {
    const facts = { ...prepareFacts(aVetRequest()), bases: [faultless(kind)] };
    expect(conclude(facts, RULEBOOK)).toMatchObject({ outcome: 'allow', reasons: [{ code, detail: 'declared' }] });
  });
  test('legal-person is asked for its form, and holds with it', () => {
    const allowed = { ...faultless('legal-person'), legalForm: 'company' } as const;
    expect(conclude({ ...prepareFacts(aVetRequest()), bases: [allowed] }, RULEBOOK).reasons).toEqual([
      { code: 'OK_LEGAL_PERSON', detail: 'declared' },
    ]);
  });
  test('says nothing of what does not concern its kind', () => {
    expect(faultless('consent')).toEqual({
      kind: 'consent',
      factId: undefined,
      seq: 0,
      givenAt: 0,
      form: undefined,
      grade: 'declared',
      missing: [],
      wasAltered: false,
      coversPurpose: true,
      keptUntil: Number.POSITIVE_INFINITY,
      wasGivenByAChildAlone: false,
      state: 'given',
      channel: 'named',
      faultyMechanism: undefined,
      wasGivenToAnotherPerson: false,
      namesNoSuchPartner: false,
      passedThroughOtherHands: false,
      proofIsHeldElsewhere: false,
      wasDrawnByUnlawfulMessage: false,
      isAimedAtChildren: false,
      saleType: 'order',
      wasCancelled: false,
      coordinatesCameFromPerson: true,
      isOwnSale: true,
      isAnalogous: true,
      hasNotice: true,
      refusalWasOffered: true,
      wasRefused: false,
      capacityIsShown: true,
      legalForm: 'not-asked',
      concernsTheFunction: true,
      professionalWasInformed: true,
      cameIndirectly: false,
      addressSource: 'person',
    });
  });
});

describe('a rulebook with sentences left out', () => {
  test('has every other, and says in its version which are gone', () => {
    const { prohibitions, version } = rulebookWithout('OPPOSED_CHANNEL', 'OPPOSED_GLOBAL');
    const gone = REGISTER.filter((each) => !prohibitions.includes(each)).map(({ code }) => code);
    // By the rule of ours on legal persons, then by law.
    expect(gone).toEqual(['OPPOSED_GLOBAL', 'OPPOSED_CHANNEL', 'OPPOSED_GLOBAL', 'OPPOSED_CHANNEL']);
    expect(prohibitions).toHaveLength(REGISTER.length - 4);
    expect(version).toBe(`${RULEBOOK.version} without OPPOSED_CHANNEL, OPPOSED_GLOBAL`);
  });
});
