import {
  CALLER_ID,
  COLLECTOR,
  type Fields,
  NAME,
  NOTICE_URL,
  OPPOSITION_INBOX,
  OPPOSITION_NUMBER,
  REPLY_CODE,
  SENDER_EMAIL,
  SENDER_ID,
} from './world.ts';

/** How the bytes of a message sent elsewhere let their reader object. */
export type Way = 'none' | 'own' | 'foreign' | 'paid';

/** A host on which nobody knows whether an opposition is heard. */
export const FOREIGN_HOST = 'desinscription.routeur-tiers.example';
const FOREIGN_CODE = '36199';
const FOREIGN_NUMBER = '+33162000199';
/** Where a way out leads that is not the advertiser’s, by channel. */
export const FOREIGN_MEANS: Readonly<Record<string, string>> = {
  email: FOREIGN_HOST,
  sms: FOREIGN_CODE,
  mms: FOREIGN_CODE,
  'automated-call': FOREIGN_NUMBER,
};

const LINKS = {
  none: undefined,
  own: `mailto:${OPPOSITION_INBOX}`,
  foreign: `https://${FOREIGN_HOST}/stop?c=12`,
  paid: 'tel:+33899123456',
} as const satisfies Record<Way, string | undefined>;
const CODES = { none: undefined, own: REPLY_CODE, foreign: FOREIGN_CODE, paid: '81180' } as const satisfies Record<
  Way,
  string | undefined
>;
const NUMBERS = {
  none: undefined,
  own: OPPOSITION_NUMBER,
  foreign: FOREIGN_NUMBER,
  paid: '+33899123456',
} as const satisfies Record<Way, string | undefined>;

export const OFFER = 'Nos semences de printemps sont arrivées.';

/** What a message says beside its way out; absent: the usual offer of the advertiser, under its name. */
export interface Said {
  readonly says?: string | undefined;
  readonly subject?: string | undefined;
  readonly sender?: string | undefined;
  /** Absent: the advertiser’s; empty: it names nobody. */
  readonly name?: string | undefined;
  /** Who the address came from, where not from the person. */
  readonly source?: string | undefined;
}

const sourceIn = ({ source = '' }: Said): string => (source === '' ? '' : ` Source : ${source}.`);

/**
 * A mail that names who writes, why, the notice and this way out; and where the address came from, if from others.
 * `more` is HTML that stands before the way out.
 */
export const mailBytes = (
  way: Way,
  from: 'person' | 'elsewhere',
  { more = '', ...said }: Said & { readonly more?: string } = {},
): Fields => {
  const { says = OFFER, subject = 'Nos semences de printemps', sender = SENDER_EMAIL, name = NAME } = said;
  const link = LINKS[way];
  const source = sourceIn({ source: from === 'person' ? '' : COLLECTOR, ...said });
  const whose = name === '' ? '' : ` de ${name}`;
  const why = `Publicité${whose}. Vous recevez ce message parce que vos coordonnées sont dans notre fichier.${source}`;
  const outHtml = link === undefined ? '' : `<p><a href="${link}">Se désinscrire</a></p>`;
  const outText = link === undefined ? '' : `\nSe désinscrire : ${link}`;
  return {
    from: { address: sender, ...(name === '' ? {} : { name }) },
    subject,
    html: `<p>${says}</p><p>${why}</p><p><a href="${NOTICE_URL}">Vos données</a></p>${more}${outHtml}`,
    text: `${says}\n${why}\nVos données : ${NOTICE_URL}\n${outText}`,
  };
};

/** A mail with a way out, a notice and a reason, which does not say who writes. */
export const SENT_BY_NOBODY: Fields = {
  from: { address: SENDER_EMAIL },
  subject: 'Nos semences de printemps',
  text: `${OFFER}\nPublicité. Vous recevez ce message parce que vous l’avez demandé.\nVos données : ${NOTICE_URL}\nSe désinscrire : ${LINKS.own}`,
};
/** A mail that says who writes, and nothing else that a mail has to say. */
export const WITHOUT_MENTIONS: Fields = {
  from: { address: SENDER_EMAIL, name: NAME },
  subject: 'Nos semences de printemps',
  text: `${OFFER}\nVous recevez ce message de ${NAME}.`,
};

/** A text that names who writes, says this, and ends with this way out, or with STOP to another code. */
export const smsBytes = (
  way: Way,
  { says = OFFER, senderId = SENDER_ID, stop = CODES[way], name = NAME, source }: TextSaid = {},
): Fields => {
  const whose = name === '' ? '' : `${name} : `;
  return { senderId, text: `${whose}${says}${sourceIn({ source })}${stop === undefined ? '' : ` STOP au ${stop}`}` };
};
type TextSaid = Pick<Said, 'says' | 'name' | 'source'> & {
  readonly senderId?: string;
  readonly stop?: string | undefined;
};

/** The words of a call that names who calls and this way out, first and last. */
export const callBytes = (way: Way, { says = OFFER, sender = CALLER_ID, name = NAME, source }: Said = {}): Fields => {
  const number = NUMBERS[way];
  const who = name === '' ? 'Bonjour.' : `Bonjour, ici ${name}, appel publicitaire.`;
  const out = number === undefined ? '' : ` Pour ne plus être appelé, appelez le ${number}.`;
  const whose = name === '' ? '' : ` C’était ${name}.`;
  return { callerId: sender, script: `${who}${out} ${says}${sourceIn({ source })}${whose}${out}` };
};
