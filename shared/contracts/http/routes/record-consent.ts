import * as z from 'zod/mini';
import type { RecordedConsent } from '#shared/app/records/record-consent.ts';
import { about, named } from '#shared/domain/about.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { CHANNELS_EXPECTED, Consent, ConsentFacts } from '#shared/domain/consent/consent.ts';
import { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import { contactIdOf, FormId, Sha256 } from '#shared/domain/ids.ts';
import { Channels } from '#shared/domain/message/channel.ts';
import { AnyInstant } from '../any-instant.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT, EXAMPLE_SHA256 } from '../examples.ts';
import { FACT_PROBLEMS, recorded } from '../recorded.ts';
import { route } from '../route.ts';
import { Sentence } from '../sentence.ts';
import { judgedView, usability } from '../usability.ts';
import { putFormVersionRoute } from './put-form-version.ts';

const { channels, purpose, givenAt } = ConsentFacts.shape;
/** Only an import says where a consent was before. */
const { imported: _ofImports, ...asked } = ConsentFacts.shape;

/** A form given with the consent: what `PUT …/forms/{formId}/versions/{version}` takes, and how it is to be named. */
const GivenForm = named(
  'GivenForm',
  z.extend(putFormVersionRoute.body, {
    formId: about(
      'The id of the form that this is a version of, so that you find its versions again. Absent: inline.',
      z.optional(FormId),
    ),
  }),
);

/** What is asked to be recorded. */
export const AskedConsent = z.strictObject({
  ...ofContact,
  ...asked,
  channels: about(
    'The channels that the person agreed to, 1 to {max}. May be left out where the form carries exactly one: it is that one.',
    z.optional(Channels),
  ),
  form: about(
    'The form version shown: by its name, or the form itself, which is stored as a version named after its hash. Absent: the wording is not known, and the consent supports nothing.',
    z.optional(z.union([FormReference, GivenForm])),
  ),
  givenAt: about(givenAt, AnyInstant),
});

/** The same, which names its channels where there is no form that could: said beside whatever else it lacks. */
export const withChannels = <S extends z.ZodMiniObject>(fields: S): S =>
  fields.check(
    z.refine(() => false, {
      path: ['channels'],
      error: CHANNELS_EXPECTED,
      when: ({ value }) => typeof value === 'object' && value !== null && !('channels' in value || 'form' in value),
    }),
  );

/** Records a consent: stored even when it can support nothing (D23). */
export const recordConsentRoute = route({
  name: 'record-consent',
  method: 'POST',
  path: '/v1/consents',
  scope: 'consents:write',
  idempotency: 'required',
  body: withChannels(AskedConsent),
});

/** What the person can be given: the fields of ISO/IEC TS 27560 that are known here, and no address. */
const Receipt = z.strictObject({
  receiptId: recorded.id,
  schemaVersion: about('The version of this receipt’s own shape.', z.literal('1')),
  contactId: recorded.contactId,
  controller: about(
    'The advertiser, who answers for the use of the data.',
    z.strictObject({ siren: AdvertiserSettings.shape.siren, legalName: AdvertiserSettings.shape.legalName }),
  ),
  channels,
  purpose,
  form: about(
    'The form version shown. Absent: no such version is stored.',
    z.optional(z.extend(FormReference, { sha256: FormVersion.shape.sha256 })),
  ),
  noticeUrl: about('The processing notice: the one on the form, else the one of the advertiser.', z.string()),
  givenAt,
  recordedAt: recorded.recordedAt,
  seq: Consent.shape.seq,
  withdrawal: about(
    'How the person withdraws the consent.',
    z.extend(Sentence, { path: about('The path of the route that records the withdrawal.', z.string()) }),
  ),
  requestSha256: about('SHA-256 of the canonical JSON (RFC 8785) of the body of this request.', Sha256),
});

/** What is answered of each. */
export const RecordedConsentAnswer = z.strictObject({
  ...recorded,
  ...usability,
  receipt: about('What the person can be given as proof of the consent; it holds no address.', Receipt),
});

/** How a consent is withdrawn: as easily as it was given (GDPR 7(3)). */
const withdrawalOf = (consentId: string) => ({
  fr: 'Par le lien, l’en-tête ou le code de chaque message, ou par tout mot de la personne à l’annonceur ; sans frais, sans délai.',
  en: 'By the link, the header or the code in every message, or by any word of the person to the advertiser; free, and at once.',
  path: `/v1/consents/${consentId}/withdrawal`,
});

const formOf = ({ form }: RecordedConsent) =>
  form === undefined ? {} : { form: { formId: form.formId, version: form.version, sha256: form.sha256 } };

const receiptOf = (fact: RecordedConsent, requestSha256: string): z.infer<typeof Receipt> => ({
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

/** A recorded consent with its receipt. */
export const recordedConsentView = (
  fact: RecordedConsent,
  requestSha256: string,
): z.infer<typeof RecordedConsentAnswer> => ({ ...judgedView(fact), receipt: receiptOf(fact, requestSha256) });

document(recordConsentRoute, () => ({
  summary: 'Records a consent with its evidence',
  answers: [{ status: 201, means: 'Stored, usable or not, with a receipt', body: RecordedConsentAnswer }],
  problems: [...FACT_PROBLEMS, 'version-immutable'],
  request: {
    ...EXAMPLE_OF_CONTACT,
    channels: ['email'],
    form: { formId: 'newsletter', version: '3' },
    givenAt: '2026-11-20T18:30:00+01:00',
    proof: { sha256: EXAMPLE_SHA256, mediaType: 'application/json' },
  },
}));
