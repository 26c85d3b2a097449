import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { roundRobin } from '#shared/domain/round-robin.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { MessageLists } from '../messages/message-lists.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import type { SendQueue } from '../send/send-queue.port.ts';

/** Ages, in hours, at which a message is looked at: once each, and the last just before the longest validity ends. */
const AGES_HOURS = [1, 6, 24, 72, 240, 715] as const;
const HOUR_SECONDS = 3600;
const PAGE = 100;
/** Advertisers are many, and nearly all of these lists are empty: one after the other they would outlast the run. */
const LOOKS_AT_ONCE = 16;

interface Ports {
  readonly clock: Clock;
  readonly advertiserList: AdvertiserList;
  readonly messageLists: Pick<MessageLists, 'list'>;
  readonly sendQueue: Pick<SendQueue, 'put'>;
}

/** What a sweep did. */
export interface Sweep {
  /** Messages that no entry of the queue can be known to stand for: each has one again. */
  readonly found: number;
  /** False: its time ended before it had looked at all, or something could not be read or put. */
  readonly isWhole: boolean;
}

/** Accepted an hour ago or more, and neither on its way to the next try nor an hour late for it. */
const isForgotten = ({ putBack }: Message, now: Instant): boolean =>
  putBack === undefined || putBack.nextAt < addSeconds(now, -HOUR_SECONDS);

/**
 * Looks each hour at the messages of certain ages that are still `accepted`, and puts those on the send queue that nothing else
 * may bring up: whatever was lost on the way leaves all the same. One that is on the queue after all is claimed once. Every
 * message is read a few times in its life, not each hour. Advertisers have a page each in turn: what one of them accepted keeps
 * no other waiting, nor what cannot be read of one.
 */
export const sweepAccepted = async (ports: Ports, hasTime: () => boolean): Promise<Sweep> => {
  const looks = (await ports.advertiserList.all()).flatMap((advertiserId) =>
    AGES_HOURS.map((age) => sweepAge(ports, advertiserId, age)),
  );
  const { sum, isWhole } = await roundRobin(looks, { atOnce: LOOKS_AT_ONCE, hasTime });
  return { found: sum, isWhole };
};

async function* sweepAge(ports: Ports, advertiserId: AdvertiserId, ageHours: number): AsyncGenerator<number> {
  const now = ports.clock.now();
  const until = addSeconds(now, -ageHours * HOUR_SECONDS);
  const asked = { from: addSeconds(until, -HOUR_SECONDS), until, status: 'accepted' } as const;
  let after: string | undefined;
  do {
    const { items, next } = await ports.messageLists.list(admit(advertiserId), asked, { limit: PAGE, after });
    const forgotten = items.filter((message) => isForgotten(message, now));
    await Promise.all(
      forgotten.map(({ messageId }) => ports.sendQueue.put({ advertiserId, messageId, attempt: 0 }, 0)),
    );
    yield forgotten.length;
    after = next;
  } while (after !== undefined);
}
