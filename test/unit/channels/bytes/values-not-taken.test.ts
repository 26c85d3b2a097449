import { describe, expect, test } from 'vitest';
import { judged, OURS, pageOf } from '../../../support/channels/links-of-bytes.ts';

const LINK = `<a href="${OURS}">Se désabonner</a>`;
const link = (style: string) => `<a href="${OURS}" style="${style}">Se désabonner</a>`;
const around = (style: string, inside = LINK) => `<div class="f" style="${style}">${inside}</div>`;
const modern = (style: string, body: string) => `<!DOCTYPE html>${pageOf(style, body)}`;

describe('a value that no program takes leaves what was said before it', () => {
  test.each([
    ['nothing', 'color:'],
    ['blanks', 'color: ;'],
    ['five digits', 'color:#66666'],
    ['seven digits', 'color:#1234567'],
    ['a space', 'color:# 333333'],
    ['a tag that nobody filled in', 'color:[brand]'],
    ['null', 'color:null'],
    ['a function without parts', 'color:rgb()'],
    ['a comma too many', 'color:#333;color:rgb(255,255,255,)'],
    ['digits without their mark', 'color:ffffff'],
    ['quotes', "color:'#fff'"],
    ['letters without a unit', 'font-size:1'],
    ['no number', 'font-size:px'],
    ['a height without a unit', 'display:block;max-height:1;overflow:hidden'],
    ['a box below nothing', 'display:block;height:-1px;overflow:hidden'],
    ['a hack', 'color:#fff !ie'],
    ['a background that is none', 'background:#333;color:#fff;background:nope'],
    ['font without a family', 'font:1px'],
    ['no display', 'display:'],
    ['no transform', 'transform:'],
    ['no mask', 'clip-path:'],
  ])('%s: the link is seen', (_, style) => {
    expect(judged(modern('', `<p>${link(style)}</p>`))).toBe('allowed');
  });
  test.each([
    'display:none;display:',
    'display:none;display:foo',
    'font-size:0;font-size:abc',
    'font-size:0;font-size:',
    'font-size:1px;font-size:14',
    'font:0/0 a;font:14px',
    'opacity:0;opacity:x',
    'visibility:hidden;visibility:shown',
    'max-height:0;overflow:hidden;overflow:no',
    'max-height:0;overflow:hidden;max-height:200',
    'height:0;overflow:hidden;height:-20px',
    'text-indent:-9999px;text-indent:x',
    'position:absolute;left:-9999px;left:none',
    'position:absolute;left:-9999px;position:none',
    'transform:scale(0);transform:none at all',
    'clip-path:inset(100%);clip-path:maybe',
    'pointer-events:none;pointer-events:yes',
    'color:#fff;-webkit-text-fill-color:#fff;-webkit-text-fill-color:inky',
  ])('%s: nobody sees it', (style) => {
    expect(judged(modern('.f a{color:inherit}', around(style)))).toBe('refused');
  });
  test('in a sheet too', () => {
    expect(judged(modern('.f{display:none}.f{display:yes}', around('')))).toBe('refused');
    expect(judged(modern('.f a{color:;}', around('')))).toBe('allowed');
  });
});

describe('a value that some programs take', () => {
  test.each([
    ['both seen', 'color:#555;color:oklch(0.5 0.05 250)', 'allowed'],
    ['both seen, with a variable', 'color:#444;color:var(--x,#444)', 'allowed'],
    ['alone, and seen', 'color:oklch(45% 0.1 250 / 90%)', 'allowed'],
    ['white to those that know it', 'color:#555;color:oklch(1 0 0)', 'unseen-link'],
    ['white to those that do not', 'color:#fff;color:oklab(0.4 0 0)', 'unseen-link'],
    ['white to all', 'color:#fff;color:oklch(100% 0 0)', 'refused'],
    ['not read', 'color:#555;color:color-mix(in srgb,#333,#fff)', 'unseen-link'],
    ['white by a variable without a value', 'color:#fff;color:var(--x, #fff)', 'refused'],
    ['a hue with white and black', 'color:hwb(210 40% 40%)', 'allowed'],
    ['white by a hue', 'color:hwb(210 100% 0%)', 'refused'],
  ])('%s: %s', (_, style, outcome) => {
    expect(judged(modern('', `<p>${link(style)}</p>`))).toBe(outcome);
  });
  test.each([
    ['ffffff', 'color:ffffff'],
    ['one pixel', 'font-size:1'],
  ])('without a doctype, where pages of old have it: %s', (_, style) => {
    expect(judged(pageOf('', `<p>${link(style)}</p>`))).toBe('unseen-link');
  });
  test('a variable that the mail gives a value is not read', () => {
    expect(judged(modern(':root{--x:#fff}', `<p>${link('color:#444;color:var(--x,#444)')}</p>`))).toBe('unseen-link');
    expect(judged(modern(':root{--x:none}', around('display:var(--x)')))).toBe('unseen-link');
  });
});

describe('colours of the system and of old', () => {
  test.each([
    [
      'Word',
      `<p class="MsoNormal"><span style="color:windowtext"><a href="${OURS}"><span style="color:windowtext">Se désabonner</span></a></span></p>`,
    ],
    ['text on its page', around('background:Canvas;color:CanvasText', link('color:LinkText'))],
    [
      'an attribute of five digits',
      `<font color="#66666"><a href="${OURS}" style="color:inherit">Se désabonner</a></font>`,
    ],
    ['an attribute without its mark', `<table bgcolor="222222"><tr><td>${link('color:#fff')}</td></tr></table>`],
  ])('%s: seen', (_, body) => {
    expect(judged(modern('', body))).toBe('allowed');
  });
  test.each([
    ['the page', link('color:window')],
    [
      'an attribute without its mark',
      `<font color="ffffff"><a href="${OURS}" style="color:inherit">Se désabonner</a></font>`,
    ],
    [
      'a word that an attribute reads as digits',
      `<table bgcolor="chucknorris"><tr><td>${link('color:#c00000')}</td></tr></table>`,
    ],
  ])('%s: unseen', (_, body) => {
    expect(judged(modern('', body))).toBe('refused');
  });
});

describe('the colour of letters that is passed on', () => {
  test.each(['transparent', '#fff'])('%s hides what is within', (colour) => {
    expect(judged(modern('.f a{color:#333}', around(`-webkit-text-fill-color:${colour}`)))).toBe('refused');
  });
  test('unless it is given back', () => {
    const body = around('-webkit-text-fill-color:transparent', link('-webkit-text-fill-color:currentcolor;color:#333'));
    expect(judged(modern('', body))).toBe('allowed');
  });
});
