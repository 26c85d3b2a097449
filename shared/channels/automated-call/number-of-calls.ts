import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Channel } from '#shared/domain/message/channel.ts';

type CallingNumber = NonNullable<Advertiser['senders']['calls']>[number];

/** The number asked for, else the advertiser's first; `undefined`: none is registered. */
export const numberOfCalls = (
  { senders: { calls = [] } }: Pick<Advertiser, 'senders'>,
  asked: string | undefined,
): CallingNumber | undefined => (asked === undefined ? calls[0] : calls.find(({ callerId }) => callerId === asked));

/** True where a message on this channel from this sender is a call whose number promises a key. */
export const promisesKey = (
  channel: Channel,
  settings: Pick<Advertiser, 'senders'>,
  asked: string | undefined,
): boolean => channel === 'automated-call' && numberOfCalls(settings, asked)?.acceptsKeyPress === true;
