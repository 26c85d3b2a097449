import { expect, test } from 'vitest';
import refusals from '#test/labelled/wordings/refusals.json' with { type: 'json' };
import atSale from '#test/labelled/wordings/refused-at-sale.json' with { type: 'json' };
import { isFree, refusesBy } from './refusal.ts';
import { whatIsRefused } from './refused.ts';
import { refusesStrangersAlone } from './refused-partners.ts';

const by = (words: string) =>
  isFree(words) ? ['email', 'sms'].filter((channel) => refusesBy(words, channel)) : ['paid'];

test.each<[string, readonly string[]]>([
  ['Je refuse.', ['email', 'sms']],
  ['Si vous ne souhaitez pas recevoir nos offres, envoyez STOP par SMS au 36105.', ['email', 'sms']],
  ['Vous pouvez refuser nos offres par simple e-mail à dpo@valmy.example.', ['email', 'sms']],
  ['Vous pouvez refuser nos offres par courrier à l’adresse 12 rue des Saules, 08200 Sedan.', ['email', 'sms']],
  ['Vous pouvez refuser nos offres par téléphone au 03 24 08 12 34.', ['email', 'sms']],
  ['Pour refuser nos offres, décochez la case dans l’application avant le 08-12-2026.', ['email', 'sms']],
  ['Pour refuser nos offres, appelez le 3020 (0 € la minute).', ['email', 'sms']],
  ['Non aux SMS de Maison Valmy', ['sms']],
  ['Je ne veux pas de SMS.', ['sms']],
  ['Vos coordonnées servent à vous envoyer nos offres par SMS et e-mail. Je refuse les offres par e-mail.', ['email']],
  ['Je refuse la prospection téléphonique.', []],
  ['Je ne souhaite pas recevoir le catalogue papier', []],
  ['Je ne souhaite pas recevoir vos offres dans ma boîte aux lettres', []],
  ['Je ne souhaite pas recevoir vos offres sur Facebook', []],
  ['Je ne souhaite pas recevoir vos offres par e-mail ni dans ma boîte aux lettres', ['email']],
  ['Pour refuser nos offres, appelez le 3260.', ['paid']],
  ['Pour refuser nos offres, appelez le 0 899… (3 €/appel).', ['paid']],
  ['Pour refuser, composez le 01 84 80 00 00 (20 centimes par minute).', ['paid']],
  ['Pour refuser, composez le 01 84 80 00 00 (0,80 € TTC/min).', ['paid']],
  ['Pour refuser, envoyez NON au 81234.', ['paid']],
])('the second opinion reads which refusal a checkout offers: %s', (words, expected) => {
  expect(by(words)).toEqual(expected);
});

test('the second opinion reads what is refused, and when, as whoever labelled it did', () => {
  const labels: Readonly<Record<string, string>> = {
    offered: 'now',
    later: 'later',
    'something-else': 'other',
    costs: 'paid',
  };
  const read = (words: string): string => (isFree(words) ? whatIsRefused(words) : 'paid');
  const wrong = refusals.filter(({ said, words }) => read(words) !== labels[said]);
  expect(wrong.map(({ said, words }) => [said, read(words), words])).toEqual([]);
});

test('the second opinion reads whose offers a refusal at a sale is of as whoever labelled it did', () => {
  expect(atSale.filter(({ said, words }) => refusesStrangersAlone(words) !== (said === 'partners'))).toEqual([]);
});
