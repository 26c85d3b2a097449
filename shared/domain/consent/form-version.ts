import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Approver } from '../advertiser/approver.ts';
import { sentence } from '../advertiser/texts.ts';
import { LanguageCode } from '../contact/codes.ts';
import { AdvertiserId, FormId, Instant, OfferCategory, Sha256, Siren, VersionLabel } from '../ids.ts';
import { CHANNELS, Channel, Purpose } from '../message/channel.ts';
import { line, prose } from '../text/text.ts';
import { AgreedFor } from './agreed-for.ts';

/** How the coordinates and the wish are collected; it decides what evidence is complete (D9). */
export const CollectionMode = z.enum(['hosted', 'web', 'app', 'paper', 'recorded-call', 'till-screen', 'till-spoken']);
export type CollectionMode = z.infer<typeof CollectionMode>;

/**
 * The act by which a person agrees. Only the first four are positive acts of their own; the others are recorded as what
 * they are and judged by the verdict (`CONSENT_MECHANISM_INVALID`).
 */
const Mechanism = z.enum([
  'checkbox',
  'choice-button',
  'signature',
  'spoken-yes',
  'terms-acceptance',
  'implied',
  'bundled-submit',
]);

/** A channel named in a form, and the words of its text that carry the channel. */
const ChannelWords = z.strictObject({
  channel: about('The channel.', Channel),
  words: about('The words of the wording that carry it; they must occur in it.', sentence()),
});

/** A sensitive use that a form names, and the words of its text that name it. */
const UseWords = z.strictObject({
  category: about('The sensitive category, as in the settings.', OfferCategory),
  words: about(
    'The words of the wording that name this use; they must occur in it, and say more than that one agrees to offers.',
    sentence(),
  ),
});

