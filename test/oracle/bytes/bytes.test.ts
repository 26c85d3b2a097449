/** Decided examples: what the final bytes of a message show, on both sides of each code, in French and in English. */

import { expect, it } from 'vitest';
import {
  consent,
  contact,
  decide,
  decision,
  type Example,
  type Parts,
  PHONE,
  PROOF,
  reading,
  world,
} from '../fixtures.ts';
import { opinion } from '../oracle.ts';
import type { Fields, World } from '../world.ts';

const JUNE = '2026-06-01T10:00:00Z';
const ROAD = 'https://aval.example/o/k1.claire',
  OTHERS = 'https://aval.example/o/k1.bruno',
  NOBODY = 'https://aval.example/o/k1.broken',
  INBOX = 'mailto:o+claire@stop.example',
  NOTICE = 'https://alba.example/donnees',
  TOOL = 'https://tool.example/u/1',
  SHOP = 'https://alba.example/souliers';
const LINKS = [
  { url: ROAD, address: 0 },
  { url: INBOX, address: 0 },
  { url: OTHERS, address: 1 },
  { url: NOBODY, address: -1 },
];
const ADVERTISER: Fields = {
  tradeNames: ['Alba Chaussures'],
  privacyNoticeUrl: NOTICE,
  contact: { email: 'bonjour@alba.example', url: 'https://alba.example/contact' },
  senders: {
    email: [{ address: 'lettre@alba.example', name: 'Maison Alba' }],
    sms: [
      { senderId: 'ALBA', replyCode: '36180' },
      { senderId: 'ALBAPRO', replyCode: '36275' },
      { senderId: '36180', replyCode: '36180' },
      { senderId: 'ALBADEAR', replyCode: '81234' },
      { senderId: 'ALBALONG', replyCode: '+33939980011' },
    ],
    calls: [
      { callerId: '+33162000123', acceptsKeyPress: true, oppositionNumber: '+33800000123' },
      { callerId: '+33162000124', oppositionNumber: '+33800000123' },
      { callerId: '+33162000125', oppositionNumber: '+33899000123' },
      { callerId: '+33162000126', acceptsKeyPress: true, oppositionNumber: '3640' },
    ],
  },
};
const with_ = (more: Fields): Fields => ({ ...ADVERTISER, ...more });

/** A French footer as text and as HTML, in pieces so that an example can leave one out or change it. */
const WHO = 'Maison Alba, 1 rue de la Paix, Paris.',
  AD = 'Ce message est une publicité.',
  WHY = 'Vous recevez ce message car vous avez accepté nos offres le 1er juin 2026.',
  STOP = `Se désinscrire : ${ROAD}`,
  DATA = `Vos données : ${NOTICE}`;
const text = (...lines: string[]): string => ['Bonjour,', 'Les souliers sont à -20 %.', ...lines].join('\n\n');
const html = (...blocks: string[]): string =>
  `<!doctype html><html><head><title>Maison Alba, publicité</title></head><body><p>Les souliers sont à -20 %.</p>${blocks.map((each) => `<p>${each}</p>`).join('')}</body></html>`;
const link = (href: string, words: string): string => `<a href="${href}">${words}</a>`;
const H_STOP = link(ROAD, 'Se désinscrire'),
  H_DATA = link(NOTICE, 'Vos données');
