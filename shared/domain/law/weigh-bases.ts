import type { StoredReason } from '../verdict.ts';
import type { BasisKind } from './article.ts';
import type { BasisFacts } from './basis.ts';
import type { Facts } from './facts.ts';
import { concernsRecipient, reason } from './reason-of-rule.ts';
import type { ReasonCode } from './reasons.ts';
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

/** Weighs every basis of the message against the sentences in force on its kind. */
export const weighBases = (facts: Facts, rules: RulesInForce): BasesFound => {
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
