import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#shared/domain/consent/consent.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger } from '#shared/domain/ledger/standing.ts';
import { ADVERTISER_ID, CONTACT_ID, factId, instant, NOW, sha256 } from '../../support/builders.ts';

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
    expect(kept({}, { drawnBy: 'shop' })).toEqual([2]);
  });
  test.each([
    ['asked for by a message, while the person had given the first unasked', {}, { drawnBy: 'message' }],
    ['awaiting its confirmation', {}, { confirmation: 'pending' }],
    ['of an earlier day', { givenAt: JULY }, { givenAt: JUNE }],
    ['without the proof of the first', { proof: { sha256: sha256() } }, {}],
    ['to another channel', {}, { channels: ['sms'] }],
  ] as const)('replaces nothing where it is %s', (_, first, again) => {
    expect(kept(first as Partial<ConsentFacts>, again as Partial<ConsentFacts>)).toEqual([1, 2]);
  });
});
