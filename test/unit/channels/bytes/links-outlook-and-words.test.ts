import { describe, expect, test } from 'vitest';
import { judged, OURS, pageOf } from '../../../support/channels/links-of-bytes.ts';
import { growth } from '../../../support/growth.ts';

const LINK = `<a href="${OURS}">Se désabonner</a>`;
const SHOP = '<a href="https://dubois.example/vins">Nos vins</a>';
const here = (words: string, more = '') => `<p>${words} <a class="h" href="${OURS}"${more}>cliquez ici</a>.</p>`;
/** Shown by all programs but Outlook for Windows, as it is mostly written. */
const notOutlook = (inside: string) => `<!--[if !mso]><!-->${inside}<!--<![endif]-->`;
const outlook = (inside: string) => `<!--[if mso]>${inside}<![endif]-->`;
/** A button as most makers of mails draw it for Outlook, beside the link of all others. */
const BESIDE_A_BUTTON =
  'background-color:#d62828;border-radius:4px;color:#ffffff;display:inline-block;font-size:16px;line-height:40px;width:200px;mso-hide:all;';
const shape = (name: string, attributes: string, inside = '', ink = '#ffffff', words = 'Se désabonner') =>
  `<v:${name} xmlns:v="urn:schemas-microsoft-com:vml" href="${OURS}" style="height:40px;v-text-anchor:middle;width:200px;" ${attributes}>${inside}<w:anchorlock/><center style="color:${ink};font-size:16px;">${words}</center></v:${name}>`;
const RED = 'arcsize="10%" stroke="f" fillcolor="#d62828"';
const hiddenInOutlook = (style = BESIDE_A_BUTTON) => `<a href="${OURS}" style="${style}">Se désabonner</a>`;

describe('our link that Outlook for Windows does not show', () => {
  test.each([
    ['as it is mostly written', notOutlook(LINK)],
    ['with a comment that ends at once', `<!--[if !mso]>-->${LINK}<!--<![endif]-->`],
    ['with a space', `<!--[if !mso]><!-- -->${LINK}<!-- <![endif]-->`],
    ['of one version on', `<!--[if !gte mso 9]><!-->${LINK}<!--<![endif]-->`],
    ['in brackets', `<!--[if !(mso)]><!-->${LINK}<!--<![endif]-->`],
    ['as no comment', `<![if !mso]>${LINK}<![endif]>`],
    ['with all that is around it', notOutlook(`<table><tr><td><div>${LINK}</div></td></tr></table>`)],
    ['beside a copy that leads to the shop', `${notOutlook(LINK)}${outlook(SHOP)}`],
    [
      'beside a copy for Outlook that is hidden',
      `${notOutlook(LINK)}${outlook(`<div style="display:none">${LINK}</div>`)}`,
    ],
    ['beside a copy for Internet Explorer', `${notOutlook(LINK)}<!--[if IE]>${LINK}<![endif]-->`],
    ['hidden from it alone', hiddenInOutlook()],
    [
      'beside a button that leads to the shop',
      `<div>${outlook(shape('roundrect', RED, '', '#fff', 'Nos vins').replace(OURS, 'https://dubois.example/vins'))}${hiddenInOutlook()}</div>`,
    ],
    [
      'beside a button without words',
      `<div>${outlook(shape('roundrect', RED, '', '#fff', ''))}${hiddenInOutlook()}</div>`,
    ],
    [
      'beside a button whose words are as what fills it',
      `<div>${outlook(shape('roundrect', RED, '', '#d62828'))}${hiddenInOutlook()}</div>`,
    ],
    [
      'beside a button that nothing fills',
      `<div>${outlook(shape('roundrect', 'fillcolor="#d62828" filled="f"'))}${hiddenInOutlook()}</div>`,
    ],
    ['beside a copy that it hides too', `${outlook(hiddenInOutlook('mso-hide:all'))}${hiddenInOutlook()}`],
    ['in what hides it there', `${outlook('<div style="display:none">')}<p>${LINK}</p>${outlook('</div>')}`],
    [
      'where its words are hidden there',
      `<p><span style="mso-hide:all">Pour vous désabonner,</span> <a href="${OURS}">cliquez ici</a></p>`,
    ],
  ])('is asked about: %s', (_, body) => {
    expect(judged(pageOf('', body))).toBe('unseen-link');
  });
  test.each([
    ['a copy for Outlook', `${outlook(LINK)}${notOutlook(LINK)}`],
    [
      'a button drawn for Outlook',
      `${outlook(`<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" href="${OURS}" style="height:40px;width:200px"><w:anchorlock/><center>Se désabonner</center></v:roundrect>`)}${notOutlook(LINK)}`,
    ],
    ['one that all show', `${notOutlook(SHOP)}<p>${LINK}</p>`],
    ['the usual button', `<div>${outlook(shape('roundrect', RED))}${hiddenInOutlook()}</div>`],
    [
      'the usual button, in a table, of a version on',
      `<table><tr><td><div><!--[if gte mso 9]>${shape('roundrect', RED)}<![endif]-->${hiddenInOutlook()}</div></td></tr></table>`,
    ],
    [
      'a button that a picture fills',
      `<div>${outlook(shape('rect', 'stroke="f" fill="t"', '<v:fill type="tile" src="https://dubois.example/b.png" color="#d62828" />'))}${hiddenInOutlook()}</div>`,
    ],
    ['a copy for Outlook, hidden in no other way', `${outlook(LINK)}${hiddenInOutlook('mso-hide:all')}`],
    [
      'a copy for Outlook, in what hides it there',
      `${outlook(LINK)}<span style="mso-hide:all">${hiddenInOutlook('color:#333')}</span>`,
    ],
    [
      'what a shape is behind',
      `<!--[if gte mso 9]><v:rect fill="true" style="width:600px;height:200px"><v:fill type="frame" color="#222" src="x.png"/><v:textbox inset="0,0,0,0"><![endif]--><div style="background:#222"><a href="${OURS}" style="color:#fff">Se désabonner</a></div><!--[if gte mso 9]></v:textbox></v:rect><![endif]-->`,
    ],
    [
      'a shape that ends before it',
      `${outlook('<v:rect style="position:absolute;left:-9999px" fillcolor="#fff"></v:rect>')}<p>${LINK}</p>`,
    ],
    [
      'a copy for Outlook that a phone would hide',
      `${outlook(`<div class="desk">${LINK}</div>`)}${notOutlook(LINK)}<style>@media (max-width:600px){.desk{display:none}}</style>`,
    ],
    [
      'tables for Outlook alone',
      `<!--[if mso | IE]><table><tr><td><![endif]--><p>${LINK}</p><!--[if mso | IE]></td></tr></table><![endif]-->`,
    ],
    ['a program that no longer asks', `<!--[if !IE]><!-->${LINK}<!--<![endif]-->`],
    ['fonts for all but Outlook', `${notOutlook('<link href="https://fonts.example/a.css" rel="x">')}<p>${LINK}</p>`],
    ['a comment that never ends', `<p>${LINK}</p><!--[if !mso]><!--><p>Nos vins</p>`],
  ])('is allowed beside %s', (_, body) => {
    expect(judged(pageOf('', body))).toBe('allowed');
  });
  test.each([
    ['Outlook alone', outlook(LINK)],
    ['nobody', `<!--[if !mso]>${LINK}<![endif]-->`],
    ['nobody, of a version', `<!--[if lt mso 9]>${LINK}<![endif]-->`],
  ])('is none where it is shown to %s', (_, body) => {
    expect(judged(pageOf('', body))).toBe('refused');
  });
  test.each([
    ['marks', '<!--[if !mso]><!--><p>a</p>'],
    ['shapes', `<!--[if mso]><v:rect href="${OURS}"> <![endif]-->`],
  ])('many %s without an end are read once', (_, piece) => {
    const read = (many: string) => judged(pageOf('', LINK + many));
    expect(growth(piece, 200_000, read)).toBeLessThan(30);
  });
});

