import { describe, expect, test } from 'vitest';
import type { Profession } from '#shared/domain/contact/contact.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { mayTrackOpens } from '#shared/law/readings/tracking.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_CONTACT_ID,
  sha256,
} from '../../support/builders.ts';

type Standing = Parameters<typeof aStanding>[0];

const forms = [aFormVersion({ purposes: ['own-offers', 'tracking'] })];
const toTracking = aConsent({ id: factId('tracking'), purpose: 'tracking' });
const mayTrack = (standing: Standing | undefined, more: Partial<VetRequest> = {}) =>
  mayTrackOpens({ ...aVetRequest({ standing: standing && aStanding(standing), forms }), ...more }, RULEBOOK);
const unshown = aConsent({ id: factId('unshown'), purpose: 'tracking', form: undefined });
const pending = aConsent({ id: factId('pending'), purpose: 'tracking', state: 'pending' });
const OLD = instant('2025-03-01T09:00:00Z');
const LAST_OLD = instant('2026-04-13T23:59:59+02:00');
const FIRST_NEW = instant('2026-04-14T00:00:00+02:00');
const toldAt = (at: string) => ({ trackingNotice: { givenAt: instant(at), evidence: { sha256: sha256('a') } } });
const noticeGivenAt = toldAt('2026-06-01T10:00:00+02:00');
const INFORMED = { function: 'restaurant-manager', noticeGivenAt: LAST_OLD, refusalOfferedAt: LAST_OLD };
const survey: NamedTemplate = {
  templateId: 'survey' as NamedTemplate['templateId'],
  version: '1',
  class: 'relational',
  offerSigns: [],
  bringsOffer: false,
};

describe('D11: a consent to being counted', () => {
  test('lets openings be counted, and one to offers does not', () => {
    expect(mayTrack({ consents: [toTracking] })).toBe(true);
    expect(mayTrack({ consents: [aConsent()] })).toBe(false);
    expect(mayTrack({ consents: [aConsent(), toTracking] })).toBe(true);
  });
  test.each([
    ['withdrawn', { state: 'withdrawn' as const }],
    ['on a form that is not known', { form: undefined }],
    ['for text messages', { channels: ['sms' as const] }],
    ['of tomorrow', { givenAt: instant('2026-11-25T00:00:00Z') }],
  ])('that is none does not: %s', (_, changes) => {
    expect(mayTrack({ consents: [aConsent({ purpose: 'tracking', ...changes })] })).toBe(false);
  });
  test('does whatever the message claims to rest on, and of whatever class it is', () => {
    for (const message of [
      aProposedMessage({ basis: 'existing-customer' }),
      aProposedMessage({ purpose: 'partner-offers' }),
      aProposedMessage({ template: survey }),
    ])
      expect(mayTrack({ consents: [toTracking] }, { message })).toBe(true);
  });
  test('does not where something else stands against the message', () => {
    expect(mayTrack({ consents: [toTracking], declared: { country: 'US' } })).toBe(false);
    const message = aProposedMessage({ sender: 'autre@example.fr' });
    expect(mayTrack({ consents: [toTracking] }, { message })).toBe(false);
    const advertiser = anAdvertiser({ offers: [{ category: 'wine', natures: ['sensitive'] }] });
    expect(mayTrack({ consents: [toTracking] }, { advertiser })).toBe(false);
  });
  test.each([
    { scope: 'global' as const },
    { scope: 'channel' as const, channels: ['email' as const] },
    { scope: 'purpose' as const, channels: ['email' as const], purpose: 'tracking' as const },
  ])('does not beside an opposition: %j', (of) => {
    expect(mayTrack({ consents: [toTracking], oppositions: [anOpposition(of)] })).toBe(false);
    expect(mayTrack({ declared: noticeGivenAt, firstRecordedAt: OLD, oppositions: [anOpposition(of)] })).toBe(false);
  });
});

