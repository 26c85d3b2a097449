import { type Advertiser, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { lettersOf } from '#shared/domain/sending/shown-names.ts';
import { TEXT_WORDS } from '#shared/words/texts.ts';
import { segmentsOf } from './segments.ts';

/**
 * What notifies a person that their STOP is recorded: one segment, that promotes nothing and asks for nothing. A name that leaves
 * no room for that is left out: the sender id says who writes.
 */
export const stopConfirmation = (language: ReaderLanguage, name: string): string => {
  const { named, bare } = TEXT_WORDS[language].stopped;
  return segmentsOf(named(name)).segments === 1 ? named(name) : bare;
};

/**
 * What answers CONTACT: the name that readers know, and how to reach the advertiser, in the fewest segments: every means, with how to
 * stop behind them, where that fits one; else fewer. The name is never left out, and always one means.
 */
export const contactAnswer = (
  language: ReaderLanguage,
  { name, means, stopCode }: { readonly name: string; readonly means: readonly string[]; readonly stopCode: string },
): string => {
  const { whoWrites } = TEXT_WORDS[language];
  const said = (some: readonly string[], end = '') => `${whoWrites(name, some.join(', '))}${end}`;
  const all = [
    said(means, ` - STOP ${stopCode}`),
    ...means.map((_, index) => said(means.slice(0, means.length - index))),
  ];
  const counted = all.map((text) => [segmentsOf(text).segments, text] as const);
  const fewest = Math.min(...counted.map(([segments]) => segments));
  return counted.find(([segments]) => segments === fewest)?.[1] ?? said(means);
};

/** The name of an advertiser that a reader saw as this sender, which has the first eleven letters of it at the most; else the name that readers know. */
export const nameBehind = (
  advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>,
  { senderId }: { readonly senderId: string },
): string => {
  const shown = lettersOf(senderId);
  return (
    advertiser.tradeNames.find((name) => lettersOf(name) === shown) ??
    advertiser.tradeNames.find((name) => lettersOf(name).startsWith(shown)) ??
    publicNameOf(advertiser)
  );
};

/** The sender that was answered, where it has this code; else the first that has it, or the first of all where none has it any more. */
export const senderOfCode = ({ senders: { sms } }: Pick<Advertiser, 'senders'>, code: string, answered?: string) => {
  const own = sms.filter(({ replyCode }) => replyCode === code);
  return own.find(({ senderId }) => senderId === answered) ?? own[0] ?? sms[0];
};
