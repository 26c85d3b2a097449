import { displayNameOf, firstContactOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import { followUpIn } from '#shared/domain/rights/acknowledgement.ts';
import { dayInWords } from '#shared/domain/time/day-in-words.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { CODE_WORDS } from '#shared/words/codes.ts';
import type { OutgoingEmail } from '../email/rendering.ts';
import { BY_MACHINE } from './by-machine.ts';
import type { AskedCarrier } from './code-carrier.ts';

/** The mail that says that a request is recorded: fixed words, in plain text, that promote nothing and repeat nothing that the person wrote. */
export const askedMail: AskedCarrier<OutgoingEmail> = (advertiser, { language, kind, acknowledged, to }) => {
  const [sender] = advertiser.senders.email;
  if (sender === undefined) return undefined;
  const { acknowledgement, open } = CENTRE_WORDS[language];
  const { subject, mail } = CODE_WORDS[language].asked;
  const said = followUpIn(acknowledgement, (at) => dayInWords(language, at), acknowledged);
  return {
    from: { address: sender.address, name: displayNameOf(sender, advertiser) },
    to,
    subject,
    text: mail(open.asked[kind], said, publicNameOf(advertiser), firstContactOf(advertiser)),
    headers: [BY_MACHINE],
  };
};
