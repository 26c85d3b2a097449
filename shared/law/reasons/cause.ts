import { reason } from '../fold/fault.ts';
import { REGISTER } from '../register.ts';
import { type ExplainedReason, explain } from './explain.ts';

/** The reason that asks a human to decide, by the first word of the cause (D6). */
const CODE_OF_CAUSE: Readonly<Record<string, string>> = {
  form: 'CONSENT_CHANNEL_UNCERTAIN',
  'rebuilt-form': 'EVIDENCE_INCOMPLETE',
  'sale-type': 'SOFT_OPT_IN_FREEMIUM_REVIEW',
  'opposition-means': 'OPPOSITION_ROAD_NOT_WORKING',
  sector: 'SECTOR_BAN_UNCERTAIN',
  cpf: 'SECTOR_BAN_CPF_UNCERTAIN',
  credit: 'CREDIT_REMINDER_UNCERTAIN',
  'age-band': 'MINOR_CONSENT_UNCERTAIN',
  'address-class': 'LEGAL_PERSON_UNCERTAIN',
  template: 'CLASS_UNCERTAIN',
};

/**
 * Why a cause waits for a human, with the text that makes it a question: `form:newsletter@3`. `undefined` for a cause of
 * no kind that is known.
 */
export const reasonOfCause = (cause: string): ExplainedReason | undefined => {
  const code = CODE_OF_CAUSE[cause.slice(0, cause.indexOf(':'))];
  if (code === undefined) return undefined;
  const article = REGISTER.find((sentence) => sentence.code === code && 'cause' in sentence)?.article.id;
  return explain({ reasons: [reason(code, article)], notes: [] }).reasons[0];
};