const PAIR = [
  { name: 'List-Unsubscribe', value: `<${ROAD}>, <${INBOX}>` },
  { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
];
const GOOD_TEXT = text(WHO, AD, WHY, STOP, DATA),
  GOOD_HTML = html(WHO, AD, WHY, H_STOP, H_DATA);
const MAIL: Fields = {
  from: { address: 'lettre@alba.example', name: 'Maison Alba' },
  subject: 'Les souliers sont là',
  text: GOOD_TEXT,
  html: GOOD_HTML,
  headers: PAIR,
};
const AGREED: Parts = { advertiser: ADVERTISER, acts: [consent(JUNE)] };
const CALLED = { form: { formId: 'news', version: '1' } };
type Case = readonly [name: string, outcome: string, primary: string, bytes: Fields, more?: Parts];

/** Worlds with bytes: a consent on record, all else in order. */
const decideBytes = (title: string, channel: string, key: string, cases: readonly Case[]): void => {
  for (const [name, outcome, primary, bytes, more = {}] of cases)
    it(`${title}: ${name}`, () => {
      const parts: Parts = {
        ...AGREED,
        ...(channel === 'email' ? {} : { addresses: PHONE, acts: [consent(JUNE, { channels: [channel], ...CALLED })] }),
        ...more,
        message: { channel, ...more.message, bytes: { [key]: bytes } },
      };
      const asked: World = { ...world(parts), links: LINKS };
      expect(opinion(asked)).toEqual({ outcome, primary });
    });
};
const OK = ['allow', 'OK_CONSENT'] as const,
  HIDDEN = ['refuse', 'ADVERTISER_HIDDEN'] as const,
  MISSING = ['refuse', 'OPPOSITION_MENTION_MISSING'] as const,
  DEAD = ['refuse', 'OPPOSITION_ROAD_NOT_WORKING'] as const,
  ASKED = ['review', 'OPPOSITION_ROAD_NOT_WORKING'] as const,
  DEAR = ['refuse', 'OPPOSITION_NOT_FREE'] as const,
  UNMARKED = ['refuse', 'AD_NOT_RECOGNISABLE'] as const,
  UNTOLD = ['refuse', 'PROCESSING_NOTICE_MISSING'] as const,
  SOURCELESS = ['refuse', 'SOURCE_MENTION_MISSING'] as const;
const sms = (words: string, senderId = 'ALBA'): Fields => ({ senderId, text: words });
const mail = (more: Fields): Fields => ({ ...MAIL, ...more });
const onlyText = (...lines: string[]): Fields => ({ ...mail({ text: text(...lines) }), html: undefined });
const onlyHtml = (...blocks: string[]): Fields => ({ ...mail({ html: html(...blocks) }), text: undefined });
const ENGLISH = [
  'Maison Alba, 1 rue de la Paix, Paris.',
  'This is a marketing e-mail.',
  'You are receiving this because you agreed to our offers on 1 June 2026.',
];

decideBytes('e-mail in order', 'email', 'email', [
  ['both parts, in French', ...OK, MAIL],
  ['the text alone', ...OK, onlyText(WHO, AD, WHY, STOP, DATA)],
  ['the HTML alone', ...OK, onlyHtml(WHO, AD, WHY, H_STOP, H_DATA)],
  ['in English, as text', ...OK, onlyText(...ENGLISH, `Unsubscribe: ${ROAD}`, `Privacy notice: ${NOTICE}`)],
  ['in English, as HTML', ...OK, onlyHtml(...ENGLISH, link(ROAD, 'Unsubscribe'), link(NOTICE, 'Privacy notice'))],
  ['a trade name suffices', ...OK, mail({ from: { address: 'lettre@alba.example', name: 'Alba Chaussures' } })],
  ['the mailbox in other letters', ...OK, mail({ from: { address: 'Lettre@Alba.example', name: 'MAISON ALBA' } })],
  ['bytes of another channel are not of this message', ...OK, MAIL, { message: { channel: 'email' } }],
]);
decideBytes('who writes', 'email', 'email', [
  ['no display name', ...OK, mail({ from: { address: 'lettre@alba.example' } })],
  ['another display name', ...HIDDEN, mail({ from: { address: 'lettre@alba.example', name: 'Votre mairie' } })],
  ['a mailbox that is not registered', ...HIDDEN, mail({ from: { address: 'x@other.example', name: 'Maison Alba' } })],
  ['not in the text', ...HIDDEN, mail({ text: text(AD, WHY, STOP, DATA) })],
  ['not in the HTML', ...HIDDEN, mail({ html: html(AD, WHY, H_STOP, H_DATA) })],
  ['in a comment alone', ...HIDDEN, mail({ html: html('<!-- Maison Alba -->', AD, WHY, H_STOP, H_DATA) })],
  ['in an attribute alone', ...HIDDEN, mail({ html: html('<img alt="Maison Alba">', AD, WHY, H_STOP, H_DATA) })],
  ['inside another word', ...HIDDEN, mail({ text: text('Remaison Albatros', AD, WHY, STOP, DATA) })],
  ['disowned', ...HIDDEN, mail({ text: text('Nous ne sommes pas Maison Alba.', AD, WHY, STOP, DATA) })],
  ['disowned in English', ...HIDDEN, mail({ text: text('Not sent by Maison Alba.', AD, WHY, STOP, DATA) })],
  ['not to be missed', ...OK, mail({ text: text('Ne manquez pas Maison Alba !', AD, WHY, STOP, DATA) })],
  ['by an address alone', ...HIDDEN, mail({ text: text('https://maison.alba/', AD, WHY, STOP, DATA) })],
  [
    'the setting is badly named, the bytes are not',
    ...OK,
    MAIL,
    { advertiser: with_({ senders: { email: [{ address: 'lettre@alba.example', name: 'Newsletter' }] } }) },
  ],
  [
    'a mailbox named in the message that is not registered',
    ...HIDDEN,
    MAIL,
    { message: { sender: 'x@other.example' } },
  ],
  [
    'a partner is named too',
    ...OK,
    mail({ text: text(WHO, 'Offre de Pavot SA.', AD, WHY, STOP, DATA), html: undefined }),
    partnerOffers(),
  ],
  ['a partner is not named', ...OK, MAIL, partnerOffers()],
]);
function partnerOffers(): Parts {
  const partner = { siren: '356000000', name: 'Pavot SA' };
  const form = {
    mode: 'web',
    wording: "J'accepte les offres de Pavot SA par e-mail",
    channels: [{ channel: 'email', words: 'par e-mail' }],
    mechanism: 'checkbox',
    defaultState: 'empty',
    purposes: ['partner-offers'],
    partnersNamed: [partner],
    notice: { version: '1', url: NOTICE },
    shown: { sha256: 'a'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Ada', approvedAt: '2020-01-01T09:00:00Z' },
  };
  return {
    forms: { news: form },
    acts: [consent(JUNE, { purpose: 'partner-offers' })],
    message: { purpose: 'partner-offers', partner },
  };
}
decideBytes('means to oppose in an e-mail', 'email', 'email', [
  ['none in the text', ...MISSING, mail({ text: text(WHO, AD, WHY, DATA) })],
  ['none in the HTML', ...MISSING, mail({ html: html(WHO, AD, WHY, H_DATA) })],
  ['words without a link', ...MISSING, mail({ html: html(WHO, AD, WHY, 'Se désinscrire', H_DATA) })],
  ['a link without words', ...MISSING, mail({ html: html(WHO, AD, WHY, link(ROAD, '<img src="x">'), H_DATA) })],
  [
    'a link without anything',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, `Se désinscrire ${link(ROAD, '')}`, H_DATA) }),
  ],
  [
    'a link on blanks',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, `Se désinscrire ${link(ROAD, ' &nbsp;&#8203;&zwnj;')}`, H_DATA) }),
  ],
  ['a link on an arrow', ...OK, mail({ html: html(WHO, AD, WHY, `Se désinscrire ${link(ROAD, '→')}`, H_DATA) })],
  [
    'a pixel that says it in an attribute',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, link(ROAD, '<img src="x" width="1" height="1" alt="Se désinscrire">'), H_DATA) }),
  ],
  [
    'the same by its style',
    ...MISSING,
    mail({
      html: html(WHO, AD, WHY, link(ROAD, '<img src="x" style="width:1px;height:1px" alt="Se désinscrire">'), H_DATA),
    }),
  ],
  [
    'a link without anything to another page in its sentence',
    ...OK,
    mail({
      html: html(
        WHO,
        AD,
        WHY,
        `${link(NOTICE, '')} Pour ne plus recevoir nos offres, ${link(ROAD, 'cliquez ici')}.`,
        H_DATA,
      ),
    }),
  ],
  [
    'an image that says it in an attribute',
    ...OK,
    mail({ html: html(WHO, AD, WHY, link(ROAD, '<img src="x" alt="Se désinscrire">'), H_DATA) }),
  ],
  [
    'hidden by display',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, `<span style="display:none">${H_STOP}</span>`, H_DATA) }),
  ],
  [
    'hidden by size',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, `<span style="font-size:0">${H_STOP}</span>`, H_DATA) }),
  ],
  [
    'white on white',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, `<a href="${ROAD}" style="color:#FFF">Se désinscrire</a>`, H_DATA) }),
  ],
  [
    'white on blue',
    ...OK,
    mail({
      html: html(
        WHO,
        AD,
        WHY,
        `<span style="background:#003"><a href="${ROAD}" style="color:#fff">Se désinscrire</a></span>`,
        H_DATA,
      ),
    }),
  ],
  [
    'hidden by a sheet',
    ...MISSING,
    mail({ html: html('<style>.s{display:none}</style>', WHO, AD, WHY, `<span class="s">${H_STOP}</span>`, H_DATA) }),
  ],
  [
    'a sheet for small screens hides nothing',
    ...OK,
    mail({
      html: html(
        '<style>@media(max-width:9px){.s{display:none}}</style>',
        WHO,
        AD,
        WHY,
        `<span class="s">${H_STOP}</span>`,
        H_DATA,
      ),
    }),
  ],
  ['in a comment', ...MISSING, mail({ html: html(WHO, AD, WHY, `<!-- ${H_STOP} -->`, H_DATA) })],
  [
    'words before a link that says nothing',
    ...OK,
    mail({ html: html(WHO, AD, WHY, `Pour ne plus recevoir nos offres, ${link(ROAD, 'cliquez ici')}.`, H_DATA) }),
  ],
  [
    'words after it',
    ...OK,
    mail({ html: html(WHO, AD, WHY, `${link(ROAD, 'Click here')} to stop receiving our offers.`, H_DATA) }),
  ],
  [
    'a question in the line before',
    ...OK,
    onlyText(WHO, AD, WHY, `Vous ne souhaitez plus recevoir nos offres ?\n${ROAD}`, DATA),
  ],
  [
    'a link of ours under other words',
    ...MISSING,
    mail({ html: html(WHO, AD, WHY, link(ROAD, 'Voir les souliers'), H_DATA) }),
  ],
  [
    'it is said to be impossible',
    ...MISSING,
    onlyText(WHO, AD, WHY, `Il est impossible de se désinscrire à ${ROAD}`, DATA),
  ],
  ['it is said not to be', ...MISSING, onlyText(WHO, AD, WHY, `No unsubscribe: ${ROAD}`, DATA)],
  [
    'it is said not to be possible by one means',
    ...OK,
    onlyText(WHO, AD, WHY, `Vous ne pouvez pas vous désabonner par téléphone, suivez ce lien : ${ROAD}`, DATA),
  ],
  ['the right to oppose', ...OK, onlyText(WHO, AD, WHY, `Vous pouvez vous opposer à la prospection : ${ROAD}`, DATA)],
  ['a mailbox of ours', ...OK, onlyText(WHO, AD, WHY, `To unsubscribe, write to o+claire@stop.example`, DATA)],
  [
    'the inbox of the advertiser',
    ...OK,
    onlyText(WHO, AD, WHY, 'Désinscription : stop@alba.example', DATA),
    { advertiser: with_({ oppositionInbox: 'Stop@alba.example' }) },
  ],
  ['a mailbox that is only read', ...ASKED, onlyText(WHO, AD, WHY, 'Désinscription : bonjour@alba.example', DATA)],
  ['a page that is not ours', ...ASKED, onlyText(WHO, AD, WHY, 'Se désinscrire : https://alba.example/bye', DATA)],
  ['a page made for somebody else', ...DEAD, onlyText(WHO, AD, WHY, `Unsubscribe: ${OTHERS}`, DATA)],
  ['a page made for nobody', ...DEAD, onlyHtml(WHO, AD, WHY, link(NOBODY, 'Unsubscribe'), H_DATA)],
  ['nowhere', ...MISSING, onlyHtml(WHO, AD, WHY, link('#', 'Se désabonner'), H_DATA)],
  [
    'a dead one beside ours',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, link('https://tool.example/u/1', 'Se désabonner'), H_DATA),
  ],
  [
    'a page about rights beside ours',
    ...OK,
    onlyText(WHO, AD, WHY, STOP, `Vos droits (accès, opposition) : https://alba.example/droits`, DATA),
  ],
  [
    'a mark of a tool, beside ours and before the notice',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, `${link(TOOL, '»')} pour vous désabonner, ${link(NOTICE, 'Vos données')}`, H_DATA),
  ],
  [
    'a mark of a tool that a sentence follows',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, `${link(TOOL, '→')} Pour ne plus recevoir nos offres`, H_DATA),
  ],
  [
    'a mark of a tool after the words',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, `Se désabonner ${link(TOOL, '➡️')}<br>Nos nouveautés`, H_DATA),
  ],
  [
    'a mark of a tool on the line after the words',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, `Pour vous désabonner :<br>${link(TOOL, '👉')}`, H_DATA),
  ],
  [
    'a mark said of what is before it',
    ...OK,
    onlyHtml(WHO, AD, WHY, `Nos nouveautés ${link(SHOP, '→')}<br>Pour vous désabonner : ${link(ROAD, 'ici')}`, H_DATA),
  ],
  [
    'a mark said of what is before it, whatever follows',
    ...OK,
    onlyHtml(
      WHO,
      AD,
      WHY,
      `Vos données ${link(NOTICE, '→')} pour ne plus recevoir nos offres, ${link(ROAD, 'cliquez ici')}`,
      H_DATA,
    ),
  ],
  [
    'a mark on the line after',
    ...OK,
    onlyHtml(
      WHO,
      AD,
      WHY,
      `Pour ne plus recevoir nos offres, ${link(ROAD, 'cliquez ici')}<br>Nos nouveautés ${link(SHOP, '→')}`,
      H_DATA,
    ),
  ],
  [
    'a mark of a shop in a column of its own',
    ...OK,
    onlyHtml(
      WHO,
      AD,
      WHY,
      `Pour ne plus recevoir nos messages, suivez le lien | Nous trouver ${link(SHOP, '→')}<br>Pour vous désabonner : ${link(ROAD, 'ici')}`,
      H_DATA,
    ),
  ],
  [
    'a mark of a tool in a column that says nothing else',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, `Nous trouver | Pour ne plus recevoir nos messages | ${link(TOOL, '→')}`, H_DATA),
  ],
  [
    'a mark before words on the line after',
    ...OK,
    onlyHtml(
      WHO,
      AD,
      WHY,
      H_STOP,
      `Pour ne plus recevoir nos offres, suivez le lien<br>${link(SHOP, '→')} Nos nouveautés`,
      H_DATA,
    ),
  ],
  [
    'a mark before words that lead to ours',
    ...OK,
    onlyHtml(
      WHO,
      AD,
      WHY,
      `${link(SHOP, '»')} Pour ne plus recevoir nos offres, ${link(ROAD, 'cliquez ici')}.`,
      H_DATA,
    ),
  ],
  [
    'a way that its own column denies, behind one that promises',
    ...MISSING,
    onlyHtml(
      WHO,
      AD,
      WHY,
      `Pour ne plus recevoir nos messages, suivez le lien | No unsubscribe ${link(ROAD, 'ici')} | Maison Alba`,
      H_DATA,
    ),
  ],
  [
    'a way whose column says it, behind another column',
    ...OK,
    onlyHtml(WHO, AD, WHY, `Maison Alba | Pour vous désabonner, c’est ${link(ROAD, 'ici')} | Nos magasins`, H_DATA),
  ],
  [
    'a tool beside ours, marks around its words',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, `Pour vous désabonner, ${link(TOOL, '→ cliquez&nbsp;ici ←')}`, H_DATA),
  ],
  [
    'a tool beside ours, marks around a promise',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, link(TOOL, '👉 Se désabonner'), H_DATA),
  ],
  [
    'a part of a picture, beside ours',
    ...ASKED,
    onlyHtml(
      WHO,
      AD,
      WHY,
      H_STOP,
      `<img src="x" usemap="#m"><map name="m"><area href="${TOOL}" alt="Se désabonner"></map>`,
      H_DATA,
    ),
  ],
  [
    'a part of a picture that is a shop',
    ...OK,
    onlyHtml(
      WHO,
      AD,
      WHY,
      H_STOP,
      `Pour ne plus recevoir nos offres, suivez le lien <map name="m"><area href="${SHOP}" alt=""></map>`,
      H_DATA,
    ),
  ],
  [
    'a part of a picture of a tool, alone',
    ...MISSING,
    onlyHtml(
      WHO,
      AD,
      WHY,
      `<img src="x" usemap="#m"><map name="m"><area href="${TOOL}" alt="Se désabonner"></map>`,
      H_DATA,
    ),
  ],
  [
    'words of a tool that Outlook alone shows, beside ours',
    ...ASKED,
    onlyHtml(WHO, AD, WHY, H_STOP, link(TOOL, '<!--[if mso]>Se désabonner<![endif]-->'), H_DATA),
  ],
  [
    'a shop that Outlook alone shows',
    ...OK,
    onlyHtml(WHO, AD, WHY, H_STOP, link(SHOP, '<!--[if mso]>Nos souliers<![endif]-->'), H_DATA),
  ],
  ['a filler', ...MISSING, onlyHtml(WHO, AD, WHY, `Se désabonner ${link(ROAD, '&#12644;&#65440;&#65039;')}`, H_DATA)],
  [
    'a picture of width:0.5px',
    ...MISSING,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="width:0.5px" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture of width:0%;height:0em',
    ...MISSING,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="width:0%;height:0em" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture of max-height:0',
    ...MISSING,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="max-height:0" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture of max-width:1px;min-width:0',
    ...MISSING,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="max-width:1px;min-width:0" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture of width:1px;min-width:100%',
    ...OK,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="width:1px;min-width:100%" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture of max-width:600px;height:1em',
    ...OK,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="max-width:600px;height:1em" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture of width:0.9em',
    ...OK,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" style="width:0.9em" alt="Se désabonner">'), H_DATA),
  ],
  [
    'a picture whose style says more than its attribute',
    ...OK,
    onlyHtml(WHO, AD, WHY, link(ROAD, '<img src="x" width="1" style="width:99px" alt="Se désabonner">'), H_DATA),
  ],
  ['no header', ...OK, mail({ headers: [] })],
  ['no one-click header', ...OK, mail({ headers: PAIR.slice(0, 1) })],
  [
    'a header for somebody else',
    ...DEAD,
    mail({ headers: [{ name: 'List-Unsubscribe', value: `<${OTHERS}>` }, PAIR[1]] }),
  ],
  ['a header twice', ...OK, mail({ headers: [...PAIR, PAIR[0]] })],
  ['a header without https', ...OK, mail({ headers: [{ name: 'List-Unsubscribe', value: `<${INBOX}>` }, PAIR[1]] })],
  ['another header value', ...OK, mail({ headers: [PAIR[0], { name: 'List-Unsubscribe-Post', value: 'yes' }] })],
  [
    'header names in other letters',
    ...OK,
    mail({ headers: PAIR.map(({ name, value }) => ({ name: name.toUpperCase(), value })) }),
  ],
  [
    'a premium number beside it',
    ...DEAR,
    onlyText(WHO, AD, WHY, STOP, 'Pour vous désinscrire par téléphone, appelez le 0 899 00 01 23.', DATA),
  ],
  [
    'a normal number beside it',
    ...OK,
    onlyText(
      WHO,
      AD,
      WHY,
      STOP,
      'Pour vous désinscrire par téléphone, appelez le 01 99 00 01 23 (appel non surtaxé).',
      DATA,
    ),
  ],
  ['a price for it', ...DEAR, onlyText(WHO, AD, WHY, STOP, 'To opt out by phone, call us (0.50 €/min).', DATA)],
  ['a price of the goods', ...OK, onlyText(WHO, AD, WHY, 'Les lacets à 0,50 € par paire.', STOP, DATA)],
]);
/** An HTML part whose means to oppose are these. */
const seen = (means: string, head = ''): Fields => mail({ html: html(head, WHO, AD, WHY, means, H_DATA) });
const styled = (style: string): Fields => seen(`<a href="${ROAD}" style="${style}">Se désinscrire</a>`);
decideBytes('what a reader sees', 'email', 'email', [
  ['nearly white on white', ...MISSING, styled('color:#fafafa')],
  ['grey on white', ...OK, styled('color:#888')],
  ['that cannot be pressed', ...MISSING, styled('pointer-events:none')],
  ['faint', ...MISSING, seen(`<span style="opacity:.01">${H_STOP}</span>`)],
  ['far outside', ...MISSING, seen(`<div style="position:absolute;left:-9999px">${H_STOP}</div>`)],
  ['of no height', ...MISSING, seen(`<div style="max-height:0;overflow:hidden">${H_STOP}</div>`)],
  ['of no height, and not cut off', ...OK, seen(`<div style="max-height:0">${H_STOP}</div>`)],
  ['small letters', ...OK, seen(`<small style="font-size:8px">${H_STOP}</small>`)],
  ['behind an open comment', ...MISSING, seen(`<!-- ${H_STOP}`)],
  ['for one mail program alone', ...MISSING, seen(`<!--[if mso]>${H_STOP}<![endif]-->`)],
  [
    'important over hidden',
    ...OK,
    seen(`<i id="s" style="display:none">${H_STOP}</i>`, '<style>#s{display:inline !important}</style>'),
  ],
  [
    'in a table',
    ...OK,
    seen(`<table><tr><td>Pour vous désinscrire :</td><td>${link(ROAD, 'cliquez ici')}</td></tr></table>`),
  ],
  [
    'said of another link',
    ...MISSING,
    seen(`${link(ROAD, 'Ici')} les souliers. Pour ne plus recevoir nos offres, écrivez-nous.`),
  ],
  ['in a hidden part of a seen link', ...MISSING, seen(link(ROAD, '<b hidden>Se désinscrire</b>Les souliers'))],
]);
decideBytes('what is beside the means', 'email', 'email', [
  ['a mailbox that is read', ...OK, onlyText(WHO, AD, WHY, STOP, 'Désinscription aussi à bonjour@alba.example', DATA)],
  [
    'the notice speaks of the right',
    ...MISSING,
    onlyText(WHO, AD, WHY, `Vos droits, dont celui d'opposition : ${NOTICE}`),
  ],
  [
    'a link with other words',
    ...MISSING,
    seen(`Pour ne plus recevoir nos offres : ${link(ROAD, 'Voir les souliers')}`),
  ],
]);
decideBytes('another sender than the one named', 'sms', 'sms', [
  [
    'in the bytes',
    'refuse',
    'SENDER_ID_INVALID',
    sms('Maison Alba : -20 %. STOP au 36180', 'ROSE'),
    { message: { sender: 'ALBA' } },
  ],
  [
    'in the message',
    'refuse',
    'SENDER_ID_INVALID',
    sms('Maison Alba : -20 %. STOP au 36180'),
    { message: { sender: 'ROSE' } },
  ],
]);
const decidedOn = (means: string, said: string): Parts => ({
  decisions: [decision(`opposition-means:${means}`, { decision: said })],
});
decideBytes('means that are not ours', 'email', 'email', [
  [
    'allowed by a human',
    ...OK,
    onlyText(WHO, AD, WHY, 'Se désinscrire : https://alba.example/bye', DATA),
    decidedOn('alba.example', 'allowed'),
  ],
  [
    'refused by a human',
    ...DEAD,
    onlyText(WHO, AD, WHY, 'Se désinscrire : https://alba.example/bye', DATA),
    decidedOn('alba.example', 'refused'),
  ],
  [
    'another host is allowed',
    ...ASKED,
    onlyText(WHO, AD, WHY, 'Se désinscrire : https://alba.example/bye', DATA),
    decidedOn('beta.example', 'allowed'),
  ],
  ['a header for others', ...ASKED, mail({ headers: [{ name: 'List-Unsubscribe', value: '<https://x.example/u>' }] })],
]);
decideBytes('recognised as advertising', 'email', 'email', [
  ['not said', ...UNMARKED, onlyText(WHO, WHY, STOP, DATA)],
  ['not said in the HTML', ...UNMARKED, mail({ html: html(WHO, WHY, H_STOP, H_DATA) })],
  ['said in the subject', ...OK, { ...onlyText(WHO, WHY, STOP, DATA), subject: '[Publicité] Les souliers' }],
  ['denied', ...UNMARKED, onlyText(WHO, "Ceci n'est pas une publicité.", WHY, STOP, DATA)],
  ['denied by a "ni"', ...UNMARKED, onlyText(WHO, 'Ni publicité, ni prospection.', WHY, STOP, DATA)],
  ['taken for granted', ...OK, onlyText(WHO, 'Merci de ne pas répondre à ce message publicitaire.', WHY, STOP, DATA)],
  ['the same in English', ...OK, onlyText(WHO, 'Do not reply to this marketing email.', WHY, STOP, DATA)],
  ['denied in English', ...UNMARKED, onlyText(WHO, 'This is not an advertisement.', WHY, STOP, DATA)],
  [
    'said in the same line, after a link by which one receives no more',
    ...OK,
    onlyText(WHO, WHY, DATA, `Ne plus recevoir ces messages <${ROAD}> Courriel publicitaire`),
  ],
  [
    'the same in HTML',
    ...OK,
    onlyHtml(WHO, WHY, H_DATA, `${link(ROAD, 'Ne plus recevoir ces messages')} Courriel publicitaire`),
  ],
  ['denied around a link', ...UNMARKED, onlyText(WHO, `Ceci n'est pas ${NOTICE} une publicité.`, WHY, STOP, DATA)],
  ['an offer of business', ...OK, onlyText(WHO, 'Offre commerciale de Maison Alba.', WHY, STOP, DATA)],
  ['a promotional code says nothing', ...UNMARKED, onlyText(WHO, 'Votre code promotionnel : ALBA20', WHY, STOP, DATA)],
  ['hidden', ...UNMARKED, onlyHtml(WHO, `<span style="opacity:0">${AD}</span>`, WHY, H_STOP, H_DATA)],
]);
decideBytes('notice', 'email', 'email', [
  ['no link in the text', ...UNTOLD, mail({ text: text(WHO, AD, WHY, STOP) })],
  ['no link in the HTML', ...UNTOLD, mail({ html: html(WHO, AD, WHY, H_STOP) })],
  ['a link without anything in the HTML', ...UNTOLD, mail({ html: html(WHO, AD, WHY, H_STOP, link(NOTICE, '')) })],
  [
    'a link on blanks in the HTML',
    ...UNTOLD,
    mail({ html: html(WHO, AD, WHY, H_STOP, link(NOTICE, '&#8203;&nbsp;')) }),
  ],
  [
    'an image nobody describes in the HTML',
    ...UNTOLD,
    mail({ html: html(WHO, AD, WHY, H_STOP, link(NOTICE, '<img src="x">')) }),
  ],
  ['another page', ...UNTOLD, onlyText(WHO, AD, WHY, STOP, 'Vos données : https://alba.example/cgv')],
  ['the page with a statistics mark', ...OK, onlyText(WHO, AD, WHY, STOP, `${DATA}?utm_source=lettre`)],
  ['why is not said', ...UNTOLD, onlyText(WHO, AD, STOP, DATA)],
  [
    'that it is received says not why',
    ...UNTOLD,
    onlyText(WHO, AD, 'Vous recevez ce message de Maison Alba.', STOP, DATA),
  ],
  ['why, in English', ...OK, onlyText(WHO, AD, 'You signed up at our shop on 1 June 2026.', STOP, DATA)],
]);
decideBytes('subject', 'email', 'email', [
  ['a false answer', 'refuse', 'SUBJECT_FAKE_REPLY', mail({ subject: 'RE: votre dossier' })],
  ['an empty one', 'refuse', 'SUBJECT_UNRELATED', mail({ subject: ' ' })],
  ['a colon is no answer', ...OK, mail({ subject: 'Reprise : les souliers' })],
]);

