import { describe, expect, test } from 'vitest';
import { article, type Prohibition } from '#shared/law/article.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { aConsent, aStanding, aVetRequest, factId } from '../../support/builders.ts';

const TEXT = article({
  id: 'house-fold/2018-05-25',
  code: 'Règle interne',
  number: 'essai',
  inForce: { from: '2018-05-25' },
  kind: 'house',
});
const when = () => true;
const everyClass = { everyClass: true } as const;
const refusing = TEXT.forbids('ADVERTISER_HIDDEN', { when, concerns: everyClass });
const refusingOffers = TEXT.forbids('OPPOSED_CHANNEL', { when });
const deferring = TEXT.forbidsNow('PUBLIC_HOLIDAY', { when, notBefore: (_, from) => Math.max(from, 5000) });
const askingOf = (cause: string) => TEXT.forbids('CLASS_UNCERTAIN', { when, concerns: everyClass, cause: () => cause });
const askingOfOffers = (cause: string) => TEXT.forbids('OPPOSITION_ROAD_NOT_WORKING', { when, cause: () => cause });

/** An order confirmation to a person who agreed to offers. */
const facts = (changes: Partial<Facts> = {}): Facts => ({
  ...prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) })),
  at: 1000,
  validUntil: 9000,
  declaredClass: 'transactional',
  templateCause: 'template:order@1',
  ...changes,
});
const decided = (rules: readonly Prohibition[], changes: Partial<Facts> = {}) =>
  conclude(facts(changes), rulebookOf(rules, 'fold'));
/** What a human may say of its template at any time, after a complaint for instance. */
const CAUSE = 'template:order@1';
const CITED = { article: 'house-fold/2018-05-25' };
const NOT_PROSPECTING = { code: 'NOT_PROSPECTING_TRANSACTIONAL', detail: 'template:order@1' };

describe('a message that is no prospecting', () => {
  test('is asked for nothing but what concerns every class', () => {
    expect(decided([refusingOffers, deferring], { bases: [] })).toEqual({
      outcome: 'allow',
      reasons: [NOT_PROSPECTING],
      notes: [],
      causes: [CAUSE],
    });
    expect(decided([refusing])).toEqual({
      outcome: 'refuse',
      reasons: [{ code: 'ADVERTISER_HIDDEN', ...CITED }],
      refusing: [{ code: 'ADVERTISER_HIDDEN', ...CITED }],
      notes: [],
      causes: [CAUSE],
    });
  });
  test('waits for a human, on the first of what is asked', () => {
    const lesser = TEXT.forbids('ADVERTISER_HIDDEN', { when, concerns: everyClass, cause: () => 'a' });
    expect(decided([askingOf('b'), lesser])).toEqual({
      outcome: 'review',
      reasons: [
        { code: 'CLASS_UNCERTAIN', ...CITED },
        { code: 'ADVERTISER_HIDDEN', ...CITED },
      ],
      notes: [],
      cause: 'a',
      causes: ['a', 'b', CAUSE],
    });
  });
  test('lives until the end of its validity, and is refused after it with whatever else', () => {
    expect(decided([], { at: 9000 }).outcome).toBe('allow');
    expect(decided([], { at: 9001 })).toMatchObject({ outcome: 'refuse', reasons: [{ code: 'VALIDITY_PASSED' }] });
    expect(decided([askingOf('a')], { at: 9001 })).toEqual({
      outcome: 'refuse',
      reasons: [{ code: 'CLASS_UNCERTAIN', ...CITED }, { code: 'VALIDITY_PASSED' }],
      refusing: [{ code: 'VALIDITY_PASSED' }],
      notes: [],
      causes: ['a', CAUSE],
    });
  });
});

describe('images that count openings and were taken out', () => {
  const PIXELS = { code: 'PIXEL_STRIPPED_NO_CONSENT' };
  test('are noted of a message that is no prospecting, whatever becomes of it', () => {
    const noted = (rules: readonly Prohibition[], changes: Partial<Facts> = {}) => {
      const { outcome, notes } = decided(rules, { strippedPixels: 1, ...changes });
      return [outcome, notes];
    };
    expect(noted([])).toEqual(['allow', [PIXELS]]);
    expect(noted([refusing])).toEqual(['refuse', [PIXELS]]);
    expect(noted([askingOf('a')])).toEqual(['review', [PIXELS]]);
    expect(noted([], { strippedPixels: 0 })).toEqual(['allow', []]);
    const LEFT_OUT = { code: 'PROSPECTING_BLOCKS_LEFT_OUT' };
    const REFUSED = { code: 'OPPOSED_CHANNEL', ...CITED };
    expect(noted([refusingOffers], { prospectingBlocks: 'left-out' })).toEqual(['allow', [LEFT_OUT, PIXELS]]);
    expect(noted([refusingOffers], { prospectingBlocks: 'open' })).toEqual(['allow', [LEFT_OUT, REFUSED, PIXELS]]);
  });
});