/** What `PUT …/forms/{formId}/versions/{version}` takes: the form exactly as shown. Immutable once stored. */
export const FormVersionContent = z.strictObject({
  mode: about('How the address and the wish are collected; it decides what evidence is complete.', CollectionMode),
  language: about('Two-letter language of the wording. Absent: fr.', z._default(LanguageCode, 'fr')),
  wording: about('The whole text shown beside the act, exactly as shown, 1 to 4000 characters.', prose(4000)),
  channels: about(
    'For each channel, the words of the wording that carry it, at most {max}. Absent: none.',
    z._default(z.array(ChannelWords).check(z.maxLength(CHANNELS.length)), []),
  ),
  purposes: about(
    'The purposes that the wording names, at most 3. Absent: own-offers.',
    z._default(z.array(Purpose).check(z.maxLength(3)), ['own-offers']),
  ),
  agreedFor: about(
    'Until when the wording says that the person agrees: in days, in months, or up to a day, one of the three. A consent supports nothing after it. Absent: the wording sets no end; where it does, a human looks at the version once. One that ends when an account is closed has no date: where the person closed it, record the consent as withdrawn; where you closed it, send nothing on it any more (a withdrawal is an act of the person, and opposes).',
    z.optional(AgreedFor),
  ),
  partnersNamed: about(
    'Other legal persons that the wording names, or the list that it links, at most 200. Absent: none.',
    z._default(
      z
        .array(
          z.strictObject({
            siren: about('SIREN of the partner, nine digits.', Siren),
            name: about('The name of the partner, 1 to 120 characters.', line(120)),
          }),
        )
        .check(z.maxLength(200)),
      [],
    ),
  ),
  mechanism: about(
    'The act by which a person agrees; only the first four are positive acts of their own. Absent: not known, or nobody agrees by this form, which only offers a refusal with a sale.',
    z.optional(Mechanism),
  ),
  defaultState: about(
    'The state of the box or choice before the person acts. Absent: not known.',
    z.optional(z.enum(['empty', 'ticked', 'not-applicable'])),
  ),
  isConditionOfService: about(
    'True when the contract, service or prize depends on agreeing. Absent: false.',
    z._default(z.boolean(), false),
  ),
  design: about(
    'What a named human found when looking at the design of the form. Absent: nobody looked.',
    z.optional(
      z.strictObject({
        misleading: about('True when the design misleads.', z.boolean()),
        note: about('What was found, at most 1000 characters. Absent: nothing to add.', z.optional(prose(1000))),
      }),
    ),
  ),
  lacking: about(
    'What a consent needs and a named human found lacking when reading the form. freedom: refusing had a price, or seemed to. information: the person was not informed of what they agree to. Absent: nothing was found.',
    z.optional(z.array(z.enum(['freedom', 'information'])).check(z.minLength(1), z.maxLength(2))),
  ),
  notice: about(
    'The processing notice that was on the form. Absent: there was none.',
    z.optional(
      z.strictObject({
        version: about('The version of the notice.', VersionLabel),
        url: about(
          'Where the notice is kept, at most 500 characters. Absent: the privacyNoticeUrl of the settings.',
          z.optional(prose(500)),
        ),
      }),
    ),
  ),
  refusal: about(
    'A free and simple way to refuse your own prospecting that the form offers when it collects the address, of the means that its words name beside the offers, or of all. Absent: it offers none.',
    z.optional(z.strictObject({ words: about('The words that offer it, 1 to 1000 characters.', prose(1000)) })),
  ),
  shown: about(
    'The file that shows the form as people saw it: screenshot, layout, blank form or script. Absent: none.',
    z.optional(
      z.strictObject({
        sha256: about('SHA-256 of the file, in lower-case hexadecimal.', Sha256),
        mediaType: about(
          'The media type of the file, such as image/png, at most 100 characters. Absent: not said.',
          z.optional(line(100)),
        ),
      }),
    ),
  ),
  explicitFor: about(
    'Former: sensitive categories without the words that name them, at most 20. They allow nothing: quote the words in explicitWords.',
    z.optional(z.array(OfferCategory).check(z.maxLength(20))),
  ),
  explicitWords: about(
    'For each sensitive category whose use for prospecting the wording names outright, the words that name it, at most 20. Absent: it names none, and no offer of such a category rests on it.',
    z.optional(z.array(UseWords).check(z.maxLength(20))),
  ),
  childDirected: about('True when the form is aimed at children. Absent: false.', z._default(z.boolean(), false)),
  reconstruction: about(
    'Of a past version that was rebuilt from an archive: its period and sources. Absent: the form is recorded as shown.',
    z.optional(
      z.strictObject({
        from: about('The first day on which it was shown: YYYY-MM-DD.', line(10)),
        until: about('The last day on which it was shown: YYYY-MM-DD.', line(10)),
        sources: about(
          'The archives that it was rebuilt from, 1 to 20, each at most 500 characters.',
          z.array(prose(500)).check(z.minLength(1), z.maxLength(20)),
        ),
      }),
    ),
  ),
  approver: about(
    'The named human who approved this version. Absent: nobody did, and no consent given on it counts.',
    z.optional(Approver),
  ),
});
export type FormVersionContent = z.infer<typeof FormVersionContent>;

/** A stored form version. */
export const FormVersion = z.extend(FormVersionContent, {
  advertiserId: about('The advertiser that shows the form.', AdvertiserId),
  formId: about('The id of the form.', FormId),
  version: about('The label of this version.', VersionLabel),
  recordedAt: about('When this version was stored, in UTC.', Instant),
  sha256: about('The content hash: SHA-256 of the canonical JSON (RFC 8785) of the form.', Sha256),
});
export type FormVersion = z.infer<typeof FormVersion>;

/** How a fact names the form version it was collected with. */
export const FormReference = z.strictObject({
  formId: about('The id of the form.', FormId),
  version: about('The label of its version.', VersionLabel),
});
export type FormReference = z.infer<typeof FormReference>;

/** A form version in one word: `newsletter@3`. */
export const formLabelOf = ({ formId, version }: FormReference): string => `${formId}@${version}`;

/** The cause under which a human decides what the wording of a form version carries (D9): `form:newsletter@3`. */
export const formCause = (label: string | undefined): string => `form:${label}`;

/**
 * The cause under which a human decides whether a rebuilt version shows what people saw (D9):
 * `rebuilt-form:newsletter@3`.
 */
export const rebuiltFormCause = (label: string | undefined): string => `rebuilt-form:${label}`;
