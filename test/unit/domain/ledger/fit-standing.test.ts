import { describe, expect, test } from 'vitest';
import { fitStanding, STANDING_BYTES } from '#shared/domain/ledger/fit-standing.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { isCallAgreedTo } from '#shared/law/facts/calls.ts';
import {
  aConsent,
  anOpposition,
  aStanding,
  aVetRequest,
  factId,
  instant,
  NOW,
  sha256,
} from '../../../support/builders.ts';

const actor = { by: 'system' } as const;
const facts = { channels: ['email' as const], purpose: 'own-offers' as const, transferredBy: [], givenAt: NOW };
const consent: NewLedgerEvent = { type: 'consent-given', actor, id: factId('c'), observed: false, consent: facts };
const declaration: NewLedgerEvent = { type: 'contact-declared', actor, declared: { kind: 'consumer' } };
const activity: NewLedgerEvent = { type: 'activity-recorded', actor, id: factId('a'), act: 'login', occurredAt: NOW };
const opposition: NewLedgerEvent = {
  type: 'opposition-registered',
  actor: { by: 'person' },
  id: factId('o'),
  via: 'link',
  of: { scope: 'channel', channels: ['email'] },
  occurredAt: NOW,
};
const sale = (refused: boolean): NewLedgerEvent => ({
  type: 'sale-recorded',
  actor,
  id: factId('s'),
  sale: {
    reference: 'CMD-1',
    type: 'order',
    soldAt: instant('2026-01-05T10:00:00Z'),
    lines: [],
    ...(refused ? { refusal: {} } : {}),
    coordinatesFrom: 'data-subject',
  },
});

const full = aStanding({
  consents: Array.from({ length: 30 }, (_, index) => aConsent({ id: factId(`consent-${index}`), seq: index + 1 })),
});
const standingFull = expect.objectContaining({ code: 'standing-full' });
const bytes = (of: number) => () => of;

describe('a standing that has no room', () => {
  test.each([
    ['a consent', consent],
    ['a declaration', declaration],
    ['a sale', sale(false)],
  ])('refuses %s', (_, event) => {
    expect(() => fitStanding(full, [event], bytes(STANDING_BYTES + 1))).toThrow(standingFull);
  });

  test.each([
    ['an opposition', [opposition]],
    ['a sale whose buyer refused prospecting', [sale(true)]],
    ['a consent recorded with an opposition', [consent, opposition]],
    ['an activity', [activity]],
  ])('P2: never refuses %s', (_, events) => {
    expect(fitStanding(full, events, bytes(STANDING_BYTES + 1))).toEqual(full);
  });

  test('lets what was given before it was given again make room for a basis', () => {
    const repeated = { ...full, givenBefore: [aConsent()] };
    const most = STANDING_BYTES - 320;
    const bytesOf = ({ givenBefore }: Standing): number => (givenBefore === undefined ? most : most + 1);
    expect(fitStanding(repeated, [consent], bytesOf)).toEqual(full);
    expect(fitStanding(repeated, [consent], bytes(most))).toEqual(repeated);
    expect(fitStanding(repeated, [opposition], bytesOf)).toEqual(repeated);
  });

  test('knows of calls that made room when the last of them was agreed to: it may have moved any of before', () => {
    const calls = [
      { callAt: instant('2026-03-01T10:00:00Z'), agreedAt: instant('2026-02-02T10:00:00Z') },
      { callAt: instant('2026-04-01T10:00:00Z'), agreedAt: instant('2026-02-01T10:00:00Z') },
    ];
    const most = STANDING_BYTES - 320;
    const bytesOf = ({ callsBefore }: Standing): number => (callsBefore === undefined ? most : most + 1);
    const left = fitStanding({ ...full, callsBefore: calls }, [declaration], bytesOf);
    expect(left).toEqual({ ...full, callsForgotten: instant('2026-02-02T10:00:00Z') });
    const callAt = instant('2026-02-20T10:00:00Z');
    const agreedAt = (date: string) => ({
      ...left,
      declared: { agreedCall: { callAt, agreedAt: instant(`${date}T10:00:00Z`), evidence: { sha256: sha256() } } },
    });
    expect(isCallAgreedTo({ ...aVetRequest(), at: callAt, standing: agreedAt('2026-02-01') })).toBe(false);
    expect(isCallAgreedTo({ ...aVetRequest(), at: callAt, standing: agreedAt('2026-02-03') })).toBe(true);
  });

  test('keeps 320 bytes free of bases', () => {
    const last = STANDING_BYTES - 320;
    expect(fitStanding(full, [consent], bytes(last))).toEqual(full);
    expect(() => fitStanding(full, [consent], bytes(last + 1))).toThrow(standingFull);
    expect(fitStanding(full, [opposition], bytes(last + 1))).toEqual(full);
  });

  test('P2: merges narrower oppositions into a wider one, as far as its size asks for', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      anOpposition({ scope: 'purpose', channels: ['email'], purpose: index % 2 ? 'own-offers' : 'partner-offers' }),
    );
    const perOpposition = ({ oppositions }: Standing) => oppositions.length * 1000;
    const standing = aStanding({ oppositions: many });
    const fitted = fitStanding(standing, [opposition], perOpposition);
    expect(perOpposition(fitted)).toBeLessThanOrEqual(STANDING_BYTES);
    expect(fitted.oppositions.map(({ of }) => of)).toMatchObject([
      { scope: 'purpose', channels: ['email'], purpose: 'partner-offers' },
      { scope: 'purpose', channels: ['email'], purpose: 'own-offers' },
    ]);
    expect(fitStanding(standing, [opposition], bytes(STANDING_BYTES))).toEqual(standing);
  });

  test('P2: widens no opposition for a restriction, which is lifted again', () => {
    const restricted = aStanding({
      oppositions: [anOpposition({ scope: 'channel', channels: ['sms'] })],
      restrictions: [factId('restriction')],
      restrictedAlso: [full.contactId],
    });
    const ofRestriction = ({ restrictions = [], restrictedAlso = [] }: Standing) =>
      (restrictions.length + restrictedAlso.length) * STANDING_BYTES;
    expect(fitStanding(restricted, [activity], (standing) => 1 + ofRestriction(standing))).toEqual(restricted);
  });
});
