import type { Channel, Purpose } from '../message/channel.ts';
import type { OppositionScope } from './opposition.ts';

/** True where an opposition is about something that a consent is for. Without `channels` the consent is for a channel that is not known. */
export const isAbout = (
  of: OppositionScope,
  { channels, purpose }: { readonly channels?: readonly Channel[] | undefined; readonly purpose: Purpose },
): boolean =>
  of.scope === 'global' ||
  ((channels === undefined || of.channels.some((each) => channels.includes(each))) &&
    (of.scope === 'channel' || of.purpose === purpose));
