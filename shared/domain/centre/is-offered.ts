import type { Channel, Purpose } from '../message/channel.ts';

/** One purpose by some channels. */
interface ForPurpose {
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
}

/** Whether one of the forms that are offered is for this purpose, by one of these channels. */
export const isOffered = (offers: readonly ForPurpose[], use: ForPurpose): boolean =>
  offers.some(
    ({ purpose, channels }) => purpose === use.purpose && channels.some((channel) => use.channels.includes(channel)),
  );
