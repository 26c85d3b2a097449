import { withoutTests } from '#shared/domain/message/message.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { RENEWAL_WINDOW } from '../readings/retention.ts';
import type { BasisFacts } from './basis.ts';
import { type Judge, NO_OFFER, questionOf } from './judge.ts';

/** What the law asks of a message that asks whether the person wants to stay (RET-4). */
export interface RenewalFacts {
  /**
   * First instant at which it may be asked, ms; what is not recorded never expires, and is never too early. Infinite while
   * a relation runs: there is no term to renew.
   */
  readonly opensAt: number;
  /** It was asked since then, whatever came of it. */
  readonly wasAsked: boolean;
  /** The latest opposition ever recorded, in whatever scope, lifted or not; `undefined`: none. */
  readonly opposition: string | undefined;
}

/**
 * First instant, ms, at which one may ask: some time before the last term of the bases that hold today for such a message,
 * or of all where none does. What supports nothing puts nothing off; an appeal
 * may rest on what supports nothing else (D28).
 */
const earliestQuestion = (request: VetRequest, bases: readonly BasisFacts[], judge: Judge): number => {
  const { message, standing } = request;
  if (standing === undefined) return 0;
  const question = questionOf(message);
  const holding = [NO_OFFER, question.offerCategory].flatMap((offerCategory) =>
    judge.basesThatHold({ ...question, offerCategory }),
  );
  const terms = (holding.length > 0 ? holding : bases).map(({ keptUntil }) => keptUntil);
  return Math.max(0, ...terms) - RENEWAL_WINDOW;
};

/** `undefined` where the message is of another class. */
export const renewalFacts = (
  request: VetRequest,
  bases: readonly BasisFacts[],
  judge: Judge,
): RenewalFacts | undefined => {
  const { message, standing, sends } = request;
  if (message.template?.class !== 'renewal-request') return undefined;
  const opensAt = earliestQuestion(request, bases, judge);
  const asked = withoutTests(sends)
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.asksToRenew === true);
  return {
    opensAt,
    wasAsked: asked.some(({ claimedAt }) => millisecondsOf(claimedAt) >= opensAt),
    opposition: standing?.oppositions.toSorted((a, b) => b.seq - a.seq)[0]?.id,
  };
};