describe('with blocks that promote', () => {
  const LEFT_OUT = { code: 'PROSPECTING_BLOCKS_LEFT_OUT' };
  const blocks = (state: Facts['prospectingBlocks'], rules: readonly Prohibition[], changes: Partial<Facts> = {}) =>
    decided(rules, { prospectingBlocks: state, ...changes });
  test('the whole is sent where prospecting is allowed', () => {
    const whole = {
      outcome: 'allow',
      reasons: [{ code: 'OK_CONSENT', factId: factId('consent'), detail: 'declared' }],
    };
    expect(blocks('open', [])).toEqual({ ...whole, notes: [], causes: [CAUSE] });
  });
  test('the rest is sent where it is not, and the notes say why', () => {
    expect(blocks('open', [deferring, refusingOffers])).toEqual({
      outcome: 'allow',
      reasons: [NOT_PROSPECTING],
      notes: [LEFT_OUT, { code: 'OPPOSED_CHANNEL', ...CITED }, { code: 'PUBLIC_HOLIDAY', ...CITED }],
      causes: [CAUSE],
    });
  });
  test('the rest waits for what a human decides of either, each listed once and in order', () => {
    const found = blocks('open', [askingOf('b'), askingOfOffers('a')]);
    expect([found.outcome, found.cause, found.causes]).toEqual(['review', 'b', ['a', 'b', CAUSE]]);
  });
  test('bytes that hold them are prospecting, bytes without them are not', () => {
    expect(blocks('kept', [refusingOffers])).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'OPPOSED_CHANNEL' }],
    });
    expect(blocks('left-out', [refusingOffers])).toEqual({
      outcome: 'allow',
      reasons: [NOT_PROSPECTING],
      notes: [LEFT_OUT],
      causes: [CAUSE],
    });
    expect(blocks('left-out', [])).toMatchObject({ outcome: 'allow', reasons: [NOT_PROSPECTING], notes: [LEFT_OUT] });
  });
});

describe('the notes of a verdict', () => {
  const notesOf = (changes: Partial<Facts>, rules: readonly Prohibition[] = []) =>
    decided(rules, { declaredClass: 'prospecting', ...changes }).notes;
  test('tell of a country without rules of its own, of pixels taken out, and of an offer that was not declared', () => {
    expect(notesOf({ pack: 'consent-only', country: 'AT' })).toEqual([
      { code: 'RULE_PACK_FALLBACK_CONSENT_ONLY', detail: 'AT' },
    ]);
    for (const [changes, detail] of [
      [{ country: 'NC' }, 'NC'],
      [{ places: [{ zone: 'Pacific/Marquesas', regions: ['FR'] }] }, 'PF'],
      [{ places: [{ zone: 'Pacific/Wallis', regions: ['FR'] }] }, 'WF'],
    ] as const)
      expect(notesOf(changes)).toEqual([{ code: 'RULE_PACK_EXTENSION_UNCERTAIN', detail }]);
    for (const changes of [{ country: 'RE' }, { places: [{ zone: 'Pacific/Auckland', regions: [] }] }])
      expect(notesOf(changes)).toEqual([]);
    expect(notesOf({ strippedPixels: 1 })).toEqual([{ code: 'PIXEL_STRIPPED_NO_CONSENT' }]);
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((host, index) => `line ${index}: ${host} (token)`);
    expect(notesOf({ strippedPixels: 6, strippedFrom: six })).toEqual([
      {
        code: 'PIXEL_STRIPPED_NO_CONSENT',
        detail: 'line 0: a (token); line 1: b (token); line 2: c (token); line 3: d (token); line 4: e (token); 1 more',
      },
    ]);
    expect(notesOf({ strippedPixels: 5, strippedFrom: six.slice(1) })).toEqual([
      {
        code: 'PIXEL_STRIPPED_NO_CONSENT',
        detail: 'line 1: b (token); line 2: c (token); line 3: d (token); line 4: e (token); line 5: f (token)',
      },
    ]);
    expect(notesOf({ strippedPixels: 0 })).toEqual([]);
    expect(notesOf({ declaredClass: 'transactional', bringsOffer: true })).toEqual([
      { code: 'MIXED_CONTENT_REQUALIFIED', detail: 'template:order@1' },
    ]);
  });
  test('stand in the order of the reasons, beside the bases that failed', () => {
    const [basis] = facts().bases;
    const bases = basis ? [basis, { ...basis, kind: 'professional-interest' as const, factId: undefined }] : [];
    const failing = TEXT.forbidsRelyingOn(['professional-interest'], 'B2B_NOTICE_MISSING', { when });
    const abroad = { bases, pack: 'consent-only', country: 'AT', strippedPixels: 2, bringsOffer: true } as const;
    const codes = notesOf({ ...abroad, declaredClass: 'transactional' }, [failing]).map(({ code }) => code);
    expect(codes).toEqual([
      'RULE_PACK_FALLBACK_CONSENT_ONLY',
      'MIXED_CONTENT_REQUALIFIED',
      'B2B_NOTICE_MISSING',
      'PIXEL_STRIPPED_NO_CONSENT',
    ]);
    expect(notesOf({ bases }, [failing])).toEqual([{ code: 'B2B_NOTICE_MISSING', ...CITED }]);
  });
});
