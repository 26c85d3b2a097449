import { describe, expect, test } from 'vitest';
import { footerHtml } from '#shared/channels/email/footer/footer.ts';
import { askedAbout, judged, MENTIONS, OURS, pageOf } from '../../../support/channels/links-of-bytes.ts';

const LINK = `<a class="u" href="${OURS}">Se désabonner</a>`;
const FOOT = `<div class="foot" id="f">${LINK}</div>`;
const styled = (style: string, inside = LINK) => `<div style="${style}">${inside}</div>`;

describe('our link where nobody sees it', () => {
  test.each([
    ['.foot a{display:none}', FOOT],
    ['div>a{display:none}', FOOT],
    ['[class=foot]{display:none}', FOOT],
    ['a{color:#fff!important}', FOOT],
    ['.foot a{color:#ffffff}', FOOT],
    ['a:link{color:#fff}', FOOT],
    ['', styled('background:#fff', `<a style="color:#fff" href="${OURS}">Se désabonner</a>`)],
    ['', styled('background:#222', `<a style="color:#222" href="${OURS}">Se désabonner</a>`)],
    ['', styled('font-size:1px')],
    ['.foot{font-size:0}', FOOT],
    ['.foot .u{opacity:0}', FOOT],
    ['.foot{opacity:.01}', FOOT],
    ['.foot{position:absolute;left:-9999px}', FOOT],
    ['.foot{text-indent:-9999px}', FOOT],
    ['.foot{height:1px;overflow:hidden}', FOOT],
    ['.foot{visibility:hidden}', FOOT],
    ['.u{pointer-events:none}', FOOT],
    ['.foot{clip-path:inset(100%);position:absolute}', FOOT],
    ['.foot .u{color:transparent}', FOOT],
    ['', `<a href="${OURS}"><span style="color:#fefefe">Se désabonner</span>.</a>`],
  ])('is no means: %s %s', (style, body) => {
    expect(judged(pageOf(style, body))).toBe('refused');
  });
  test('is none by the colour that the page gives to links', () => {
    expect(judged(pageOf('', FOOT, ' link="#ffffff"'))).toBe('refused');
  });
});

describe('our link that some readers may not see', () => {
  test.each([
    ['@media (max-width:600px){.foot{display:none!important}}', FOOT],
    ['@media (prefers-color-scheme:dark){p,div,a{color:#fff!important}}', FOOT],
    ['@media (max-width:600px){.foot{display:none}}@media (min-width:601px){.foot{display:block}}', FOOT],
    ['', `<details><summary>Plus</summary>${FOOT}</details>`],
    ['', `<div>Se désabonner <a href="${OURS}">.</a></div>`],
    ['.foot{transform:translateX(-200vw)}', FOOT],
    ['.foot a{color:#eee}', FOOT],
    ['.foot a{color:var(--x)}', FOOT],
    ['.foot{font-size:4px}', FOOT],
    ['body{opacity:.5;display:flex}', FOOT],
    ['', styled('height:40px;overflow:hidden', `<p>Nos vins</p>${LINK}`)],
    ['.foot{margin-left:-900px}', FOOT],
    ['.foot{animation:x 1s}', FOOT],
  ])('is asked about: %s %s', (style, body) => {
    expect(judged(pageOf(style, body))).toBe('unseen-link');
  });
});

describe('who allows a link that some may not see allows what was looked at', () => {
  const NARROW = '@media (max-width:600px){.foot{display:none!important}}';
  const found = askedAbout(pageOf(NARROW, FOOT));
  test('is named with what it was found in', () => {
    expect(found).toMatch(/^unseen-link-[0-9a-f]{12}$/);
  });
  test.each([
    ['other words', NARROW, `<p>Nos vins de mai</p>${FOOT}`],
    ['other words of the link', NARROW, FOOT.replace('Se désabonner', 'Désinscription')],
    ['a picture with a number of the reader', `${NARROW}.head{background:url(https://a.example/p?c=12)}`, FOOT],
  ])('the same in each mail of a sender who changes %s', (_, style, body) => {
    const first = style === NARROW ? found : askedAbout(pageOf(style.replace('c=12', 'c=13'), body));
    expect(askedAbout(pageOf(style, body))).toBe(first);
  });
  test.each([
    ['another rule', '@media (max-width:900px){.foot{display:none!important}}', FOOT],
    ['a rule more', `${NARROW}.u{font-size:4px}`, FOOT],
    ['a style of its own', NARROW, `<div style="opacity:.2">${FOOT}</div>`],
    ['a rule more of what it is in', `${NARROW}body{opacity:.9}`, FOOT],
    ['a rule of its name', `${NARROW}#f{font-size:5px}`, FOOT],
    ['a rule of an attribute', `${NARROW}[data-id="2"]{opacity:.2}`, FOOT.replace('<a', '<a data-id="2"')],
    ['an order of rules', `.foot{display:block!important}${NARROW}`, FOOT],
    ['what animates it', `${NARROW}.foot{animation:x 1s}@keyframes x{from{opacity:0}}`, FOOT],
    ['a page for the dark', `${NARROW}:root{color-scheme:light dark}`, FOOT],
    ['a style of what is in it', NARROW, FOOT.replace('Se désabonner', '<b style="font-size:4px">Stop</b>')],
    ['what is kept from Outlook', NARROW, `<!--[if !mso]><!--><p>Nos vins</p><!--<![endif]-->${FOOT}`],
    ['what hides words', NARROW, FOOT.replace('<a', '<i style="color:#fff">Se désabonner</i> <a')],
    ['what is folded away', '', `<details><summary>Plus</summary>${FOOT}</details>`],
  ])('another where there is %s', (_, style, body) => {
    expect(judged(pageOf(style, body))).toBe('unseen-link');
    expect(askedAbout(pageOf(style, body))).not.toBe(found);
  });
});

