import type { VetRequest } from '#shared/domain/message/vet.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { renewalOpensAt } from '../readings/retention.ts';

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

/** `undefined` where the message is of another class. */
export const renewalFacts = ({ message, standing, advertiser, sends }: VetRequest): RenewalFacts | undefined => {
  if (message.template?.class !== 'renewal-request') return undefined;
  const opensAt = standing === undefined ? 0 : renewalOpensAt(standing, advertiser);
  const asked = sends.flatMap(({ entries }) => entries).filter((entry) => entry.asksToRenew === true);
  return {
    opensAt,
    wasAsked: asked.some(({ claimedAt }) => millisecondsOf(claimedAt) >= opensAt),
    opposition: standing?.oppositions.toSorted((a, b) => b.seq - a.seq)[0]?.id,
  };
};
