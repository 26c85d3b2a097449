import { COLLECTOR, type Fields, NAME, NOTICE_URL, SENDER_EMAIL, type World } from './world.ts';

/** How the bytes of a message sent elsewhere let their reader object. */
export type Way = 'none' | 'foreign' | 'paid';

const LINKS = {
  none: undefined,
  foreign: 'https://desinscription.routeur-tiers.example/stop?c=12',
  paid: 'tel:+33899123456',
} as const satisfies Record<Way, string | undefined>;
const CODES = { none: undefined, foreign: '36199', paid: '81180' } as const satisfies Record<Way, string | undefined>;

const SUBJECT = 'Nos semences de printemps';
const OFFER = 'Nos semences de printemps sont arrivées.';

const email = (world: World, way: Way): Fields => {
  const link = LINKS[way];
  const source = world.facts.collectedFrom === 'person' ? '' : ` Source : ${COLLECTOR}.`;
  const why = `Publicité de ${NAME}. Vous recevez ce message parce que vos coordonnées sont dans notre fichier.${source}`;
  const outHtml = link === undefined ? '' : `<p><a href="${link}">Se désinscrire</a></p>`;
  const outText = link === undefined ? '' : `\nSe désinscrire : ${link}`;
  return {
    from: { address: SENDER_EMAIL, name: NAME },
    subject: SUBJECT,
    html: `<p>${OFFER}</p><p>${why}</p><p><a href="${NOTICE_URL}">Vos données</a></p>${outHtml}`,
    text: `${OFFER}\n${why}\nVos données : ${NOTICE_URL}\n${outText}`,
  };
};

/**
 * The very bytes, made by another tool: they name the advertiser, the reason and the notice, and this way out. Throws
 * `RangeError` for a channel whose bytes the API does not read.
 */
export const bytesOf = (world: World, way: Way): Fields => {
  const { channel } = world.facts;
  if (channel === 'email') return { email: email(world, way) };
  if (channel !== 'sms') throw new RangeError(`no final bytes of the channel ${channel} can be asked about`);
  const code = CODES[way];
  return { sms: { senderId: 'ABLETTE', text: `${NAME} : ${OFFER}${code === undefined ? '' : ` STOP au ${code}`}` } };
};
