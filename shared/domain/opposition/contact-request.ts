import { readReply } from './sms-reply.ts';
import { foldReply } from './words/fold-reply.ts';

/**
 * Words by which a text asks who writes and how to reach them: CONTACT (operators' charter, C.1.2), HELP, which AWS wants answered
 * (SMS keywords), and what readers of the six languages write for them.
 */
const ASKING = new Set(
  'contact contacts contacte contacter kontakt contacto contatto contatti contactgegevens aide help info infos hilfe ayuda aiuto hulp'.split(
    ' ',
  ),
);

/** What may stand beside it: politeness, the kind of message, the code itself. */
const BESIDE = /^(sms|svp|please|bitte|merci|por|per|favor|favore|au|to|\d{5,15})$/;

/**
 * True where a reply asks for the advertiser's name and contact, and says nothing else. Whoever writes it beside other words says
 * something that a human should read, and CONTACT is no opposition: where anything in it opposes, a sign included, it is not this.
 */
export const asksForContact = (reply: string): boolean => {
  if (readReply(reply) !== undefined) return false;
  const [first = '', ...others] = foldReply(reply).split(' ');
  return ASKING.has(first) && others.every((word) => BESIDE.test(word));
};
