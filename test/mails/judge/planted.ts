/** How the address of the opposition page begins, in these mails. */
export const LEADS_TO = 'https://oppositions.example.fr/o/';
const LINK = `${LEADS_TO}1.AbCdEf`;
const ANCHOR = `<a href="${LINK}">Ne plus recevoir ces messages</a>`;

interface Parts {
  readonly css?: string;
  readonly style?: string;
  readonly link?: string;
  readonly body?: string;
  /** What stands before and after the block of the link. */
  readonly before?: string;
  readonly after?: string;
}

/** A mail of some screens' length, with a link at its end. */
const mail = ({ css = '', style = '', link = ANCHOR, body = '', before = '', after = '' }: Parts): string =>
  `<!doctype html><html><head><style>${css}</style></head><body style="margin:0;${body}">
<h1>Novembre</h1>${'<p>Trois vins à découvrir ce mois-ci, et un dîner.</p>'.repeat(30)}${before}
<div id="block" style="font:14px sans-serif;${style}">Publicité. ${link} : c'est gratuit.</div>${after}</body></html>`;

const linkWith = (style: string, words = 'Ne plus recevoir ces messages', more = ''): string =>
  mail({ link: `<a href="${LINK}" style="${style}"${more}>${words}</a>` });

const OVER = 'position:absolute;bottom:0;left:0;width:100%;height:60px';
const DARK = '@media (prefers-color-scheme:dark)';

