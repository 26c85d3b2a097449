import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { BasisKind, BasisProhibition } from '../article.ts';
import type { BasisFacts } from '../facts/basis.ts';
import type { Facts } from '../facts/facts.ts';
import type { ReasonCode } from '../reasons/reasons.ts';
import { concernsRecipient, isExcepted, plus, reason } from './reason-of-rule.ts';
import type { RulesInForce } from './rulebook.ts';

/** The code of an allowed message, by its basis; consent first, since it alone is the person's own act. */
const ALLOWED_BY = {
  consent: 'OK_CONSENT',
  'existing-customer': 'OK_SOFT_OPT_IN',
  'professional-interest': 'OK_B2B_INTEREST',
  'legal-person': 'OK_LEGAL_PERSON',
} as const satisfies Record<BasisKind, ReasonCode>;
const PREFERRED: readonly BasisKind[] = ['consent', 'existing-customer', 'professional-interest', 'legal-person'];

/** What is wrong with one basis: nothing, something final, or something that a human may decide. */
interface Judged {
  readonly basis: BasisFacts;
  readonly faults: readonly StoredReason[];
  readonly cause: string | undefined;
  /** All that is undecided about it, also where something final stands beside it. */
  readonly causes: readonly string[];
}

const NO_CAUSES: readonly string[] = [];
const NO_FAULTS: readonly StoredReason[] = [];
const firstOf = (a: string | undefined, b: string): string => (a === undefined || b < a ? b : a);

const forbids = (rule: BasisProhibition, basis: BasisFacts, facts: Facts): boolean =>
  rule.when(basis, facts) &&
  concernsRecipient(rule, facts) &&
  !(rule.unless !== undefined && isExcepted(rule.unless, basis, facts));

const judgeBasis = (basis: BasisFacts, facts: Facts, rules: RulesInForce): Judged => {
  let faults: StoredReason[] | undefined;
  let causes: string[] | undefined;
  let isFinal = false;
  for (const rule of rules.ofBasis[basis.kind]) {
    if (!forbids(rule, basis, facts)) continue;
    const asked = rule.cause?.(basis, facts);
    const decided = asked === undefined ? 'refused' : facts.decided[asked];
    if (decided === 'allowed') continue;
    faults = plus(faults, reason(rule.code, rule.article.id, basis.factId, rule.detail?.(basis, facts)));
    if (asked === undefined || decided === 'refused') isFinal = true;
    else causes = plus(causes, asked);
  }
  const cause = isFinal ? undefined : causes?.reduce<string | undefined>(firstOf, undefined);
  return { basis, faults: faults ?? NO_FAULTS, cause, causes: causes ?? NO_CAUSES };
};

/** What the sentences in force hold against one basis, whatever the others are; and what of it is undecided. */
export const judgementOf = (basis: BasisFacts, facts: Facts, rules: RulesInForce): Pick<Judged, 'faults' | 'causes'> =>
  judgeBasis(basis, facts, rules);

/** What the sentences in force hold against one basis, whatever the others are. */
export const faultsOfBasis = (basis: BasisFacts, facts: Facts, rules: RulesInForce): readonly StoredReason[] =>
  judgeBasis(basis, facts, rules).faults;

const isPreferred = (a: BasisFacts, b: BasisFacts | undefined): boolean => {
  if (b === undefined) return true;
  const byKind = PREFERRED.indexOf(a.kind) - PREFERRED.indexOf(b.kind);
  return byKind < 0 || (byKind === 0 && (a.givenAt > b.givenAt || (a.givenAt === b.givenAt && a.seq > b.seq)));
};

/** What the bases give together (D21): one that holds, one that awaits a human, or every fault of every one. */
export interface BasesFound {
  readonly outcome: 'allow' | 'review' | 'refuse';
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  readonly cause: string | undefined;
  /** Every cause that is undecided, where none holds. */
  readonly causes: readonly string[];
}

const faultsOf = (judged: readonly Judged[]): readonly StoredReason[] => {
  const all: StoredReason[] = [];
  for (const { faults } of judged) all.push(...faults);
  return all;
};

const allowedBy = (holding: BasisFacts, notes: readonly StoredReason[]): BasesFound => {
  const ok = reason(ALLOWED_BY[holding.kind], undefined, holding.factId, holding.grade);
  return { outcome: 'allow', reasons: [ok], notes, cause: undefined, causes: NO_CAUSES };
};

/** What a basis gives that stands alone, as it mostly does: there is nothing to gather. */
const alone = ({ basis, faults, cause, causes }: Judged): BasesFound => {
  if (faults.length === 0) return allowedBy(basis, NO_FAULTS);
  return { outcome: cause === undefined ? 'refuse' : 'review', reasons: faults, notes: NO_FAULTS, cause, causes };
};

/** None holds: those that a human may decide are held for review, together; otherwise every fault is told. */
const withoutHolding = (judged: readonly Judged[]): BasesFound => {
  const causes = judged.flatMap((each) => each.causes);
  const awaiting = judged.filter(({ cause }) => cause !== undefined);
  if (awaiting.length === 0)
    return { outcome: 'refuse', reasons: faultsOf(judged), notes: NO_FAULTS, cause: undefined, causes };
  const cause = awaiting.flatMap((each) => each.cause ?? []).reduce<string | undefined>(firstOf, undefined);
  const others = judged.filter((each) => each.cause === undefined);
  return { outcome: 'review', reasons: faultsOf(awaiting), notes: faultsOf(others), cause, causes };
};

const together = (judged: readonly Judged[]): BasesFound => {
  let holding: BasisFacts | undefined;
  for (const { basis, faults } of judged) if (faults.length === 0 && isPreferred(basis, holding)) holding = basis;
  return holding === undefined ? withoutHolding(judged) : allowedBy(holding, faultsOf(judged));
};

const judgeAll = (facts: Facts, rules: RulesInForce): readonly Judged[] =>
  facts.bases.map((basis) => judgeBasis(basis, facts, rules));

/** Weighs every basis of the message against the sentences in force on its kind. */
export const weighBases = (facts: Facts, rules: RulesInForce): BasesFound => {
  const only = facts.bases.length === 1 ? facts.bases[0] : undefined;
  return only === undefined ? together(judgeAll(facts, rules)) : alone(judgeBasis(only, facts, rules));
};
