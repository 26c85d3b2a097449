import { escaped } from '../../making/bytes/bytes-draft.ts';
import { linkFor, mailboxFor, OUR_PAGES } from '../../making/bytes/links.ts';
import { anchor, stopBy, stopByMail } from '../../making/bytes/stops.ts';
import type { Random } from '../../random.ts';
import type { Spoiling } from '../spoiling.ts';
import { onBytes, type Spoilt, STOPPABLE, sayOtherwise, someParts } from './on-bytes.ts';

const MAIL = ['email'] as const;
const onStop = (name: string, spoil: (spoilt: Spoilt) => unknown, applies?: Parameters<typeof onBytes>[4]): Spoiling =>
  onBytes(STOPPABLE, MAIL, name, spoil, applies);

/** Someone else's pages by which one stops. */
const ELSEWHERE = [
  'https://desabo.example/u?c=81&r=7f3',
  'https://clics.envoi.example/unsubscribe/9912',
  'https://maison-ablette.example/desinscription?id=12',
] as const;
const elsewhere = (random: Random): string => random.pick(ELSEWHERE);

/** What is in the bytes and not in what a reader sees. */
const HIDDEN: readonly ((html: string) => string)[] = [
  (html) => `<span style="display:none">${html}</span>`,
  (html) => `<div style="display: none !important;">${html}</div>`,
  (html) => `<span style="font-size:0">${html}</span>`,
  (html) => `<span style="visibility:hidden">${html}</span>`,
  (html) => `<div style="max-height:0;overflow:hidden">${html}</div>`,
  (html) => `<div style="opacity:0">${html}</div>`,
  (html) => `<p hidden>${html}</p>`,
  (html) => `<!-- ${html} -->`,
  (html) => `<div class="mentions-mobiles">${html}</div>`,
  (html) => `<!--[if mso]>${html}<![endif]-->`,
];
const SHEET = '.mentions-mobiles { display: none }';

/** A piece of the HTML is hidden from who reads it. */
export const hide = ({ bytes, random }: Spoilt, what: Parameters<typeof sayOtherwise>[1]): void => {
  // A picture has no letters, so that their size hides nothing of it.
  const hasPicture = bytes.pieces.some(({ says, html }) => says === what && html.includes('<img'));
  const hidden = random.pick(hasPicture ? HIDDEN.filter((one) => !one('').includes('font-size')) : HIDDEN);
  bytes.layout.style += ` ${SHEET}`;
  bytes.pieces = bytes.pieces.map((piece) => (piece.says === what ? { ...piece, html: hidden(piece.html) } : piece));
};
export const hasHtml: Parameters<typeof onBytes>[4] = (_, { parts }) => parts.includes('html');

/** What a link may hold, and nobody sees. */
export const NOTHING = [
  '',
  '',
  ' ',
  '&nbsp;',
  '&#8203;',
  '&zwnj;&#847;',
  '<!-- lien -->',
  '<img src="https://img.maison-ablette.example/p.gif" width="1" height="1" alt="Lien">',
  '<img src="https://img.maison-ablette.example/p.gif" style="width:1px;height:1px" alt="Lien">',
  '&#12644;',
  '&#65440;&#65039;',
  '<img src="https://img.maison-ablette.example/p.gif" style="width:0.5px" alt="Lien">',
  '<img src="https://img.maison-ablette.example/p.gif" style="max-height:0" alt="Lien">',
] as const;

/** Ways to stop that a reader sees though they have no words of their own, or that some readers alone see. */
const SEEN_OTHERWISE: readonly ((url: string) => string)[] = [
  (url) =>
    `<img src="https://img.maison-ablette.example/m.png" usemap="#m" alt=""><map name="m"><area shape="rect" coords="0,0,9,9" href="${url}" alt="Se désabonner"></map>`,
  (url) => `Pour ne plus recevoir nos messages <a href="${url}">→</a>`,
  (url) => `Pour vous désabonner :<br>\n<a href="${url}">👉</a>`,
  (url) => `Pour vous désabonner, <a href="${url}">cliquez&nbsp;ici →</a>`,
  (url) =>
    `<a href="${url}">»</a> pour vous désabonner, <a href="https://maison-ablette.example/magasins">Nous trouver</a>`,
  (url) => `<a href="${url}"><!--[if mso]>Se désabonner<![endif]--></a>`,
];

