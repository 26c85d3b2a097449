import { remedyOf } from '../reasons.ts';
import { type Remedy, remedy } from './remedy.ts';

/** Codes of which what to do hangs on what was found: their names alone, since a report carries none of these words. A test compares. */
export const HANGS_ON_WHAT_WAS_FOUND: ReadonlySet<string> = new Set([
  'RECIPIENT_KIND_UNKNOWN',
  'LEGAL_PERSON_UNCERTAIN',
  'B2B_NOTICE_MISSING',
  'CONSENT_MISSING',
  'CONSENT_WITHDRAWN',
  'CONSENT_MECHANISM_INVALID',
  'PARTNER_NOT_NAMED_AT_COLLECTION',
  'REOPT_IN_NOT_VALID',
  'SOFT_OPT_IN_NO_REFUSAL_OFFERED',
  'B2B_PROFESSION_LINK_NOT_SHOWN',
  'MINOR_CONSENT_INVALID',
  'SENSITIVE_TARGETING',
  'ADDRESS_UNDELIVERABLE',
  'ADVERTISER_HIDDEN',
  'CONSENT_WRONG_PURPOSE',
  'OPPOSITION_ROAD_NOT_WORKING',
  'RELATIONAL_REFUSAL_MISSING',
  'VALIDITY_PASSED',
  'TEST_NOT_AGREED',
  'EVIDENCE_INCOMPLETE',
]);

/**
 * What to do about a reason that many people share, of which the code alone is kept: where that hangs on what was found, a verdict
 * on one of them says it. `undefined`: nothing.
 */
export const remedyOfMany = (code: string): Remedy | undefined => {
  const known = remedyOf(code);
  if (known === undefined || !HANGS_ON_WHAT_WAS_FOUND.has(code)) return known;
  const { sentence, ...where } = known;
  return remedy(
    `${sentence.fr} Ce qu’il faut faire dépend parfois de la personne : un verdict sur l’une d’elles (POST /v1/verdicts) le dit.`,
    `${sentence.en} What to do sometimes hangs on the person: a verdict on one of them (POST /v1/verdicts) says it.`,
    where,
  );
};