describe('all readers of one template', () => {
  const NARROW = '@media (max-width:600px){.foot{display:none!important}}';
  /** As a template writes it for one of them: numbers of the reader wherever makers of mails put them. */
  const mailOf = (reader: string, rules = NARROW, foot = 'foot') =>
    pageOf(
      `${rules}.t${reader}{color:#333}#r${reader} td{padding:4px}.head{background:url(https://a.example/${reader})}`,
      `<p>Bonjour ${reader},</p><a name="top${reader}" href="https://dubois.example/?c=${reader}">Nos vins</a>
      <div class="${foot} t${reader}" id="f-${reader}" data-id="${reader}" style="background-image:url(https://a.example/p?c=${reader})">
      <p data-reader="${reader}">Pour ${reader}, <a class="u u${reader}" id="u-${reader}" name="stop-${reader}" data-click="${reader}" title="${reader}" href="${OURS}"><b data-x="${reader}">Se désabonner</b></a></p></div>`,
      ` id="m${reader}" data-campaign="${reader}"`,
    );
  test.each([
    ['hidden on a phone', NARROW],
    ['hidden in Outlook', '.foot{mso-hide:all}'],
    ['as variables say', '.foot{--x:#fff}.u{color:var(--x)}'],
    ['animated', '@keyframes x{from{opacity:0}}.foot{animation:x 1s}'],
  ])('have one cause: %s', (_, rules) => {
    expect(askedAbout(mailOf('12', rules))).toMatch(/^unseen-link-/);
    expect(askedAbout(mailOf('13', rules))).toBe(askedAbout(mailOf('12', rules)));
  });
  test('have one cause where a class is of each reader, and hides', () => {
    const of = (reader: string) => askedAbout(mailOf(reader, NARROW.replace('foot', `x${reader}`), `x${reader}`));
    expect(of('12')).toMatch(/^unseen-link-/);
    expect(of('13')).toBe(of('12'));
  });
  test.each([
    ['a rule that is for nothing of it', `${NARROW}.card td{font-size:0;display:none}`],
    ['a name in place of another', NARROW.replaceAll('.foot', 'div.foot')],
  ])('have one cause beside %s', (_, rules) => {
    expect(askedAbout(mailOf('12', rules))).toBe(askedAbout(mailOf('12')));
  });
  test.each([
    ['narrower', NARROW.replace('600', '480')],
    ['in another way', NARROW.replace('display:none', 'font-size:1px')],
    ['in Outlook too', `${NARROW}.foot{mso-hide:all}`],
    ['in Outlook too, by a sheet of its own', NARROW, '<!--[if mso]><style>.foot{display:none}</style><![endif]-->'],
    ['in Outlook too, by what is around it', NARROW, '<!--[if mso]><div style="opacity:0"><![endif]-->'],
    ['in the dark too', `${NARROW}@media (prefers-color-scheme:dark){.u{color:#fff}}`],
    ['by another variable', '.foot{--x:#000}.u{color:var(--x)}', '', '.foot{--x:#fff}.u{color:var(--x)}'],
    [
      'by another animation',
      '@keyframes x{from{opacity:.9}}.foot{animation:x 1s}',
      '',
      '@keyframes x{to{opacity:0}}.foot{animation:x 1s}',
    ],
  ])('have another where it is hidden %s', (_, rules, before = '', others = NARROW) => {
    const hidden = askedAbout(mailOf('12', rules).replace('<div', `${before}<div`));
    expect(hidden).toMatch(/^unseen-link-/);
    expect(hidden).not.toBe(askedAbout(mailOf('12', others)));
  });
});

const BLOCK = footerHtml(MENTIONS, 600);

