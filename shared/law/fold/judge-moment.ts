import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { firstForAll } from '../facts/moments.ts';
import { reason } from './fault.ts';
import { concerns, forbidsMessage } from './forbids.ts';
import type { RulesInForce } from './rulebook.ts';

/** The first instant, ms, at which no sentence on the moment forbids; `undefined`: never. */
const firstLawfulMoment = (facts: Facts, { ofMoment }: RulesInForce): number | undefined =>
  firstForAll(
    ofMoment.filter((sentence) => concerns(sentence, facts)),
    facts.at,
    (sentence, from) => sentence.notBefore(facts, from),
  );

/** What the sentences on the moment give together. */
interface MomentFound {
  readonly outcome: 'allow' | 'defer' | 'refuse';
  readonly reasons: readonly StoredReason[];
  readonly notBefore?: number;
}

/** Judges the moment: what forbids it, when that ends, and whether the message is still valid then (D8). */
export const judgeMoment = (facts: Facts, rules: RulesInForce): MomentFound => {
  const against = rules.ofMoment.filter((sentence) => forbidsMessage(sentence, facts));
  const reasons = against.map((sentence) =>
    reason(sentence.code, sentence.article.id, undefined, sentence.detail?.(facts)),
  );
  if (facts.at > facts.validUntil) return { outcome: 'refuse', reasons: [...reasons, reason('VALIDITY_PASSED')] };
  if (against.length === 0) return { outcome: 'allow', reasons };
  const notBefore = firstLawfulMoment(facts, rules);
  if (notBefore !== undefined && notBefore <= facts.validUntil) return { outcome: 'defer', reasons, notBefore };
  const saysSoItself = against.some(({ tooLate }) => tooLate === 'this-code');
  return { outcome: 'refuse', reasons: saysSoItself ? reasons : [...reasons, reason('VALIDITY_PASSED')] };
};
