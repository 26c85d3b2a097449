import { describe, expect, test } from 'vitest';
import { checkEmail } from '#shared/channels/email/check.ts';

/** As many of a piece as 100 KB hold. */
const many = (piece: string, bytes = 100_000): string => piece.repeat(Math.ceil(bytes / piece.length));
const styled = (css: string, body = '<p>Vins</p>'): string => `<style>${css}</style>${body}`;
const HALF = 50_000;

/** Seconds of a processor: a machine under load takes no more of them. */
const MOST_SECONDS = 4;

describe('100 KB that are made to keep the reader of styles busy', () => {
  test.each([
    ['elements beside each other', styled('.a~b{opacity:0}', many('<p>x'))],
    ['a chain through depth', styled(`.no ${'div '.repeat(14)}x{margin-top:-1px}`, `${'<div>'.repeat(400)}<x>Vins`)],
    ['a chain through siblings', styled(`.no~${many('.a~', 60)}x{margin-top:-1px}`, `${many('<p class=a>')}<x>Vins`)],
    ['a long row of neighbours', styled(`${many('p+', 8000)}x{margin-top:-1px}`, many('<p>x'))],
    [':has() within :has()', styled(many('*:has(*:has(.x)){margin:-1px}', HALF), many('<p>x', HALF))],
    ['places of a type', styled(many('p:nth-last-of-type(2n+1){margin:-1px}', HALF), many('<p>x', HALF))],
    ['many rules and many elements', styled(many('p q{margin-top:-1px}', HALF), many('<p>x', HALF))],
    ['a list of selectors', styled(`${many('a,')}b{display:none}`)],
    ['declarations of one rule', styled(`a{${many('x:y;')}}`)],
    ['negative margins of one rule', styled(`p{${many('margin-top:-1px;')}}`)],
    ['flex boxes of one rule', styled(`body{${many('display:flex;')}}`)],
    ['rules in rules', styled(`${'a{b{'.repeat(15)}${many('c{margin:-1px}')}`)],
    ['letters without a rule', styled(many('a'))],
    ['at-rules without a block', styled(`${many('@x')}{a{b:c}}`)],
    ['a style attribute of margins', `<p style="${many('margin')}">Vins</p>`],
    ['spaces in a value', styled(`body{transform:translate(${many('0 ')}x)}`)],
    ['values in a value', styled(`body{margin:${many('1px ')}}`)],
    ['opened brackets', styled(`body{border:${many('calc(')}}`)],
    ['conditional comments without an end', `<p>Vins</p>${many('<!--[if mso]>')}`],
    ['sheets for Outlook without an end', `<p>Vins</p><!--[if mso]>${many('<style ')}<![endif]-->`],
  ])(
    '%s',
    (_, html) => {
      const started = process.cpuUsage();
      checkEmail({ subject: 'Novembre', html });
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1_000_000).toBeLessThan(MOST_SECONDS);
    },
    60_000,
  );

  test('a mail with more to compare than any needs is refused', () => {
    const html = styled(many('.a p{margin-top:-1px}'), many('<p>x'));
    expect(checkEmail({ subject: 'Novembre', html })[0]?.sentence.en).toMatch(/more rules, or longer selectors/);
  }, 60_000);
});
