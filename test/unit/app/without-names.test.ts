import { expect, test } from 'vitest';
import { withoutNames } from '#shared/app/verdicts/without-names.ts';

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
