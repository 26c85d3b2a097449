import type { VetRequest } from '#shared/domain/message/vet.ts';
import { coversMessage } from '#shared/domain/review/review.ts';
import type { BasisFacts } from '../facts/basis.ts';
import type { Facts } from '../facts/facts.ts';
import { type Fault, openCausesOf } from './fault.ts';
import { faultsOfBasis } from './judge-bases.ts';
import type { RulesInForce } from './rulebook.ts';

/** What humans decided of these causes, as far as it applies to this message at this moment; each is asked for once. */
export const decisionsOn = (causes: readonly string[], { at, message, decisions }: VetRequest) =>
  causes.flatMap((cause) => {
    const decision = decisions?.(cause);
    return decision !== undefined && coversMessage(decision, at, message) ? [{ cause, ...decision }] : [];
  });

/** The facts with these decisions beside those that they have. */
export const withDecisions = (facts: Facts, decisions: ReturnType<typeof decisionsOn>): Facts => ({
  ...facts,
  decided: { ...facts.decided, ...Object.fromEntries(decisions.map(({ cause, decision }) => [cause, decision])) },
});

/** What is held against one basis, once humans decided of what it meets. */
export const faultsLeftOn = (
  basis: BasisFacts,
  facts: Facts,
  rules: RulesInForce,
  request: VetRequest,
): readonly Fault[] => {
  const causes = openCausesOf(faultsOfBasis(basis, facts, rules));
  return faultsOfBasis(basis, withDecisions(facts, decisionsOn(causes, request)), rules);
};
