import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheet, readStyle } from '#shared/channels/email/styles/css-rules.ts';
import { pageOf } from '#shared/channels/email/styles/selecting/block-tree.ts';
import { matchesOf } from '#shared/channels/email/styles/selecting/selectors.ts';

const rulesOf = (css: string) =>
  readSheet(css).rules.map(({ selector, within, declarations }) => [
    selector,
    within.join(' '),
    declarations.map(({ property, value, isImportant }) => `${property}=${value}${isImportant ? '!' : ''}`).join(' '),
  ]);

describe('a style sheet is read as a browser reads it', () => {
  test.each([
    ['a{color:red;b:c !IMPORTANT}', [['a', '', 'color=red b=c!']]],
    ['A , b{C:D}', [['A , b', '', 'c=d']]],
    ['@media screen{@supports (x:y){a{b:c}}}', [['a', 'media supports', 'b=c']]],
    ['@media print{a{b:c}}', [['a', 'print', 'b=c']]],
    ['@media print, screen{a{b:c}}', [['a', 'media', 'b=c']]],
    [
      'a{b:c;&:hover{d:e}}',
      [
        ['a', '', 'b=c'],
        [':is(a):hover', '', 'd=e'],
      ],
    ],
    [
      'a{> b{c:d}}',
      [
        ['a', '', ''],
        [':is(a) > b', '', 'c=d'],
      ],
    ],
    [
      'a{@media screen{b:c}}',
      [
        ['a', '', ''],
        ['a', 'media', 'b=c'],
      ],
    ],
    [
      '@-webkit-keyframes x{from{a:b}50%{c:d}}',
      [
        ['from', 'keyframes', 'a=b'],
        ['50%', 'keyframes', 'c=d'],
      ],
    ],
    ['@font-face{font-family:"X"}', [['@font-face', 'font-face', 'font-family="x"']]],
    ['a{b:"}";c:url(;);d:e}', [['a', '', 'b="}" c=url(;) d=e']]],
    ['@charset "x";@layer a,b;a{b:c', [['a', '', 'b=c']]],
  ])('%s', (css, rules) => {
    expect(rulesOf(css)).toEqual(rules);
  });

  test('imports are named, and a style attribute is a list of declarations', () => {
    const { imports } = readSheet('@import url( "a.css" ) screen; @import \'b.css\';@import url(c.css);');
    expect(imports.map(({ address }) => address)).toEqual(['a.css', 'b.css', 'c.css']);
    expect(readStyle('COLOR : Red ; margin:0!important;x')).toEqual([
      { property: 'color', written: 'color', value: 'red', isImportant: false },
      { property: 'margin', written: 'margin', value: '0', isImportant: true },
    ]);
  });

  test('any text at all is read to its end', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      "'",
      ';',
      ':',
      '@media',
      'a',
      '&',
      '/*',
      '*/',
      '\\',
      '!important',
      ',',
      '<!--',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 30 }), (pieces) => {
        for (const { selector } of readSheet(pieces.join('')).rules) matchesOf(selector, pageOf(undefined).nodes);
      }),
      { numRuns: 2000 },
    );
  });

  test('200 KB of rules that may apply to everything are read within a second or two of a processor', () => {
    const css = '*:not(.x) ~ a:is(b, :has(c)) > *{margin:0;color:red!important}'.repeat(3000);
    const started = process.cpuUsage();
    for (const { selector } of readSheet(css).rules) matchesOf(selector, pageOf(undefined).nodes);
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(3_000_000);
  });
});

describe('what a selector may apply to', () => {
  const namesOf = (selector: string) => [
    ...new Set(matchesOf(selector, pageOf(undefined).nodes).map(({ node }) => node.name)),
  ];
  test.each([
    ['*', 'html body table tbody tr td font a'],
    ['a:link', 'a'],
    ['.x, #y', ''],
    ['td a', 'a'],
    ['td > a', ''],
    ['.x a', ''],
    ['body > *', 'table'],
    ['.x ~ *', ''],
    ['br + a', 'a'],
    ['p + a', ''],
    [':root', 'html'],
    [':not(table, td)', 'html body tbody tr font a'],
    [':not(.x)', 'html body table tbody tr td font a'],
    ['[class]', ''],
    ['[style], [href^="mailto:"]', 'table tbody tr td font a'],
    ['[href^="https://o"]', 'a'],
    ['a:checked, td:has(a)', 'td'],
    [':is(.x, body):hover', 'body'],
    ['* html body', ''],
    ['@@, a', ''],
    ['a::part(x)::before, ::slotted(b)', 'a html body table tbody tr td font'],
  ])('%s: %s', (selector, names) => {
    expect(namesOf(selector).sort()).toEqual(
      names
        .split(' ')
        .filter((name) => name !== '')
        .sort(),
    );
  });
});
