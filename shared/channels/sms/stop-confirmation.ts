import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { segmentsOf } from './segments.ts';

const WORDS = {
  fr: {
    named: (name: string) =>
      `${name} : votre demande est prise en compte. Vous ne recevrez plus nos SMS publicitaires.`,
    bare: 'Votre demande est prise en compte. Vous ne recevrez plus nos SMS publicitaires.',
  },
  en: {
    named: (name: string) => `${name}: your request is recorded. You will get no more marketing texts from us.`,
    bare: 'Your request is recorded. You will get no more marketing texts from us.',
  },
} as const;

/**
 * What notifies a person that their STOP is recorded: one segment, that promotes nothing and asks for nothing. A name that leaves
 * no room for that is left out: the sender id says who writes.
 */
export const stopConfirmation = (language: 'fr' | 'en', name: string): string => {
  const { named, bare } = WORDS[language];
  return segmentsOf(named(name)).segments === 1 ? named(name) : bare;
};

/** The sender that has the code which was answered; the first where none has it any more. */
export const senderOfCode = ({ senders: { sms } }: Pick<Advertiser, 'senders'>, code: string) =>
  sms.find(({ replyCode }) => replyCode === code) ?? sms[0];
