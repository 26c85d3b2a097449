/** What happened up to the very instant at which one asks has happened; what happens a millisecond later has not, and helps or harms nobody. */
import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  NOW,
  sha256,
} from '../../../support/builders.ts';

const BEFORE = instant('2026-11-24T09:59:59.999Z');
const LATER = instant('2026-11-24T10:00:00.001Z');
const OLD = instant('2026-01-20T10:00:00Z');
const evidence = { sha256: sha256('e') };

const factsOf = (standing: Partial<Standing>, rest: Parameters<typeof aVetRequest>[0] = {}): Facts =>
  prepareFacts(aVetRequest({ standing: aStanding({ addressKind: 'email', ...standing }), ...rest }));
const basisOf = (kind: string, facts: Facts) => facts.bases.find((basis) => basis.kind === kind);
const testOf = (declared: DeclaredFacts) => factsOf({ declared }, { message: aProposedMessage({ isTest: true }) }).test;
const professional = (profession: Partial<NonNullable<DeclaredFacts['profession']>>): DeclaredFacts => ({
  kind: 'professional',
  profession: {
    function: 'restaurant-manager',
    noticeGivenAt: OLD,
    refusalOfferedAt: OLD,
    source: { kind: 'third-party', collectedAt: OLD },
    ...profession,
  },
});
const informed = (declared: DeclaredFacts) =>
  basisOf('professional-interest', factsOf({ declared }))?.professionalWasInformed;
const dead = (at: string, ...consents: readonly Consent[]) =>
  factsOf({ consents: [...consents], deliveryFailures: [{ kind: 'permanent', at: instant(at) }] }).addressFails;
/** On the last day of three years: what else is recorded is asked for. */
const OLD_ENOUGH = instant('2023-11-25T10:00:00Z');
const in3Years = (at: Instant) => `${Number(at.slice(0, 4)) + 3}${at.slice(4, 10)}`;
/** The day until which the first consent may serve. */
const keptUntil = (standing: Partial<Standing>) =>
  new Date(factsOf(standing).bases[0]?.keptUntil ?? 0).toISOString().slice(0, 10);
/** A consent of which the form names a sensitive use outright. */
const explicit = (changes: Parameters<typeof aConsent>[0]) => {
  const wording = 'J’accepte de recevoir par e-mail des offres d’appareils auditifs.';
  return factsOf(
    { consents: [aConsent(changes)] },
    {
      advertiser: anAdvertiser({ offers: [{ category: 'wine', natures: ['sensitive'] }] }),
      forms: [
        aFormVersion({
          wording,
          channels: [{ channel: 'email', words: 'par e-mail' }],
          explicitWords: [{ category: 'wine', words: 'appareils auditifs' }] as never,
        }),
      ],
    },
  ).hasExplicitConsentToSensitiveUse;
};

