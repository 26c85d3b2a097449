import type { Words } from '../../texts/text.ts';
import { remedyOf } from '../reasons.ts';
import { type Remedy, remedy } from './remedy.ts';

/** Codes of which what to do hangs on what was found: their names alone, since a report carries none of these words. A test compares. */
export const HANGS_ON_WHAT_WAS_FOUND: ReadonlySet<string> = new Set([
  'RECIPIENT_KIND_UNKNOWN',
  'LEGAL_PERSON_UNCERTAIN',
  'B2B_NOTICE_MISSING',
  'CONSENT_MISSING',
  'CONSENT_WITHDRAWN',
  'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
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
  'SOFT_OPT_IN_CHANNEL_NOT_COVERED',
]);

/** Codes of questions on which a human decides: refused by one of them, that was decided, or nobody can be asked. A test compares. */
export const HANGS_ON_A_DECISION: ReadonlySet<string> = new Set([
  'CONSENT_CHANNEL_UNCERTAIN',
  'SOFT_OPT_IN_FREEMIUM_REVIEW',
  'SECTOR_BAN_UNCERTAIN',
  'SECTOR_BAN_CPF_UNCERTAIN',
  'CREDIT_REMINDER_UNCERTAIN',
  'MINOR_CONSENT_UNCERTAIN',
  'CLASS_UNCERTAIN',
  'MIXED_CONTENT_REQUALIFIED',
]);

/** What is added to the remedy of a code that says it of some alone. */
const whereElse = (code: string): Words | undefined => {
  if (HANGS_ON_WHAT_WAS_FOUND.has(code))
    return {
      fr: 'Ce qu’il faut faire dépend de ce qui a été constaté : un verdict sur l’un de ces destinataires (POST /v1/verdicts) le dit.',
      en: 'What to do hangs on what was found: a verdict on one of these recipients (POST /v1/verdicts) says it.',
    };
  return HANGS_ON_A_DECISION.has(code)
    ? {
        fr: 'Si c’est déjà décidé, ou si personne ne peut en décider, un verdict sur l’un de ces destinataires (POST /v1/verdicts) dit ce qu’il faut faire.',
        en: 'If that is decided already, or nobody can decide it, a verdict on one of these recipients (POST /v1/verdicts) says what to do.',
      }
    : undefined;
};

/**
 * What to do about a reason that many people share, of which the code alone is kept: where that hangs on what was found or decided, a
 * verdict on one of them says it. `undefined`: nothing.
 */
export const remedyOfMany = (code: string): Remedy | undefined => {
  const known = remedyOf(code);
  const more = whereElse(code);
  if (known === undefined || more === undefined) return known;
  const { sentence, ...where } = known;
  return remedy(`${sentence.fr} ${more.fr}`, `${sentence.en} ${more.en}`, where);
};
