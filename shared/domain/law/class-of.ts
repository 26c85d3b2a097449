import type { MessageClass } from '../template.ts';
import type { Facts } from './facts.ts';
import type { ReasonCode } from './reasons.ts';

/** What the human said of the template, if anyone was asked and answered. */
const decisionOnTemplate = ({ templateCause, decided }: Facts): 'allowed' | 'refused' | undefined =>
  templateCause === undefined ? undefined : decided[templateCause];

/**
 * As what a message is judged (D5, D24). A transactional template that shows an offer is prospecting until a human
 * says otherwise; a relational one waits for the human; what a human refused, and what a merge value turns into an
 * offer, is prospecting whatever the template says.
 */
export const classOf = (facts: Facts): MessageClass => {
  if (facts.declaredClass === 'prospecting' || facts.valuesCarryOffer) return 'prospecting';
  const decision = decisionOnTemplate(facts);
  if (decision === 'refused') return 'prospecting';
  if (facts.declaredClass === 'relational' || decision === 'allowed') return facts.declaredClass;
  return facts.offerSigns.length > 0 ? 'prospecting' : 'transactional';
};

/** It says that it is no prospecting, and is judged as prospecting all the same. */
export const isRequalified = (facts: Facts): boolean =>
  facts.declaredClass !== 'prospecting' && classOf(facts) === 'prospecting';

/** The template's cause, where a decision on it would change the class. */
export const openTemplateCause = (facts: Facts): string | undefined => {
  const isOpen = isRequalified(facts) && !facts.valuesCarryOffer && decisionOnTemplate(facts) === undefined;
  return isOpen ? facts.templateCause : undefined;
};

/** The code of an allowed message that is no prospecting. */
export const OUTSIDE = {
  transactional: 'NOT_PROSPECTING_TRANSACTIONAL',
  relational: 'NOT_PROSPECTING_RELATIONAL',
} as const satisfies Record<Exclude<MessageClass, 'prospecting'>, ReasonCode>;
