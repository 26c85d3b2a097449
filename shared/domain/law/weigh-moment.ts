import type { Facts } from './facts.ts';
import { concernsRecipient, forbidsMessage, reason } from './reason-of-rule.ts';
import type { RulesInForce } from './rulebook.ts';

/** The first instant at which no sentence on the moment forbids: each moves it on until none does. */
const firstLawfulMoment = (facts: Facts, rules: RulesInForce): number | undefined => {
  let at = facts.at;
  for (let round = 0; round < 50; round++) {
    const start = at;
    for (const rule of rules.ofMoment) {
      if (!concernsRecipient(rule, facts)) continue;
      const next = rule.notBefore(facts, at);
      if (next === undefined) return undefined;
      at = Math.max(at, next);
    }
    if (at === start) return at;
  }
  return undefined;
};

/** Sentences on the moment: when they end, and whether the message still lives then (D8). */
export const weighMoment = (facts: Facts, rules: RulesInForce) => {
  const against = rules.ofMoment.filter((rule) => forbidsMessage(rule, facts));
  const reasons = against.map((rule) => reason(rule.code, rule.article.id, undefined, rule.detail?.(facts)));
  if (facts.at > facts.validUntil)
    return { outcome: 'refuse' as const, reasons: [...reasons, reason('VALIDITY_PASSED')] };
  if (against.length === 0) return { outcome: 'allow' as const, reasons };
  const notBefore = firstLawfulMoment(facts, rules);
  if (notBefore !== undefined && notBefore <= facts.validUntil)
    return { outcome: 'defer' as const, reasons, notBefore };
  const saysSo = against.some(({ tooLate }) => tooLate === 'this-code');
  return { outcome: 'refuse' as const, reasons: saysSo ? reasons : [...reasons, reason('VALIDITY_PASSED')] };
};
