import { describe, expect, test } from 'vitest';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from '#shared/domain/ledger/standing.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  ADVERTISER_ID,
  aFormVersion,
  aProposedMessage,
  aVetRequest,
  CONTACT_ID,
  factId,
  instant,
  referenceOf,
} from '../../support/builders.ts';

const actor = { by: 'api-key', apiKeyId: 'key-1' } as const;
const agreed = (givenAt: string) => ({
  channels: ['email', 'sms'],
  purpose: 'own-offers',
  form: referenceOf(aFormVersion()),
  givenAt: instant(givenAt),
  transferredBy: [],
  proof: { sha256: 'a'.repeat(64), mediaType: 'image/png' },
});
const common = (seq: number, at: string) => ({ v: 1, seq, actor, recordedAt: instant(at) });

/** A ledger as it lies in the store: a consent, an opposition, a declaration, and a consent that lifts it. */
const STORED = JSON.stringify([
  {
    ...common(1, '2025-09-01T09:00:00Z'),
    type: 'consent-given',
    id: factId('first'),
    observed: true,
    consent: agreed('2025-09-01T09:00:00Z'),
  },
  {
    ...common(2, '2025-12-01T09:00:00Z'),
    type: 'opposition-registered',
    id: factId('stop'),
    of: { scope: 'channel', channels: ['email'] },
    via: 'one-click',
    occurredAt: instant('2025-12-01T09:00:00Z'),
  },
  { ...common(3, '2026-01-10T09:00:00Z'), type: 'contact-declared', declared: { zone: 'Europe/Paris' } },
  {
    ...common(4, '2026-02-01T09:00:00Z'),
    type: 'consent-given',
    id: factId('again'),
    observed: true,
    consent: agreed('2026-02-01T09:00:00Z'),
  },
]);

const empty = emptyStanding(
  { advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' },
  instant('2025-09-01T09:00:00Z'),
);
/** The standing that a ledger gives up to a position, read from its stored bytes. */
const replayedTo = (seq: number): Standing => {
  const events: unknown[] = JSON.parse(STORED);
  return foldLedger(
    empty,
    events.map((event) => LedgerEvent.parse(event)).filter((event) => event.seq <= seq),
  );
};
const judged = (standing: Standing, at: string): StoredVerdict => vet(aVetRequest({ at: instant(at), standing }));

describe('P4: a verdict is given again from the ledger', () => {
  const HISTORY = [
    [1, '2025-10-01T09:00:00Z', 'allow', 'OK_CONSENT'],
    [2, '2026-01-01T09:00:00Z', 'refuse', 'OPPOSED_CHANNEL'],
    [3, '2026-01-15T09:00:00Z', 'refuse', 'OPPOSED_CHANNEL'],
    [4, '2026-02-10T09:00:00Z', 'allow', 'OK_CONSENT'],
  ] as const;

  test.each(HISTORY)('replayed to position %i and asked again for its instant %s', (seq, at, outcome, code) => {
    const given = judged(replayedTo(seq), at);
    expect(given).toMatchObject({ outcome, seq, reasons: [{ code }] });
    const stored: StoredVerdict = JSON.parse(JSON.stringify(given));
    expect(judged(replayedTo(stored.seq), stored.at)).toEqual(stored);
  });

  test('what came later is no part of it', () => {
    const given = judged(replayedTo(2), '2026-01-01T09:00:00Z');
    expect(judged(replayedTo(4), '2026-02-10T09:00:00Z').outcome).not.toBe(given.outcome);
    expect(judged(replayedTo(given.seq), given.at)).toEqual(given);
  });

  test('the texts in force at its instant are applied, though the rulebook has gone on', () => {
    const late = (at: string) =>
      vet(
        aVetRequest({
          at: instant(at),
          address: '+33612345678',
          standing: { ...replayedTo(4), addressKind: 'phone' },
          message: aProposedMessage({ channel: 'sms', validUntil: instant('2026-12-01T10:00:00Z') }),
        }),
      );
    const before = late('2026-02-10T22:30:00+01:00');
    const after = late('2026-03-10T22:30:00+01:00');
    expect([before, after].map(({ outcome, reasons }) => [outcome, reasons[0]?.code, reasons[0]?.article])).toEqual([
      ['defer', 'QUIET_HOURS_SMS', 'af2m-sms/2024-09-01'],
      ['defer', 'QUIET_HOURS_SMS', 'af2m-sms/2026-03-01'],
    ]);
  });
});
