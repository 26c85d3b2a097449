import * as z from 'zod/mini';
import { ChannelWords } from '../advertiser/advertiser.ts';
import { Approver } from '../advertiser/approver.ts';
import { AdvertiserId, FormId, Instant, OfferCategory, Sha256, Siren, VersionLabel } from '../ids.ts';
import { Purpose } from '../message/channel.ts';

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

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What `PUT …/forms/{formId}/versions/{version}` takes: the form exactly as shown. Immutable once stored. */
export const FormVersionContent = z.strictObject({
  mode: CollectionMode,
  language: z._default(z.string().check(z.regex(/^[a-z]{2}$/, 'a two-letter language')), 'fr'),
  /** The whole text shown beside the act, as shown. */
  wording: text(4000),
  /** Per channel, the words of `wording` that carry it; they must occur in it (D9). */
  channels: z._default(z.array(ChannelWords).check(z.maxLength(12)), []),
  /** Purposes that the wording names. */
  purposes: z._default(z.array(Purpose).check(z.maxLength(3)), ['own-offers']),
  /** Legal persons other than the advertiser that the wording, or the list it links, names at that date. */
  partnersNamed: z._default(z.array(z.strictObject({ siren: Siren, name: text(120) })).check(z.maxLength(200)), []),
  mechanism: z.optional(Mechanism),
  /** State of the box or choice before the person acts. */
  defaultState: z.optional(z.enum(['empty', 'ticked', 'not-applicable'])),
  /** The contract, service or prize depends on agreeing. */
  isConditionOfService: z._default(z.boolean(), false),
  /** A named human looked at the form and found its design misleading, or not (FR-CONSENT-3). */
  design: z.optional(z.strictObject({ misleading: z.boolean(), note: z.optional(text(1000)) })),
  /** Which processing notice was on the form, and where it is kept. */
  notice: z.optional(z.strictObject({ version: VersionLabel, url: text(500) })),
  /** A free and simple way to refuse prospecting at the collection, and the words that offer it (S7). */
  refusal: z.optional(z.strictObject({ words: text(1000) })),
  /** Hashes of what was shown: screenshot or layout, blank form, script, screen. */
  shown: z.optional(z.strictObject({ sha256: Sha256, mediaType: text(100) })),
  /** Sensitive categories whose use for prospecting the wording names outright (GDPR 9(2)(a)). */
  explicitFor: z.optional(z.array(OfferCategory).check(z.maxLength(20))),
  /** The form is aimed at children. */
  childDirected: z._default(z.boolean(), false),
  /** A past version rebuilt from an archive: with its period and sources (D9). */
  reconstruction: z.optional(
    z.strictObject({
      from: text(10),
      until: text(10),
      sources: z.array(text(500)).check(z.minLength(1), z.maxLength(20)),
    }),
  ),
  /** The named human who approved this version. */
  approver: z.optional(Approver),
});
export type FormVersionContent = z.infer<typeof FormVersionContent>;

/** A stored form version. */
export const FormVersion = z.extend(FormVersionContent, {
  advertiserId: AdvertiserId,
  formId: FormId,
  version: VersionLabel,
  recordedAt: Instant,
  /** SHA-256 of the canonical JSON of the content: the wording's seal. */
  sha256: Sha256,
});
export type FormVersion = z.infer<typeof FormVersion>;

/** How a fact names the form version it was collected with. */
export const FormReference = z.strictObject({ formId: FormId, version: VersionLabel });
export type FormReference = z.infer<typeof FormReference>;
