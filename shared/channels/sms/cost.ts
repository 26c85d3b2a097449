import { type AdvertiserSettings, namesOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { Cost, OutsideAlphabet } from '#shared/domain/message/cost.ts';
import type { Mentions } from '../content/mentions.ts';
import { type FoundField, findFields, type MergeValues, valueOfField } from '../content/merge-fields.ts';
import type { SmsContent } from './channel.ts';
import { renderSms } from './render-sms.ts';
import { charactersIn, type OutsideGsm, type SmsCost, smsCost } from './segments.ts';

/** What is injected, and how much a text may take, depends on these settings. */
export type SettingsOfText = Pick<AdvertiserSettings, 'legalName' | 'tradeNames' | 'senders' | 'sms'>;

/** A text as it is asked for. */
export interface AskedText {
  /** It carries STOP: all but what a person's own act calls for does. */
  readonly carriesStop: boolean;
  /** Absent: it is at its longest as far as is known, its fallbacks in place and its other fields empty. */
  readonly values?: MergeValues | undefined;
  /** The code of its sender; absent: it has none. */
  readonly replyCode: string | undefined;
}

/** Nothing of these is injected into a text. */
const NOT_IN_A_TEXT = { language: 'fr', legalName: '', contact: '', noticeUrl: '', oppositionUrl: '' } as const;

type ValueField = FoundField & { readonly field: Extract<FoundField['field'], { kind: 'value' }> };
const isValue = (found: FoundField): found is ValueField => found.field.kind === 'value';
const valueFieldsOf = (text: string): readonly ValueField[] => findFields(text).filter(isValue);

/** Names of the fields whose length is not known before a message gives their value. */
const fieldsOfUnknownLength = ({ text }: SmsContent): readonly string[] => [
  ...new Set(valueFieldsOf(text).flatMap(({ field }) => (field.fallback === undefined ? [field.name] : []))),
];

const emptyValues = (content: SmsContent): MergeValues =>
  Object.fromEntries(fieldsOfUnknownLength(content).map((name) => [name, '']));

/** What a text must say under these settings. */
export const mentionsInText = (
  settings: SettingsOfText,
  { carriesStop, replyCode }: Pick<AskedText, 'carriesStop' | 'replyCode'>,
): Mentions => ({
  ...NOT_IN_A_TEXT,
  publicName: publicNameOf(settings),
  advertiserNames: namesOf(settings),
  why: { basis: carriesStop ? 'legal-person' : 'service' },
  replyCode,
});

/** The text that is handed over, but for a source that its first reader may have to be shown (GDPR, art. 14). */
export const finalText = (content: SmsContent, settings: SettingsOfText, asked: AskedText): string =>
  renderSms(content, asked.values ?? emptyValues(content), mentionsInText(settings, asked)).text;

/** The author's words outside fields, blank where a field is, so that positions stay. */
const wordsOf = (text: string): string =>
  findFields(text).reduce(
    (words, { start, end }) => words.slice(0, start) + ' '.repeat(end - start) + words.slice(end),
    text,
  );

/** The place of an offset, in characters as people count them, from 1. */
const positionAt = (text: string, offset: number): number => charactersIn(text.slice(0, offset)).length + 1;

const positionOf = ({ text }: SmsContent, values: MergeValues, { character, instead }: OutsideGsm): OutsideAlphabet => {
  const found = { character, ...(instead === undefined ? {} : { instead }) };
  const own = wordsOf(text).indexOf(character);
  if (own !== -1) return { ...found, in: 'text', position: positionAt(text, own) };
  for (const { field, start } of valueFieldsOf(text)) {
    const value = valueOfField(field, values) ?? '';
    const at = value.indexOf(character);
    const isFallback = value === field.fallback;
    if (at !== -1 && isFallback)
      return { ...found, in: 'text', position: positionAt(text, text.indexOf(value, start) + at) };
    if (at !== -1) return { ...found, in: 'value', field: field.name, position: positionAt(value, at) };
  }
  return { ...found, in: 'name' };
};

const ROOM_OF = { 'GSM-7': { alone: 160, each: 153 }, 'UCS-2': { alone: 70, each: 67 } } as const;

/** What a text costs, beside what it may. */
export const costOfText = (cost: SmsCost, maxSegments: number): Cost => {
  const { alone, each } = ROOM_OF[cost.encoding];
  const room = maxSegments === 1 ? alone : each * maxSegments;
  return {
    segments: cost.segments,
    maxSegments,
    encoding: cost.encoding,
    units: cost.units,
    unitsLeft: cost.segments > maxSegments ? 0 : Math.max(0, room - cost.units),
    outside: cost.outside.map((one) => ({ ...one, in: 'text' })),
    segmentsWithout: cost.segmentsWithout,
    fieldsNotCounted: [],
  };
};

/** What a text costs as it is handed over, with positions in the content and values that it was made of. Pure. */
export const costOfFinalText = (
  text: string,
  settings: Pick<SettingsOfText, 'sms'>,
  { content, values }: { readonly content: SmsContent; readonly values: MergeValues },
): Cost => {
  const cost = smsCost(text);
  const outside = cost.outside.map((one) => positionOf(content, values, one));
  return { ...costOfText(cost, settings.sms.maxSegments), outside };
};

/**
 * What an SMS costs once the public name and STOP are in it, and which characters make it cost that: for a template at its
 * longest known values, or for a message with its own. Pure; for the door.
 */
export const costOfContent = (content: SmsContent, settings: SettingsOfText, asked: AskedText): Cost => ({
  ...costOfFinalText(finalText(content, settings, asked), settings, { content, values: asked.values ?? {} }),
  fieldsNotCounted: asked.values === undefined ? fieldsOfUnknownLength(content) : [],
});
