/**
 * Codes of which no channel, class or basis keeps the texts apart: what one of these texts forbids the other leaves. Shown,
 * code by code, in `one-at-a-time.test.ts`.
 */
export const ONE_AT_A_TIME = {
  EVIDENCE_INCOMPLETE: ['rgpd-7', 'l34-5', 'rgpd-5'],
  CONSENT_WITHDRAWN: ['rgpd-7', 'rgpd-5'],
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: ['l34-5', 'l223-1', 'l223-1-calls'],
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: ['l34-5', 'l223-1'],
  BASIS_NOT_AVAILABLE_FOR_CHANNEL: ['l34-5', 'house-scope', 'house-calls-to-legal-persons'],
  ADVERTISER_HIDDEN: ['l34-5', 'l221-17', 'house-named-sender'],
  QUIET_HOURS_SMS: ['af2m-sms', 'house-sundays'],
  PUBLIC_HOLIDAY: ['af2m-sms', 'house-holidays'],
  SENDER_ID_INVALID: ['af2m-sender', 'arcep-2018-0881'],
  COLLECTION_UNFAIR: ['penal-226-18', 'penal-226-18-relational'],
  B2B_ADDRESS_GUESSED: ['penal-226-18', 'penal-226-18-relational'],
  TIMEZONE_AMBIGUOUS: ['af2m-sms', 'house-places'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Codes of which two texts speak of one message on purpose, each with its own sanction: all reasons means all (D21). Shown in
 * `test/law/texts/sanctions-that-fit.test.ts`.
 */
export const BY_TWO_TEXTS = {
  OPPOSITION_MENTION_MISSING: ['l34-5', 'l122-8'],
  OPPOSITION_ROAD_NOT_WORKING: ['l34-5', 'l122-8'],
  AD_NOT_RECOGNISABLE: ['l122-8', 'lcen-20', 'l221-16'],
  CALLER_ID_FORBIDDEN: ['arcep-2018-0881', 'l221-17', 'house-caller-id'],
  CONSENT_EXPIRED: ['l34-5', 'r223-1'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
