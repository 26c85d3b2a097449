import type { StoredReason } from '../verdict.ts';
import type { TimedProhibition } from './article.ts';
import type { Facts } from './facts.ts';
import { concernsRecipient, forbidsMessage, reason } from './reason-of-rule.ts';
import type { RulesInForce } from './rulebook.ts';

/** The first instant at which no sentence on the moment forbids: each moves it on until none does. */
const firstLawfulMoment = (facts: Facts, rules: RulesInForce): number | undefined => {
  let at = facts.at;
  for (let round = 0; round < 50; round++) {
    const start = at;
    let asked: TimedProhibition['notBefore'] | undefined;
    for (const rule of rules.ofMoment) {
      // Sentences of one text share a calendar: walking it once is enough.
      if (!concernsRecipient(rule, facts) || rule.notBefore === asked) continue;
      asked = rule.notBefore;
      const next = rule.notBefore(facts, at);
      if (next === undefined) return undefined;
      at = Math.max(at, next);
    }
    if (at === start) return at;
  }
  return undefined;
};

/** What the sentences on the moment give together. */
interface MomentFound {
  readonly outcome: 'allow' | 'defer' | 'refuse';
  readonly reasons: readonly StoredReason[];
  readonly notBefore: number | undefined;
}
const NOTHING: MomentFound = { outcome: 'allow', reasons: [], notBefore: undefined };

/** Sentences on the moment: when they end, and whether the message still lives then (D8). */
export const weighMoment = (facts: Facts, rules: RulesInForce): MomentFound => {
  const against: TimedProhibition[] = [];
  for (const rule of rules.ofMoment) if (forbidsMessage(rule, facts)) against.push(rule);
  const isPast = facts.at > facts.validUntil;
  if (against.length === 0 && !isPast) return NOTHING;
  const reasons = against.map((rule) => reason(rule.code, rule.article.id, undefined, rule.detail?.(facts)));
  const notBefore = isPast ? undefined : firstLawfulMoment(facts, rules);
  if (notBefore !== undefined && notBefore <= facts.validUntil) return { outcome: 'defer', reasons, notBefore };
  const saysSo = !isPast && against.some(({ tooLate }) => tooLate === 'this-code');
  if (!saysSo) reasons.push(reason('VALIDITY_PASSED'));
  return { outcome: 'refuse', reasons, notBefore: undefined };
};
