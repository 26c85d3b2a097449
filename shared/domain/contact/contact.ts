import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { Instant, OfferCategory, Sha256, Siren } from '../ids.ts';
import { line, prose } from '../text/text.ts';
import { CountryCode, LanguageCode, ZoneName } from './codes.ts';

/** What the advertiser declares the holder of an address to be; unknown means consumer (D2). */
export const ContactKind = z.enum(['consumer', 'professional', 'sole-trader', 'legal-person']);
export type ContactKind = z.infer<typeof ContactKind>;

/** Where an address came from. */
export const CollectionSource = z.enum(['data-subject', 'public-source', 'third-party', 'guessed', 'scraped']);
export type CollectionSource = z.infer<typeof CollectionSource>;

/** Where, and when, the address of a professional was collected. */
export const CollectedFrom = z.strictObject({
  kind: about('What kind of source it is.', CollectionSource),
  reference: about(
    'Where exactly, in your own words, at most 300 characters. Absent: not known.',
    z.optional(line(300)),
  ),
  collectedAt: about('When the address was collected. Absent: not known.', z.optional(Instant)),
});

/**
 * Facts about a professional recipient (FR-B2B-1): the function, where the address came from, and what the person was
 * informed of and offered. `rationale` says in the advertiser's words why the offers concern that function.
 */
export const Profession = z.strictObject({
  function: about(
    'The professional function: a category of your own, as in the settings. Absent: not known.',
    z.optional(OfferCategory),
  ),
  rationale: about(
    'Why your offers concern that function, at most 500 characters. Absent: not said.',
    z.optional(prose(500)),
  ),
  source: about('Where the address came from. Absent: not known.', z.optional(CollectedFrom)),
  noticeGivenAt: about(
    'When the person was informed that the address would serve prospecting. Absent: never.',
    z.optional(Instant),
  ),
  refusalOfferedAt: about('When the person could first refuse. Absent: never.', z.optional(Instant)),
});
export type Profession = z.infer<typeof Profession>;

/** A number of the register of associations (RNA), which has no check digit: W, department or office, seven digits. */
const Rna = z.string().check(z.regex(/^W\d[0-9A-Z]\d{7}$/, 'an RNA number: W and nine characters'));

/** The organisation behind a role address (FR-B2B-2). */
export const Organisation = z.strictObject({
  siren: about('SIREN of the organisation, nine digits. Absent: not known.', z.optional(Siren)),
  rna: about(
    'Of an association, its number in the Répertoire national des associations: W and nine characters. It shows that it is one. Absent: not known.',
    z.optional(Rna),
  ),
  legalForm: about(
    'What the register says it is; a firm of one is no legal person here. Absent: not known.',
    z.optional(z.enum(['company', 'single-member-company', 'association', 'public-body', 'sole-trader'])),
  ),
  source: about(
    'The register, or where else this is known from, at most 300 characters: for whoever reads it, it shows nothing by itself. Absent: not said.',
    z.optional(line(300)),
  ),
});
export type Organisation = z.infer<typeof Organisation>;

/** A firm that may be one person: its address may be its owner's (FR-B2B-2). */
export const isFirmOfOne = (legalForm: Organisation['legalForm']): boolean =>
  legalForm === 'single-member-company' || legalForm === 'sole-trader';

/** What is noted of an address when it is declared (`isGeneralAddress`). */
export const IS_GENERAL_ADDRESS =
  'True of the address of a function at a host that is the house’s own, such as contact@, and of a number under French rules that is no mobile, where an organisation is declared: of a legal person it has no term of retention. Absent: it is neither, or was declared before this was noted.';

/** A file that shows what is declared; the advertiser keeps it. */
const Evidence = z.strictObject({
  sha256: about('SHA-256 of the file, in lower-case hexadecimal.', Sha256),
  reference: about('How the file is found again, at most 300 characters. Absent: not said.', z.optional(line(300))),
});

/** The agreement of a holder of parental authority, given together with the minor's own (LIL 45). */
export const ParentalConsent = z.strictObject({
  agreedAt: about('When the holder of parental authority agreed.', Instant),
  evidence: about('What shows it: the form that was signed, the recording.', Evidence),
});