describe('words that say how to stop, where nobody sees them', () => {
  test.each([
    ['white on white', '', here('<span style="color:#fff">Pour vous désabonner,</span>')],
    ['by a rule', '.x span{color:#fff}', `<div class="x">${here('<span>Pour vous désabonner,</span>')}</div>`],
    ['too small', '', here('<span style="font-size:1px">Pour vous désabonner,</span>')],
    ['in the link', '', `<a href="${OURS}"><span style="color:#fff">Se désabonner</span> Nos vins de mai</a>`],
    [
      'behind it',
      '',
      `<p><a href="${OURS}">Cliquez ici</a> <span style="color:#fefefe">pour vous désabonner</span></p>`,
    ],
    ['on a phone', '@media (max-width:600px){.w{color:#fff}}', here('<span class="w">Pour vous désabonner,</span>')],
    [
      'in the block of the link, which has blocks in it',
      '',
      `<div><span style="color:#fff">Pour vous désabonner :</span><a href="${OURS}"><div>cliquez ici</div></a></div>`,
    ],
  ])('are asked about: %s', (_, style, body) => {
    expect(judged(pageOf(style, body))).toBe('unseen-link');
  });
  test.each([
    ['plain', '', here('Pour vous désabonner,')],
    [
      'light on dark',
      '',
      `<div style="background:#222;color:#fff">${here('Pour vous désabonner,', ' style="color:#fff"')}</div>`,
    ],
    ['pale, as footers are', '.f{color:#999;font-size:10px}', `<div class="f">${here('Pour vous désabonner,')}</div>`],
    [
      'hidden beside words that are seen',
      '',
      here('<span style="color:#fff">Se désabonner</span> Pour ne plus recevoir nos offres,'),
    ],
    ['hidden, and in the link', '', `<p><span style="color:#fff">Désinscription</span> ${LINK}</p>`],
    [
      'a line that is shown before the mail',
      '',
      `<div style="color:#fff;font-size:1px">Désabonnement facile</div><p>Nos vins</p>${SHOP}<p>${LINK}</p>`,
    ],
    [
      'one copy for each width',
      '.m{display:none}@media (max-width:600px){.d{display:none}.m{display:block}}',
      `<div class="d">${here('Pour vous désabonner,')}</div><div class="m">${here('Pour vous désabonner,')}</div>`,
    ],
    ['none at all', '', `<p><a href="${OURS}">Gérer mes préférences</a></p>`],
    [
      'of a hidden line before the block of the link',
      '',
      `<div style="display:none">Pour ne plus recevoir nos offres, voir en bas.</div><p><a href="${OURS}">Gérer mes abonnements</a></p>`,
    ],
    [
      'of a hidden line behind its block',
      '',
      `<table><tr><td><a href="${OURS}">Gérer mes abonnements</a></td></tr></table><p style="color:#fff">Pour vous désabonner</p>`,
    ],
    ['in a cell beside it', '', `<table><tr><td>Pour vous désabonner :</td><td>${here('')}</td></tr></table>`],
  ])('are allowed: %s', (_, style, body) => {
    expect(judged(pageOf(style, body))).toBe('allowed');
  });
});
