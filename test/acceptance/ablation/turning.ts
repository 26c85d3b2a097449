import type { CaseFacts } from '../scenario.ts';

const MECHANISM = 'CONSENT_MECHANISM_INVALID';
const OPPOSED = [
  'OPPOSED_GLOBAL',
  'OPPOSED_CHANNEL',
  'OPPOSED_PURPOSE',
  'OPPOSED_AFTER_DECISION',
  'RELATIONAL_REFUSED',
];

/**
 * For each fact of the file format, the reasons that may be given for it: a code, or a code with what exactly was found.
 * Written from the texts, not from what the system says: a refusal for another reason is none for this fact. Some facts share a
 * reason, since one sentence of the law asks for both; which of them it was is shown by curing the others.
 */
const REASONS_FOR: Readonly<Record<string, readonly string[]>> = {
  'facts.channel': ['BASIS_NOT_AVAILABLE_FOR_CHANNEL', 'SOFT_OPT_IN_CHANNEL_NOT_COVERED', 'CONSENT_WRONG_CHANNEL'],
  'facts.recipientKind': ['RECIPIENT_KIND_UNKNOWN'],
  'facts.collectedFrom': ['SOFT_OPT_IN_INDIRECT_COLLECTION', 'COLLECTION_UNFAIR', 'B2B_ADDRESS_GUESSED'],
  'facts.legalBasisClaimed': ['RECIPIENT_KIND_UNKNOWN', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', 'SOFT_OPT_IN_NO_SALE'],
  'facts.lastContactDaysAgo': ['RETENTION_EXPIRED', 'RETENTION_EXPIRED_CUSTOMER'],
  'facts.opposition.state': OPPOSED,
  'facts.consent': ['CONSENT_MISSING', 'EVIDENCE_MISSING'],
  'facts.consent.affirmativeAct': [`${MECHANISM} implied`],
  'facts.consent.preTicked': [`${MECHANISM} pre-ticked`],
  'facts.consent.separateFromTerms': [`${MECHANISM} terms`],
  'facts.consent.freelyGiven': [`${MECHANISM} not-free`],
  'facts.consent.informed': [`${MECHANISM} not-informed`],
  'facts.consent.advertiserNamed': ['PARTNER_NOT_NAMED_AT_COLLECTION', 'CONSENT_WRONG_CONTROLLER'],
  'facts.consent.channelsNamed': ['CONSENT_CHANNEL_UNCERTAIN', 'CONSENT_WRONG_CHANNEL'],
  'facts.consent.purposeNamed': ['CONSENT_WRONG_PURPOSE'],
  'facts.consent.proofKept': ['EVIDENCE_NOT_HELD_BY_US', 'EVIDENCE_INCOMPLETE /proof', 'EVIDENCE_INCOMPLETE /form'],
  'facts.consent.obtainedVia': ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  'facts.consent.ageDays': ['RETENTION_EXPIRED', 'CONSENT_EXPIRED'],
  'facts.existingCustomer.saleOrService': ['SOFT_OPT_IN_NO_SALE'],
  'facts.existingCustomer.sameEntity': ['SOFT_OPT_IN_DIFFERENT_PERSON'],
  'facts.existingCustomer.similarOffer': ['SOFT_OPT_IN_NOT_ANALOGOUS'],
  'facts.existingCustomer.informedAtCollection': ['SOFT_OPT_IN_NOTICE_MISSING'],
  'facts.existingCustomer.couldObjectAtCollection': ['SOFT_OPT_IN_NO_REFUSAL_OFFERED'],
  'facts.existingCustomer.indirectRemuneration': ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  'facts.b2b.relatedToProfession': ['B2B_PROFESSION_LINK_NOT_SHOWN'],
  'facts.b2b.informedBeforeSend': ['B2B_NOTICE_MISSING'],
  'facts.b2b.couldObjectBeforeSend': ['B2B_NOTICE_MISSING'],
  'facts.message.advertiserIdentified': ['ADVERTISER_HIDDEN', 'SENDER_ID_INVALID not-registered'],
  'facts.message.oppositionMeansOffered': ['OPPOSITION_MENTION_MISSING'],
  'facts.message.oppositionEffective': ['OPPOSITION_ROAD_NOT_WORKING'],
  'facts.message.oppositionFree': ['OPPOSITION_NOT_FREE'],
  'facts.message.subjectMatchesOffer': ['SUBJECT_UNRELATED'],
  'facts.message.commercialContent': ['CONSENT_MISSING', 'EVIDENCE_MISSING', ...OPPOSED],
  'facts.message.localTime': ['QUIET_HOURS_SMS', 'QUIET_HOURS_VOICE', 'PUBLIC_HOLIDAY', 'PUBLIC_HOLIDAY_VOICE'],
};

/** True when a reason (`CODE`, or `CODE detail`) is given for this fact. */
export const isReasonFor = (path: string, reason: string): boolean =>
  (REASONS_FOR[path] ?? []).some((own) => reason === own || reason.startsWith(`${own} `));

/**
 * Why a fact that a decision names is no reason of its own here, by a reading of the law; `undefined`: it has to be one.
 * Art. 226-18 C. pén. is held against a basis that rests on the address, and not against an act of the person.
 */
export const readingOf = (path: string, { collectedFrom, b2b, existingCustomer }: CaseFacts): string | undefined =>
  path === 'facts.collectedFrom' &&
  collectedFrom === 'public-source' &&
  b2b === undefined &&
  existingCustomer === undefined
    ? 'penal-226-18'
    : undefined;
