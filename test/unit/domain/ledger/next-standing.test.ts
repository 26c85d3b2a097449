import { describe, expect, test } from 'vitest';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { nextStanding, recordEvents } from '#shared/domain/ledger/next-standing.ts';
import { refolded } from '#shared/domain/ledger/refolded.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { deletionOf } from '#shared/domain/ledger/standing-expiry.ts';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, anOpposition, CONTACT_ID, factId, NOW, sha256 } from '../../../support/builders.ts';

const EMPTY = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, NOW);
const actor = { by: 'system' } as const;
const opposed = (name: string): NewLedgerEvent => ({
  type: 'opposition-registered',
  actor,
  id: factId(name),
  of: { scope: 'channel', channels: ['email'] },
  via: 'phone',
  occurredAt: NOW,
});
const annulled = (name: string): NewLedgerEvent => ({
  type: 'record-annulled',
  actor,
  id: factId(`annulled-${name}`),
  recordId: factId(name),
  cause: 'wrong-import',
  explanation: 'Columns were shifted.',
  evidence: { sha256: sha256() },
  approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Petit' }],
});

describe('the next standing', () => {
  test('takes new events at the positions that follow', () => {
    const events = recordEvents([opposed('one'), opposed('two')], 7, NOW);
    expect(events.map(({ seq, recordedAt, v }) => [seq, recordedAt, v])).toEqual([
      [8, NOW, 1],
      [9, NOW, 1],
    ]);
    expect(nextStanding({ ...EMPTY, seq: 7 }, events)).toMatchObject({ seq: 9, oppositions: [{ seq: 8 }, { seq: 9 }] });
  });

  test('after an annulment is folded again from the whole history', () => {
    const history = recordEvents([opposed('one'), opposed('two')], 0, NOW);
    const seen = nextStanding(EMPTY, history);
    const standing = refolded(seen, recordEvents([annulled('one')], 2, NOW), history);
    expect(standing).toMatchObject({ seq: 3, annulledAt: NOW, oppositions: [{ id: factId('two') }] });
  });

  test('P2: is refused for a history that does not end where the standing does', () => {
    const history = recordEvents([opposed('one'), opposed('two')], 0, NOW);
    const annulment = recordEvents([annulled('one')], 2, NOW);
    const conflict = expect.objectContaining({ code: 'concurrent-change' });
    const seen = nextStanding(EMPTY, history);
    expect(() => refolded(seen, annulment, history.slice(0, 1))).toThrow(conflict);
    expect(() => refolded({ ...seen, annulledAt: NOW }, annulment, [])).toThrow(conflict);
    expect(() => refolded({ ...seen, seq: 1 }, annulment, history)).toThrow(conflict);
  });

  test('P2: of a contact that says no more than that it opposed keeps what is not annulled', () => {
    const seen = nextStanding(EMPTY, recordEvents([opposed('one'), opposed('two')], 0, NOW));
    const { oppositions } = refolded(seen, recordEvents([annulled('one')], 2, NOW), []);
    expect(oppositions).toEqual(seen.oppositions.slice(1));
  });
});

describe('P7: when a standing may be deleted', () => {
  const withOpposition = { oppositions: [anOpposition({ scope: 'global' })] };
  const without = { oppositions: [] };

  test('P2: never while it holds an opposition', () => {
    expect(deletionOf(withOpposition, addYears(NOW, 3), NOW)).toBeUndefined();
  });

  test('not while the end of its retention is not known', () => {
    expect(deletionOf(without, undefined, NOW)).toBeUndefined();
  });

  test('at the end of its retention, and at least 30 days from now', () => {
    expect(deletionOf(without, addYears(NOW, 3), NOW)).toBe(addYears(NOW, 3));
    expect(deletionOf(without, addYears(NOW, -9), NOW)).toBe(addDays(NOW, 30));
  });
});