/** That the person was informed of the counting of opens (D11). */
export const TrackingNotice = z.strictObject({
  givenAt: about('When the person was informed.', Instant),
  evidence: about('What shows it: the message that informed, as it was sent.', Evidence),
});

/** A call that the person agreed to, at a day and hour of their own (C. consom., art. L. 223-1, al. 6). */
export const AgreedCall = z.strictObject({
  callAt: about('The day and minute for which the person agreed to a call.', Instant),
  agreedAt: about('When the person agreed.', Instant),
  evidence: about('What shows it: the recording, the request that was written.', Evidence),
});

/** That the person agreed to receive messages that are sent to try a template. It supports no other message. */
export const TestsAgreed = z.strictObject({
  agreedAt: about('When the person agreed.', Instant),
  evidence: about(
    'What shows it: the written answer, the list that was signed. Absent: no test goes to this contact.',
    z.optional(Evidence),
  ),
  endedAt: about(
    'When the person took it back. Only an agreement later than this brings it back. Absent: it holds.',
    z.optional(Instant),
  ),
});

/** An age band: never a birth date. */
const AgeBand = z.enum(['under-15', '15-17', 'adult']);

/** What `PUT /v1/contacts` declares about a contact, and the law asks for. */
export const DeclaredFacts = named(
  'DeclaredFacts',
  z.strictObject({
    kind: about('What the holder of the address is. Absent: a consumer.', z.optional(ContactKind)),
    profession: about('The professional role of the person. Absent: none is known.', z.optional(Profession)),
    organisation: about(
      'The organisation behind a role address such as info@. Absent: none is known.',
      z.optional(Organisation),
    ),
    agreedCall: about(
      'A call at a day and hour agreed with the person. Those declared before stay known, eight at most; one that was agreed to before the hour of another moves that one. What they fetch counts by it (L. 223-1, al. 1); an automated call outside hours, where that reading is recorded. Absent: none.',
      z.optional(AgreedCall),
    ),
    zone: about(
      'The time zone of the contact: a name of the tz database in its very letters, such as Europe/Paris, and none of Etc/. Absent: worked out from the telephone prefix.',
      z.optional(ZoneName),
    ),
    language: about(
      'Two-letter language of the contact. What Aval adds is in this language where it is fr, en, de, es, it or nl, else in that of your settings.',
      z.optional(LanguageCode),
    ),
    country: about(
      'Two-letter country. Absent: worked out from the telephone prefix, else FR.',
      z.optional(CountryCode),
    ),
    department: about(
      'French department or territory, for local public holidays: 67, 2A, 974. Absent: none.',
      z.optional(z.string().check(z.regex(/^(\d{2,3}|2[AB])$/, 'a department'))),
    ),
    ageBand: about(
      'An age band, never a birth date. Where it replaces under-15, consents from before that no parent agreed with stay void. Absent: not known.',
      z.optional(AgeBand),
    ),
    parentalConsent: about(
      'That a parent agreed together with the minor, and what shows it. Absent: none is known to have.',
      z.optional(ParentalConsent),
    ),
    source: about(
      'How the address reached the advertiser, where no consent or sale says it. Absent: not known.',
      z.optional(CollectionSource),
    ),
    trackingNotice: about(
      'That the person was informed that opens are counted, and what shows it; it counts for old addresses alone. Absent: never.',
      z.optional(TrackingNotice),
    ),
    testsAgreed: about(
      'That the person agreed to receive tests of your templates, and what shows it. Absent: no test goes to this contact.',
      z.optional(TestsAgreed),
    ),
    lastActAt: about(
      'The latest act of the person, believed as declared; an open, a delivery or a message sent is none. POST /v1/activities also says what the act was. Absent: none is known.',
      z.optional(Instant),
    ),
  }),
);
export type DeclaredFacts = z.infer<typeof DeclaredFacts>;

/** Where the address of a professional came from. Not known: as from a third party, which the first offer names (D2). */
export const collectionSourceOf = ({ profession, source }: DeclaredFacts): CollectionSource =>
  profession?.source?.kind ?? source ?? 'third-party';
