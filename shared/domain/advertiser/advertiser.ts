import * as z from 'zod/mini';
import { AdvertiserId, Instant, OfferCategory, Siren } from '../ids.ts';
import { Channel } from '../message/channel.ts';

const name = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
const sentence = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
const httpsUrl = () => z.string().check(z.regex(/^https:\/\/[^\s<>"]{1,500}$/, 'an https URL'));
const mailAddress = () =>
  z.string().check(z.regex(/^[^\s@<>",;:]{1,64}@[^\s@<>",;:]{1,255}$/, 'an e-mail address'), z.maxLength(254));

/** A telephone number in E.164. */
export const PhoneNumber = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/, 'an E.164 number'));

/** An e-mail sender: the address must belong to a verified identity of the deployment. */
const EmailSender = z.strictObject({ address: mailAddress(), name: name() });

/**
 * An SMS sender: an alphanumeric id of at most 11 characters that names its publisher (af2m charter), bound to the
 * short code or number on which STOP is heard, because an alphanumeric sender cannot receive.
 */
const SmsSender = z.strictObject({
  senderId: z.string().check(z.minLength(1), z.maxLength(20)),
  replyCode: z.string().check(z.regex(/^(\d{5}|\+\d{8,15})$/, 'a five-digit short code or an E.164 number')),
});

/**
 * A number that automated calls show, and what is heard of whoever is called (D19): keys, where the route hears them, and
 * a number on which an opposition is heard. What is heard there is told by `POST /v1/oppositions`.
 */
const CallSender = z.strictObject({
  callerId: PhoneNumber,
  hearsKeys: z._default(z.boolean(), false),
  oppositionNumber: z.optional(
    z.string().check(z.regex(/^(\d{4}|\+[1-9]\d{6,14})$/, 'a short number of four digits or an E.164 number')),
  ),
});

/** Which goods are analogous to those sold (L. 34-5 al. 4): the advertiser's own map, justified. */
const Analogy = z.strictObject({
  sold: OfferCategory,
  offered: z.array(OfferCategory).check(z.minLength(1), z.maxLength(50)),
  rationale: sentence(),
});

/** Which offers concern which professional function (CNIL B2B doctrine): versioned and justified. */
const ProfessionalOffer = z.strictObject({
  function: OfferCategory,
  offered: z.array(OfferCategory).check(z.minLength(1), z.maxLength(50)),
  rationale: sentence(),
});

/** What an offer category is, where the law asks: home energy works (L. 223-8), child-directed goods. */
const OfferNature = z.strictObject({
  category: OfferCategory,
  natures: z
    .array(z.enum(['home-energy-works', 'home-energy-mixed', 'child-directed', 'sensitive']))
    .check(z.minLength(1)),
});

/** Points where docs/readings.md lets an advertiser choose another reading than the default, each with its justification. */
export const READINGS = [
  'existing-customers-by-automated-call',
  'professionals-by-automated-call',
  'link-only-opposition-in-sms',
  'first-message-carries-professional-notice',
  'free-account-is-a-sale',
  'minors-from-fifteen-are-reviewed',
] as const;
const Reading = z.strictObject({
  reading: z.enum(READINGS),
  justification: sentence(),
  decidedBy: name(),
  decidedOn: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'a date')),
});

/** What `PUT /v1/advertisers/{advertiserId}` takes. Every change is a new immutable version. */
export const AdvertiserSettings = z.strictObject({
  /** SIREN of the one legal person; its brands share bases and oppositions (D14). */
  siren: Siren,
  legalName: name(),
  /** Trade names and brands under which it may write; the legal name always counts. */
  tradeNames: z._default(z.array(name()).check(z.maxLength(50)), []),
  postalAddress: z.optional(sentence()),
  /** Where a person can reach the advertiser. */
  contact: z.strictObject({ email: z.optional(mailAddress()), phone: z.optional(name()), url: z.optional(httpsUrl()) }),
  /** The processing notice that e-mail footers and the opposition page link to (D12). */
  privacyNoticeUrl: httpsUrl(),
  locale: z._default(z.enum(['fr', 'en']), 'fr'),
  zone: z._default(z.string().check(z.regex(/^[A-Za-z_]+\/[A-Za-z_/-]+$/, 'an IANA time zone')), 'Europe/Paris'),
  senders: z.strictObject({
    email: z._default(z.array(EmailSender).check(z.maxLength(20)), []),
    sms: z._default(z.array(SmsSender).check(z.maxLength(20)), []),
    /** Absent: no number is registered, and no key is heard. */
    calls: z.optional(z.array(CallSender).check(z.maxLength(20))),
  }),
  /** A monitored mailbox for `List-Unsubscribe: mailto:`; absent: https only. */
  oppositionInbox: z.optional(mailAddress()),
  analogies: z._default(z.array(Analogy).check(z.maxLength(200)), []),
  professionalOffers: z._default(z.array(ProfessionalOffer).check(z.maxLength(200)), []),
  offers: z._default(z.array(OfferNature).check(z.maxLength(200)), []),
  retention: z._default(
    z.strictObject({
      /** Years after the last act of a prospect, and after the end of a customer's relation; at most three. */
      prospectYears: z._default(z.int().check(z.gte(1), z.lte(3)), 3),
      customerYears: z._default(z.int().check(z.gte(1), z.lte(3)), 3),
    }),
    { prospectYears: 3, customerYears: 3 },
  ),
  sms: z._default(
    z.strictObject({
      /** Segments that one SMS may take after injection. */
      maxSegments: z._default(z.int().check(z.gte(1), z.lte(8)), 3),
      /** Courtesy on Sundays and public holidays; on unless a reason is recorded (D18). */
      sundayAndHolidayCourtesy: z._default(z.boolean(), true),
      /** Extra closed hours, local time of the recipient; the strictest window wins. */
      window: z._default(z.strictObject({ from: z.string(), until: z.string() }), { from: '08:00', until: '21:30' }),
    }),
    { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '08:00', until: '21:30' } },
  ),
  /** A ceiling per contact, channel and day under every prospecting message, against runaway jobs (D8). */
  dailyCeiling: z._default(z.int().check(z.gte(1), z.lte(50)), 5),
  readings: z._default(z.array(Reading).check(z.maxLength(20)), []),
});
export type AdvertiserSettings = z.infer<typeof AdvertiserSettings>;

/** A stored version of the settings. */
export const Advertiser = z.extend(AdvertiserSettings, {
  advertiserId: AdvertiserId,
  /** 1, 2, 3…; a verdict refers to it. */
  settingsVersion: z.int(),
  recordedAt: Instant,
});
export type Advertiser = z.infer<typeof Advertiser>;

/** Every name under which this advertiser may be recognised, legal name first. */
export const namesOf = (advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>): readonly string[] => [
  advertiser.legalName,
  ...advertiser.tradeNames,
];

/** The name a reader knows: the first trade name, else the legal name. */
export const publicNameOf = (advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>): string =>
  advertiser.tradeNames[0] ?? advertiser.legalName;

export const hasReading = (advertiser: Advertiser, reading: (typeof READINGS)[number]): boolean =>
  advertiser.readings.some((recorded) => recorded.reading === reading);

/** A channel named in a form, and the words of its text that carry the channel. */
export const ChannelWords = z.strictObject({ channel: Channel, words: sentence() });
