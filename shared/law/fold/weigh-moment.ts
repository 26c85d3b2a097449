import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { TimedProhibition } from '../article.ts';
import type { Facts } from '../facts/facts.ts';
import { firstForAll } from '../facts/moments.ts';
import { concernsRecipient, forbidsMessage, reason } from './reason-of-rule.ts';
import type { RulesInForce } from './rulebook.ts';

type Calendar = TimedProhibition['notBefore'];

/** The calendars of the sentences that concern this recipient; sentences of one text share theirs. */
const calendarsOf = (facts: Facts, rules: RulesInForce): readonly Calendar[] => {
  const calendars: Calendar[] = [];
  for (const rule of rules.ofMoment)
    if (concernsRecipient(rule, facts) && !calendars.includes(rule.notBefore)) calendars.push(rule.notBefore);
  return calendars;
};

/** The first instant at which no sentence on the moment forbids. */
const firstLawfulMoment = (facts: Facts, rules: RulesInForce): number | undefined =>
  firstForAll(calendarsOf(facts, rules), facts.at, (notBefore, from) => notBefore(facts, from));

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
