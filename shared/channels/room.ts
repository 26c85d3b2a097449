import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { MergeValues } from './content/merge-fields.ts';
import { taking } from './content/taking.ts';
import { SmsContent } from './sms/channel.ts';
import { contentWithOtherCode } from './sms/other-code.ts';
import { contentWithoutRoom, valuesWithoutRoom, withoutRoom } from './sms/room.ts';

/**
 * Channels whose messages have a largest size, or name a way out of their own: what can never leave under these settings
 * is refused when it is put. Pointers of `content` are relative to the content.
 */
export const ROOM: {
  readonly [Name in SentChannel]?: {
    readonly settings: (settings: AdvertiserSettings) => readonly Missing[];
    readonly content: (settings: AdvertiserSettings, isService: boolean) => (content: unknown) => readonly Missing[];
    readonly values: (
      settings: AdvertiserSettings,
      message: { readonly isService: boolean; readonly values: MergeValues },
    ) => (content: unknown) => readonly Missing[];
  };
} = {
  sms: {
    settings: withoutRoom,
    content: (settings, isService) =>
      taking(SmsContent, (text) => [
        ...contentWithoutRoom(text, settings, isService),
        ...contentWithOtherCode(text, settings, isService),
      ]),
    values: (settings, message) => taking(SmsContent, (text) => valuesWithoutRoom(text, settings, message)),
  },
};
