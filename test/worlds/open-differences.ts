/**
 * Questions on which the two opinions differ and that the text has not decided yet. Each is named by what its worlds have
 * in common, and found by the two answers. A question that is decided goes from this list, with the side that was wrong
 * mended; a difference that no question names is a fault.
 */
const OPEN: readonly (readonly [question: string, answers: RegExp])[] = [
  ['may a relational template go out that two people approved and nobody reviewed', /\bCLASS_UNCERTAIN \//],
  ['does a sender that nobody registered hide the advertiser', /^refuse (?:SENDER_ID_INVALID|ADVERTISER_HIDDEN) \//],
  ['does the validity still hold at its last instant', /\/ refuse VALIDITY_PASSED$/],
  ['what is said of a basis that is named and of which nothing is recorded', /\/ refuse CONSENT_MISSING$/],
  [
    'may a reason that awaits a human come first in a refusal',
    /^refuse (?:\w+_UNCERTAIN|SOFT_OPT_IN_FREEMIUM_REVIEW) \//,
  ],
  ['is a profession tried that is neither shown nor named', /^refuse RECIPIENT_KIND_UNKNOWN \//],
  ['what is said of calls and texts that a basis does not reach', /\/ refuse BASIS_NOT_AVAILABLE_FOR_CHANNEL$/],
  ['what is said of a text to a legal person', /^refuse LEGAL_PERSON_BY_TEXT \//],
  ['is a guessed address of a legal person unfairly collected', /^refuse B2B_ADDRESS_GUESSED \//],
  ['when does a term near its end, and what forbids to ask', /RENEWAL_/],
  ['whose public holidays count abroad, and on a holiday outside the hours', /PUBLIC_HOLIDAY/],
  ['is a consent without form held against its evidence or its partner first', /^refuse EVIDENCE_INCOMPLETE \//],
  ['what comes first of a consent that has ended', /^refuse CONSENT_WITHDRAWN \//],
  ['is a lifted opposition in force again while the consent awaits a human', /^refuse OPPOSED_\w+ \//],
  ['does a consent that awaits a human count as explicit', /SENSITIVE_TARGETING/],
];

/** The open question that a difference belongs to, of the form `ours / theirs`; `undefined`: none. */
export const questionOf = (difference: string): string | undefined =>
  OPEN.find(([, answers]) => answers.test(difference))?.[0];
