import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { nextStanding } from '#shared/domain/ledger/next-standing.ts';
import { reducedStanding } from '#shared/domain/ledger/reduced-standing.ts';
import { foldLedger } from '#shared/domain/ledger/standing.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { endOfUse } from '#shared/law/readings/proof.ts';
import { anAdvertiser, anOpposition, aStanding, factId, instant, NOW } from '../../../support/builders.ts';

const OPPOSED = instant('2018-06-01T09:00:00Z');
const settings = anAdvertiser({ retention: { prospectYears: 3, customerYears: 3 } });
const sms = anOpposition({ scope: 'channel', channels: ['sms'] }, { recordedAt: OPPOSED, occurredAt: OPPOSED });
const left = reducedStanding(
  aStanding({ seq: 7, oppositions: [sms], firstRecordedAt: instant('2015-01-01T09:00:00Z') }),
);
const recorded = (event: object, seq: number, at = NOW) =>
  ({ v: 1, actor: { by: 'system' }, ...event, seq, recordedAt: at }) as unknown as LedgerEvent;
const professional = { type: 'contact-declared', declared: { kind: 'professional' } };

describe('RET-1: who comes back where an opposition alone was left', () => {
  test('is collected on that day, as whoever opposed nothing', () => {
    expect(left.firstRecordedAt).toBe(OPPOSED);
    const linked = { type: 'person-linked', person: 'p' };
    const back = nextStanding(left, [recorded(linked, 8), recorded(professional, 9)]);
    expect([back.firstRecordedAt, endOfUse(back, settings)]).toEqual([NOW, addYears(NOW, 3)]);
    const later = nextStanding(back, [recorded(professional, 10, addYears(NOW, 1))]);
    expect(later.firstRecordedAt).toBe(NOW);
  });

  test('is collected on that day also where mail came back before', () => {
    const failed = { type: 'delivery-failed', id: factId('b'), kind: 'permanent', code: 'x', occurredAt: OPPOSED };
    const back = nextStanding(left, [recorded(failed, 8), recorded(professional, 9)]);
    expect(back.firstRecordedAt).toBe(NOW);
  });

  test.each([
    [
      'opposes again',
      { type: 'opposition-registered', id: factId('b'), of: { scope: 'global' }, via: 'letter', occurredAt: NOW },
    ],
    [
      'has mail that came back',
      { type: 'delivery-failed', id: factId('b'), kind: 'permanent', code: 'x', occurredAt: NOW },
    ],
  ])('is not who %s', (_, event) => {
    expect(nextStanding(left, [recorded(event, 8)]).firstRecordedAt).toBe(OPPOSED);
  });

  test('is on the same day where all is folded again', () => {
    const back = nextStanding(left, [recorded(professional, 8)]);
    const empty = { ...left, seq: 0, firstRecordedAt: back.firstRecordedAt };
    expect(foldLedger(empty, [recorded(professional, 8)])).toEqual(back);
  });
});
