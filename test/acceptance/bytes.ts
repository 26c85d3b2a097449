import { COLLECTOR, type Fields, NAME, NOTICE_URL, REPLY_CODE, SENDER_EMAIL, SENDER_ID, type World } from './world.ts';

/** How the bytes of a message sent elsewhere let their reader object. */
type Way = 'none' | 'own' | 'foreign' | 'paid';

/** The mailbox on which the advertiser hears oppositions, where its settings say so. */
export const OPPOSITION_INBOX = 'stop@maison-ablette.example';

/** A host on which nobody knows whether an opposition is heard. */
export const FOREIGN_HOST = 'desinscription.routeur-tiers.example';

const LINKS = {
  none: undefined,
  own: `mailto:${OPPOSITION_INBOX}`,
  foreign: `https://${FOREIGN_HOST}/stop?c=12`,
  paid: 'tel:+33899123456',
} as const satisfies Record<Way, string | undefined>;
const CODES = { none: undefined, own: REPLY_CODE, foreign: '36199', paid: '81180' } as const satisfies Record<
  Way,
  string | undefined
>;

const OFFER = 'Nos semences de printemps sont arrivées.';

/**
 * A mail that names who writes, why, the notice and this way out; and where the address came from, if from others.
 * `more` is HTML that stands before the way out.
 */
export const mailBytes = (
  way: Way,
  from: 'person' | 'elsewhere',
  { subject = 'Nos semences de printemps', more = '' }: { readonly subject?: string; readonly more?: string } = {},
): Fields => {
  const link = LINKS[way];
  const source = from === 'person' ? '' : ` Source : ${COLLECTOR}.`;
  const why = `Publicité de ${NAME}. Vous recevez ce message parce que vos coordonnées sont dans notre fichier.${source}`;
  const outHtml = link === undefined ? '' : `<p><a href="${link}">Se désinscrire</a></p>`;
  const outText = link === undefined ? '' : `\nSe désinscrire : ${link}`;
  return {
    from: { address: SENDER_EMAIL, name: NAME },
    subject,
    html: `<p>${OFFER}</p><p>${why}</p><p><a href="${NOTICE_URL}">Vos données</a></p>${more}${outHtml}`,
    text: `${OFFER}\n${why}\nVos données : ${NOTICE_URL}\n${outText}`,
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
  {
    says = OFFER,
    senderId = SENDER_ID,
    stop = CODES[way],
  }: { readonly says?: string; readonly senderId?: string; readonly stop?: string | undefined } = {},
): Fields => ({ senderId, text: `${NAME} : ${says}${stop === undefined ? '' : ` STOP au ${stop}`}` });

/**
 * The very bytes, made by another tool: they name the advertiser, the reason and the notice, and this way out. Throws
 * `RangeError` for a channel whose bytes the API does not read.
 */
export const bytesOf = (world: World, way: Way): Fields => {
  const { channel, collectedFrom } = world.facts;
  if (channel === 'email') return { email: mailBytes(way, collectedFrom === 'person' ? 'person' : 'elsewhere') };
  if (channel !== 'sms') throw new RangeError(`no final bytes of the channel ${channel} can be asked about`);
  return { sms: smsBytes(way) };
};
