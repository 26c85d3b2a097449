import { describe, expect, test } from 'vitest';
import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import type { HeldUse } from '#shared/domain/centre/held.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { requestsPart } from '#shared/pages/centre/ask-part.ts';
import { backAfterStop } from '#shared/pages/centre/way-back.ts';
import { oppositionRecorded } from '#shared/pages/opposition-recorded.ts';
import { NOW } from '#test/support/builders.ts';

const use = (purpose: HeldUse['purpose'], family: 'email' | 'text' = 'email', isStopped = true): HeldUse => ({
  ...{ family, purpose, channels: family === 'email' ? ['email'] : ['sms', 'mms'], bases: [] },
  ...(isStopped ? { stoppedAt: NOW } : {}),
});
const offer = (purpose: HeldUse['purpose']) => ({ purpose, channels: ['email'] });
/** Where the link right after a stop leads, on a page with these uses and forms. */
const leadsTo = (of: OppositionScope, uses: readonly HeldUse[], offers: readonly object[], mayComeBack: boolean) => {
  const shown = { offers, mayComeBack, held: { uses } } as unknown as ShownCentre;
  return /href="#(\w+)"/.exec(backAfterStop(shown, of, 'fr')?.markup ?? '')?.[1];
};
const ALL: OppositionScope = { scope: 'global' };
const MAILS: OppositionScope = { scope: 'channel', channels: ['email'] };
const [OWN, PARTNERS] = [offer('own-offers'), offer('partner-offers')];

describe('right after a stop, the link to receive again', () => {
  test.each([
    ['everything, and a form for it', ALL, [use('own-offers')], [OWN], false, 'agree'],
    ['mails, and a form for them', MAILS, [use('own-offers')], [OWN], false, 'agree'],
    ['mails, and a form for partners alone', MAILS, [use('own-offers')], [PARTNERS], true, 'again'],
    ['everything, and a form for partners alone', ALL, [use('own-offers')], [PARTNERS], true, 'again'],
    ['both, and a form for partners alone', ALL, [use('own-offers'), use('partner-offers')], [PARTNERS], true, 'again'],
    ['both, and a form for the own offers', ALL, [use('partner-offers'), use('own-offers')], [OWN], true, 'agree'],
    ['partners alone, and a form for them', ALL, [use('partner-offers')], [PARTNERS], false, 'agree'],
    ['mails, while texts were stopped before', MAILS, [use('own-offers', 'text')], [OWN], true, 'again'],
    ['mails, of which one still comes', MAILS, [use('own-offers', 'email', false)], [OWN], false, undefined],
    ['tracking among all', ALL, [use('tracking')], [offer('tracking')], false, undefined],
    ['no form, and nobody to be invited', ALL, [use('own-offers')], [], false, undefined],
  ] as const)('of %s', (_, of, uses, offers, mayComeBack, anchor) => {
    expect(leadsTo(of, uses, offers, mayComeBack)).toBe(anchor);
  });

  test('is none of tracking, whatever else is stopped', () => {
    const of = (purpose: HeldUse['purpose']): OppositionScope => ({ scope: 'purpose', purpose, channels: ['email'] });
    expect(leadsTo(of('own-offers'), [], [], true)).toBe('again');
    expect(leadsTo(of('tracking'), [], [], true)).toBeUndefined();
  });
});

const NOTICE: OppositionNotice = {
  ...{ publicName: 'Maison Valmy', legalName: 'Maison Valmy SAS', channel: 'email', locale: 'fr' },
  ...{ contact: 'contact@maison-valmy.example' },
} as never;

test('after a stop by the link of a request, nothing is said of a page that it does not lead to', () => {
  const pageOf = (shortReference?: string) =>
    oppositionRecorded({ ...NOTICE, ...(shortReference && { shortReference }) } as never, true, 'en', 't').content
      .markup;
  for (const page of [pageOf('K7M2'), pageOf()]) expect(page).toContain('href="../p/t"');
  expect(pageOf('K7M2')).toContain('says how to receive these messages again');
  expect(pageOf()).not.toContain('how to receive');
});

describe('where the answer to a request comes', () => {
  const partOf = (via: string, next: unknown) =>
    requestsPart(
      {
        notice: NOTICE,
        address: { kind: 'email', shown: 'a@b.example' },
        requests: [{ kind: 'access', via, acknowledged: { receivedAt: NOW, next } }] as never,
      },
      'en',
    )?.markup;
  test.each([
    ['preference-page', { dueAt: NOW }, true],
    ['letter', { dueAt: NOW }, false],
    ['phone', { dueAt: NOW }, false],
    ['preference-page', 'late', false],
    ['preference-page', { answeredAt: NOW }, false],
  ])('of %s, %j: %s', (via, next, isSaid) => {
    expect(partOf(via, next)?.includes('You need do nothing else.')).toBe(isSaid);
  });
});
