import { publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CODE_WORDS } from '#shared/words/codes.ts';
import type { OutgoingSms } from '../sms/rendering.ts';
import { segmentsOf } from '../sms/segments.ts';
import type { CodeCarrier } from './code-carrier.ts';

/** One segment that promotes nothing. A name that leaves no room for that is left out: the sender id says who writes. */
const codeWords = (language: ReaderLanguage, code: string, name: string): string => {
  const { named, bare } = CODE_WORDS[language];
  const text = named(code, name);
  return segmentsOf(text).segments === 1 ? text : bare(code);
};

/** The text that carries a code; `undefined`: the advertiser sends no SMS. */
export const codeText: CodeCarrier<OutgoingSms> = (advertiser, { language, code, to }) => {
  const {
    senders: {
      sms: [sender],
    },
  } = advertiser;
  if (sender === undefined) return undefined;
  const text = codeWords(language, code, publicNameOf(advertiser));
  return { to, senderId: sender.senderId, text, isService: true };
};
