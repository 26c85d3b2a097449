import { expect, test } from 'vitest';
import { withoutNames } from '#shared/app/verdicts/without-names.ts';
import { growth } from '#test/support/growth.ts';

const NAMES = ['Maison Valmy SAS', 'Maison Valmy', 'Pro', 'Dupont & Fils', 'Vin'];

test.each([
  ['a name', 'Bonjour de Maison Valmy.', 'Bonjour de .'],
  ['the longest that fits', 'MAISON VALMY SAS, Reims', ', Reims'],
  ['a name in other letters', 'maison valmy et MAISON\nVALMY', ' et '],
  ['words that begin as a name', 'Profitez des vins, promo !', 'Profitez des vins, promo !'],
  ['words that end as a name', 'Divin', 'Divin'],
  ['a name beside a mark', '(Pro) §Vin§', '() §§'],
  ['a name in HTML', '<b>Dupont &amp; Fils</b>', '<b></b>'],
  ['a host that is a name', 'https://pro.example/vin et vin@pro.example', 'https://pro.example/vin et vin@pro.example'],
])('%s', (_, text, left) => {
  expect(withoutNames([text], NAMES)).toEqual([left]);
});

test('no name, or an empty one, changes nothing', () => {
  expect(withoutNames(['Bonjour'], [])).toEqual(['Bonjour']);
  expect(withoutNames(['Bonjour'], [' '])).toEqual(['Bonjour']);
});

test.each([
  ['one word', 'a'],
  ['words that could be a mailbox', 'a.b-'],
  ['mailboxes', 'a@'],
  ['names', 'Maison '],
  ['links left open', 'https://'],
])('%s: 200 KB take as much longer than 20 KB as they are larger', (_, piece) => {
  expect(growth(piece, 200_000, (text) => withoutNames([text], NAMES))).toBeLessThan(40);
});
