import { COLLECTOR, type Fields, NAME, NOTICE_URL, REPLY_CODE, SENDER_EMAIL, SENDER_ID, type World } from './world.ts';

/** How the bytes of a message sent elsewhere let their reader object. */
type Way = 'none' | 'own' | 'foreign' | 'paid';

/** The mailbox on which the advertiser hears oppositions, where its settings say so. */
export const OPPOSITION_INBOX = 'stop@maison-ablette.example';

const LINKS = {
  none: undefined,
  own: `mailto:${OPPOSITION_INBOX}`,
  foreign: 'https://desinscription.routeur-tiers.example/stop?c=12',
  paid: 'tel:+33899123456',
} as const satisfies Record<Way, string | undefined>;
const CODES = { none: undefined, own: REPLY_CODE, foreign: '36199', paid: '81180' } as const satisfies Record<
  Way,
  string | undefined
>;

const OFFER = 'Nos semences de printemps sont arrivées.';

/** A mail that names who writes, why, the notice and this way out; and where the address came from, if from others. */
export const mailBytes = (way: Way, from: 'person' | 'elsewhere', subject = 'Nos semences de printemps'): Fields => {
  const link = LINKS[way];
  const source = from === 'person' ? '' : ` Source : ${COLLECTOR}.`;
  const why = `Publicité de ${NAME}. Vous recevez ce message parce que vos coordonnées sont dans notre fichier.${source}`;
  const outHtml = link === undefined ? '' : `<p><a href="${link}">Se désinscrire</a></p>`;
  const outText = link === undefined ? '' : `\nSe désinscrire : ${link}`;
  return {
    from: { address: SENDER_EMAIL, name: NAME },
    subject,
    html: `<p>${OFFER}</p><p>${why}</p><p><a href="${NOTICE_URL}">Vos données</a></p>${outHtml}`,
    text: `${OFFER}\n${why}\nVos données : ${NOTICE_URL}\n${outText}`,
  };
};

/** A text that names who writes, says this, and ends with this way out. */
export const smsBytes = (way: Way, says = OFFER): Fields => {
  const code = CODES[way];
  return { senderId: SENDER_ID, text: `${NAME} : ${says}${code === undefined ? '' : ` STOP au ${code}`}` };
};

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
