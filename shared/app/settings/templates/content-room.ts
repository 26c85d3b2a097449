import { WARNINGS } from '#shared/channels/checks.ts';
import { ROOM } from '#shared/channels/room.ts';
import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Content } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { Missing } from '#shared/domain/missing.ts';

/** The content of a template as it may be sent: with its prospecting blocks, or without. */
export interface SendableContent {
  readonly content: Content;
  /** A means of opposition is added. */
  readonly carriesStop: boolean;
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
  const found = forms.map(({ content, carriesStop }) => room.content(settings, carriesStop)(content));
  return found.some((missing) => missing.length === 0) ? [] : (found[0] ?? []);
};

/** What a template costs, and what its author is warned of. */
export interface CostOfForms {
  /** `undefined`: its channel is not billed by length. */
  readonly cost: Cost | undefined;
  readonly warnings: readonly Missing[];
}

/** What a template of this channel costs in its longest form, at its longest known values. */
export const costOfForms = (
  channel: SentChannel,
  settings: AdvertiserSettings,
  forms: readonly SendableContent[],
): CostOfForms => {
  const room = ROOM[channel];
  const [longest] = forms;
  if (longest === undefined) return { cost: undefined, warnings: [] };
  const { content, carriesStop } = longest;
  const warnings = WARNINGS[channel]?.(content) ?? [];
  return {
    cost: room?.cost(settings, { carriesStop })(content),
    warnings: [...warnings, ...(room?.warnings(settings, carriesStop)(content) ?? [])],
  };
};
