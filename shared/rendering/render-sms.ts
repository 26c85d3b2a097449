import calculator from 'sms-segments-calculator';
import type { SmsContent } from '../domain/message.ts';
import type { Mentions } from './mentions.ts';
import { findFields, type MergeValues } from './merge-fields.ts';
import { fillTemplate, plainHole, templateOf } from './template.ts';

/** The SMS as it will be handed over, and what it costs. */
export interface RenderedSms {
  readonly text: string;
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

/** Folds case and accents, so that `CAFÉ Lune` begins with `Café Lune`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The text names its advertiser at its start, by any registered name. */
export const startsWithName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const rest = fold(text.trimStart());
    return name.trim() !== '' && rest.startsWith(fold(name)) && !/^[\p{L}\p{N}]/u.test(rest.slice(fold(name).length));
  });

/** The text ends with STOP and this code: `STOP 36123`, or an author's `STOP au 36123` or `STOP SMS : 36123`. */
export const endsWithStop = (text: string, replyCode: string): boolean => {
  const stop = /(?:^|[^\p{L}\p{N}])STOP(?:\s+SMS)?\s*(?:au|to|=>|:)?\s*(\+?\d+)\s*[.)]?\s*$/iu.exec(text);
  return stop?.[1] === replyCode;
};

/**
 * The SMS of one reader: fields filled, the public name first and `STOP` with the sender's code last unless the author
 * put them there. Nothing is cut nor transliterated: what does not fit is for the law to refuse.
 */
export const renderSms = (content: SmsContent, values: MergeValues, mentions: Mentions): RenderedSms => {
  const template = templateOf(content.text, findFields(content.text), plainHole);
  const words = fillTemplate(template, {
    values,
    mentions,
    link: () => mentions.oppositionUrl,
    footer: () => '',
  }).trim();
  const named = startsWithName(words, mentions.advertiserNames) ? words : `${mentions.publicName}: ${words}`;
  const code = mentions.replyCode;
  const text = code === undefined || endsWithStop(named, code) ? named : `${named} STOP ${code}`;
  return { text, ...segmentsOf(text) };
};

/** Segments and alphabet of a text (3GPP TS 23.038): 160 or 153 septets, else 70 or 67 UTF-16 units. */
export const segmentsOf = (text: string): Pick<RenderedSms, 'segments' | 'encoding'> => {
  const counted = new calculator.SegmentedMessage(text);
  return { segments: counted.segmentsCount, encoding: counted.encodingName };
};
