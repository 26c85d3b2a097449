import type { VetRequest } from '#shared/domain/message/vet.ts';
import { reachesMessage } from '#shared/domain/review/review.ts';
import type { Facts } from '../facts/facts.ts';

/** The decisions of humans on these causes, as far as they stand now and reach this message; each is asked for once. */
export const standingDecisions = (causes: readonly string[], { at, message, decisions }: VetRequest) =>
  causes.flatMap((cause) => {
    const decision = decisions?.(cause);
    return decision !== undefined && reachesMessage(decision, at, message) ? [[cause, decision] as const] : [];
  });

/** Decisions in the words of the facts. */
export const told = (standing: ReturnType<typeof standingDecisions>): Facts['decided'] =>
  Object.fromEntries(standing.map(([cause, { decision }]) => [cause, decision]));

/** What humans decided of these causes. */
export const decidedOf = (causes: readonly string[], request: VetRequest): Facts['decided'] =>
  told(standingDecisions(causes, request));
