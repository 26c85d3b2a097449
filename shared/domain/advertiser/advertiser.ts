import * as z from 'zod/mini';
import { about } from '../about.ts';
import { audienceLabels } from '../audience/attributes.ts';
import { campaignApproval } from '../campaign/approval.ts';
import { FormReference } from '../consent/form-version.ts';
import { AdvertiserId, Instant, Siren } from '../ids.ts';
import { canonicalJson } from '../ledger/canonical.ts';
import { line } from '../text/text.ts';
import { ChosenReading, type READINGS } from './chosen-reading.ts';
import { FooterColours } from './footer-colours.ts';
import { Analogy, OfferNature, ProfessionalOffer } from './offers.ts';
import { PageLook } from './page-look.ts';
import { Retention } from './retention.ts';
import { CallSender, EmailSender, SmsSender } from './senders.ts';
import { DEFAULT_SMS_RULES, SmsRules } from './sms-rules.ts';
import { httpsUrl, mailAddress, name } from './texts.ts';

/** What `PUT /v1/advertisers/{advertiserId}` takes. Every change is a new immutable version. */
export const AdvertiserSettings = z.strictObject({
  siren: about('SIREN of the one legal person, nine digits. Its brands share bases and oppositions.', Siren),
  legalName: about('The legal name, 1 to 120 characters; it always identifies the advertiser.', name()),
  tradeNames: about(
    'Trade names, brands and products under whose name it may write, at most 50. Absent: none.',
    z._default(z.array(name()).check(z.maxLength(50)), []),
  ),
  postalAddress: about(
    'Its postal address, on one line, at most 2000 characters. Absent: none is shown.',
    z.optional(line(2000)),
  ),
  contact: about(
    'Where a person can reach the advertiser.',
    z.strictObject({
      email: about('An e-mail address that is read. Absent: none is shown.', z.optional(mailAddress())),
      phone: about(
        'A telephone number as it is to be shown, at most 120 characters. Absent: none is shown.',
        z.optional(name()),
      ),
      url: about('A contact page: an https URL. Absent: none is shown.', z.optional(httpsUrl())),
    }),
  ),
  privacyNoticeUrl: about(
    'The processing notice that e-mail footers and the opposition page link to: an https URL.',
    httpsUrl(),
  ),
  locale: about(
    'The language of the opposition page and footers where nothing is known of the reader. Absent: fr.',
    z._default(z.enum(['fr', 'en']), 'fr'),
  ),
  senders: about(
    'From where the advertiser writes and calls.',
    z.strictObject({
      email: about(
        'E-mail senders, at most 20; the first is used unless a message names another. Absent: none.',
        z._default(z.array(EmailSender).check(z.maxLength(20)), []),
      ),
      sms: about(
        'SMS senders, at most 20; the first is used unless a message names another. Absent: none.',
        z._default(z.array(SmsSender).check(z.maxLength(20)), []),
      ),
      calls: about(
        'Numbers that automated calls show, at most 20. Absent: no number is registered, and no call is allowed.',
        z.optional(z.array(CallSender).check(z.maxLength(20))),
      ),
    }),
  ),
  oppositionInbox: about(
    'A mailbox that you read every day, for List-Unsubscribe by mailto. Absent: https only.',
    z.optional(mailAddress()),
  ),
  footer: about(
    'The colours of the footer of your e-mails; text and links reach a contrast of 7:1. Absent: #333333 on #f4f4f4.',
    z.optional(FooterColours),
  ),
  pageLook: about(
    'Your colour and logo on the opposition page and the preference centre. Absent: ours, and no logo.',
    z.optional(PageLook),
  ),
  centreForms: about(
    'The form versions by which a person can agree in the preference centre, at most 3, in their order: of mode hosted, one purpose each, a choice-button as their act, with notice and approver. One that is none of these is not shown. Absent: nothing can be agreed to there.',
    z.optional(z.array(FormReference).check(z.maxLength(3))),
  ),
  analogies: about(
    'Which goods are analogous to those sold (art. L. 34-5 CPCE, al. 4), at most 200. Absent: none are.',
    z._default(z.array(Analogy).check(z.maxLength(200)), []),
  ),
  professionalOffers: about(
    'Which offers concern which professional function, at most 200. Absent: none do.',
    z._default(z.array(ProfessionalOffer).check(z.maxLength(200)), []),
  ),
  offers: about(
    'What your offer categories are, where the law asks, at most 200. Absent: nothing in particular.',
    z._default(z.array(OfferNature).check(z.maxLength(200)), []),
  ),
  retention: about(
    'How long data are kept. Absent: three years each.',
    z._default(Retention, { prospectYears: 3, customerYears: 3 }),
  ),
  sms: about('Rules of your own for SMS. Absent: the defaults.', z._default(SmsRules, DEFAULT_SMS_RULES)),
  dailyCeiling: about(
    'Prospecting messages per contact, channel and day, 1 to 50: a guard against runaway jobs. Absent: 5.',
    z._default(z.int().check(z.gte(1), z.lte(50)), 5),
  ),
  readings: about(
    'Points on which you choose another interpretation than the default, at most 20. Absent: the defaults.',
    z._default(z.array(ChosenReading).check(z.maxLength(20)), []),
  ),
  audienceLabels,
  campaignApproval,
});
export type AdvertiserSettings = z.infer<typeof AdvertiserSettings>;