const partner = { siren: '443061841', name: 'Compar Jeux' };
const BOUGHT: Parts = {
  forms: {
    news: {
      ...(partnerOffers().forms?.news ?? {}),
      purposes: ['own-offers'],
      partnersNamed: [{ siren: '732829320', name: 'Maison Alba' }],
    },
  },
  acts: [consent(JUNE, { collector: partner, proof: PROOF })],
};
const FROM = 'Vos coordonnées nous ont été transmises par Compar Jeux.';
const BUYER = (kind: string): Parts => ({
  addresses: [{ email: 'paul@usine.example' }],
  acts: [
    contact(JUNE, {
      kind: 'professional',
      profession: {
        function: 'buyer',
        rationale: 'r',
        source: { kind, reference: 'site', collectedAt: JUNE },
        noticeGivenAt: JUNE,
        refusalOfferedAt: JUNE,
      },
    }),
  ],
  message: { offerCategory: 'software' },
});
const B2B = ['allow', 'OK_B2B_INTEREST'] as const;
decideBytes('source', 'email', 'email', [
  ['a partner, not said', ...SOURCELESS, onlyText(WHO, AD, WHY, STOP, DATA), BOUGHT],
  ['a partner, said', ...OK, onlyText(WHO, AD, WHY, FROM, STOP, DATA), BOUGHT],
  [
    'in English',
    ...OK,
    onlyText(WHO, AD, WHY, 'Your details were passed on to us by Compar Jeux.', STOP, DATA),
    BOUGHT,
  ],
  ['in one part alone', ...SOURCELESS, mail({ text: text(WHO, AD, WHY, FROM, STOP, DATA) }), BOUGHT],
  [
    'another one is named',
    ...SOURCELESS,
    onlyText(WHO, AD, WHY, FROM.replace('Compar Jeux', 'un ami'), STOP, DATA),
    BOUGHT,
  ],
  [
    'ourselves',
    ...SOURCELESS,
    onlyText(WHO, AD, WHY, 'Données collectées par Maison Alba (Compar Jeux).', STOP, DATA),
    BOUGHT,
  ],
  ['a later message', ...OK, MAIL, { ...BOUGHT, sent: [{ channel: 'email', at: '2026-09-01T10:00:00Z' }] }],
  ['a professional, public source', ...SOURCELESS, onlyText(WHO, AD, WHY, STOP, DATA), BUYER('public-source')],
  [
    'said',
    ...B2B,
    onlyText(WHO, AD, WHY, 'Adresse trouvée sur le site de votre entreprise.', STOP, DATA),
    BUYER('public-source'),
  ],
  [
    'said, and not why',
    ...UNTOLD,
    onlyText(WHO, AD, 'Adresse trouvée sur le site de votre entreprise.', STOP, DATA),
    BUYER('public-source'),
  ],
  [
    'another one than is recorded',
    ...SOURCELESS,
    onlyText(WHO, AD, WHY, 'Adresse trouvée dans un annuaire.', STOP, DATA),
    BUYER('public-source'),
  ],
  ['from the person', ...B2B, MAIL, BUYER('data-subject')],
  [
    'denied',
    ...SOURCELESS,
    onlyText(WHO, AD, WHY, "Vos données ne proviennent pas d'un annuaire.", STOP, DATA),
    BUYER('public-source'),
  ],
  [
    'said in the same line, after a link by which one receives no more',
    ...B2B,
    onlyText(WHO, AD, WHY, DATA, `Ne plus recevoir ces messages <${ROAD}> Adresse trouvée sur le site.`),
    BUYER('public-source'),
  ],
  [
    'denied around a link',
    ...SOURCELESS,
    onlyText(WHO, AD, WHY, STOP, DATA, `Votre adresse ne provient pas ${NOTICE} du site.`),
    BUYER('public-source'),
  ],
]);

