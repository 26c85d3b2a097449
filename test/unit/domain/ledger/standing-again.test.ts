import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#shared/domain/consent/consent.ts';
import { givenUntil } from '#shared/domain/consent/given-again.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger } from '#shared/domain/ledger/standing.ts';
import { ADVERTISER_ID, CONTACT_ID, factId, instant, NOW, sha256 } from '../../../support/builders.ts';

const EMPTY = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, NOW);
const JUNE = instant('2026-06-01T09:00:00Z');
const JULY = instant('2026-07-01T09:00:00Z');
const given = (seq: number, consent: Partial<ConsentFacts>): LedgerEvent => ({
  v: 1,
  seq,
  recordedAt: NOW,
  actor: { by: 'system' },
  type: 'consent-given',
  id: factId(String(seq)),
  observed: false,
  consent: { channels: ['email'], purpose: 'own-offers', givenAt: JUNE, transferredBy: [], ...consent },
});
/** What remains of a consent, and the same given again with this changed. */
const kept = (first: Partial<ConsentFacts>, again: Partial<ConsentFacts>) =>
  foldLedger(EMPTY, [given(1, first), given(2, { givenAt: JULY, ...again })]).consents.map(({ seq }) => seq);

describe('a consent given again', () => {
  test('replaces the earlier one', () => {
    expect(kept({}, {})).toEqual([2]);
    expect(kept({ drawnBy: 'message' }, {})).toEqual([2]);
    expect(kept({ drawnBy: 'message' }, { drawnBy: 'message' })).toEqual([2]);
    expect(kept({ drawnBy: 'message' }, { drawnBy: 'call' })).toEqual([2]);
    expect(kept({ drawnBy: 'call' }, { drawnBy: 'call' })).toEqual([2]);
    expect(kept({}, { drawnBy: 'shop' })).toEqual([2]);
  });
  test.each([
    ['asked for by a message, while the person had given the first unasked', {}, { drawnBy: 'message' }],
    ['asked for by a call, while the person had given the first unasked', {}, { drawnBy: 'call' }],
    ['asked for by a message, while a call had asked for the first', { drawnBy: 'call' }, { drawnBy: 'message' }],
    ['awaiting its confirmation', {}, { confirmation: 'pending' }],
    ['of an earlier day', { givenAt: JULY }, { givenAt: JUNE }],
    ['without the proof of the first', { proof: { sha256: sha256() } }, {}],
    ['to another channel', {}, { channels: ['sms'] }],
  ] as const)('replaces nothing where it is %s', (_, first, again) => {
    expect(kept(first as Partial<ConsentFacts>, again as Partial<ConsentFacts>)).toEqual([1, 2]);
  });
});

