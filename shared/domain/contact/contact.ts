import * as z from 'zod/mini';
import { Instant, OfferCategory, Siren } from '../ids.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What the advertiser declares the holder of an address to be; unknown means consumer (D2). */
const ContactKind = z.enum(['consumer', 'professional', 'sole-trader', 'legal-person']);

/** Where an address came from. */
export const CollectionSource = z.enum(['data-subject', 'public-source', 'third-party', 'guessed', 'scraped']);
export type CollectionSource = z.infer<typeof CollectionSource>;

/** Where, and when, the address of a professional was collected. */
export const CollectedFrom = z.strictObject({
  kind: CollectionSource,
  reference: z.optional(text(300)),
  collectedAt: z.optional(Instant),
});

/**
 * Facts about a professional recipient (FR-B2B-1): the function, where the address came from, and what the person was
 * told and offered. `rationale` says in the advertiser's words why the offers concern that function.
 */
export const Profession = z.strictObject({
  function: z.optional(OfferCategory),
  rationale: z.optional(text(500)),
  source: z.optional(CollectedFrom),
  /** When the person was told that the address would serve prospecting. */
  noticeGivenAt: z.optional(Instant),
  /** When the person could first refuse. */
  refusalOfferedAt: z.optional(Instant),
});
export type Profession = z.infer<typeof Profession>;

/** The organisation behind a role address (FR-B2B-2). */
export const Organisation = z.strictObject({
  siren: z.optional(Siren),
  /** Registry proof that it is a legal person, and not a firm of one. */
  legalForm: z.optional(z.enum(['company', 'single-member-company', 'association', 'public-body', 'sole-trader'])),
  source: z.optional(text(300)),
});
export type Organisation = z.infer<typeof Organisation>;

/** An age band: never a birth date. */
const AgeBand = z.enum(['under-15', '15-17', 'adult']);

/** What `PUT /v1/contacts` declares about a contact, and the law asks for. */
export const DeclaredFacts = z.strictObject({
  kind: z.optional(ContactKind),
  profession: z.optional(Profession),
  organisation: z.optional(Organisation),
  /** IANA zone, else derived from prefix (D2). */
  zone: z.optional(z.string().check(z.regex(/^[A-Za-z_]+\/[A-Za-z_/-]+$/, 'an IANA time zone'))),
  /** Two-letter language for the injected blocks: French unless `en` fits better. */
  language: z.optional(z.string().check(z.regex(/^[a-z]{2}$/, 'a two-letter language'))),
  /** Two-letter country, else derived from the prefix, else FR (D15). */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/, 'a two-letter country'))),
  /** French department or territory, for local holidays: `67`, `2A`, `974`. */
  department: z.optional(z.string().check(z.regex(/^(\d{2,3}|2[AB])$/, 'a department'))),
  ageBand: z.optional(AgeBand),
  /** Consent of a parent joined to that of a minor. */
  parentalConsent: z.optional(z.boolean()),
  /** How the coordinates themselves reached the advertiser, where no consent or sale says it. */
  source: z.optional(CollectionSource),
  /** When the person was told that openings are counted; it counts for old addresses alone (D11). */
  trackingNoticeGivenAt: z.optional(Instant),
  /** Latest act of the person that is no open, delivery or send (RET-2). */
  lastActAt: z.optional(Instant),
});
export type DeclaredFacts = z.infer<typeof DeclaredFacts>;