for (const channel of ['sms', 'mms'])
  decideBytes(channel, channel, channel, [
    ['in order', ...OK, sms('Maison Alba : -20 % sur les souliers. STOP au 36180')],
    ['in English', ...OK, sms('MAISON ALBA: 20% off all shoes. Text STOP to 36180')],
    ['the code first', ...OK, sms('Maison Alba : -20 %. Au 36180 envoyez STOP')],
    ['no name', ...HIDDEN, sms('-20 % sur les souliers. STOP au 36180')],
    ['the name late', ...OK, sms('Bonne nouvelle ! -20 % chez Maison Alba. STOP au 36180')],
    ['the name in signs', ...OK, sms('[Maison Alba] -20 %. STOP au 36180')],
    ['no STOP', ...MISSING, sms('Maison Alba : -20 % sur les souliers.')],
    ['open non-stop', ...MISSING, sms('Maison Alba : ouvert non-stop 36180 heures par an !')],
    [
      'four messages long',
      ...(channel === 'sms' ? MISSING : OK),
      sms(`Maison Alba : ${'les souliers sont beaux et solides, '.repeat(13)}STOP au 36180`),
    ],
    ['STOP without a number', ...MISSING, sms('Maison Alba : -20 %. STOP')],
    ['an answer to letters', ...MISSING, sms('Maison Alba : -20 %. Répondez STOP')],
    ['an answer to a code', ...OK, sms('Maison Alba : -20 %. Répondez STOP', '36180')],
    [
      'an answer to an ordinary number of nobody',
      'refuse',
      'SENDER_ID_INVALID',
      sms('Maison Alba : -20 %. Répondez STOP', '0639980011'),
    ],
    ['an answer to a number that costs more', ...DEAR, sms('Maison Alba : -20 %. Répondez STOP', '0899980011')],
    ['an answer to a code that costs more', ...DEAR, sms('Maison Alba : -20 %. Répondez STOP', '81234')],
    ['STOP to prices', ...MISSING, sms('Maison Alba : stop aux prix ! -20 % sur 12000 articles')],
    ['the code of another sender', ...ASKED, sms('Maison Alba : -20 %. STOP au 36275')],
    ['the code of nobody', ...ASKED, sms('Maison Alba : -20 %. STOP 36999')],
    ['its own code', ...OK, sms('Maison Alba : -20 %. STOP au 36275', 'ALBAPRO')],
    ['the code in the next line', ...OK, sms('Maison Alba : -20 %. STOP au\n36180')],
    ['a long number', ...OK, sms('Maison Alba : -20 %. STOP au 09 39 98 00 11', 'ALBALONG')],
    ['a price beside that of the text', ...DEAR, sms('Maison Alba : -20 %. STOP au 36180 (prix SMS + 0,35 €)')],
    ['the price of the text', ...OK, sms('Maison Alba : -20 %. STOP au 36180 (prix SMS)')],
    ['a price for STOP', ...DEAR, sms('Maison Alba : -20 %. STOP au 36180 (0,35 EUR/SMS)')],
    ['at the normal rate', ...OK, sms("Maison Alba : -20 %. STOP au 36180 (prix d'un SMS)")],
    ['surcharged', ...DEAR, sms('Maison Alba : -20 %. STOP au 36180, SMS surtaxé')],
    ['not surcharged', ...OK, sms('Maison Alba : -20 %. STOP au 36180, SMS non surtaxé')],
    ['a dear code', ...DEAR, sms('Maison Alba : -20 %. STOP au 81234', 'ALBADEAR')],
    ['a price of the goods', ...OK, sms('Maison Alba : lacets à 3 EUR la paire. STOP au 36180')],
    ['an unknown sender', 'refuse', 'SENDER_ID_INVALID', sms('Maison Alba : -20 %. STOP au 36180', 'ROSE')],
    ['our link alone', ...MISSING, sms(`Maison Alba : -20 %. Ne plus recevoir : ${ROAD}`)],
    [
      'our link alone, by a recorded reading',
      ...OK,
      sms(`Maison Alba : -20 %. Ne plus recevoir : ${ROAD}`),
      { advertiser: with_(reading('link-only-opposition-in-sms')) },
    ],
    [
      "another's link, by that reading",
      ...DEAD,
      sms(`Maison Alba : -20 %. Ne plus recevoir : ${OTHERS}`),
      { advertiser: with_(reading('link-only-opposition-in-sms')) },
    ],
    ['our link beside', ...OK, sms(`Maison Alba : -20 %. Unsubscribe: ${ROAD} or STOP 36180`)],
    ['a dead link beside', ...ASKED, sms('Maison Alba : -20 %. Se désabonner : https://x.example/u. STOP 36180')],
    ['a link to the shop', ...OK, sms('Maison Alba : -20 % https://alba.example/s STOP au 36180')],
    ['a partner, not said', ...SOURCELESS, sms('Maison Alba : -20 %. STOP au 36180'), texted(channel)],
    [
      'a partner, said',
      ...OK,
      sms('Maison Alba : -20 %. Numéro fourni par Compar Jeux. STOP au 36180'),
      texted(channel),
    ],
  ]);