const NO_WAY = [
  { html: 'Merci de votre confiance.', text: 'Merci de votre confiance.' },
  { html: '<a href="">Se désabonner</a>', text: 'Se désabonner' },
  {
    html: 'Pour ne plus recevoir nos messages, suivez le lien.',
    text: 'Pour ne plus recevoir nos messages, suivez le lien.',
  },
  { html: '', text: '' },
] as const;

const CANNOT = [
  'Vous ne pouvez pas vous désabonner',
  'Il est impossible de se désinscrire',
  'You cannot unsubscribe',
  'No unsubscribe',
] as const;

const DEAD = ['#', '{{unsubscribe_url}}', '*|UNSUB|*', 'javascript:void(0)'] as const;

/** What is wrong with how a mail says to stop. */
export const MAIL_STOP_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    6,
    onStop('a part of the mail does not say how to stop', ({ bytes, random }) =>
      sayOtherwise(bytes, 'stop', someParts(bytes, random), random.pick([NO_WAY[0], NO_WAY[2], NO_WAY[3], NO_WAY[3]])),
    ),
  ],
  [
    3,
    onStop('it says that one cannot stop, with a link of ours', ({ bytes, base, random }) => {
      const url = linkFor(base.draft, random);
      const said = random.pick(CANNOT);
      sayOtherwise(bytes, 'stop', bytes.parts, { html: `${said} ${anchor(url, 'ici')}`, text: `${said} : ${url}` });
    }),
  ],
  [3, onStop('the way to stop is hidden', (spoilt) => hide(spoilt, 'stop'), hasHtml)],
  [
    2,
    onStop(
      'the link to stop has nothing to click on',
      ({ bytes, base, random }) =>
        sayOtherwise(bytes, 'stop', ['html'], {
          html: `Se désabonner <a href="${escaped(linkFor(base.draft, random))}">${random.pick(NOTHING)}</a>`,
          text: '',
        }),
      hasHtml,
    ),
  ],
  [
    5,
    onStop('the link to stop was made for somebody else', ({ bytes, base, random }) => {
      const { addresses } = base.draft;
      const other = random.chance(0.5) ? addresses.push({ email: 'marc.petit@laposte.net' }) - 1 : -1;
      const url = random.chance(0.2) ? `${OUR_PAGES}/p/${random.int(1, 9)}x` : linkFor(base.draft, random, other);
      sayOtherwise(bytes, 'stop', bytes.parts, stopBy(random, 'fr', url));
    }),
  ],
  [
    2,
    onStop('the mailbox to stop by was made for somebody else', ({ bytes, base, random }) =>
      sayOtherwise(bytes, 'stop', bytes.parts, stopByMail(random, 'fr', mailboxFor(base.draft, random, -1))),
    ),
  ],
  [
    5,
    onStop('the link to stop leads elsewhere', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'stop',
        someParts(bytes, random),
        stopBy(random, random.pick(['fr', 'en']), elsewhere(random)),
      ),
    ),
  ],
  [
    2,
    onStop(
      'the link to stop leads nowhere',
      ({ bytes, random }) =>
        sayOtherwise(bytes, 'stop', ['html'], { html: anchor(random.pick(DEAD), 'Se désabonner'), text: '' }),
      hasHtml,
    ),
  ],
  [
    2,
    onStop('one stops by a mail to somebody else', ({ bytes, random }) => {
      const mailbox = random.pick(['contact@maison-ablette.example', 'unsubscribe@envoi.example']);
      sayOtherwise(bytes, 'stop', bytes.parts, stopByMail(random, 'fr', mailbox));
    }),
  ],
  [
    2,
    onStop('beside ours, a link to stop leads elsewhere', ({ bytes, random }) =>
      bytes.pieces.push({ ...stopBy(random, 'fr', elsewhere(random)), says: 'more' }),
    ),
  ],
  [
    2,
    onStop(
      'beside ours, a way to stop without words of its own leads elsewhere',
      ({ bytes, random }) =>
        bytes.pieces.push({ says: 'more', html: random.pick(SEEN_OTHERWISE)(escaped(elsewhere(random))), text: '' }),
      hasHtml,
    ),
  ],
  [
    3,
    onStop('the header to stop by leads elsewhere', ({ bytes, base, random }) => {
      const value = random.pick([
        `<${elsewhere(random)}>`,
        '<mailto:stop@envoi.example>',
        `<${linkFor(base.draft, random, -1)}>`,
      ]);
      bytes.headers = [{ name: 'List-Unsubscribe', value }];
    }),
  ],
];
