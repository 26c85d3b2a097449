/**
 * Twenty-seven sentences of the register, written once more as data that any engine can be given: what an e-mail meets
 * that relies on one consent. Whether they say what ours say is checked on every fact before anything is timed.
 */

/** One comparison: a field of the flat facts, and a value or another field. */
export type Term = readonly [field: string, operator: 'is' | 'isNot' | 'over' | 'atLeast', value: Value];
type Value = boolean | string | number | { readonly field: string };

/** Forbids when all terms of one of its alternatives hold. */
export interface PortableRule {
  readonly code: string;
  readonly outcome: 'refuse' | 'review' | 'defer';
  readonly anyOf: readonly (readonly Term[])[];
}

const rule = (outcome: PortableRule['outcome'], code: string, ...anyOf: (readonly Term[])[]): PortableRule => ({
  code,
  outcome,
  anyOf,
});

export const PORTABLE_RULES: readonly PortableRule[] = [
  rule('refuse', 'OPPOSED_GLOBAL', [['globalOpposition', 'isNot', '']]),
  rule('refuse', 'OPPOSED_CHANNEL', [['channelOpposition', 'isNot', '']]),
  rule('refuse', 'OPPOSED_PURPOSE', [['purposeOpposition', 'isNot', '']]),
  rule('refuse', 'REOPT_IN_NOT_VALID', [['consentThatLiftsNothing', 'isNot', '']]),
  rule(
    'refuse',
    'ADVERTISER_HIDDEN',
    [['namesAdvertiser', 'is', false]],
    [['senderIsRegistered', 'is', false]],
    [['senderShowsTheAdvertiser', 'is', false]],
  ),
  rule(
    'refuse',
    'OPPOSITION_MENTION_MISSING',
    [['carriesOppositionMeans', 'is', false]],
    [['segments', 'over', { field: 'maxSegments' }]],
  ),
  rule('review', 'OPPOSITION_ROAD_NOT_WORKING', [['oppositionMeansWork', 'is', false]]),
  rule('refuse', 'OPPOSITION_NOT_FREE', [['oppositionIsFree', 'is', false]]),
  rule('refuse', 'AD_NOT_RECOGNISABLE', [['isRecognisableAsAdvertising', 'is', false]]),
  rule('refuse', 'PROCESSING_NOTICE_MISSING', [['carriesProcessingNotice', 'is', false]], [['saysWhy', 'is', false]]),
  rule('refuse', 'SENSITIVE_TARGETING', [
    ['offerIsSensitive', 'is', true],
    ['hasExplicitConsentToSensitiveUse', 'is', false],
  ]),
  rule('refuse', 'SUBJECT_UNRELATED', [['subjectJudgement', 'is', 'unrelated']], [['subject', 'is', '']]),
  rule('refuse', 'RULE_PACK_MISSING', [['pack', 'is', 'missing']]),
  rule('defer', 'FREQUENCY_CAP', [['sendsToday', 'atLeast', { field: 'dailyCeiling' }]]),
  rule('refuse', 'CONSENT_WRONG_CHANNEL', [['consentChannel', 'is', 'not-named']]),
  rule('review', 'CONSENT_CHANNEL_UNCERTAIN', [['consentChannel', 'is', 'no-channel-named']]),
  rule('refuse', 'CONSENT_WRONG_PURPOSE', [['coversPurpose', 'is', false]]),
  rule('refuse', 'CONSENT_WRONG_CONTROLLER', [['wasGivenToAnotherPerson', 'is', true]]),
  rule('refuse', 'CONSENT_PENDING_CONFIRMATION', [['consentState', 'is', 'pending']]),
  rule('refuse', 'CONSENT_WITHDRAWN', [['consentState', 'is', 'withdrawn']], [['consentState', 'is', 'invalidated']]),
  rule('refuse', 'CONSENT_MECHANISM_INVALID', [['faultyMechanism', 'isNot', '']]),
  rule('refuse', 'EVIDENCE_INCOMPLETE', [['missingEvidence', 'over', 0]]),
  rule('refuse', 'EVIDENCE_TAMPERED', [['wasAltered', 'is', true]]),
  rule('refuse', 'PARTNER_NOT_NAMED_AT_COLLECTION', [['namesNoSuchPartner', 'is', true]]),
  rule('refuse', 'SOURCE_MENTION_MISSING', [
    ['cameIndirectly', 'is', true],
    ['isFirstContact', 'is', true],
    ['namesSource', 'is', false],
  ]),
  rule(
    'refuse',
    'MINOR_CONSENT_INVALID',
    [
      ['ageBand', 'is', 'under-15'],
      ['hasParentalConsent', 'is', false],
    ],
    [
      ['ageBand', 'is', 'unknown'],
      ['isAimedAtChildren', 'is', true],
      ['hasParentalConsent', 'is', false],
    ],
  ),
  rule('refuse', 'RETENTION_EXPIRED', [['at', 'over', { field: 'keptUntil' }]]),
];
