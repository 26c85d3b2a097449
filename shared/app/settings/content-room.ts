import { ROOM } from '#shared/channels/room.ts';
import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Content } from '#shared/domain/message/content.ts';
import type { Missing } from '#shared/domain/missing.ts';

/** The content of a template as it may be sent: with its prospecting blocks, or without. */
export interface SendableContent {
  readonly content: Content;
  /** Nothing of it promotes: no means of opposition is added. */
  readonly isService: boolean;
}

/**
 * What is too large of a template of this channel, whatever its values; empty: in one of its forms it can fit. Pointers are
 * relative to its content.
 */
export const contentTooLarge = (
  channel: SentChannel,
  settings: AdvertiserSettings,
  forms: readonly SendableContent[],
): readonly Missing[] => {
  const room = ROOM[channel];
  if (room === undefined) return [];
  const found = forms.map(({ content, isService }) => room.content(settings, isService)(content));
  return found.some((missing) => missing.length === 0) ? [] : (found[0] ?? []);
};
