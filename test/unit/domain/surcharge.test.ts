import { describe, expect, test } from 'vitest';
import { incitesToSurcharge, isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';

describe('L. 34-5, al. 3, second sentence: a sentence incites to a surcharged call or text', () => {
  test.each([
    'appelez vite le 0 899 12 34 56',
    'rappelez-nous au 08.92.12.34.56 pour votre cadeau',
    'contactez votre conseiller au +33 892 123 456',
    'composez le 118 218',
    'telephonez au 0820 123 456',
    'call 0033 899 123 456 now',
    'envoyez vin au 81234',
    'repondez oui par sms au 71717',
    'text win to 61000',
  ])('%s', (sentence) => {
    expect(incitesToSurcharge(sentence)).toBe(true);
  });
  test.each([
    'appelez le 01 99 00 12 34',
    'appelez le 0 800 123 456, appel gratuit',
    'appelez le 0 806 123 456',
    'service client : 0 892 12 34 56 (0,40 € par minute)',
    'envoyez stop au 36123',
    'envoyez votre dossier au 12 rue des saules',
    'votre commande 81234 est partie',
    'contactez-nous sur maison-valmy.example',
  ])('and none does: %s', (sentence) => {
    expect(incitesToSurcharge(sentence)).toBe(false);
  });
});

test('what costs no more than a call or a text is told from what does', () => {
  expect(['36105', '+33612345678', '+33805000000'].map(isFreeOfSurcharge)).toEqual([true, true, true]);
  expect(['81234', '+33892000000', '+33820000000', '+33810000000'].map(isFreeOfSurcharge)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