describe('the first of what was given again, on which a message of that time may rest (D10, D21)', () => {
  const fold = (...events: readonly LedgerEvent[]) => foldLedger(EMPTY, events);
  const MAY = instant('2026-05-01T09:00:00Z');
  const firstOf = (...events: readonly LedgerEvent[]) => fold(...events).givenBefore?.map(({ seq }) => seq);

  test('is kept beside the consent that replaced it, and no other of them', () => {
    expect(firstOf(given(1, { givenAt: MAY }))).toBeUndefined();
    expect(firstOf(given(1, { givenAt: MAY }), given(2, { givenAt: JUNE }))).toEqual([1]);
    expect(firstOf(given(1, { givenAt: MAY }), given(2, {}), given(3, { givenAt: JULY }))).toEqual([1]);
  });
  test('is one for each form, purpose and channel', () => {
    const [mail, text] = [given(1, { givenAt: MAY }), given(2, { givenAt: MAY, channels: ['sms'] })];
    expect(firstOf(mail, text, given(3, {}), given(4, { channels: ['sms'] }))).toEqual([1, 2]);
  });
  test('is one each of what a message asked for and of what was given unasked', () => {
    const [drawn, unasked] = [given(1, { givenAt: MAY, drawnBy: 'message' }), given(2, {})];
    expect(firstOf(drawn, unasked, given(3, { givenAt: JULY }))).toEqual([1, 2]);
  });
  test('counts until the one that replaced it was given, also where that one ended since', () => {
    const ended: LedgerEvent = {
      ...{ v: 1, seq: 3, recordedAt: NOW, actor: { by: 'system' }, type: 'consent-invalidated' },
      ...{ consentId: factId('2'), reason: 'found to be none' },
    };
    const standing = fold(given(1, { givenAt: MAY }), given(2, { givenAt: JULY }), ended);
    const until = (day: string) => givenUntil(standing, instant(day)).map(({ seq }) => seq);
    expect([until('2026-06-15T09:00:00Z'), until('2026-07-15T09:00:00Z')]).toEqual([[1], [2]]);
  });
  test('counts beside one that would never have replaced it: asked for by a message, and found to be none', () => {
    const ended: LedgerEvent = {
      ...{ v: 1, seq: 3, recordedAt: NOW, actor: { by: 'system' }, type: 'consent-invalidated' },
      ...{ consentId: factId('2'), reason: 'found to be none' },
    };
    const drawn = given(2, { givenAt: instant('2026-05-15T09:00:00Z'), drawnBy: 'message' });
    const standing = fold(given(1, { givenAt: MAY }), drawn, ended, given(4, { givenAt: JULY }));
    expect(givenUntil(standing, JUNE).map(({ seq }) => seq)).toEqual([2, 1]);
  });
  test('is none that nobody had confirmed', () => {
    expect(firstOf(given(1, { givenAt: MAY, confirmation: 'pending' }), given(2, {}))).toBeUndefined();
  });
  test('stays on record as none where an operator finds it to be none, and hides no later one', () => {
    const found: LedgerEvent = {
      ...{ v: 1, seq: 3, recordedAt: NOW, actor: { by: 'system' }, type: 'consent-invalidated' },
      ...{ consentId: factId('1'), reason: 'a ticked box' },
    };
    const events = [given(1, { givenAt: MAY }), given(2, {}), found, given(4, { givenAt: JULY })];
    expect(fold(...events).givenBefore?.map(({ seq, state }) => [seq, state])).toEqual([
      [1, 'invalidated'],
      [2, 'given'],
    ]);
  });
});

describe('calls that were agreed to before the one that is declared (L. 223-1)', () => {
  const day = (of: number) => instant(`2026-10-${String(of).padStart(2, '0')}T10:00:00Z`);
  /** A call of that day, agreed to the day before. */
  const declared = (of: number): LedgerEvent => ({
    ...{ v: 1, seq: of, recordedAt: NOW, actor: { by: 'system' }, type: 'contact-declared' },
    declared: { agreedCall: { callAt: day(of), agreedAt: day(of - 1), evidence: { sha256: sha256() } } },
  });
  const french: LedgerEvent = {
    ...{ v: 1, seq: 30, recordedAt: NOW, actor: { by: 'system' }, type: 'contact-declared' },
    declared: { language: 'fr' },
  };
  const earlier = (...events: readonly LedgerEvent[]) =>
    foldLedger(EMPTY, events).callsBefore?.map(({ callAt }) => Number(callAt.slice(8, 10)));

  test('calls of before the one that is declared are kept, without what shows them', () => {
    expect(earlier(declared(2))).toBeUndefined();
    expect(earlier(declared(2), declared(3), declared(4))).toEqual([2, 3]);
    expect(foldLedger(EMPTY, [declared(2), declared(3)]).callsBefore).toEqual([{ callAt: day(2), agreedAt: day(1) }]);
  });
  test('a call that is declared again is no other one, and what says nothing of calls changes none', () => {
    expect(earlier(declared(2), declared(2))).toBeUndefined();
    expect(earlier(declared(2), declared(3), declared(2))).toEqual([3]);
    expect(earlier(declared(2), declared(3), french)).toEqual([2]);
  });
  test('eight are kept, the latest agreed to, and of the others when the last one was', () => {
    const all = Array.from({ length: 11 }, (_, of) => declared(of + 2));
    expect(earlier(...all)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(foldLedger(EMPTY, all).callsForgotten).toEqual(day(2));
    expect(foldLedger(EMPTY, all.slice(0, 9)).callsForgotten).toBeUndefined();
    expect(earlier(...all.toReversed())).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
