import { describe, expect, test } from 'vitest';
import { externalLinks } from '#shared/channels/email/html/external-links.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { growth } from '#test/support/growth.ts';

const prepare = (html: string) => prepareEmail({ subject: 'Vins', html });
/** As many rules as elements. */
const mailOf = (count: number, ruleOf: (index: number) => string, element: string): string =>
  `<style>${Array.from({ length: count }, (_, index) => ruleOf(index)).join('')}</style><p>Vin</p>${element.repeat(count)}`;
/** Ten times as much takes ten times as long; where each is compared with each it took more than twenty-five. */
const MOST = 18;

describe('a mail that is made to be slow to read', { timeout: 30_000 }, () => {
  test('many elements beside each other', () => {
    expect(growth('<i></i>', 112_000, (text) => prepare(`<p>Vin</p>${text}`))).toBeLessThan(MOST);
  });

  test('conditions for Outlook that are left open', () => {
    expect(growth('<![if ', 120_000, (text) => prepare(`<p title="${text}">Vin</p>`))).toBeLessThan(MOST);
  });

  test.each([
    ['breaks', '<br>'],
    ['breaks and words', '<br>A'],
    ['spaces apart', '<b> </b>'],
    ['bars', '|'],
    ['ends of sentences', '. '],
  ])('%s after a link that says nothing', (_, piece) => {
    const way = (text: string) => externalLinks(`<p><a href="https://a.example/">→</a>${text}stop</p>`);
    expect(growth(piece, 100_000, way)).toBeLessThan(MOST);
  });

  test('what Outlook shows, nested deep in a link', () => {
    const nested = (text: string) => externalLinks(`<a href="#"><!--[if mso]>${text}stop<![endif]--></a>`);
    expect(growth('<b>', 3_000, nested)).toBeLessThan(MOST);
  });

  test.each([
    ['hide', (index: number) => `.a${index}{display:none}`, '<div></div>'],
    ['hide by two names', (index: number) => `.a${index % 50}.b${index}{opacity:0}`, '<div class="a1"></div>'],
    ['state a width', (index: number) => `div.a${index}{width:600px}`, '<div></div>'],
  ])('as many elements as rules that %s', (_, ruleOf, element) => {
    expect(growth('.', 1_500, ({ length }) => prepare(mailOf(length, ruleOf, element)))).toBeLessThan(MOST);
  });
});
