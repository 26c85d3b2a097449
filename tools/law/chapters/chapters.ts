import { CUSTOMER } from '#shared/law/reasons/customer.ts';
import { PROFESSIONAL } from '#shared/law/reasons/professional.ts';
import type { Reason } from '#shared/law/reasons/reason.ts';
import { type ReasonCode, reasonOf } from '#shared/law/reasons/reasons.ts';
import { CONSENT } from './consent.ts';
import { EVIDENCE } from './evidence.ts';
import { EXISTING_CUSTOMER } from './existing-customer.ts';
import { FORM } from './form.ts';
import { FREQUENCY } from './frequency.ts';
import { HOURS } from './hours.ts';
import { LIMITS } from './limits.ts';
import { OPPOSITION } from './opposition.ts';
import type { ChapterPlan } from './plan.ts';
import { PROFESSIONALS } from './professionals.ts';
import { RETENTION } from './retention.ts';
import { WHAT_IS_PROSPECTING } from './scope.ts';

/** In the order in which a lawyer asks: is it prospecting, may this person get it, with what proof, how, and when. */
export const CHAPTERS: readonly ChapterPlan[] = [
  ...[WHAT_IS_PROSPECTING, OPPOSITION, CONSENT, EXISTING_CUSTOMER, PROFESSIONALS, EVIDENCE],
  ...[FORM, RETENTION, LIMITS, FREQUENCY, HOURS],
];

/** Reasons on a basis go by the file of reasons that holds them. */
const ofBasis = (code: string): ChapterPlan => {
  if (code in CUSTOMER) return EXISTING_CUSTOMER;
  return code in PROFESSIONAL ? PROFESSIONALS : CONSENT;
};

const OF_GROUP: Readonly<Record<Reason['group'], ChapterPlan | undefined>> = {
  input: WHAT_IS_PROSPECTING,
  'rule-pack': WHAT_IS_PROSPECTING,
  'message-class': WHAT_IS_PROSPECTING,
  opposition: OPPOSITION,
  protection: LIMITS,
  recipient: PROFESSIONALS,
  'basis-allowed': undefined,
  basis: undefined,
  evidence: EVIDENCE,
  retention: RETENTION,
  form: FORM,
  frequency: FREQUENCY,
  time: HOURS,
  'hand-off': WHAT_IS_PROSPECTING,
  positive: WHAT_IS_PROSPECTING,
};

/** The chapter of a sentence: it follows from the group of its reason, so that no list is to be kept. */
export const chapterOf = (code: ReasonCode): ChapterPlan => {
  const group = reasonOf(code)?.group;
  return (group === undefined ? undefined : OF_GROUP[group]) ?? ofBasis(code);
};