describe('an act of the very instant has happened, one of a millisecond later has not', () => {
  test.each<[string, (at: Instant) => unknown, had: unknown, hadNot: unknown]>([
    ['a consent', (givenAt) => factsOf({ consents: [aConsent({ givenAt })] }).bases.length, 1, 0],
    ['a sale', (soldAt) => factsOf({ sales: [aSale({ soldAt })] }).bases.length, 1, 0],
    [
      'an order that is cancelled',
      (cancelledAt) => basisOf('existing-customer', factsOf({ sales: [aSale({ cancelledAt })] }))?.wasCancelled,
      true,
      false,
    ],
    [
      'a withdrawal',
      (endedAt) => basisOf('consent', factsOf({ consents: [aConsent({ state: 'withdrawn', endedAt })] }))?.state,
      'withdrawn',
      'given',
    ],
    [
      'a consent that was left with its address',
      (endedAt) =>
        basisOf('consent', factsOf({ consents: [aConsent({ state: 'invalidated', endedAt, endedBecause: 'moved' })] }))
          ?.endedBecause,
      'moved',
      undefined,
    ],
    ['an agreement to tests', (agreedAt) => testOf({ testsAgreed: { agreedAt, evidence } }), 'agreed', 'never'],
    [
      'a parent’s agreement to tests',
      (agreedAt) =>
        testOf({
          ageBand: 'under-15',
          testsAgreed: { agreedAt: OLD, evidence },
          parentalConsent: { agreedAt, evidence },
        }),
      'agreed',
      'under-15',
    ],
    [
      'a parent’s agreement',
      (agreedAt) => factsOf({ declared: { parentalConsent: { agreedAt, evidence } } }).hasParentalConsent,
      true,
      false,
    ],
    ['a professional informed', (noticeGivenAt) => informed(professional({ noticeGivenAt })), true, false],
    [
      'a professional who could refuse',
      (refusalOfferedAt) => informed(professional({ refusalOfferedAt })),
      true,
      false,
    ],
    [
      'a consent after which an address is alive',
      (givenAt) => dead('2026-11-10T10:00:00Z', aConsent({ givenAt })),
      undefined,
      'permanent',
    ],
    [
      'a consent that keeps an older one',
      (givenAt) =>
        keptUntil({ consents: [aConsent({ givenAt: OLD_ENOUGH }), aConsent({ id: factId('later'), givenAt })] }),
      in3Years(NOW),
      in3Years(OLD_ENOUGH),
    ],
    [
      'an order that keeps an older consent',
      (soldAt) => keptUntil({ consents: [aConsent({ givenAt: OLD_ENOUGH })], sales: [aSale({ soldAt })] }),
      in3Years(NOW),
      in3Years(OLD_ENOUGH),
    ],
    ['an explicit consent', (givenAt) => explicit({ givenAt }), true, false],
    [
      'a purchase that shows a profession',
      (soldAt) =>
        factsOf(
          { declared: { kind: 'professional' }, sales: [aSale({ soldAt, boughtAs: 'professional' })] },
          { isPublicMailbox: true },
        ).isConsumer,
      false,
      true,
    ],
  ])('%s', (_, found, had, hadNot) => {
    expect([found(BEFORE), found(NOW), found(LATER)]).toEqual([had, had, hadNot]);
  });
  test('mail that came back at the instant of a consent came back after it', () => {
    const givenAt = instant('2026-11-10T10:00:00Z');
    expect(dead('2026-11-10T10:00:00Z', aConsent({ givenAt }))).toBe('permanent');
    expect(dead('2026-11-10T09:59:59.999Z', aConsent({ givenAt }))).toBeUndefined();
  });
});

describe('mail that came back counts for as long as is said', () => {
  const failing = (kind: 'blocked' | 'passing', ...times: readonly string[]) =>
    factsOf({ deliveryFailures: times.map((at) => ({ kind, at: instant(at) })) }).addressFails;
  test('blocked by the provider: fourteen days', () => {
    expect(failing('blocked', '2026-11-10T10:00:00.001Z')).toBe('blocked');
    expect(failing('blocked', '2026-11-10T10:00:00Z')).toBeUndefined();
  });
  test('not taken on three days: of thirty', () => {
    const two = ['2026-11-01T10:00:00Z', '2026-11-02T10:00:00Z'] as const;
    expect(failing('passing', ...two, '2026-10-25T10:00:00.001Z')).toBe('repeated');
    expect(failing('passing', ...two, '2026-10-25T10:00:00Z')).toBeUndefined();
    expect(failing('passing', ...two)).toBeUndefined();
  });
  test('what lasts is said before what passes, a block before what was not taken', () => {
    const at = instant('2026-11-20T10:00:00Z');
    const kinds = (...all: readonly ('permanent' | 'blocked' | 'passing')[]) =>
      factsOf({ deliveryFailures: all.map((kind) => ({ kind, at })) }).addressFails;
    expect(kinds('passing', 'passing', 'passing', 'blocked', 'permanent')).toBe('permanent');
    expect(kinds('passing', 'passing', 'passing', 'blocked')).toBe('blocked');
  });
});
