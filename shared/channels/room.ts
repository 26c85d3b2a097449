import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { MergeValues } from './content/merge-fields.ts';
import { taking } from './content/taking.ts';
import { SmsContent } from './sms/channel.ts';
import { costOfFinalText } from './sms/cost.ts';
import { contentWithOtherCode, valuesWithOtherCode } from './sms/other-code.ts';
import { sendersOfAnother } from './sms/other-name.ts';
import {
  contentWithoutRoom,
  costOfMessage,
  costOfTemplate,
  dearContent,
  type Narrowed,
  narrowedBy,
  narrowedForAny,
  valuesWithoutRoom,
  withoutRoom,
} from './sms/room.ts';

/** A message as far as its length goes, and what its values say. */
export interface SizedMessage {
  /** It carries a means of opposition: all but what a person's own act calls for does. */
  readonly carriesStop: boolean;
  readonly values: MergeValues;
  /** Absent: the first of the settings. */
  readonly sender?: string | undefined;
  /** Pointer to what gave its text, in the request: its content, or its template. */
  readonly textAt: string;
}

/** A template, whose values are not known yet. */
type CostedTemplate = Pick<SizedMessage, 'carriesStop'>;

/** A text as it is handed over, and the values that are in it. */
interface MadeText extends Pick<SizedMessage, 'values'> {
  readonly text: string;
}

/**
 * Channels whose messages have a largest size, or name a way out of their own: what can never leave under these settings
 * is refused when it is put. Pointers of `content` are relative to the content.
 */
export const ROOM: {
  readonly [Name in SentChannel]?: {
    readonly settings: (settings: AdvertiserSettings) => readonly Missing[];
    readonly content: (settings: AdvertiserSettings, carriesStop: boolean) => (content: unknown) => readonly Missing[];
    readonly values: (settings: AdvertiserSettings, message: SizedMessage) => (content: unknown) => readonly Missing[];
    /** What content that fits is warned of. */
    readonly warnings: (settings: AdvertiserSettings, carriesStop: boolean) => (content: unknown) => readonly Missing[];
    /** What it costs: with the values of a message, or at its longest known ones. */
    readonly cost: (settings: AdvertiserSettings, message: SizedMessage | CostedTemplate) => (content: unknown) => Cost;
    /** What of these settings may refuse a message from a sender that others let pass; `undefined`: from their first. Empty: nothing. */
    readonly narrowed: (
      settings: AdvertiserSettings,
      before: AdvertiserSettings,
      sender: string | undefined,
    ) => readonly Narrowed[];
    /** The same, from any sender. */
    readonly narrowedForAny: (settings: AdvertiserSettings, before: AdvertiserSettings) => readonly Narrowed[];
    /** What a text costs, with positions in the content that it was made of. */
    readonly costOfText: (settings: AdvertiserSettings, made: MadeText) => (content: unknown) => Cost;
  };
} = {
  sms: {
    settings: (settings) => [...sendersOfAnother(settings), ...withoutRoom(settings)],
    content: (settings, carriesStop) =>
      taking(SmsContent, (text) => [
        ...contentWithoutRoom(text, settings, carriesStop),
        ...contentWithOtherCode(text, settings, carriesStop),
      ]),
    values: (settings, message) =>
      taking(SmsContent, (text) => [
        ...valuesWithoutRoom(text, settings, message),
        ...valuesWithOtherCode(text, settings, message),
      ]),
    warnings: (settings, carriesStop) => taking(SmsContent, (text) => dearContent(text, settings, carriesStop)),
    cost: (settings, message) =>
      taking(SmsContent, (text) =>
        'values' in message
          ? costOfMessage(text, settings, message)
          : costOfTemplate(text, settings, message.carriesStop),
      ),
    narrowed: narrowedBy,
    narrowedForAny,
    costOfText: (settings, { text, values }) =>
      taking(SmsContent, (content) => costOfFinalText(text, settings, { content, values })),
  },
};