/** Mails in which some reader does not see the link, and what the browser is to say of the first mode that fails. */
export const BLIND: readonly (readonly [what: string, html: string, why: RegExp])[] = [
  ['no link', mail({ link: '' }), /no link leads/],
  [
    'a link that leads elsewhere',
    mail({ link: '<a href="https://shop.example/o/1">Ne plus recevoir</a>' }),
    /no link leads/,
  ],
  ['display none', linkWith('display:none'), /no place/],
  ['visibility hidden', linkWith('visibility:hidden'), /at its place/],
  ['opacity 0', linkWith('opacity:0'), /no pixel/],
  ['nearly transparent', linkWith('opacity:.2'), /contrast/],
  ['same colour', linkWith('color:#fff;background:#fff'), /no pixel|contrast/],
  ['pale grey', linkWith('color:#bbb'), /contrast/],
  ['black on black, in a block that stands out', linkWith('color:#111;background:#000'), /contrast/],
  ['white letters, black underline', linkWith('color:#fff;text-decoration:underline #000'), /no letters/],
  ['transparent fill', linkWith('-webkit-text-fill-color:transparent;text-decoration:none'), /no pixel/],
  ['1 px', linkWith('font-size:1px'), /1\.0 px/],
  ['0 px', linkWith('font-size:0'), /no place|0\.0 px/],
  ['10 px', linkWith('font-size:10px'), /10\.0 px/],
  ['scaled down', linkWith('display:inline-block;transform:scale(.3)'), /4\.2 px/],
  ['zoomed out', linkWith('zoom:.5'), /7\.0 px/],
  [
    'small words, one large dot',
    linkWith('', '<span style="font-size:3px">Ne plus recevoir ces messages</span>.'),
    /no letters|contrast/,
  ],
  ['an empty link', linkWith('', ''), /no place/],
  ['a dot', linkWith('', '.'), /no letters/],
  ['a space', linkWith('', '&nbsp;'), /no place/],
  [
    'a picture without words',
    linkWith('', '<img src="https://shop.example/x.png" width="90" height="20">'),
    /no place/,
  ],
  ['a hidden word in a link', linkWith('', '<span style="display:none">Ne plus recevoir</span>'), /no place/],
  ['off the left', linkWith('position:absolute;left:-5000px'), /off the screen/],
  ['far off the right', linkWith('position:absolute;left:5000px'), /off the screen/],
  ['above the top', linkWith('position:absolute;top:-400px'), /off the screen/],
  ['indented away', linkWith('display:block;text-indent:-9999px'), /off the screen/],
  ['clipped', linkWith('display:inline-block;clip-path:inset(50%)'), /at its place|no pixel/],
  ['cut by its box', mail({ style: 'height:0;overflow:hidden' }), /at its place/],
  ['cut by max-height', mail({ style: 'max-height:1px;overflow:hidden' }), /at its place/],
  ['a page that ends before', mail({ css: 'html,body{height:300px;overflow:hidden}' }), /off the screen/],
  [
    'an overlay',
    mail({ css: 'body{position:relative}', after: `<div style="${OVER};background:#fff"></div>` }),
    /<div>/,
  ],
  [
    'an overlay of the body itself',
    mail({ css: `body{position:relative}body::after{content:"";${OVER};background:#fff}` }),
    /<body>/,
  ],
  [
    'an overlay that lets clicks through',
    mail({ css: 'body{position:relative}', after: `<div style="${OVER};background:#fff;pointer-events:none"></div>` }),
    /no pixel/,
  ],
  [
    'an overlay that lets light through',
    mail({ css: 'body{position:relative}', after: `<div style="${OVER}"></div>` }),
    /<div>/,
  ],
  [
    'another link over it',
    mail({ css: 'body{position:relative}', after: `<a href="https://shop.example" style="${OVER}"></a>` }),
    /<a>/,
  ],
  ['no clicks', linkWith('pointer-events:none'), /at its place/],
  ['not for the keyboard', linkWith('', 'Ne plus recevoir', ' tabindex="-1"'), /keyboard/],
  ['inert', mail({ link: `<span inert>${ANCHOR}</span>` }), /at its place|keyboard/],
  ['closed details', mail({ link: `<details><summary>Plus</summary>${ANCHOR}</details>` }), /no place|at its place/],
  ['hidden attribute', mail({ link: `<span hidden>${ANCHOR}</span>` }), /no place/],
  ['a comment', mail({ link: `<!-- ${ANCHOR} -->` }), /no link leads/],
  ['a template', mail({ link: `<template>${ANCHOR}</template>` }), /no link leads/],
  ['a page that is not displayed', mail({ css: 'html{display:none}' }), /no place/],
  ['fading away', mail({ css: '@keyframes away{to{opacity:0}}#block{animation:away 1s forwards}' }), /no pixel/],
  [
    'shown after ten hours',
    mail({ css: '@keyframes in{from{opacity:0}}#block{animation:in 1s 36000s backwards}' }),
    /no pixel|contrast/,
  ],
  [
    'gone after a minute',
    mail({ css: '@keyframes away{to{opacity:0}}#block{animation:away 1s 60s forwards}' }),
    /no pixel/,
  ],
  ['gone on a wide screen', mail({ css: '@media (min-width:900px){#block{display:none}}' }), /no place/],
  ['off a small phone', mail({ css: '@media (max-width:350px){#block{display:none}}' }), /no place/],
  ['gone in the dark', mail({ css: `${DARK}{a{display:none}}` }), /no place/],
  ['white in the dark', mail({ css: `${DARK}{a{color:#fff!important}}` }), /no pixel|contrast/],
  ['gone on a phone', mail({ css: '@media (max-width:480px){#block{display:none}}' }), /no place/],
  ['gone on a desktop', mail({ css: '@media (min-width:500px){#block a{display:none}}' }), /no place/],
  ['gone in Outlook', mail({ link: `<!--[if !mso]><!-->${ANCHOR}<!--<![endif]-->` }), /no link leads/],
  ['shown in Outlook alone', mail({ link: `<!--[if mso]>${ANCHOR}<![endif]-->` }), /no link leads/],
  ['hidden by mso-hide', linkWith('mso-hide:all'), /no place/],
  [
    'kept by !important alone',
    mail({ css: '#block a{color:#fff}', link: `<a href="${LINK}" style="color:#000!important">Ne plus recevoir</a>` }),
    /no pixel|contrast/,
  ],
  [
    'kept by a media query alone',
    mail({ css: '#block{display:none}@media screen{#block{display:block!important}}' }),
    /no place/,
  ],
  ['blank glyphs by a filter', linkWith('display:inline-block;filter:opacity(0)'), /no pixel/],
  ['white by a filter', linkWith('display:inline-block;filter:brightness(0) invert(1)'), /no pixel/],
  ['blended away', mail({ style: 'background:#fff', css: 'a{mix-blend-mode:screen;color:#000}' }), /no pixel|contrast/],
  ['masked', linkWith('display:inline-block;mask:linear-gradient(transparent,transparent)'), /no pixel/],
  [
    'turned away',
    linkWith('display:inline-block;transform:rotateY(180deg);backface-visibility:hidden'),
    /no pixel|at its place/,
  ],
  ['not yet painted', mail({ style: 'content-visibility:hidden' }), /no place|at its place/],
];

