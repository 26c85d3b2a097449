import type { ExportDocument } from '#shared/app/rights/export/export-document.ts';
import { informationOf } from '#shared/app/rights/export/information.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import { anAdvertiser, CONTACT_ID, NOW } from '../builders.ts';

/** All that may be held of a person, with these words wherever somebody writes words. */
export const documentOf = (hostile: string): ExportDocument => ({
  format: 'aval-personal-data-1',
  madeAt: NOW,
  request: { id: `${CONTACT_ID}.AAAAAAAAAAAAAAAA` as FactId, kind: 'access', receivedAt: NOW, via: 'email' },
  advertiser: { ...anAdvertiser(), legalName: hostile, postalAddress: hostile },
  portability: {
    article: 'GDPR art. 20',
    contacts: [
      {
        ...{ contactId: CONTACT_ID, addressKind: 'email', address: hostile, declared: {} },
        attributes: { [hostile]: hostile },
        consents: [
          {
            ...{ id: `${CONTACT_ID}.AAAAAAAAAAAAAAAA` as FactId, recordedAt: NOW, givenAt: NOW, transferredBy: [] },
            ...{ channels: ['email'], purpose: 'own-offers', state: 'given', wording: `J’accepte ${hostile}` },
          },
        ],
        ...{ sales: [], oppositions: [], acts: [] },
      },
    ],
  },
  access: {
    article: 'GDPR art. 15',
    information: informationOf(anAdvertiser(), {
      region: 'eu-west-3',
      providers: [],
      logDays: 90,
      failedRecordDays: 30,
      journalDays: 400,
    }),
    contacts: [
      {
        ...{ contactId: CONTACT_ID as ContactId, isRestricted: false },
        records: [
          {
            ...{ kind: 'message', at: NOW as Instant, sentFrom: hostile },
            reasons: [{ code: 'OK_CONSENT', sentence: { fr: 'Consentement prouvé.', en: 'Proven consent.' } }],
            fields: { channel: 'email', status: 'sent', written: { subject: hostile, text: `Bonjour ${hostile}` } },
          },
          {
            kind: 'message',
            at: NOW,
            fields: { channel: 'sms', status: 'sent', notWritten: 'values-gone', bytesSha256: 'f'.repeat(64) },
          },
          { kind: 'event', at: NOW, fields: { event: { type: 'person-unlinked', reason: hostile } } },
          { kind: hostile, fields: { [hostile]: [hostile, { [hostile]: true }] } },
        ],
      },
    ],
    forms: [],
  },
});
