import { describe, expect, test } from 'vitest';
import { MOST_WORK } from '#shared/channels/email/sight/looks.ts';
import { sightOfLinks } from '#shared/channels/email/sight/unseen-links.ts';
import { judged, OURS, pageOf } from '../../../support/channels/links-of-bytes.ts';

const link = (style = '', words = 'Se désabonner') => `<a href="${OURS}" style="${style}">${words}</a>`;
const FOOT = `<div class="foot f">${link()}</div>`;
const styled = (style: string, inside: string) => `<div style="${style}">${inside}</div>`;
const WHITE = link('color:#ffffff');
const cell = (attributes: string) => `<table width="100%"><tr><td ${attributes}>${WHITE}</td></tr></table>`;
const noSize = (inside: string) => `<table><tr><td style="font-size:0">${inside}</td></tr></table>`;
const withSheet = (media: string, sheet: string, style: string, body: string) =>
  pageOf(style, body).replace('</head>', `<style media="${media}">${sheet}</style></head>`);

describe('a light link on a dark ground', () => {
  test.each([
    ['midnightblue', styled('background-color:midnightblue', WHITE)],
    ['rebeccapurple', styled('background-color:rebeccapurple', WHITE)],
    ['a hue', styled('background:hsl(220,40%,15%)', WHITE)],
    ['colours that run into each other', styled('background:linear-gradient(#222,#333)', WHITE)],
    [
      'the same as a picture',
      styled('background-image:linear-gradient(to right, #111 0%, rgb(40, 40, 40) 90%)', WHITE),
    ],
    ['a cell with a picture and a colour', cell('background="x.png" bgcolor="#7b1e3b"')],
    ['the same twice', cell('background="x.png" bgcolor="#7b1e3b" style="background:url(x.png) center"')],
  ])('is allowed: %s', (_, body) => {
    expect(judged(pageOf('', body))).toBe('allowed');
  });
  test.each([
    [
      'a picture alone, for who sees no pictures',
      styled("background:url('x.jpg') center top / cover no-repeat", WHITE),
    ],
    ['a colour of another kind', styled('background:oklch(0.2 0.1 260)', WHITE)],
    ['from dark to white', styled('background:linear-gradient(#222,#fff)', WHITE)],
  ])('is asked about: %s', (_, body) => {
    expect(judged(pageOf('', body))).toBe('unseen-link');
  });
  test.each([
    ['its own hue', styled('background:hsl(220,40%,15%)', link('color:hsl(220deg 40% 15%)'))],
    ['its own name', styled('background:rebeccapurple', link('color:#663399'))],
    ['from white to white', styled('background:linear-gradient(#fff,#fefefe)', WHITE)],
    ['a picture behind a white box', styled('background:url(x.png)', styled('background:#fff', WHITE))],
    ['no ink on a picture', styled('background:url(x.png)', link('color:transparent'))],
  ])('is none: %s', (_, body) => {
    expect(judged(pageOf('', body))).toBe('refused');
  });
});

describe('copies of which one is always seen', () => {
  test.each([
    [
      'Foundation',
      '.hide{display:none!important;mso-hide:all;overflow:hidden;max-height:0;font-size:0;width:0;line-height:0}@media only screen and (max-width:596px){.hide{display:block!important;width:auto!important;overflow:visible!important;max-height:none!important;font-size:inherit!important;line-height:inherit!important}.show{display:none!important;width:0;mso-hide:all;overflow:hidden}}',
      `<div class="show">${link()}</div><div class="hide">${link()}</div>`,
    ],
    [
      'plain',
      '.m{display:none}@media (max-width:600px){.d{display:none}.m{display:block}}',
      `<div class="d">${link()}</div><div class="m">${link()}</div>`,
    ],
    [
      'two widths',
      '.m{display:none}@media (max-width:480px){.d{display:none}}@media (max-width:600px){.m{display:block}}',
      `<div class="d">${link()}</div><div class="m">${link()}</div>`,
    ],
  ])('are allowed: %s', (_, sheet, body) => {
    expect(judged(pageOf(sheet, body))).toBe('allowed');
  });
  test('are asked about where none is seen at some width', () => {
    const sheet =
      '.m{display:none}@media (max-width:600px){.d{display:none}}@media (max-width:480px){.m{display:block}}';
    const body = `<div class="d">${link()}</div><div class="m">${link()}</div>`;
    expect(judged(pageOf(sheet, body))).toBe('unseen-link');
  });
  test('are none where no copy is ever seen', () => {
    expect(judged(pageOf('.m,.d{display:none}', `<div class="d">${link()}</div><div class="m">${link()}</div>`))).toBe(
      'refused',
    );
  });
});

describe('letters within what has none', () => {
  test.each([
    noSize(`<p style="font-size:small">${link()}</p>`),
    noSize(`<p style="font:normal small/1.4 Arial">${link()}</p>`),
    noSize(`<font size="2">${link()}</font>`),
    noSize(`<p class="sized">${link()}</p>`),
    noSize(`<p style="font-size:calc(10px + 1vw)">${link()}</p>`),
    styled('font-size:75%', link('font-size:smaller')),
  ])('are allowed: %s', (body) => {
    expect(judged(pageOf('.sized{font:12px/18px Arial}', body))).toBe('allowed');
  });
  test.each([
    [noSize(`<p style="font-size:smaller">${link()}</p>`), 'refused'],
    [styled('visibility:hidden', `<p class="sized">${link()}</p>`), 'refused'],
    [styled('font:0/0 a', link()), 'refused'],
    [styled('font-size:calc(0px)', link()), 'refused'],
    [styled('font-size:calc(14px - 14px)', link()), 'unseen-link'],
    [styled('font-size:var(--none)', link()), 'unseen-link'],
    [styled('line-height:0;overflow:hidden', link()), 'unseen-link'],
    [styled('max-height:calc(0px);overflow:hidden', link()), 'refused'],
    [styled('line-height:0', link('line-height:1.5')), 'allowed'],
    [styled('line-height:0;overflow:hidden', styled('line-height:1.4', link())), 'allowed'],
  ])('%s: %s', (body, outcome) => {
    expect(judged(pageOf('.sized{font-size:12px}', body))).toBe(outcome);
  });
});