describe('our own block put into what hides it', () => {
  test.each([
    ['', styled('opacity:.01', BLOCK), 'refused'],
    ['', styled('height:1px;overflow:hidden', BLOCK), 'refused'],
    ['', styled('position:absolute;left:-9999px', BLOCK), 'refused'],
    ['', `<details><summary>Plus</summary>${BLOCK}</details>`, 'unseen-link'],
    ['table{position:absolute;left:-9999px}', `<table><tr><td>${BLOCK}</td></tr></table>`, 'refused'],
    ['', BLOCK, 'allowed'],
    ['a{color:#fff!important}td{font-size:0!important}', BLOCK, 'allowed'],
    ['body{display:none}', BLOCK, 'refused'],
    ['@media (prefers-color-scheme:dark){p,div,a{color:#fff!important}}', BLOCK, 'allowed'],
    ['.foot{padding:8px}', `<div class="foot">${BLOCK}</div>`, 'allowed'],
  ])('%s %#', (style, body, outcome) => {
    expect(judged(pageOf(style, body))).toBe(outcome);
  });
});

/** As the editors of other tools write their mails: resets, columns that stack on a phone, preheaders, rules for Outlook, dark mode. */
const RESETS = `
  body,table,td,a{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
  table,td{mso-table-lspace:0pt;mso-table-rspace:0pt;border-collapse:collapse}
  img{-ms-interpolation-mode:bicubic;border:0;height:auto;outline:none;text-decoration:none}
  p{display:block;margin:13px 0}
  #outlook a{padding:0}.ReadMsgBody{width:100%}.ExternalClass *{line-height:100%}
  a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important;font-size:inherit!important}
  #MessageViewBody a{color:inherit;text-decoration:none}
  u + .body .x{display:none}
  div[style*="margin: 16px 0;"]{margin:0!important}`;
const PHONE = `@media only screen and (max-width:480px){
  .mj-column-per-50{width:100%!important;max-width:100%}
  .mobile-hide{display:none!important;max-height:0;overflow:hidden}
  table.full{width:100%!important} td.pad{padding:10px!important} .foot a{font-size:14px!important;display:block!important}
  .desktop{min-height:0;max-height:0;max-width:0;display:none;overflow:hidden;font-size:0}}`;
const DARK = `@media (prefers-color-scheme:dark){.body,.foot{background-color:#111!important} p,a,.foot a{color:#eee!important}}
  [data-ogsc] .foot a{color:#fff!important}`;
const PREHEADER = `<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">Nos vins d’hiver</div>`;
const table = (inside: string, style = 'padding:10px;text-align:center;font-size:12px;line-height:1.5;color:#999999') =>
  `<!--[if mso | IE]><table align="center" width="600"><tr><td><![endif]--><div style="margin:0px auto;max-width:600px;overflow:hidden"><table class="full" role="presentation" width="100%"><tbody><tr><td style="direction:ltr;font-size:0px;padding:20px 0"><div class="mj-column-per-50" style="font-size:0px;display:inline-block;width:100%;vertical-align:top"><table width="100%"><tr><td class="pad foot" style="${style}">${inside}</td></tr></table></div></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]-->`;
const link = (style = '') => `<a href="${OURS}" target="_blank" style="${style}">Se désabonner</a>`;

describe('a newsletter as tools make them', () => {
  test.each([
    ['Mailjet', table(link('color:#55575d;text-decoration:none'))],
    ['Brevo', table(link('color:#858588;text-decoration:underline'))],
    ['Mailchimp', table(link('color:#656565;font-weight:normal;text-decoration:underline'))],
    ['HubSpot', table(link('color:#00a4bd;mso-line-height-rule:exactly'))],
    ['white on dark', table(link('color:#ffffff'), 'background-color:#2b2b2b;font-size:11px;color:#fff')],
    [
      'white on a dark picture with its colour',
      table(link('color:#fff'), "background:#333333 url('x.png') center / cover;font-size:11px"),
    ],
    ['the colour around it', table(link('color:inherit;font-size:10px'))],
    [
      'a button',
      table(
        `<a href="${OURS}" style="background:#e85d04;border-radius:4px;color:#fff;display:inline-block;padding:8px 12px"><span style="font-size:13px">Se désabonner</span></a>`,
      ),
    ],
    ['small and pale', table(link('color:#bbbbbb;font-size:9px'))],
    [
      'a picture',
      table(
        `<a href="${OURS}"><img src="https://i.example/s.png" width="90" height="20" alt="Se désabonner" style="display:block"></a>`,
      ),
    ],
  ])('is allowed: %s', (_, body) => {
    expect(
      judged(
        pageOf(
          `${RESETS}${PHONE}${DARK}`,
          `${PREHEADER}${body}<div class="mobile-hide">x</div>`,
          ' class="body" bgcolor="#ffffff"',
        ),
      ),
    ).toBe('allowed');
  });
});
