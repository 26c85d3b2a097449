/** The order of the reason codes: rulebook §8 (groups 1 to 13, then the list of codes inside a group) with the insertions of §10 and input. */

export type Severity = 'refuse' | 'review' | 'defer';
export interface Reason {
  readonly code: string;
  readonly severity: Severity;
}

/** One line per group of §8, in the order of the groups; inside a line the order of the list of codes. */
const GROUPS: readonly (readonly string[])[] = [
  // 1 input, 2 rule pack
  ['CHANNEL_UNSUPPORTED', 'ADVERTISER_UNIDENTIFIED', 'ADDRESS_UNDELIVERABLE', 'RULE_PACK_MISSING'],
  // 3 class
  ['RELATIONAL_REFUSAL_MISSING', 'CLASS_UNCERTAIN'],
  // 4 opposition, and the right beside it
  [
    'OPPOSED_GLOBAL',
    'OPPOSED_CHANNEL',
    'OPPOSED_PURPOSE',
    'OPPOSED_AFTER_DECISION',
    'RELATIONAL_REFUSED',
    'REOPT_IN_NOT_VALID',
    'USE_RESTRICTED',
  ],
  // 5 sector ban, minors, sensitive
  [
    'SECTOR_BAN_HOME_ENERGY',
    'SECTOR_BAN_CPF',
    'MINOR_CONSENT_INVALID',
    'MINOR_CONSENT_UNCERTAIN',
    'SECTOR_BAN_UNCERTAIN',
    'SECTOR_BAN_CPF_UNCERTAIN',
    'SENSITIVE_TARGETING',
    'CREDIT_REMINDER_UNCERTAIN',
  ],
  // 6 recipient kind
  ['RECIPIENT_KIND_UNKNOWN', 'LEGAL_PERSON_UNCERTAIN'],
  // 7 basis allowed for (channel, kind)
  ['SOFT_OPT_IN_CHANNEL_NOT_COVERED', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', 'LEGAL_PERSON_BY_TEXT'],
  // 8 conditions of the bases
  [
    'CONSENT_MISSING',
    'CONSENT_PENDING_CONFIRMATION',
    'CONSENT_WITHDRAWN',
    'CONSENT_EXPIRED',
    'CONSENT_WRONG_CHANNEL',
    'CONSENT_CHANNEL_UNCERTAIN',
    'CONSENT_WRONG_PURPOSE',
    'CONSENT_WRONG_CONTROLLER',
    'CONSENT_MECHANISM_INVALID',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    'PARTNER_NOT_NAMED_AT_COLLECTION',
    'PARTNER_CHAIN_BROKEN',
    'SOFT_OPT_IN_INDIRECT_COLLECTION',
    'SOFT_OPT_IN_NOTICE_MISSING',
    'SOFT_OPT_IN_NO_SALE',
    'SOFT_OPT_IN_DIFFERENT_PERSON',
    'SOFT_OPT_IN_NOT_ANALOGOUS',
    'SOFT_OPT_IN_NO_REFUSAL_OFFERED',
    'SOFT_OPT_IN_REFUSED_AT_COLLECTION',
    'SOFT_OPT_IN_FREEMIUM_REVIEW',
    'B2B_PROFESSION_LINK_NOT_SHOWN',
    'B2B_NOTICE_MISSING',
    'B2B_ADDRESS_GUESSED',
    'COLLECTION_UNFAIR',
  ],
  // 9 evidence
  ['EVIDENCE_MISSING', 'EVIDENCE_INCOMPLETE', 'EVIDENCE_TAMPERED', 'EVIDENCE_NOT_HELD_BY_US'],
  // 10 retention
  [
    'RETENTION_EXPIRED',
    'RETENTION_EXPIRED_CUSTOMER',
    'RENEWAL_AFTER_OPPOSITION',
    'RENEWAL_ALREADY_ASKED',
    'RENEWAL_TOO_EARLY',
  ],
  // 11 content and form
  [
    'ADVERTISER_HIDDEN',
    'OPPOSITION_MENTION_MISSING',
    'OPPOSITION_ROAD_NOT_WORKING',
    'OPPOSITION_NOT_FREE',
    'PROCESSING_NOTICE_MISSING',
    'SUBJECT_UNRELATED',
    'SUBJECT_FAKE_REPLY',
    'SOURCE_MENTION_MISSING',
    'AD_NOT_RECOGNISABLE',
    'CALLER_ID_FORBIDDEN',
    'SENDER_ID_INVALID',
  ],
  // 12 frequency
  ['FREQUENCY_CAP', 'ATTEMPT_QUOTA'],
  // 13 time
  [
    'VALIDITY_PASSED', // D8: what makes it final comes before what closes the moment
    'QUIET_HOURS_SMS',
    'QUIET_HOURS_VOICE',
    'PUBLIC_HOLIDAY',
    'PUBLIC_HOLIDAY_VOICE',
    'HELD_AFTER_ANNULMENT',
    'TIMEZONE_AMBIGUOUS',
  ],
];

const RANK = new Map(GROUPS.flat().map((code, rank) => [code, rank]));

/** The place of a code in the order of §8; a code outside it is a mistake of this file. */
export const rankOf = (code: string): number => {
  const rank = RANK.get(code);
  if (rank === undefined) throw new Error(`code without a place: ${code}`);
  return rank;
};

/** The strictest of what was found; nothing found allows. */
export const strictest = (reasons: readonly Reason[]): Severity | undefined =>
  (['refuse', 'review', 'defer'] as const).find((severity) => reasons.some((reason) => reason.severity === severity));

/**
 * §8: all reasons are given, and the first in the order is the primary one: in a refusal the first that refuses. Issue: the reason
 * given is the one that turns, and what a human may still decide turns no refusal.
 */
export const firstCode = (reasons: readonly Reason[]): string | undefined => {
  const outcome = strictest(reasons);
  const turning = outcome === 'refuse' ? reasons.filter(({ severity }) => severity === outcome) : reasons;
  return turning.map((reason) => reason.code).sort((a, b) => rankOf(a) - rankOf(b))[0];
};
