import { displayNameOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { OutgoingEmail } from '../email/rendering.ts';
import type { CodeCarrier } from './code-carrier.ts';

/** RFC 3834: no machine answers it. */
const BY_MACHINE = { name: 'Auto-Submitted', value: 'auto-generated' } as const;

const WORDS = {
  fr: (code: string, name: string) => ({
    subject: `Votre code : ${code}`,
    text: `Bonjour,

Votre code est ${code}

Saisissez-le sur la page où vous l’avez demandé : vous y verrez ce que ${name} détient sur vous, et pourrez exercer vos droits. Il est valable 10 minutes et ne sert qu’une fois.

Ne le communiquez à personne. Si vous n’avez rien demandé, ignorez ce message : sans ce code, personne ne voit vos données.

${name}
`,
  }),
  en: (code: string, name: string) => ({
    subject: `Your code: ${code}`,
    text: `Hello,

Your code is ${code}

Type it on the page where you asked for it: you will see what ${name} holds about you, and can exercise your rights. It is valid for 10 minutes and works once.

Give it to nobody. If you asked for nothing, ignore this message: without this code nobody sees your data.

${name}
`,
  }),
} as const;

/** The mail that carries a code: fixed words, in plain text, that promote nothing. `undefined`: the advertiser sends no mail. */
export const codeMail: CodeCarrier<OutgoingEmail> = (advertiser, { language, code, to }) => {
  const [sender] = advertiser.senders.email;
  if (sender === undefined) return undefined;
  return {
    from: { address: sender.address, name: displayNameOf(sender, advertiser) },
    to,
    ...WORDS[language](code, publicNameOf(advertiser)),
    headers: [BY_MACHINE],
  };
};