describe('a sheet for some readers', () => {
  test.each([
    ['print', '.f{display:none}', '', FOOT, 'allowed'],
    ['print, speech', '.f{display:none}', '', FOOT, 'allowed'],
    ['screen', '.f{display:none}', '', FOOT, 'refused'],
    ['(max-width:600px)', '.f{display:none}', '', FOOT, 'unseen-link'],
    [
      'only screen and (max-width:480px)',
      '.d{display:none!important}.m{display:block!important}',
      '.m{display:none}',
      `<div class="d">${link()}</div><div class="m">${link()}</div>`,
      'allowed',
    ],
    ['(prefers-color-scheme:dark)', 'body{background:#111}.f a{color:#eee!important}', '', FOOT, 'allowed'],
    ['(prefers-color-scheme:dark)', '.f a{color:#fff!important}', '', FOOT, 'unseen-link'],
  ])('%s: %s', (media, sheet, style, body, outcome) => {
    expect(judged(withSheet(media, sheet, style, body))).toBe(outcome);
  });
});

describe('in the dark', () => {
  const DARK = '@media (prefers-color-scheme:dark){.f{background:#111}.f a{color:#eee!important}}';
  test.each([
    [`${DARK}@media (prefers-color-scheme:dark) and (max-width:600px){.f a{color:#fff!important}}`, FOOT, 'allowed'],
    [
      ':root{color-scheme:light dark}@media (prefers-color-scheme:dark){a,p{color:#fff!important}}',
      `<p>${link('color:#111')}</p>`,
      'allowed',
    ],
    [
      ':root{color-scheme:light dark}@media (prefers-color-scheme:dark){a{color:#1e1e1e!important}}',
      `<p>${link('color:#111')}</p>`,
      'unseen-link',
    ],
    [
      '@media (max-width:600px){.f{background:#111}}@media (prefers-color-scheme:dark){.f a{color:#111!important}}',
      FOOT,
      'unseen-link',
    ],
  ])('%s %#', (sheet, body, outcome) => {
    expect(judged(pageOf(sheet, body))).toBe(outcome);
  });
});

describe('hidden by one program alone', () => {
  test.each([
    'u + .body .foot{display:none}',
    '[data-ogsc] .foot{display:none}',
    '[data-ogsc] .f a{color:#fff!important}',
    '.moz-text-html .foot{display:none}',
    '.ExternalClass .foot{display:none}',
    '#MessageViewBody .foot{display:none}',
    '.x_foot{display:none}',
    '.foot{mso-hide:all}',
  ])('is asked about: %s', (sheet) => {
    expect(judged(pageOf(sheet, FOOT, ' class="body"'))).toBe('unseen-link');
  });
  test('is asked about in a sheet for Outlook', () => {
    const sheet = '<!--[if mso]><style>.foot{display:none}</style><![endif]-->';
    expect(judged(pageOf('', FOOT).replace('</head>', `${sheet}</head>`))).toBe('unseen-link');
  });
  test.each([
    '.ExternalClass .foot{line-height:100%}',
    '.moz-text-html .foot{width:100%}',
    '#MessageViewBody a{color:inherit}',
    '[data-ogsb] .foot{background:#222}[data-ogsc] .foot a{color:#fff!important}',
    'u + .body .gmail-hide{display:none}',
    '.x_other{display:none}',
  ])('is allowed where nothing hides it: %s', (sheet) => {
    expect(judged(pageOf(sheet, FOOT, ' class="body"'))).toBe('allowed');
  });
});

describe('what is looked at', () => {
  const widths = (count: number) =>
    Array.from({ length: count }, (_, index) => `@media(max-width:${300 + index}px){a{color:#33${10 + index}}}`).join(
      '',
    );
  const mail = (conditions: number, depth: number, leaves: number) =>
    pageOf(widths(conditions), '<div style="padding:1px">'.repeat(depth) + link('', '<b>x</b>'.repeat(leaves)));
  const workOf = (html: string): number => {
    const work = { left: MOST_WORK };
    sightOfLinks(html, (href) => href === OURS, work);
    return MOST_WORK - work.left;
  };
  test.each([
    [20, 40, 80],
    [20, 100, 300],
    [80, 50, 300],
  ])('is remembered: %i conditions, %i deep, %i pieces', (conditions, depth, leaves) => {
    expect(workOf(mail(conditions, depth, leaves))).toBeLessThan(60_000);
  });
  test('ends where there is too much, as a question', () => {
    const work = { left: 500 };
    expect(sightOfLinks(mail(20, 40, 80), (href) => href === OURS, work)).toEqual({
      unseen: new Set(),
      ofAny: 'doubtful',
      isCut: true,
    });
  });
  test('is asked about where a mail knows too many conditions', () => {
    expect(judged(pageOf(widths(60), FOOT))).toBe('unseen-link');
    expect(judged(pageOf(widths(20), FOOT))).toBe('allowed');
  });
});
