import { TEXT_WORDS } from '#shared/words/texts.ts';
import { fold } from '../content/fold.ts';
import { around, cut, joined, type Marked, markedLink, textOf, trimmed, trimmedEnd } from '../content/marked.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import { findFields, type MergeValues } from '../content/merge-fields.ts';
import { markedTemplate, plainHole, templateOf } from '../content/template.ts';
import type { SmsContent } from './channel.ts';
import { charactersIn, segmentsOf } from './segments.ts';
import { endsWithStop, namesStopInVain, standingStop } from './standing-stops.ts';

/** The SMS as it will be handed over, and what it costs. */
export interface RenderedSms {
  readonly text: string;
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

const isNamedBy = (text: string, name: string): boolean => {
  const rest = fold(text.trimStart());
  return name.trim() !== '' && rest.startsWith(fold(name)) && !/^[\p{L}\p{N}]/u.test(rest.slice(fold(name).length));
};

/** The text names its advertiser at its start, by any registered name. */
export const startsWithName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => isNamedBy(text, name));

/** The source goes before a STOP that the author wrote, which stays last. */
const withSource = (text: Marked, source: string, language: Mentions['language']): Marked => {
  const end = standingStop(textOf(text))?.start ?? Number.POSITIVE_INFINITY;
  const named = around('source', source, (name) => ` (${TEXT_WORDS[language].source}: ${name}) `);
  return trimmedEnd(joined(trimmedEnd(cut(text, 0, end)), named, cut(text, end)));
};

/** A text that ends in "non" or "sans" would turn our STOP into another word, and one that names a STOP in vain would join both. */
const withStop = (text: Marked, code: string): Marked => {
  const plain = joined(text, ` STOP ${code}`);
  const isByItself = endsWithStop(textOf(plain), code) && !namesStopInVain(textOf(text));
  return isByItself ? plain : joined(text, `. STOP ${code}`);
};

/** After the name that a text begins with. */
export const TEST_MARK = ' (TEST)';

/** The end of the longest registered name at its start, which it begins with. */
const endOfName = (text: string, names: readonly string[]): number => {
  const longest = Math.max(...names.filter((name) => isNamedBy(text, name)).map((name) => fold(name).length));
  const isLongEnough = (end: number) => fold(text.slice(0, end)).length >= longest;
  return charactersIn(text).reduce((end, character) => (isLongEnough(end) ? end : end + character.length), 0);
};

/** A text that begins with a name, marked as a test. */
const marked = (text: Marked, names: readonly string[]): Marked => {
  const end = endOfName(textOf(text), names);
  return joined(cut(text, 0, end), TEST_MARK, cut(text, end));
};

/** The text names this source, in its author's words or in ours. */
export const namesSource = (text: string, source: string): boolean => fold(text).includes(fold(source));

/**
 * The SMS of one reader, with what is of them alone marked: fields filled, the public name first, the source where it must be named, and
 * `STOP` with the sender's code last, unless the author put them there. Nothing is cut nor transliterated: what does not fit is for the
 * law to refuse.
 */
export const draftSms = (content: SmsContent, values: MergeValues, mentions: Mentions): Marked => {
  const template = templateOf(content.text, findFields(content.text), plainHole);
  const link = () => markedLink(mentions.oppositionUrl);
  const words = trimmed(markedTemplate(template, { values, mentions, link, footer: () => '' }));
  const isNamed = startsWithName(textOf(words), mentions.advertiserNames);
  const begun = isNamed ? words : joined(`${mentions.publicName}: `, words);
  const named = mentions.isTest ? marked(begun, [mentions.publicName, ...mentions.advertiserNames]) : begun;
  const source = mentions.sourceToName;
  const withNames =
    source === undefined || namesSource(textOf(named), source) ? named : withSource(named, source, mentions.language);
  const code = mentions.replyCode;
  const isWhole = code === undefined || isService(mentions) || endsWithStop(textOf(withNames), code);
  return isWhole ? withNames : withStop(withNames, code);
};

/** The same as it is handed over. */
export const renderSms = (content: SmsContent, values: MergeValues, mentions: Mentions): RenderedSms => {
  const text = textOf(draftSms(content, values, mentions));
  return { text, ...segmentsOf(text) };
};
