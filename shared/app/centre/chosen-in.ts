import { Channels, familyOf, Purpose } from '#shared/domain/message/channel.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';

/** What a button of the centre stops; whatever it says that cannot be read is a stop of the family of the message (P2). */
export const chosenIn = (of: string, { channel }: OppositionToken): OppositionScope => {
  if (of === 'all') return { scope: 'global' };
  const [, purpose, channels] = /^purpose:([a-z-]+):([a-z,-]+)$/.exec(of) ?? [];
  const [forWhat, by] = [Purpose.safeParse(purpose), Channels.safeParse(channels?.split(','))];
  if (forWhat.success && by.success) return { scope: 'purpose', channels: by.data, purpose: forWhat.data };
  return { scope: 'channel', channels: [...familyOf(channel)] };
};
