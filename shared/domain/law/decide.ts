import { toInstant } from '../instant.ts';
import type { Outcome, StoredReason } from '../verdict.ts';
import type { BasisKind, FlatProhibition, Prohibition, TimedProhibition } from './article.ts';
import type { BasisFacts } from './basis.ts';
import type { Facts } from './facts.ts';
import { type ReasonCode, rankOf } from './reasons.ts';
import type { Rulebook, RulesInForce } from './rulebook.ts';

/** What the fold finds: the part of a verdict that follows from facts and rulebook alone. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  readonly notBefore?: ReturnType<typeof toInstant>;
  readonly cause?: string;
}

/** The code of an allowed message, by its basis; consent first, since it alone is the person's own act. */
const ALLOWED_BY = {
  consent: 'OK_CONSENT',
  'existing-customer': 'OK_SOFT_OPT_IN',
  'professional-interest': 'OK_B2B_INTEREST',
  'legal-person': 'OK_LEGAL_PERSON',
} as const satisfies Record<BasisKind, ReasonCode>;
const PREFERRED: readonly BasisKind[] = ['consent', 'existing-customer', 'professional-interest', 'legal-person'];

const reason = (code: string, article?: string, factId?: string, detail?: string): StoredReason => ({
  code,
  ...(article === undefined ? {} : { article }),
  ...(factId === undefined ? {} : { factId }),
  ...(detail === undefined ? {} : { detail }),
});

const concernsRecipient = ({ concerns }: Prohibition, facts: Facts): boolean =>
  concerns?.audience === undefined || facts.isConsumer;

const forbidsMessage = (rule: FlatProhibition | TimedProhibition, facts: Facts): boolean =>
  rule.when(facts) && concernsRecipient(rule, facts) && !(rule.unless?.some((exception) => exception(facts)) ?? false);

/** What is wrong with one basis: nothing, something final, or something that a human may decide. */
interface Judged {
  readonly basis: BasisFacts;
  readonly faults: readonly StoredReason[];
  readonly cause: string | undefined;
}

const judgeBasis = (basis: BasisFacts, facts: Facts, rules: RulesInForce): Judged => {
  const faults: StoredReason[] = [];
  let cause: string | undefined;
  let isFinal = false;
  for (const rule of rules.ofBasis[basis.kind]) {
    if (!rule.when(basis, facts) || !concernsRecipient(rule, facts)) continue;
    if (rule.unless?.some((exception) => exception(basis, facts))) continue;
    faults.push(reason(rule.code, rule.article.id, basis.factId, rule.detail?.(basis, facts)));
    if (rule.cause === undefined) isFinal = true;
    else cause ??= rule.cause(basis, facts);
  }
  return { basis, faults, cause: isFinal ? undefined : cause };
};

const isPreferred = (a: BasisFacts, b: BasisFacts | undefined): boolean => {
  if (b === undefined) return true;
  const byKind = PREFERRED.indexOf(a.kind) - PREFERRED.indexOf(b.kind);
  return byKind < 0 || (byKind === 0 && (a.givenAt > b.givenAt || (a.givenAt === b.givenAt && a.seq > b.seq)));
};

/** What the bases give together (D21): one that holds, one that awaits a human, or every fault of every one. */
interface BasesFound {
  readonly outcome: 'allow' | 'review' | 'refuse';
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  readonly cause: string | undefined;
}

const weighBases = (facts: Facts, rules: RulesInForce): BasesFound => {
  const judged = facts.bases.map((basis) => judgeBasis(basis, facts, rules));
  const failed = judged.filter(({ faults }) => faults.length > 0);
  const holding = judged.reduce<BasisFacts | undefined>(
    (best, { basis, faults }) => (faults.length === 0 && isPreferred(basis, best) ? basis : best),
    undefined,
  );
  if (holding) {
    const ok = reason(ALLOWED_BY[holding.kind], undefined, holding.factId, holding.grade);
    return { outcome: 'allow', reasons: [ok], notes: failed.flatMap(({ faults }) => faults), cause: undefined };
  }
  const awaiting = failed.find(({ cause }) => cause !== undefined);
  if (awaiting === undefined) {
    return { outcome: 'refuse', reasons: failed.flatMap(({ faults }) => faults), notes: [], cause: undefined };
  }
  const others = failed.filter((each) => each !== awaiting).flatMap(({ faults }) => faults);
  return { outcome: 'review', reasons: awaiting.faults, notes: others, cause: awaiting.cause };
};

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
const weighMoment = (facts: Facts, rules: RulesInForce) => {
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
