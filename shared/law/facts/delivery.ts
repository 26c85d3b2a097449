import { DAYS_OF_PASSING_FAILURES, type DeliveryFailure } from '#shared/domain/contact/delivery-failure.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';

/** What came back from the address. */
export interface DeliveryFacts {
  /**
   * Why nothing reaches the address: there is no such mailbox, the provider blocks it for now, or it took no mail on
   * several days. `undefined`: nothing says so, or the person gave the address again since.
   */
  readonly addressFails?: 'permanent' | 'blocked' | 'repeated' | undefined;
}

const DAY = 86_400_000;
/** A mailbox that failed lately at others: the provider's own list forgets it after about so long. */
const DAYS_BLOCKED = 14;
/** Mail that was not taken on three days of so many says that nobody keeps the mailbox. */
const DAYS_COUNTED = 30;

const isWithin = (days: number, at: number, failure: DeliveryFailure): boolean =>
  at < millisecondsOf(failure.at) + days * DAY;

/** A consent given later shows that the person uses the address (no opposition is lifted by this). */
const notLifted = ({ standing, at }: VetRequest): readonly DeliveryFailure[] =>
  (standing?.deliveryFailures ?? []).filter(
    (failure) =>
      !standing?.consents.some(({ state, givenAt }) => state === 'given' && givenAt > failure.at && givenAt <= at),
  );

/** What came back from the address of this message, as far as it still counts. */
export const deliveryFacts = (request: VetRequest): DeliveryFacts => {
  const at = millisecondsOf(request.at);
  const failures = notLifted(request);
  const ofKind = (kind: DeliveryFailure['kind']) => failures.filter((each) => each.kind === kind);
  if (ofKind('permanent').length > 0) return { addressFails: 'permanent' };
  if (ofKind('blocked').some((each) => isWithin(DAYS_BLOCKED, at, each))) return { addressFails: 'blocked' };
  const lately = ofKind('passing').filter((each) => isWithin(DAYS_COUNTED, at, each));
  return lately.length < DAYS_OF_PASSING_FAILURES ? {} : { addressFails: 'repeated' };
};
