import type { Outcome, StoredReason } from '../verdict.ts';
import type { Facts } from './facts.ts';
import { forbidsMessage, reason } from './reason-of-rule.ts';
import { rankOf } from './reasons.ts';
import type { Rulebook, RulesInForce } from './rulebook.ts';
import { weighBases } from './weigh-bases.ts';
import { weighMoment } from './weigh-moment.ts';

/** What the fold finds: the part of a verdict that follows from facts and rulebook alone. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  /** First lawful instant, ms, for `defer`. */
  readonly notBefore?: number | undefined;
  /** What a human must decide, for `review`. */
  readonly cause?: string | undefined;
}

const SEVERITY: Readonly<Record<Outcome, number>> = { allow: 0, defer: 1, review: 2, refuse: 3 };
const severer = (a: Outcome, b: Outcome): Outcome => (SEVERITY[b] > SEVERITY[a] ? b : a);

const byOrder = (a: StoredReason, b: StoredReason): number =>
  rankOf(a.code) - rankOf(b.code) || ((a.factId ?? '') < (b.factId ?? '') ? -1 : 1);

/** One reason per code, in the order of law.md §8; of two with one code, the first by fact. */
const inOrder = (reasons: readonly StoredReason[]): readonly StoredReason[] => {
  if (reasons.length < 2) return reasons;
  const told: StoredReason[] = [];
  for (const each of reasons.toSorted(byOrder)) if (told.at(-1)?.code !== each.code) told.push(each);
  return told;
};

const notesOn = (facts: Facts, ofBases: readonly StoredReason[]): readonly StoredReason[] => {
  const isAbroad = facts.pack === 'consent-only';
  const wasStripped = (facts.strippedPixels ?? 0) > 0;
  if (!isAbroad && !wasStripped) return inOrder(ofBases);
  const notes = [...ofBases];
  if (isAbroad) notes.push(reason('RULE_PACK_FALLBACK_CONSENT_ONLY', undefined, undefined, facts.country));
  if (wasStripped) notes.push(reason('PIXEL_STRIPPED_NO_CONSENT'));
  return inOrder(notes);
};

const reasonsAgainst = (facts: Facts, rules: RulesInForce): StoredReason[] => {
  const found: StoredReason[] = [];
  for (const rule of rules.ofMessage) {
    if (!forbidsMessage(rule, facts)) continue;
    found.push(reason(rule.code, rule.article.id, rule.fact?.(facts), rule.detail?.(facts)));
  }
  return found;
};

/**
 * The fold: every sentence in force is asked, every reason returned; refuse beats review beats defer beats allow. Pure,
 * total, and the same for any order of rules and facts. A rulebook with no sentence left against a message without
 * basis still refuses: silence is no permission.
 */
export const decide = (facts: Facts, rulebook: Rulebook): Decision => {
  const rules = rulebook.rulesOn(facts.day, facts.channel);
  const against = reasonsAgainst(facts, rules);
  const bases = weighBases(facts, rules);
  const moment = weighMoment(facts, rules);
  const notes = notesOn(facts, bases.notes);
  const outcome = severer(severer(against.length > 0 ? 'refuse' : 'allow', bases.outcome), moment.outcome);
  if (outcome === 'allow') return { outcome, reasons: bases.reasons, notes };
  if (bases.outcome !== 'allow') against.push(...bases.reasons);
  against.push(...moment.reasons);
  if (against.length === 0) against.push(reason('INPUT_INVALID'));
  const reasons = inOrder(against);
  if (outcome === 'review') return { outcome, reasons, notes, cause: bases.cause };
  if (outcome === 'defer') return { outcome, reasons, notes, notBefore: moment.notBefore };
  return { outcome, reasons, notes };
};
