import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { refolded } from '#shared/domain/ledger/refolded.ts';
import { applyEvent, emptyStanding, foldLedger } from '#shared/domain/ledger/standing.ts';
import { ADVERTISER_ID, CONTACT_ID, factId, instant, NOW, sha256 } from '../../../support/builders.ts';

const EMPTY = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, NOW);
const position = (seq: number) => ({ v: 1, seq, recordedAt: NOW, actor: { by: 'system' } }) as const;

const given = (seq: number, name: string): LedgerEvent => ({
  ...position(seq),
  type: 'consent-given',
  id: factId(name),
  observed: false,
  consent: {
    channels: ['email', 'sms'],
    purpose: 'own-offers',
    givenAt: instant('2026-11-01T09:00:00Z'),
    transferredBy: [],
  },
});
const withdrawn = (seq: number, name: string, consent: string): LedgerEvent => ({
  ...position(seq),
  actor: { by: 'person' },
  type: 'consent-withdrawn',
  id: factId(name),
  consentId: factId(consent),
  occurredAt: NOW,
});
const invalidated = (seq: number, consent: string): LedgerEvent => ({
  ...position(seq),
  type: 'consent-invalidated',
  consentId: factId(consent),
  reason: 'Formulaire erroné.',
});
const opposed = (seq: number, name: string): LedgerEvent => ({
  ...position(seq),
  type: 'opposition-registered',
  id: factId(name),
  of: { scope: 'purpose', channels: ['email', 'sms'], purpose: 'own-offers' },
  via: 'withdrawal',
  occurredAt: NOW,
});
const annulled = (seq: number, name: string): LedgerEvent => ({
  ...position(seq),
  type: 'record-annulled',
  id: factId(`annulled-${name}`),
  recordId: factId(name),
  cause: 'wrong-import',
  explanation: 'Columns were shifted.',
  evidence: { sha256: sha256() },
  approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Petit' }],
});
const fold = (...events: readonly LedgerEvent[]) => foldLedger(EMPTY, events);
const opposition = {
  id: factId('withdrawal'),
  of: { channels: ['email', 'sms'], purpose: 'own-offers' },
  occurredAt: NOW,
};

describe('P2: a ledger folded again', () => {
  test('without a consent keeps the opposition that its withdrawal was', () => {
    const standing = fold(given(1, 'consent'), withdrawn(2, 'withdrawal', 'consent'), annulled(3, 'consent'));
    expect(standing).toMatchObject({
      seq: 3,
      consents: [],
      oppositions: [{ ...opposition, seq: 2, via: 'withdrawal' }],
    });
  });

  test('of a consent that an operator found to be none stays so when its person withdraws it, and that opposes', () => {
    const standing = fold(given(1, 'consent'), invalidated(2, 'consent'), withdrawn(3, 'withdrawal', 'consent'));
    expect(standing).toMatchObject({
      consents: [{ id: factId('consent'), state: 'invalidated' }],
      oppositions: [{ ...opposition, seq: 3, via: 'withdrawal' }],
    });
  });

  test('without the withdrawal as well opposes nothing', () => {
    const events = [given(1, 'consent'), withdrawn(2, 'withdrawal', 'consent'), annulled(3, 'consent')];
    expect(fold(...events, annulled(4, 'withdrawal')).oppositions).toEqual([]);
  });

  test('counts a withdrawal and the opposition written with it once, as when they were recorded', () => {
    const before = [given(1, 'consent'), annulled(2, 'consent')];
    const after = [withdrawn(3, 'withdrawal', 'consent'), opposed(4, 'withdrawal')];
    const standing = fold(...before, ...after);
    expect(standing.oppositions).toMatchObject([opposition]);
    expect(standing).toEqual(after.reduce(applyEvent, fold(...before)));
  });

  test('gives a replaced consent back with its withdrawal, which opposes once', () => {
    const replaced = [given(1, 'older'), given(2, 'newer')];
    const standing = fold(
      ...replaced,
      withdrawn(3, 'withdrawal', 'older'),
      opposed(4, 'withdrawal'),
      annulled(5, 'newer'),
    );
    expect(standing.consents).toMatchObject([{ id: factId('older'), state: 'withdrawn' }]);
    expect(standing.oppositions).toMatchObject([opposition]);
  });
});

describe('P2, P7: a contact of which the oldest events are gone, folded again', () => {
  const kept = { person: 'p'.repeat(43), erasedAt: instant('2020-03-01T09:00:00Z') };
  const wrong = annulled(8, 'wrong');

  test('stays erased, and of its person', () => {
    const seen = { ...EMPTY, ...kept, seq: 7 };
    expect(refolded(seen, [wrong], [opposed(7, 'wrong')])).toMatchObject({ ...kept, seq: 8, oppositions: [] });
  });

  test('is of nobody and never erased where its whole history says so', () => {
    const after = refolded({ ...EMPTY, ...kept, seq: 1 }, [annulled(2, 'wrong')], [opposed(1, 'wrong')]);
    expect([after.person, after.erasedAt]).toEqual([undefined, undefined]);
  });
});
