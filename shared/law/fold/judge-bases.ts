import type { BasisKind } from '#shared/domain/message/message.ts';
import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { BasisProhibition } from '../article.ts';
import { type BasisFacts, isSupport } from '../facts/basis.ts';
import type { Facts } from '../facts/facts.ts';
import type { ReasonCode } from '../reasons/reasons.ts';
import {
  type Fault,
  faultOf,
  finalReasonsOf,
  openCausesOf,
  outcomeOf,
  reason,
  reasonPerDetail,
  reasonsOf,
} from './fault.ts';
import { forbidsBasis } from './forbids.ts';
import type { RulesInForce } from './rulebook.ts';

/** The code of an allowed message, by its basis. */
const ALLOWED_BY = {
  consent: 'OK_CONSENT',
  'existing-customer': 'OK_SOFT_OPT_IN',
  'professional-interest': 'OK_B2B_INTEREST',
  'legal-person': 'OK_LEGAL_PERSON',
} as const satisfies Record<BasisKind, ReasonCode>;
const okOf = (basis: BasisFacts) => (isSupport(basis) ? 'OK_NON_COMMERCIAL_APPEAL' : ALLOWED_BY[basis.kind]);
/** Consent first, since it alone is the person's own act; what rests on a reading of doctrine alone comes last. */
const PREFERRED: readonly ReasonCode[] = [
  'OK_CONSENT',
  'OK_SOFT_OPT_IN',
  'OK_B2B_INTEREST',
  'OK_LEGAL_PERSON',
  'OK_NON_COMMERCIAL_APPEAL',
];

const faultFoundBy = (sentence: BasisProhibition, basis: BasisFacts, facts: Facts): readonly Fault[] =>
  reasonPerDetail(reason(sentence.code, sentence.article.id, basis.factId), sentence.detail?.(basis, facts)).flatMap(
    (found) => faultOf(found, { cause: sentence.cause?.(basis, facts) }, facts),
  );

/** What the sentences in force hold against one basis, whatever the others are. */
export const faultsOfBasis = (basis: BasisFacts, facts: Facts, { ofBasis }: RulesInForce): readonly Fault[] =>
  ofBasis[basis.kind]
    .filter((sentence) => forbidsBasis(sentence, basis, facts))
    .flatMap((sentence) => faultFoundBy(sentence, basis, facts));

/** The better of two bases comes first: by its code, then the one given later, then the one recorded later. */
const byPreference = (a: BasisFacts, b: BasisFacts): number =>
  PREFERRED.indexOf(okOf(a)) - PREFERRED.indexOf(okOf(b)) || b.givenAt - a.givenAt || b.seq - a.seq;

/** What the bases give together (D21): one that holds, one that awaits a human, or every fault of every one. */
export interface BasesFound {
  readonly outcome: 'allow' | 'review' | 'refuse';
  readonly reasons: readonly StoredReason[];
  /** Those of them that refuse. */
  readonly refusing: readonly StoredReason[];
  /** The faults of the bases that do not decide. */
  readonly notes: readonly StoredReason[];
  /** Causes of those that await a human. */
  readonly awaited: readonly string[];
  /** Every cause on which a human may still decide: of one beside a basis that holds, it says which basis is named. */
  readonly causes: readonly string[];
}

/** Judges every basis of the message. They are alternatives: one that holds is enough. */
export const judgeBases = (facts: Facts, rules: RulesInForce): BasesFound => {
  const judged = facts.bases.map((basis) => ({ basis, faults: faultsOfBasis(basis, facts, rules) }));
  const faultsOf = (outcome: 'review' | 'refuse') =>
    judged
      .map(({ faults }) => faults)
      .filter((faults) => outcomeOf(faults) === outcome)
      .flat();
  const all = judged.flatMap(({ faults }) => faults);
  const causes = openCausesOf(all);
  const holding = judged.filter(({ faults }) => faults.length === 0).map(({ basis }) => basis);
  const [best] = holding.toSorted(byPreference);
  if (best !== undefined) {
    const ok = reason(okOf(best), undefined, best.factId, best.grade);
    return { outcome: 'allow', reasons: [ok], refusing: [], notes: reasonsOf(all), awaited: [], causes };
  }
  const awaiting = faultsOf('review');
  if (awaiting.length === 0)
    return {
      outcome: 'refuse',
      reasons: reasonsOf(all),
      refusing: finalReasonsOf(all),
      notes: [],
      awaited: [],
      causes,
    };
  const notes = reasonsOf(faultsOf('refuse'));
  return {
    outcome: 'review',
    reasons: reasonsOf(awaiting),
    refusing: [],
    notes,
    awaited: openCausesOf(awaiting),
    causes,
  };
};
