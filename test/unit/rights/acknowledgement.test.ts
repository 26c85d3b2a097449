import { expect, test } from 'vitest';
import { acknowledgementOf } from '#shared/domain/rights/acknowledgement.ts';
import { dueAtOf } from '#shared/domain/rights/due.ts';
import type { RightsKind } from '#shared/domain/rights/rights-request.ts';
import { instant } from '#test/support/builders.ts';

const said = (kind: RightsKind, received: string, now: string, closed?: string) => {
  const receivedAt = instant(received);
  const closedAt = closed === undefined ? {} : { closedAt: instant(closed) };
  return acknowledgementOf({ kind, receivedAt, dueAt: dueAtOf(receivedAt), ...closedAt }, instant(now));
};

test('says when an answer comes, and the first of a month as it is said in French', () => {
  const { fr, en } = said('access', '2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z');
  expect(fr).toBe(
    'Nous avons reçu votre demande le 1er novembre 2026. Vous aurez une réponse au plus tard le 1er décembre 2026.',
  );
  expect(en).toBe('We received your request on 1 November 2026. You will have an answer by 1 December 2026.');
  expect(said('access', '2026-11-11T10:00:00Z', '2026-11-11T10:00:00Z').fr).toContain('le 11 novembre');
});

test('of a letter that is recorded once the month is over, no date is promised', () => {
  const { fr, en } = said('opposition', '2026-09-01T10:00:00Z', '2026-11-24T10:00:00Z');
  expect([fr, en].join(' ')).not.toMatch(/octobre|October/);
  expect(fr).toBe(
    'Nous avons reçu votre demande le 1er septembre 2026. Elle est déjà prise en compte. La réponse est en retard\u00a0: nous vous la devons sans délai.',
  );
});

test('until the last millisecond of the day the date is promised', () => {
  expect(said('access', '2026-11-01T10:00:00Z', '2026-12-01T22:59:59.999Z').fr).toContain(
    'au plus tard le 1er décembre',
  );
  expect(said('access', '2026-11-01T10:00:00Z', '2026-12-01T23:00:00.000Z').fr).not.toContain('décembre');
});

test.each(['access', 'restriction', 'erasure'] as const)(
  'of %s that was answered, nothing is promised any more',
  (kind) => {
    const { fr, en } = said(kind, '2026-11-01T10:00:00Z', '2026-11-24T10:00:00Z', '2026-11-20T10:00:00Z');
    expect([fr, en]).toEqual([
      'Nous avons reçu votre demande le 1er novembre 2026. Il y a été répondu le 20 novembre 2026.',
      'We received your request on 1 November 2026. It was answered on 20 November 2026.',
    ]);
  },
);