function texted(channel: string): Parts {
  return {
    forms: {
      news: {
        ...BOUGHT.forms?.news,
        wording: "J'accepte les offres par SMS et par MMS",
        channels: [{ channel, words: `par ${channel.toUpperCase()}` }],
      },
    },
    acts: [consent(JUNE, { channels: [channel], collector: partner, proof: PROOF })],
  };
}

const call = (script: string, callerId = '+33162000123'): Fields => ({ callerId, script });
const HELLO = 'Bonjour, ici Maison Alba, appel publicitaire.';
decideBytes('call', 'automated-call', 'automatedCall', [
  ['a key', ...OK, call(`${HELLO} Pour ne plus être appelé, appuyez sur la touche 9. Les souliers sont à -20 %.`)],
  ['in English', ...OK, call('Hello, this is Maison Alba. Press 9 to stop receiving our calls. Shoes are 20% off.')],
  [
    'in SSML',
    ...OK,
    call(
      `<speak><p>Appel commercial de <emphasis>Maison Alba</emphasis>.</p><break time="1s"/><p>Pour vous opposer, tapez <say-as interpret-as="digits">9</say-as>.</p></speak>`,
    ),
  ],
  ['a number', ...OK, call(`${HELLO} Pour ne plus recevoir nos appels, composez le 0 800 000 123, gratuit.`)],
  ['a key or a number', ...OK, call(`${HELLO} Pour ne plus être appelé, tapez 9 ou appelez le 0800 000 123.`)],
  [
    'another key for another aim',
    ...OK,
    call(`${HELLO} Pour un conseiller, tapez 1, pour ne plus être appelé, tapez 9.`),
  ],
  [
    'a pause before the key',
    ...OK,
    call('<speak>Ici Maison Alba, publicité. Pour ne plus être appelé<break time="1s"/>tapez 9.</speak>'),
  ],
  ['a number after a colon', ...OK, call(`${HELLO} Pour vous opposer, un numéro gratuit : 0 800 000 123.`)],
  ['out of the list', ...OK, call(`${HELLO} Pour être retiré de nos fichiers, appuyez sur étoile.`)],
  ['a question', ...OK, call(`${HELLO} Vous ne souhaitez plus être appelé ? Tapez 9.`)],
  ['no name', ...HIDDEN, call('Bonjour. Pour ne plus être appelé, appuyez sur 9.')],
  [
    'the name late',
    ...HIDDEN,
    call(`Bonjour. ${'Les souliers sont beaux et solides. '.repeat(9)} Maison Alba. Pour vous opposer, tapez 9.`),
  ],
  [
    'the name silent',
    ...HIDDEN,
    call('<speak><prosody volume="silent">Maison Alba</prosody> Pour vous opposer, tapez 9.</speak>'),
  ],
  ['nothing that says that it sells', ...UNMARKED, call('Bonjour, ici Maison Alba. Pour vous opposer, tapez 9.')],
  [
    'it says that it is none',
    ...UNMARKED,
    call('Ici Maison Alba. Cet appel n’est pas publicitaire. Pour vous opposer, tapez 9.'),
  ],
  [
    'an offer to refuse offers',
    ...OK,
    call('Ici Maison Alba. Pour ne plus recevoir nos offres par téléphone, tapez 9.'),
  ],
  ['a percentage', ...OK, call('Ici Maison Alba. Les souliers sont à -20 %. Pour vous opposer, tapez 9.')],
  [
    'a price alone, which somebody may owe',
    ...UNMARKED,
    call('Ici Maison Alba, pour 49 euros. Pour vous opposer, tapez 9.'),
  ],
  [
    'that it sells, said late',
    ...UNMARKED,
    call(
      `Ici Maison Alba. Pour vous opposer, tapez 9. ${'Les souliers sont beaux et solides. '.repeat(9)} Ceci est une publicité de Maison Alba. Pour vous opposer, tapez 9.`,
    ),
  ],
  ['no means', ...MISSING, call(`${HELLO} Les souliers sont à -20 %.`)],
  ['a key for an adviser alone', ...MISSING, call(`${HELLO} Pour un conseiller, tapez 1.`)],
  ['a link', ...MISSING, call(`${HELLO} Pour vous opposer, allez sur ${ROAD}`)],
  ['a key that nobody hears', ...DEAD, call(`${HELLO} Pour ne plus être appelé, appuyez sur 9.`, '+33162000124')],
  ['a number that nobody hears', ...ASKED, call(`${HELLO} To opt out, call 01 99 00 01 23.`)],
  [
    'a key nobody hears beside the number',
    ...DEAD,
    call(`${HELLO} Pour vous opposer, tapez 9 ou appelez le 0800000123.`, '+33162000124'),
  ],
  ['by voice', ...DEAD, call(`${HELLO} Pour ne plus être appelé, dites stop.`)],
  ['a premium number', ...DEAR, call(`${HELLO} Pour vous opposer, appelez le 0 899 000 123.`, '+33162000125')],
  ['a short number of unknown price', ...DEAR, call(`${HELLO} Pour vous opposer, appelez le 36 40.`, '+33162000126')],
  [
    'a short number said to be free',
    ...DEAR,
    call(`${HELLO} Pour vous opposer, appelez le 36 40, appel gratuit.`, '+33162000126'),
  ],
  ['a number that is not registered', ...HIDDEN, call(`${HELLO} Pour vous opposer, tapez 9.`, '+33162000999')],
  ['a mobile number', ...HIDDEN, call(`${HELLO} Pour vous opposer, tapez 9.`, '+33639980001')],
]);

