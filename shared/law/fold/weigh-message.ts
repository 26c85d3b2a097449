import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { forbidsMessage, plus, reason } from './reason-of-rule.ts';
import type { RulesInForce } from './rulebook.ts';

/** What the sentences on the message as a whole give together. */
export interface MessageFound {
  readonly outcome: 'allow' | 'review' | 'refuse';
  readonly reasons: readonly StoredReason[];
  /** Undecided causes of those that a human may lift (D6). */
  readonly causes: readonly string[];
}

const NOTHING: MessageFound = { outcome: 'allow', reasons: [], causes: [] };

/** Asks every sentence on the message; of a message that is no prospecting, those that concern every class alone (D5). */
export const weighMessage = (facts: Facts, rules: RulesInForce, isProspecting: boolean): MessageFound => {
  let reasons: StoredReason[] | undefined;
  let causes: string[] | undefined;
  for (const rule of rules.ofMessage) {
    if (!isProspecting && rule.concerns?.everyClass !== true) continue;
    if (!forbidsMessage(rule, facts)) continue;
    const cause = rule.cause?.(facts);
    if (cause !== undefined && facts.decided[cause] === 'allowed') continue;
    reasons = plus(reasons, reason(rule.code, rule.article.id, rule.fact?.(facts), rule.detail?.(facts)));
    if (cause !== undefined && facts.decided[cause] === undefined) causes = plus(causes, cause);
  }
  if (reasons === undefined) return NOTHING;
  if (causes === undefined) return { outcome: 'refuse', reasons, causes: NOTHING.causes };
  return { outcome: causes.length < reasons.length ? 'refuse' : 'review', reasons, causes };
};
