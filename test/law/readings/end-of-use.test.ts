import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { endOfProof, endOfUse, monthsOfValues, yearsOfProof } from '#shared/law/readings/proof.ts';
import { isUseOver, leftOfEnded, servesNothing } from '#shared/law/readings/what-is-left.ts';
import { aConsent, anAdvertiser, anOpposition, aSale, aStanding, factId, instant } from '#test/support/builders.ts';

const SETTINGS = anAdvertiser();
const GIVEN = instant('2023-11-24T10:00:00Z');
const ENDS = instant('2026-11-24T10:00:00Z');
const A_SECOND_LATER = instant('2026-11-24T10:00:01Z');
const PROSPECT = aStanding({ consents: [aConsent({ givenAt: GIVEN })], firstRecordedAt: GIVEN });
const RUNNING = aStanding({
  sales: [
    aSale({
      type: 'service-contract',
      soldAt: GIVEN,
      relation: { state: 'running', shownBy: { contractReference: 'C-1' } },
    }),
  ],
  firstRecordedAt: GIVEN,
});

describe('when the use of a contact ends', () => {
  test('three years after the last act, whatever it opposed since', () => {
    expect(endOfUse(PROSPECT, SETTINGS)).toBe(ENDS);
    expect(endOfUse({ ...PROSPECT, oppositions: [anOpposition()] }, SETTINGS)).toBe(ENDS);
  });
  test('it serves nothing after that instant, and something at it', () => {
    expect(servesNothing(PROSPECT, SETTINGS, ENDS)).toBe(false);
    expect(servesNothing(PROSPECT, SETTINGS, A_SECOND_LATER)).toBe(true);
  });
  test('what was recorded late is shown for its days first', () => {
    const over = (lastRecordedAt: string, now: Instant) =>
      isUseOver(PROSPECT, { settings: SETTINGS, lastRecordedAt: instant(lastRecordedAt), now });
    expect(over('2024-01-01T00:00:00Z', ENDS)).toBe(false);
    expect(over('2024-01-01T00:00:00Z', A_SECOND_LATER)).toBe(true);
    expect(over('2026-11-24T10:00:00Z', A_SECOND_LATER)).toBe(false);
    // Thirty days, and not at their last instant.
    expect(over('2026-11-24T10:00:00Z', instant('2026-12-24T10:00:00Z'))).toBe(false);
    expect(over('2026-11-24T10:00:00Z', instant('2026-12-24T10:00:01Z'))).toBe(true);
  });
  test('who opposed is left, and nothing of who did not', () => {
    expect(leftOfEnded(PROSPECT)).toBeUndefined();
    expect(leftOfEnded({ ...PROSPECT, oppositions: [anOpposition()] })).toMatchObject({
      consents: [],
      oppositions: [{ id: factId('opposition') }],
    });
  });
});

const recorded = { id: factId('event'), actor: { by: 'system' }, recordedAt: instant('2025-01-01T00:00:00Z') } as const;
const eventOf = (event: object): LedgerEvent => ({ ...recorded, seq: 1, ...event }) as never;

describe('until when the proof is kept', () => {
  test('six years after the use ended', () => {
    expect(endOfProof([], PROSPECT, SETTINGS)).toBe(instant('2032-11-24T10:00:00Z'));
  });
  test('or after the last opposition or withdrawal, where that is later', () => {
    const withdrawn = (occurredAt: string) => eventOf({ type: 'consent-withdrawn', occurredAt: instant(occurredAt) });
    expect(endOfProof([withdrawn('2027-02-01T00:00:00Z')], PROSPECT, SETTINGS)).toBe(instant('2033-02-01T00:00:00Z'));
    expect(endOfProof([withdrawn('2024-02-01T00:00:00Z')], PROSPECT, SETTINGS)).toBe(instant('2032-11-24T10:00:00Z'));
    const opposed = eventOf({
      type: 'opposition-registered',
      ...{ of: { scope: 'global' }, via: 'link', occurredAt: instant('2028-02-01T00:00:00Z') },
    });
    expect(endOfProof([opposed, withdrawn('2027-02-01T00:00:00Z')], PROSPECT, SETTINGS)).toBe(
      instant('2034-02-01T00:00:00Z'),
    );
  });
  test('a refusal with a sale opposes when the sale was made', () => {
    const sold = (refusal?: object) =>
      eventOf({
        type: 'sale-recorded',
        sale: { soldAt: instant('2027-02-01T00:00:00Z'), ...(refusal && { refusal }) },
      });
    expect(endOfProof([sold({})], PROSPECT, SETTINGS)).toBe(instant('2033-02-01T00:00:00Z'));
    expect(endOfProof([sold()], PROSPECT, SETTINGS)).toBe(instant('2032-11-24T10:00:00Z'));
  });
  test('what the person did otherwise prolongs nothing by itself', () => {
    const acted = eventOf({ type: 'activity-recorded', act: 'login', occurredAt: instant('2030-01-01T00:00:00Z') });
    expect(endOfProof([acted], PROSPECT, SETTINGS)).toBe(instant('2032-11-24T10:00:00Z'));
  });
  test('of what ended, the kind of its address may not be known: the term counts as for any other', () => {
    const general = aStanding({
      ...{ isGeneralAddress: true, consents: [aConsent({ givenAt: GIVEN })], firstRecordedAt: GIVEN },
      declared: { organisation: { siren: '552100554', legalForm: 'company' } },
    } as unknown as Parameters<typeof aStanding>[0]);
    expect(endOfUse(general, SETTINGS)).toBeUndefined();
    expect(endOfProof([], general, SETTINGS)).toBe(instant('2032-11-24T10:00:00Z'));
  });
  test('an event that opposes nothing prolongs nothing', () => {
    const declared = eventOf({ type: 'contact-declared', declared: {}, recordedAt: instant('2030-01-01T00:00:00Z') });
    expect(endOfProof([declared], PROSPECT, SETTINGS)).toBe(instant('2032-11-24T10:00:00Z'));
  });
  test('where a relation runs: after the last event, or else after the contact was first recorded', () => {
    expect(endOfUse(RUNNING, SETTINGS)).toBeUndefined();
    expect(servesNothing(RUNNING, SETTINGS, instant('2050-01-01T00:00:00Z'))).toBe(false);
    const declared = eventOf({ type: 'contact-declared', declared: {}, recordedAt: instant('2026-01-01T00:00:00Z') });
    expect(endOfProof([declared], RUNNING, SETTINGS)).toBe(instant('2032-01-01T00:00:00Z'));
    expect(endOfProof([], RUNNING, SETTINGS)).toBe(instant('2029-11-24T10:00:00Z'));
  });
});

describe('years of proof and months of values', () => {
  const general = { prospectYears: 3, customerYears: 3 };
  const departure = { proofYears: 8, justification: 'Litige en cours.', by: { name: 'N' }, decidedOn: '2026-01-01' };
  test('are six and the most there are, unless the settings say otherwise; a departure comes first', () => {
    expect([undefined, general].map(yearsOfProof)).toEqual([6, 6]);
    expect(yearsOfProof({ ...general, proofYears: 4 })).toBe(4);
    expect(yearsOfProof({ ...general, proofYears: 4, proofDeparture: departure as never })).toBe(8);
    expect(monthsOfValues({ ...general, valuesMonths: 2 })).toBe(2);
    expect([undefined, general].map(monthsOfValues)).toEqual([13, 13]);
  });
});