/** Mails in which every reader sees the link. */
export const SEEN: readonly (readonly [what: string, html: string])[] = [
  ['plain', mail({})],
  ['grey on white, 11 px', linkWith('font-size:11px;color:#666')],
  [
    'white on navy',
    mail({ style: 'background:#123;color:#fff', link: `<a href="${LINK}" style="color:#fff">Se désinscrire</a>` }),
  ],
  ['a button', linkWith('display:inline-block;background:#06c;color:#fff;padding:8px 16px;text-decoration:none')],
  ['one short word', linkWith('', 'ici')],
  ['a transform of what is in a line, which does nothing', linkWith('transform:scale(0);scale:.1')],
  ['a picture with words', linkWith('', '<img src="https://shop.example/x.png" alt="Se désinscrire">')],
  [
    'over several lines',
    linkWith('', 'Ne plus recevoir les offres de la Maison Valmy par courrier électronique '.repeat(4)),
  ],
  ['inside tables', mail({ before: '<table width="600"><tr><td>', after: '</td></tr></table>' })],
  [
    'a wide mail on a phone',
    mail({ before: '<table width="700"><tr><td align="center">', after: '</td></tr></table>' }),
  ],
  [
    'in a box that scrolls',
    mail({ before: '<div style="height:300px;overflow:auto"><p style="height:900px">Long</p>', after: '</div>' }),
  ],
  ['right to left', mail({ body: 'direction:rtl', link: `<a href="${LINK}">لا أريد هذه الرسائل</a>` })],
  [
    'right to left, wider than a phone',
    mail({ css: 'html{direction:rtl}', before: '<table width="900"><tr><td>', after: '</td></tr></table>' }),
  ],
  [
    'right to left, beside a wide table',
    mail({ css: ':last-child{direction:rtl}', before: '<table width="600"><tr><td>Vins</td></tr></table>' }),
  ],
  ['a dark design', mail({ body: 'background:#000;color:#eee', css: 'a{color:#9cf}' })],
  [
    'a design that knows the dark',
    mail({ css: `:root{color-scheme:light dark}${DARK}{body{background:#111;color:#eee}a{color:#8cf!important}}` }),
  ],
  ['after fifty other links', mail({ before: '<a href="https://shop.example/">x</a> '.repeat(50) })],
  ['two links, the last one hidden', mail({ link: `${ANCHOR} <a href="${LINK}" style="display:none">x</a>` })],
  ['scaled up', linkWith('display:inline-block;font-size:10px;transform:scale(1.5)')],
  ['with a sheet of another host', `<link rel="stylesheet" href="https://shop.example/x.css">${mail({})}`],
  ['fading in', mail({ css: '@keyframes in{from{opacity:0}}#block{animation:in 1s}' })],
  ['a filter that leaves it dark', mail({ style: 'filter:grayscale(1)' })],
  ['without a document type', `<p>Bonjour</p><p>${ANCHOR}</p>`],
  ['plain, then !important', linkWith('color:#000;color:#222!important;font-size:14px;font-size:13px!important')],
  [
    'shown twice: to Outlook and to the others',
    mail({ link: `<!--[if mso]>${ANCHOR}<![endif]--><!--[if !mso]><!-->${ANCHOR}<!--<![endif]-->` }),
  ],
];
