import { describe, expect, test } from 'vitest';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  someBytes,
} from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';
import { said } from '../said.ts';

const agreed = aStanding({ consents: [aConsent()] });

describe('the subject', () => {
  const message = aProposedMessage({ subject: 'RE: votre dossier' });
  test('is judged before the bytes exist, then as it stands in them', () => {
    const request = aVetRequest({ standing: agreed, message });
    expect(said(request)).toEqual(['refuse', 'SUBJECT_FAKE_REPLY']);
    const changed = prepareFacts({ ...request, message: { ...message, subject: 'Nos vins' } }, someBytes());
    expect(changed.subject).toBe('Nos vins d’hiver');
    expect(prepareFacts(request, someBytes({ subject: undefined })).subject).toBe('RE: votre dossier');
  });
  test('that a human found unrelated is refused', () => {
    const judged = aProposedMessage({ subject: 'Votre colis', subjectJudgement: 'unrelated' });
    expect(said(aVetRequest({ standing: agreed, message: judged }))).toEqual(['refuse', 'SUBJECT_UNRELATED']);
  });
});

describe('the moment', () => {
  test('is read where the recipient lives, on the channels that keep hours', () => {
    const clocks = (message: VetRequest['message'], address = MOBILE) =>
      prepareFacts(aVetRequest({ message, address })).moments.map(({ place, date, minute, weekday }) => [
        place.zone,
        date,
        minute,
        weekday,
      ]);
    const noon = [['Europe/Paris', '2026-11-24', 11 * 60, 2]];
    for (const channel of ['sms', 'mms', 'rcs'] as const) expect(clocks(anSms({ channel }))).toEqual(noon);
    expect(clocks(aCall())).toEqual(noon);
    expect(clocks(aProposedMessage())).toEqual([]);
    expect(clocks(anSms(), '+262692123456')).toHaveLength(2);
  });
  test('is that of the request, and its day that of Paris', () => {
    expect(prepareFacts(aVetRequest({ at: instant('2026-11-24T23:00:00Z') }))).toMatchObject({
      at: Date.parse('2026-11-24T23:00:00Z'),
      day: '2026-11-25',
      validUntil: Date.parse('2026-11-27T10:00:00Z'),
    });
  });
  test('is bounded by the advertiser’s own window', () => {
    const sms = { maxSegments: 3, sundayAndHolidayCourtesy: false, window: { from: '09:15', until: '20:45' } };
    expect(prepareFacts(aVetRequest({ advertiser: anAdvertiser({ sms }) }))).toMatchObject({
      advertiserWindow: [[555, 1245]],
      keepsSundayAndHolidayCourtesy: false,
    });
  });
});

describe('a template with a block that promotes', () => {
  const template: NamedTemplate = {
    templateId: 'order-confirmation' as NamedTemplate['templateId'],
    version: '3',
    class: 'transactional',
    offerSigns: ['price'],
    bringsOffer: true,
    hasProspectingBlocks: true,
  };
  const blocks = (bytes?: Parameters<typeof someBytes>[0], changes: Partial<NamedTemplate> = {}) => {
    const request = aVetRequest({ message: aProposedMessage({ template: { ...template, ...changes } }) });
    return prepareFacts(request, bytes && someBytes(bytes)).prospectingBlocks;
  };
  test('is open until the bytes are made, with it or without', () => {
    expect(blocks()).toBe('open');
    expect(blocks({})).toBe('kept');
    expect(blocks({ withoutProspectingBlocks: true })).toBe('left-out');
    expect(blocks({ withoutProspectingBlocks: true }, { hasProspectingBlocks: undefined })).toBeUndefined();
  });
  test('is reported with its cause and all that speaks against its class', () => {
    expect(prepareFacts(aVetRequest({ message: aProposedMessage({ template }) }))).toMatchObject({
      declaredClass: 'transactional',
      templateCause: 'template:order-confirmation@3',
      offerSigns: ['price'],
      bringsOffer: true,
    });
  });
});

describe('the sale that a message is about', () => {
  const confirming = (reason: NamedTemplate['reason'], reference = 'CMD-1') =>
    prepareFacts(
      aVetRequest({
        standing: aStanding({ sales: [aSale()] }),
        message: aProposedMessage({
          reference,
          template: {
            ...{ templateId: 'told' as NamedTemplate['templateId'], version: '1', class: 'transactional' },
            ...{ reason, offerSigns: [], bringsOffer: false },
          },
        }),
      }),
    ).saleReferredTo;
  test.each(['order', 'delivery', 'invoice', 'contract'] as const)('is found by its reference: %s', (reason) => {
    expect(confirming(reason)).toBe(factId('sale'));
    expect(confirming(reason, 'CMD-2')).toBeUndefined();
  });
  test('is none where the message is about something else', () => {
    expect([confirming('security'), confirming('appointment'), confirming(undefined)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});
