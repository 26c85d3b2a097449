import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { Missing } from '#shared/domain/missing.ts';
import { findFields, type MergeValues } from '../content/merge-fields.ts';
import type { SmsContent } from './channel.ts';
import { costOfContent, type SettingsOfText } from './cost.ts';
import { dearCharacters, tooLong } from './cost-words.ts';

/** A message of a text, as far as its length goes. */
export interface MessageOfText {
  readonly carriesStop: boolean;
  readonly values: MergeValues;
  /** Absent: the first of the settings. */
  readonly sender?: string | undefined;
  /** Pointer to what gave its text, in the request: its content, or its template. */
  readonly textAt: string;
}

const codesOf = ({ senders: { sms } }: SettingsOfText): readonly (string | undefined)[] =>
  sms.length === 0 ? [undefined] : sms.map(({ replyCode }) => replyCode);

/** The code of the sender asked for, else of the first. */
export const codeOf = ({ senders: { sms } }: SettingsOfText, asked: string | undefined): string | undefined =>
  (asked === undefined ? sms[0] : sms.find(({ senderId }) => senderId === asked))?.replyCode;

const isTooLong = ({ segments, maxSegments }: Cost): boolean => segments > maxSegments;

/** What a text costs at its longest known values, from the sender that lets it be shortest. */
export const costOfTemplate = (content: SmsContent, settings: SettingsOfText, carriesStop: boolean): Cost => {
  const costs = codesOf(settings).map((replyCode) => costOfContent(content, settings, { carriesStop, replyCode }));
  const [shortest] = costs.toSorted((a, b) => a.units - b.units);
  return shortest ?? costOfContent(content, settings, { carriesStop, replyCode: undefined });
};

/** What a message costs, with its values and from its sender. */
export const costOfMessage = (content: SmsContent, settings: SettingsOfText, message: MessageOfText): Cost => {
  const { carriesStop, values, sender } = message;
  return costOfContent(content, settings, { carriesStop, values, replyCode: codeOf(settings, sender) });
};

const TOO_LONG = { fr: 'Ce texte est trop long', en: 'This text is too long' };
const TOO_LONG_WITH_VALUES = {
  fr: 'Ce texte est trop long avec ces valeurs',
  en: 'This text is too long with these values',
};

/** The shortest text that anybody could write. */
export const SHORTEST = { text: '.' };

/** Settings in which the name and STOP alone take all the room, so that no text can ever leave. */
export const withoutRoom = (settings: SettingsOfText): readonly Missing[] => {
  if (settings.senders.sms.length === 0 || !isTooLong(costOfTemplate(SHORTEST, settings, true))) return [];
  return [
    {
      pointer: '/sms/maxSegments',
      sentence: {
        fr: 'Le nom et le STOP ajoutés à chaque SMS prennent déjà plus de segments que permis : aucun SMS ne partirait (OPPOSITION_MENTION_MISSING).',
        en: 'The name and STOP added to every SMS already take more segments than allowed: no SMS would ever leave (OPPOSITION_MENTION_MISSING).',
      },
      remedy: {
        sentence: {
          fr: 'Permettez plus de segments, ou mettez en tête de tradeNames un nom plus court.',
          en: 'Allow more segments, or put a shorter name first in tradeNames.',
        },
        pointer: '/sms/maxSegments',
      },
    },
  ];
};

/** A message that is longer than these settings allow, with its values and from its sender. */
export const valuesWithoutRoom = (
  content: SmsContent,
  settings: SettingsOfText,
  message: MessageOfText,
): readonly Missing[] => {
  const cost = costOfMessage(content, settings, message);
  if (!isTooLong(cost)) return [];
  const hasValues = findFields(content.text).some(({ field }) => field.kind === 'value');
  const what = hasValues ? TOO_LONG_WITH_VALUES : TOO_LONG;
  return [tooLong(cost, what, hasValues ? '/mergeValues' : message.textAt)];
};

/** Content that does not fit under these settings at its longest known values. */
export const contentWithoutRoom = (
  content: SmsContent,
  settings: SettingsOfText,
  carriesStop: boolean,
): readonly Missing[] => {
  const cost = costOfTemplate(content, settings, carriesStop);
  return isTooLong(cost) ? [tooLong(cost, TOO_LONG, '/text')] : [];
};

/** Content that fits and costs more by characters outside GSM-7. */
export const dearContent = (content: SmsContent, settings: SettingsOfText, carriesStop: boolean): readonly Missing[] =>
  dearCharacters(costOfTemplate(content, settings, carriesStop), '/text');

/** What settings take of the room of a text that others left it. `code`: it may also name the one of before. */
export interface Narrowed {
  readonly because: 'segments' | 'name' | 'code';
  /** The member of the settings that was changed. */
  readonly pointer: string;
}

/** What the settings add to a text, as a text of their first name and no code counts it. */
const nameTakes = (settings: AdvertiserSettings): Pick<Cost, 'units' | 'encoding'> =>
  costOfContent(SHORTEST, settings, { carriesStop: true, values: {}, replyCode: undefined });

const isNameLonger = (settings: AdvertiserSettings, before: AdvertiserSettings): boolean => {
  const [now, then] = [nameTakes(settings), nameTakes(before)];
  return now.units > then.units || (now.encoding === 'UCS-2' && then.encoding !== 'UCS-2');
};

/** What of these settings may refuse a text from this sender that others let pass: fewer segments, a longer name, another code to answer to. */
export const narrowedBy = (
  settings: AdvertiserSettings,
  before: AdvertiserSettings,
  sender: string | undefined,
): readonly Narrowed[] => {
  const nameAt = settings.tradeNames[0] === before.tradeNames[0] ? '/legalName' : '/tradeNames';
  const isSo = {
    segments: settings.sms.maxSegments < before.sms.maxSegments,
    name: isNameLonger(settings, before),
    code: codeOf(settings, sender) !== codeOf(before, sender),
  };
  const pointers = { segments: '/sms/maxSegments', name: nameAt, code: '/senders/sms' };
  return (['segments', 'name', 'code'] as const).flatMap((because) =>
    isSo[because] ? [{ because, pointer: pointers[because] }] : [],
  );
};

/** The same for a text from any of its senders. */
export const narrowedForAny = (settings: AdvertiserSettings, before: AdvertiserSettings): readonly Narrowed[] =>
  [undefined, ...settings.senders.sms.map(({ senderId }) => senderId)].flatMap((sender) =>
    narrowedBy(settings, before, sender),
  );
