import { toInstant } from '../instant.ts';
import type { Outcome, StoredReason } from '../verdict.ts';
import type { Facts } from './facts.ts';
import { forbidsMessage, reason } from './reason-of-rule.ts';
import { rankOf } from './reasons.ts';
import type { Rulebook } from './rulebook.ts';
import { weighBases } from './weigh-bases.ts';
import { weighMoment } from './weigh-moment.ts';

/** What the fold finds: the part of a verdict that follows from facts and rulebook alone. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  readonly notBefore?: ReturnType<typeof toInstant>;
  readonly cause?: string;
}

const SEVERITY: Readonly<Record<Outcome, number>> = { allow: 0, defer: 1, review: 2, refuse: 3 };
const severest = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce((worst, each) => (SEVERITY[each] > SEVERITY[worst] ? each : worst), 'allow');

/** One reason per code, in the order of law.md §8; of two with one code, the first by fact. */
const inOrder = (reasons: readonly StoredReason[]): readonly StoredReason[] => {
  if (reasons.length < 2) return reasons;
  const sorted = reasons.toSorted(
    (a, b) => rankOf(a.code) - rankOf(b.code) || ((a.factId ?? '') < (b.factId ?? '') ? -1 : 1),
  );
  return sorted.filter((each, index) => sorted[index - 1]?.code !== each.code);
};

const notesOn = (facts: Facts): StoredReason[] => [
  ...(facts.pack === 'consent-only'
    ? [reason('RULE_PACK_FALLBACK_CONSENT_ONLY', undefined, undefined, facts.country)]
    : []),
  ...((facts.strippedPixels ?? 0) > 0 ? [reason('PIXEL_STRIPPED_NO_CONSENT')] : []),
];

/**
 * The fold: every sentence in force is asked, every reason returned; refuse beats review beats defer beats allow. Pure,
 * total, and the same for any order of rules and facts. A rulebook with no sentence left against a message without
 * basis still refuses: silence is no permission.
 */
export const decide = (facts: Facts, rulebook: Rulebook): Decision => {
  const rules = rulebook.rulesOn(facts.day, facts.channel);
  const flat: StoredReason[] = [];
  for (const rule of rules.ofMessage) {
    if (forbidsMessage(rule, facts))
      flat.push(reason(rule.code, rule.article.id, rule.fact?.(facts), rule.detail?.(facts)));
  }
  const bases = weighBases(facts, rules);
  const moment = weighMoment(facts, rules);
  const outcome = severest([flat.length > 0 ? 'refuse' : 'allow', bases.outcome, moment.outcome]);
  const against = [...flat, ...(bases.outcome === 'allow' ? [] : bases.reasons), ...moment.reasons];
  const unexplained = outcome === 'refuse' && against.length === 0 ? [reason('INPUT_INVALID')] : against;
  const isHeld = outcome === 'review' && bases.cause !== undefined;
  return {
    outcome,
    reasons: outcome === 'allow' ? bases.reasons : inOrder(unexplained),
    notes: inOrder([...notesOn(facts), ...bases.notes]),
    ...(outcome === 'defer' && moment.notBefore !== undefined ? { notBefore: toInstant(moment.notBefore) } : {}),
    ...(isHeld && bases.cause !== undefined ? { cause: bases.cause } : {}),
  };
};
