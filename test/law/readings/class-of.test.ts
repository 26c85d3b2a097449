import { describe, expect, test } from 'vitest';
import type { Facts } from '#shared/law/facts/facts.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  asksToRenew,
  classOf,
  classOutside,
  goesOutsideProspecting,
  isRelational,
  isRequalified,
  messageOffersNothing,
  offersNothing,
  openTemplateCause,
} from '#shared/law/readings/class-of.ts';
import { aVetRequest } from '../../support/builders.ts';

const CAUSE = 'template:t@1';
const facts = (changes: Partial<Facts>): Facts => ({
  ...prepareFacts(aVetRequest()),
  declaredClass: 'transactional',
  templateCause: CAUSE,
  ...changes,
});
const allowed = { decided: { [CAUSE]: 'allowed' as const } };
const refused = { decided: { [CAUSE]: 'refused' as const } };
const elsewhere = { decided: { 'template:other@1': 'refused' as const } };
const offer = { offerSigns: ['price'] };
const question = {
  declaredClass: 'renewal-request',
  renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
} as const;

describe('D5: what a message counts as', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['free text', { declaredClass: 'prospecting', templateCause: undefined }, 'prospecting'],
    ['a template for offers, whatever a human said', { declaredClass: 'prospecting', ...allowed }, 'prospecting'],
    ['an order confirmation', {}, 'transactional'],
    ['the same with an offer', offer, 'prospecting'],
    ['the same with an offer, allowed', { ...offer, ...allowed }, 'transactional'],
    ['the same without offer, refused', refused, 'prospecting'],
    ['the same, another template refused', elsewhere, 'transactional'],
    ['an allowed one, with an offer in a merge value', { ...allowed, bringsOffer: true }, 'prospecting'],
    ['a survey', { declaredClass: 'relational' }, 'relational'],
    ['a survey with an offer, of which nobody was asked', { declaredClass: 'relational', ...offer }, 'relational'],
    ['a survey, refused', { declaredClass: 'relational', ...refused }, 'prospecting'],
    ['a confirmation that incites to a surcharged call', { offerSigns: ['surcharge'] }, 'prospecting'],
    ['the same, allowed: the law says what it is', { offerSigns: ['surcharge'], ...allowed }, 'prospecting'],
    [
      'a survey that incites to one, allowed',
      { declaredClass: 'relational', offerSigns: ['surcharge'], ...allowed },
      'prospecting',
    ],
    ['a renewal request', question, 'renewal-request'],
    ['a renewal request with an offer', { ...question, ...offer }, 'prospecting'],
  ])('%s', (_, changes, judgedAs) => {
    expect(classOf(facts(changes))).toBe(judgedAs);
  });
});

describe('a message that says that it is no prospecting', () => {
  test('is requalified where it is judged as such all the same', () => {
    expect(isRequalified(facts(offer))).toBe(true);
    expect(isRequalified(facts({}))).toBe(false);
    expect(isRequalified(facts({ declaredClass: 'prospecting', ...offer }))).toBe(false);
  });
  test('has an open cause where a decision on its template would change that', () => {
    expect(openTemplateCause(facts(offer))).toBe(CAUSE);
    expect(openTemplateCause(facts({ ...offer, ...elsewhere }))).toBe(CAUSE);
    expect(openTemplateCause(facts({}))).toBe(CAUSE);
    for (const changes of [
      { declaredClass: 'prospecting' as const },
      refused,
      allowed,
      { ...offer, ...refused },
      { ...offer, bringsOffer: true },
      { offerSigns: ['surcharge'] },
    ])
      expect(openTemplateCause(facts(changes))).toBeUndefined();
  });
});

describe('a message goes outside prospecting', () => {
  test.each<[string, Partial<Facts>, boolean]>([
    ['an order confirmation', {}, true],
    ['a survey', { declaredClass: 'relational' }, true],
    ['an order confirmation without its blocks that promote', { prospectingBlocks: 'left-out' }, true],
    ['an order confirmation whose blocks may yet be left out', { prospectingBlocks: 'open' }, true],
    ['an order confirmation with its blocks that promote', { prospectingBlocks: 'kept' }, false],
    ['an order confirmation with an offer', offer, false],
    ['a renewal request', question, false],
  ])('or not: %s', (_, changes, goes) => {
    expect(goesOutsideProspecting(facts(changes))).toBe(goes);
  });
  test('by the relation alone where neither a contract nor a law calls for it', () => {
    const survey = { declaredClass: 'relational' as const };
    expect(
      [survey, { ...survey, prospectingBlocks: 'open' as const }].map((each) => isRelational(facts(each))),
    ).toEqual([true, true]);
    for (const changes of [{}, { ...survey, ...refused }, { ...survey, prospectingBlocks: 'kept' as const }, question])
      expect(isRelational(facts(changes))).toBe(false);
  });
  test.each([
    [['NOT_PROSPECTING_TRANSACTIONAL'], 'transactional'],
    [['NOT_PROSPECTING_RELATIONAL'], 'relational'],
    [['OK_CONSENT', 'NOT_PROSPECTING_RELATIONAL'], 'relational'],
    [['OK_CONSENT'], undefined],
    [[], undefined],
  ])('as its verdict says: %j', (codes, outside) => {
    const reasons = codes.map((code) => ({ code, article: 'l34-5/2020-07-26' }));
    expect(classOutside({ reasons } as unknown as Parameters<typeof classOutside>[0])).toBe(outside);
  });
});

describe('a renewal request', () => {
  test('asks, and offers nothing, as long as nothing speaks against it', () => {
    const answers = (changes: Partial<Facts>) => [
      asksToRenew(facts(changes)),
      offersNothing.when(undefined, facts(changes)),
      messageOffersNothing.when(facts(changes)),
    ];
    expect(answers(question)).toEqual([true, true, true]);
    expect(answers({ ...question, ...offer })).toEqual([false, false, false]);
    expect(answers({ ...question, renewal: undefined })).toEqual([false, false, false]);
    expect(answers({ ...question, declaredClass: 'transactional' })).toEqual([false, false, false]);
  });
  // The référentiel lets the person be asked before the term, and not offered anything.
  test('says why it needs no goods, and by which text', () => {
    for (const { says, source } of [offersNothing, messageOffersNothing]) {
      expect(source).toContain('2021-131');
      expect(says.fr).toMatch(/demande seulement.*rester.*ne propose rien/);
      expect(says.en).toMatch(/asks only.*stay.*offers nothing/);
    }
  });
});
