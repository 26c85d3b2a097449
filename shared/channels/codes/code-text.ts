import { publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { OutgoingSms } from '../sms/rendering.ts';
import { segmentsOf } from '../sms/segments.ts';
import type { CodeCarrier } from './code-carrier.ts';

const WORDS = {
  fr: {
    named: (code: string, name: string) =>
      `${name} : votre code est ${code}, valable 10 minutes. Ne le communiquez à personne.`,
    bare: (code: string) => `Votre code est ${code}, valable 10 minutes. Ne le communiquez à personne.`,
  },
  en: {
    named: (code: string, name: string) => `${name}: your code is ${code}, valid for 10 minutes. Give it to nobody.`,
    bare: (code: string) => `Your code is ${code}, valid for 10 minutes. Give it to nobody.`,
  },
} as const;

/** One segment that promotes nothing. A name that leaves no room for that is left out: the sender id says who writes. */
const codeWords = (language: 'fr' | 'en', code: string, name: string): string => {
  const { named, bare } = WORDS[language];
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
