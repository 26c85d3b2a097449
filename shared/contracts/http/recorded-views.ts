import type * as z from 'zod/mini';
import type { JudgedFact, RecordedConsent } from '#shared/app/records/record-consent.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import { contactIdOf } from '../../domain/ids.ts';
import type { RecordedConsentResponse, RecordedSaleResponse } from './responses.ts';

type Consent = z.infer<typeof RecordedConsentResponse>;
type Sale = z.infer<typeof RecordedSaleResponse>;

/** What a basis is worth by itself, in words. */
export const worthView = ({
  usable,
  missing,
  reasons,
}: Pick<JudgedFact, 'usable' | 'missing' | 'reasons'>): Pick<Sale, 'usable' | 'missing' | 'reasons'> => ({
  usable,
  missing: [...missing],
  reasons: reasons.map(({ code, channels }) => ({ code, sentence: sentenceOf(code), channels: [...channels] })),
});

const sentenceOf = (code: string) => {
  const known = reasonOf(code);
  return { fr: known?.fr ?? code, en: known?.en ?? code };
};

const recordedView = (fact: JudgedFact) => ({
  id: fact.id,
  contactId: contactIdOf(fact.id),
  ...worthView(fact),
  recordedAt: fact.recordedAt,
});

/** How a consent is withdrawn: as easily as it was given (GDPR 7(3)). */
const withdrawalOf = (consentId: string) => ({
  fr: 'Par le lien, l’en-tête ou le code de chaque message, ou par tout mot de la personne à l’annonceur ; sans frais, sans délai.',
  en: 'By the link, the header or the code in every message, or by any word of the person to the advertiser; free, and at once.',
  path: `/v1/consents/${consentId}/withdrawal`,
});

const formOf = ({ form }: RecordedConsent) =>
  form === undefined ? {} : { form: { formId: form.formId, version: form.version, sha256: form.sha256 } };

const receiptOf = (fact: RecordedConsent, requestSha256: string): Consent['receipt'] => ({
  receiptId: fact.id,
  schemaVersion: '1',
  contactId: contactIdOf(fact.id),
  controller: { siren: fact.advertiser.siren, legalName: fact.advertiser.legalName },
  channels: [...fact.consent.channels],
  purpose: fact.consent.purpose,
  ...formOf(fact),
  noticeUrl: fact.form?.notice?.url ?? fact.advertiser.privacyNoticeUrl,
  givenAt: fact.consent.givenAt,
  recordedAt: fact.recordedAt,
  seq: fact.seq,
  withdrawal: withdrawalOf(fact.id),
  requestSha256,
});

export const recordedConsentView = (fact: RecordedConsent, requestSha256: string): Consent => ({
  ...recordedView(fact),
  receipt: receiptOf(fact, requestSha256),
});

export const recordedSaleView = (fact: JudgedFact, requestSha256: string): Sale => ({
  ...recordedView(fact),
  receipt: { id: fact.id, advertiserId: fact.standing.advertiserId, recordedAt: fact.recordedAt, requestSha256 },
});
