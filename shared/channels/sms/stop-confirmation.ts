import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
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

/** The sender that has the code which was answered; the first where none has it any more. */
export const senderOfCode = ({ senders: { sms } }: Pick<Advertiser, 'senders'>, code: string) =>
  sms.find(({ replyCode }) => replyCode === code) ?? sms[0];
