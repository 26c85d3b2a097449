import { expect, test } from 'vitest';
import { saidOf } from './means.ts';

// Each is declared in a language that is read, and holds some word of one.
test.each([
  ['es sms', 'Accepto rebre les vostres ofertes per [SMS] i no per correu.'],
  ['it sms', 'Sunt de acord să primesc oferte prin [SMS] de la magazin.'],
  ['en sms', 'Wyrażam zgodę na oferty przez [SMS] i e-mail od sklepu.'],
  ['fr sms', 'Souhlasím se zasíláním nabídky přes [SMS] a se slevami.'],
  ['it sms', 'Jag godkänner att ni skickar erbjudanden in på [SMS].'],
  ['it sms', 'Jeg accepterer at få tilbud fra jer via [SMS].'],
  ['de sms', 'Kyllä, haluan saada tarjouksia ja [SMS] kaupasta.'],
  ['en sms', 'Igen, kérek ajánlatok [SMS] útján is.'],
  ['fr sms', 'Teklifleri [SMS] ile de kabul ediyorum.'],
  // No word of any: many words, six of them, or other letters.
  ['fr sms', 'Soovin palun pakkumisi telefonile sõnumiga [SMS]'],
  ['fr sms', 'Soovin pakkumisi poest telefonile sõnumiga [SMS] kaudu.'],
  ['fr sms', 'Согласен: [SMS]'],
  // What the form says of its language is none that is read.
  ['pl sms', 'J’accepte de recevoir vos offres [par SMS].'],
])('unknown: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('no-channel-named');
});

test.each([
  ['fr sms', 'Σ Promos : [SMS]'],
  ['fr sms', 'Promos : [SMS]'],
  ['fr email', 'Promos non-stop [e-mail]'],
  ['fr sms', 'Promos non-stop [SMS]'],
  ['fr sms', 'İpek İstanbul İlgİ : j’accepte vos offres par [SMS].'],
])('of few words, or with one of another alphabet: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('named');
});

test.each([
  ['fr sms', 'Vi prego di non usare il mio numero per offerte [via SMS].'],
  ['it sms', 'Mai [SMS]!'],
])('read by its words, or else by what the form says: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('not-named');
});
