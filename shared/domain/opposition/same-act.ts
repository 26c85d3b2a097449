import type { Instant } from '../ids.ts';
import { type Channel, familyOf } from '../message/channel.ts';
import { addDays } from '../time/instant.ts';
import { covers } from './merge-oppositions.ts';
import type { Opposition, OppositionScope } from './opposition.ts';

/** An act that came to us, and what a provider keeps of it, are less than this apart. */
export const SAME_ACT_DAYS = 1;

/** What is opposed where a provider reports no more than the channel. */
export const familyOpposed = (channel: Channel): OppositionScope => ({
  scope: 'channel',
  channels: [...familyOf(channel)],
});

/** True of the act that a provider dates so, and of a later one that says as much: one of before may have been lifted, a narrower one leaves the rest allowed. */
export const saysAsMuch = (
  opposition: Pick<Opposition, 'of' | 'occurredAt'>,
  act: { readonly of: OppositionScope; readonly at: Instant },
): boolean => opposition.occurredAt >= addDays(act.at, -SAME_ACT_DAYS) && covers(opposition.of, act.of);