/** A stored version of the settings. */
export const Advertiser = z.extend(AdvertiserSettings, {
  advertiserId: about('The id of the advertiser.', AdvertiserId),
  settingsVersion: about(
    'The number of this version: 1, 2, 3. A verdict names the version it was given under.',
    z.int(),
  ),
  recordedAt: about('When this version was stored, in UTC.', Instant),
  /** It was never in force, and never will be. Absent: it is in force, or was. */
  draft: z.optional(z.literal(true)),
});
export type Advertiser = z.infer<typeof Advertiser>;

/** What was put, without what the store adds. */
export const settingsOf = ({
  advertiserId,
  settingsVersion,
  recordedAt,
  draft,
  ...settings
}: Advertiser): AdvertiserSettings => settings;

/** Putting these settings would change nothing of what is stored. */
export const isSameSettings = (stored: Advertiser, settings: AdvertiserSettings): boolean =>
  canonicalJson(settingsOf(stored)) === canonicalJson(settings);

/** Every name under which this advertiser may be recognised, legal name first. */
export const namesOf = (advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>): readonly string[] => [
  advertiser.legalName,
  ...advertiser.tradeNames,
];

/** The name a reader knows: the first trade name, else the legal name. */
export const publicNameOf = (advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>): string =>
  advertiser.tradeNames[0] ?? advertiser.legalName;

/** Where the advertiser can be reached: the first of mail address, telephone and URL, else its postal address. */
export const firstContactOf = ({
  contact: { email, phone, url },
  postalAddress,
  legalName,
}: Pick<Advertiser, 'contact' | 'postalAddress' | 'legalName'>): string =>
  email ?? phone ?? url ?? postalAddress ?? legalName;

/** The display name of an e-mail sender: its own, else the name that a reader knows. */
export const displayNameOf = (
  { name: own }: { readonly name?: string | undefined },
  advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>,
): string => own ?? publicNameOf(advertiser);

/**
 * Every name under which a message shows this advertiser: its own, those of its e-mail senders with their addresses, and
 * the ids of its SMS. No number: another advertiser may have written from it before.
 */
export const namesSeenOf = (
  advertiser: Pick<Advertiser, 'legalName' | 'tradeNames' | 'senders'>,
): readonly string[] => [
  ...namesOf(advertiser),
  ...advertiser.senders.email.flatMap(({ address, name }) => (name === undefined ? [address] : [name, address])),
  ...advertiser.senders.sms.map(({ senderId }) => senderId).filter((senderId) => /\p{L}/u.test(senderId)),
];

/** The codes and numbers that receive replies, each once. */
export const replyCodesOf = ({ senders }: Pick<Advertiser, 'senders'>): readonly string[] => [
  ...new Set(senders.sms.map(({ replyCode }) => replyCode)),
];

export const hasReading = (advertiser: Advertiser, reading: (typeof READINGS)[number]): boolean =>
  advertiser.readings.some((recorded) => recorded.reading === reading);