const templated = (klass: string): Parts => ({
  templates: { t: { class: klass, category: 'order', reason: 'order' } },
  decisions: [decision('template:t@1', { decision: 'allowed' })],
  message: { template: { templateId: 't', version: '1' }, reference: 'r1' },
});
const OWED = ['allow', 'NOT_PROSPECTING_TRANSACTIONAL'] as const,
  RELATED = ['allow', 'NOT_PROSPECTING_RELATIONAL'] as const,
  UNREFUSABLE = ['refuse', 'RELATIONAL_REFUSAL_MISSING'] as const;
const bare = mail({ text: text(WHO), html: undefined, headers: [] });
decideBytes('other messages', 'email', 'email', [
  ['an order: identity suffices', ...OWED, bare, templated('transactional')],
  ['an order without a name', ...HIDDEN, mail({ text: text('Merci.'), html: undefined }), templated('transactional')],
  [
    'an order in another name',
    ...HIDDEN,
    mail({ from: { address: 'x@other.example', name: 'X' } }),
    templated('transactional'),
  ],
  ['a review: no refusal', ...UNREFUSABLE, bare, templated('relational')],
  ['a review: in one part alone', ...UNREFUSABLE, mail({ html: html(WHO) }), templated('relational')],
  [
    'a review: refusal without header, notice or ad',
    ...RELATED,
    mail({ text: text(WHO, STOP), html: undefined, headers: [] }),
    templated('relational'),
  ],
  [
    "a review: somebody else's link",
    ...UNREFUSABLE,
    onlyText(WHO, `Se désinscrire : ${OTHERS}`),
    templated('relational'),
  ],
  [
    'a review: at a price',
    ...UNREFUSABLE,
    onlyText(WHO, STOP, 'Se désabonner : appel surtaxé.'),
    templated('relational'),
  ],
]);
const RENEWAL: Parts = {
  templates: { t: { class: 'renewal-request', category: 'stay' } },
  acts: [consent('2023-12-01T10:00:00Z')],
  message: { template: { templateId: 't', version: '1' } },
};
decideBytes('a renewal request', 'email', 'email', [
  ['without a mark of advertising', ...UNMARKED, onlyText(WHO, WHY, STOP, DATA), RENEWAL],
  ['without means', ...MISSING, onlyText(WHO, WHY, DATA), RENEWAL],
]);
decideBytes('other texts', 'sms', 'sms', [
  ['an order', ...OWED, sms('Maison Alba : votre colis arrive.'), templated('transactional')],
  ['an order without a name', ...HIDDEN, sms('Votre colis arrive.'), templated('transactional')],
  ['a review: no refusal', ...UNREFUSABLE, sms('Maison Alba : votre avis ?'), templated('relational')],
  ['a review: STOP', ...RELATED, sms('Maison Alba : votre avis ? STOP au 36180'), templated('relational')],
  [
    'a review: our link',
    ...UNREFUSABLE,
    sms(`Maison Alba : votre avis ? Ne plus recevoir : ${ROAD}`),
    templated('relational'),
  ],
]);
decideBytes('other calls', 'automated-call', 'automatedCall', [
  ['a review: no refusal', ...UNREFUSABLE, call(`${HELLO} Votre avis ?`), templated('relational')],
  ['a review: a key', ...RELATED, call(`${HELLO} Pour ne plus être appelé, tapez 9.`), templated('relational')],
]);

const AS_BEFORE: readonly Example[] = [
  ['no bytes: nothing is read from them', ...OK, AGREED],
  ['bytes of another channel', ...OK, { ...AGREED, message: { bytes: { sms: sms('x') } } }],
  [
    'no basis: that comes first',
    'refuse',
    'CONSENT_MISSING',
    { advertiser: ADVERTISER, message: { bytes: { email: mail({ headers: [] }) } } },
  ],
];
decide('bytes: as before', AS_BEFORE);