describe('D11: to have been told, for an address of before that rule', () => {
  test.each<[string, Standing, boolean]>([
    ['recorded before it', { firstRecordedAt: OLD }, true],
    ['recorded on the last day before it', { firstRecordedAt: LAST_OLD }, true],
    ['recorded as it begins', { firstRecordedAt: FIRST_NEW }, false],
    ['with a consent of before', { firstRecordedAt: FIRST_NEW, consents: [aConsent({ givenAt: OLD })] }, true],
    ['with a sale of before', { firstRecordedAt: FIRST_NEW, sales: [aSale({ soldAt: OLD })] }, true],
    [
      'with a consent and a sale of since',
      { firstRecordedAt: FIRST_NEW, consents: [aConsent()], sales: [aSale()] },
      false,
    ],
    [
      'with one sale of before among later ones',
      { firstRecordedAt: FIRST_NEW, sales: [aSale(), aSale({ soldAt: OLD })] },
      true,
    ],
    [
      'with a quote and a pending consent of before, which support nothing',
      {
        firstRecordedAt: FIRST_NEW,
        sales: [aSale({ soldAt: OLD, type: 'quote' })],
        consents: [aConsent({ givenAt: OLD, state: 'pending' })],
      },
      false,
    ],
    [
      'with a consent of before that was given at another address',
      {
        firstRecordedAt: FIRST_NEW,
        consents: [aConsent({ givenAt: OLD, copiedFrom: factId('there', OTHER_CONTACT_ID) })],
      },
      false,
    ],
    ['beside a consent to it that nothing shows', { firstRecordedAt: OLD, consents: [unshown] }, true],
    // Who was asked, and did not answer, said neither yes nor no.
    ['beside one that waits for its confirmation', { firstRecordedAt: OLD, consents: [pending] }, true],
  ])('is enough or not: %s', (_, standing, isEnough) => {
    expect(mayTrack({ declared: noticeGivenAt, ...standing })).toBe(isEnough);
  });
  test('is enough from the instant of the notice on, and not before it', () => {
    const at = (instantAsked: string) =>
      mayTrack({ declared: noticeGivenAt, firstRecordedAt: OLD }, { at: instant(instantAsked) });
    expect(['2026-06-01T09:59:59+02:00', '2026-06-01T10:00:00+02:00', '2026-06-01T10:00:01+02:00'].map(at)).toEqual([
      false,
      true,
      true,
    ]);
  });
  test('counts from the day on which a public source gave it', () => {
    const from = (collectedAt: typeof OLD, changes: Partial<Profession> = {}) => ({
      declared: {
        ...noticeGivenAt,
        kind: 'professional' as const,
        profession: { ...INFORMED, source: { kind: 'public-source' as const, collectedAt }, ...changes },
      },
      firstRecordedAt: FIRST_NEW,
    });
    const atWork = { address: 'camille@vidal-freres.fr', isPublicMailbox: false };
    expect([mayTrack(from(OLD), atWork), mayTrack(from(FIRST_NEW), atWork)]).toEqual([true, false]);
    // What is declared of a collection helps where it supports a message, and not otherwise.
    expect(mayTrack(from(OLD), { address: 'camille@orange.fr', isPublicMailbox: true })).toBe(false);
    expect(mayTrack(from(OLD, { noticeGivenAt: undefined }), atWork)).toBe(false);
    const guessed = from(OLD, { source: { kind: 'guessed', collectedAt: OLD } });
    expect(mayTrack(guessed, atWork)).toBe(false);
    // Nor does an order of since make it older.
    expect(mayTrack({ ...guessed, sales: [aSale()] }, atWork)).toBe(false);
    const undated = { ...noticeGivenAt, profession: { source: { kind: 'public-source' as const } } };
    expect(mayTrack({ declared: undated, firstRecordedAt: OLD })).toBe(true);
    expect(mayTrack({ declared: { ...noticeGivenAt, profession: {} }, firstRecordedAt: OLD })).toBe(true);
  });
  test.each([
    ['2026-07-14T23:59:59+02:00', true],
    ['2026-07-15T00:00:00+02:00', false],
  ])('is enough at %s: %s', (at, isEnough) => {
    const declared = toldAt(at);
    expect(mayTrack({ declared, firstRecordedAt: OLD })).toBe(isEnough);
  });
  test('is asked of nobody unknown', () => {
    expect(mayTrack({ firstRecordedAt: OLD })).toBe(false);
    expect(mayTrack(undefined)).toBe(false);
  });
});

describe('the images of a mail', () => {
  const noted = (trackingPixels: number | undefined, standing: Standing) => {
    const message = aProposedMessage({ trackingPixels });
    return vet(aVetRequest({ message, standing: aStanding(standing), forms })).notes.map(({ code }) => code);
  };
  test('are taken out without leave to count, and left with it', () => {
    expect(noted(1, { consents: [aConsent()] })).toEqual(['PIXEL_STRIPPED_NO_CONSENT']);
    expect(noted(2, { consents: [aConsent(), toTracking] })).not.toContain('PIXEL_STRIPPED_NO_CONSENT');
    expect(noted(0, { consents: [aConsent()] })).toEqual([]);
    expect(noted(undefined, { consents: [aConsent()] })).toEqual([]);
  });
  test('that count nothing leave no trace in the facts that the verdict is sealed with', () => {
    const request = aVetRequest({ standing: aStanding({ consents: [aConsent()] }) });
    const sealOf = (trackingPixels: number | undefined) =>
      vet({ ...request, message: aProposedMessage({ trackingPixels }) }).factsSha256;
    const bare = sha256OfJson(prepareFacts(request));
    expect([sealOf(0), sealOf(undefined)]).toEqual([bare, bare]);
    expect(sealOf(1)).not.toBe(bare);
  });
});
