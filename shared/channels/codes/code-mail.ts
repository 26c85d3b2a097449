import { displayNameOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import { CODE_WORDS } from '#shared/words/codes.ts';
import type { OutgoingEmail } from '../email/rendering.ts';
import { BY_MACHINE } from './by-machine.ts';
import type { CodeCarrier } from './code-carrier.ts';

/** The mail that carries a code: fixed words, in plain text, that promote nothing. `undefined`: the advertiser sends no mail. */
export const codeMail: CodeCarrier<OutgoingEmail> = (advertiser, { language, code, to }) => {
  const [sender] = advertiser.senders.email;
  if (sender === undefined) return undefined;
  const words = CODE_WORDS[language];
  return {
    from: { address: sender.address, name: displayNameOf(sender, advertiser) },
    to,
    subject: words.subject(code),
    text: words.mail(code, publicNameOf(advertiser)),
    headers: [BY_MACHINE],
  };
};
