import { describe, expect, test } from 'vitest';
import { namesUse } from '#shared/law/readings/wording/use-said.ts';
import { aFormVersion } from '../../support/builders.ts';
import { AGREEING, NAMING, ORDINARY, REFUSING } from './uses.ts';

const NAMES = ['Maison Valmy', 'Valmy Optique SAS'];
const said = (wording: string, words: string, language = 'fr', category = 'hearing-aids', names = NAMES) => {
  const form = aFormVersion({ wording, language, explicitWords: [{ category, words }] as never });
  return namesUse(form, 'hearing-aids', names);
};

describe('SENS-1: a wording names the use of a sensitive category', () => {
  test.each([
    ['J’accepte de recevoir par e-mail des offres d’appareils auditifs.', 'appareils auditifs'],
    ['J’accepte de recevoir par e-mail des offres d’appareils auditifs.', 'des offres d’appareils auditifs'],
    ['J’accepte que mon audition serve à m’adresser des offres par e-mail.', 'mon audition'],
    ['J’accepte que Maison Valmy utilise mes données de santé pour ses offres.', 'utilise mes données de santé'],
    ['I agree that my hearing test is used to send me offers by e-mail.', 'my hearing test', 'en'],
    ['Ich möchte Angebote zu Hörgeräten per E-Mail erhalten.', 'zu Hörgeräten', 'de'],
    ['J’accepte des offres par e-mail, mais pas par SMS. Elles portent sur mon audition.', 'mon audition'],
  ])('by words that say it: %s, by "%s"', (wording, words, language = 'fr') => {
    expect(said(wording, words, language)).toBe(true);
  });
  test.each([
    ['words that name offers and the advertiser', 'J’accepte les offres de Maison Valmy.', 'offres de Maison Valmy'],
    ['its other name', 'J’accepte de recevoir les offres de Valmy Optique.', 'les offres de Valmy Optique'],
    ['any offers', 'J’accepte de recevoir vos offres et nouveautés par e-mail.', 'vos offres et nouveautés par e-mail'],
    ['services and products', 'J’accepte des offres sur vos produits et services.', 'vos produits et services'],
    ['words that do not occur', 'J’accepte de recevoir vos offres par e-mail.', 'mon audition'],
    ['what it denies', 'J’accepte vos offres, mais pas celles d’appareils auditifs.', 'appareils auditifs'],
    ['a refusal', 'J’accepte vos offres. Je refuse celles liées à mon audition.', 'liées à mon audition'],
    [
      'a denial that is quoted with it',
      'J’accepte vos offres. Je ne veux pas d’appareils auditifs.',
      'ne veux pas d’appareils auditifs',
    ],
    ['space alone', 'J’accepte vos offres d’appareils auditifs.', ' '],
    [
      'a language that is not read',
      'Zgadzam się na oferty aparatów słuchowych przez e-mail od was.',
      'aparatów słuchowych',
    ],
  ])('and not by %s', (_, wording, words) => {
    expect(said(wording, words)).toBe(false);
  });
  test('of that category alone, and never by a category without words', () => {
    const wording = 'J’accepte de recevoir par e-mail des offres d’appareils auditifs.';
    expect(said(wording, 'appareils auditifs', 'fr', 'glasses')).toBe(false);
    const former = aFormVersion({ wording, explicitFor: ['hearing-aids'] as never });
    expect(namesUse(former, 'hearing-aids', NAMES)).toBe(false);
    expect(namesUse(aFormVersion({ wording }), 'hearing-aids', NAMES)).toBe(false);
  });
  test.each(ORDINARY)('no ordinary consent names it, quoted whole: $wording', ({ wording, words, language }) => {
    expect(said(wording, words, language)).toBe(false);
  });
  test.each(REFUSING)(
    'nor a sentence that refuses it or agrees to nothing: $wording',
    ({ wording, words, language }) => {
      expect(said(wording, words, language)).toBe(false);
      expect(said(`J’accepte de recevoir vos offres par e-mail. ${wording}`, words, language)).toBe(false);
    },
  );
  test.each(AGREEING)(
    'one that agrees to it does, whatever else it refuses: $wording',
    ({ wording, words, language }) => {
      expect(said(wording, words, language)).toBe(true);
    },
  );
  test.each(NAMING)('who says what it is about is read: $wording', ({ wording, words, language }) => {
    expect(said(wording, words, language)).toBe(true);
    expect(said(wording, wording, language)).toBe(true);
  });
  test.each([
    ['J’accepte que mon audition serve à m’adresser des offres.', 'mon audition', 'Audition Conseil'],
    ['J’accepte les offres d’appareils auditifs.', 'appareils auditifs', 'Appareils Auditifs Martin'],
    ['J’accepte que Santé Plus utilise mes données de santé.', 'Santé Plus utilise mes données de santé', 'Santé Plus'],
    ['J’accepte que Santé utilise ce que je dis de ma santé.', 'Santé utilise ce que je dis de ma santé', 'Santé'],
  ])('a name hides itself alone, whole: %s, by %s', (wording, words, name) => {
    expect(said(wording, words, 'fr', 'hearing-aids', [name])).toBe(true);
  });
  test.each([
    ['J’accepte les offres d’Audition Conseil.', 'les offres d’Audition Conseil', 'Audition Conseil'],
    ['J’accepte les offres de SANTÉ PLUS par e-mail.', 'les offres de SANTÉ PLUS', 'Santé Plus'],
    ['J’accepte les offres de Santé par e-mail.', 'les offres de Santé', 'Santé'],
  ])('and it names no use: %s', (wording, words, name) => {
    expect(said(wording, words, 'fr', 'hearing-aids', [name])).toBe(false);
  });
  test.each([
    ['a right', 'J’accepte vos offres. Je peux m’opposer à l’usage de mes données de santé.', 'mes données de santé'],
    ['no offers of it', 'J’accepte vos offres. Pas d’offres de santé.', 'Pas d’offres de santé'],
    ['offers without it', 'J’accepte vos offres, sans offres de santé.', 'sans offres de santé'],
    ['a verb with its no', 'Je n’accepte pas les offres d’audition.', 'Je n’accepte pas les offres d’audition'],
    ['a refusal of it', 'Je refuse les offres pour ma santé.', 'Je refuse les offres pour ma santé'],
    ['what follows', 'Les offres pour ma santé, je les refuse.', 'Les offres pour ma santé, je les refuse'],
    ['in English', 'I do not want offers for my health.', 'I do not want offers for my health', 'en'],
    ['in German', 'Ich möchte keine Hörgeräte per E-Mail.', 'Ich möchte keine Hörgeräte', 'de'],
    ['at its end', 'Ich möchte Angebote für Hörgeräte nicht erhalten.', 'Angebote für Hörgeräte nicht erhalten', 'de'],
    ['in Spanish', 'No quiero recibir ofertas de salud.', 'No quiero recibir ofertas de salud', 'es'],
    ['in Italian', 'Non desidero offerte per la mia salute.', 'Non desidero offerte per la mia salute', 'it'],
    ['in Dutch', 'Ik wil geen aanbiedingen voor hoortoestellen.', 'Ik wil geen aanbiedingen voor hoortoestellen', 'nl'],
  ])('what is quoted with its denial is denied: %s', (_, wording, words, language = 'fr') => {
    expect(said(wording, words, language)).toBe(false);
  });
  test('a denial that says who it is for denies nothing', () => {
    const wording = 'J’accepte des offres de produits sans gluten, et pour ne plus fumer.';
    for (const words of ['produits sans gluten', 'pour ne plus fumer', 'des offres de produits sans gluten'])
      expect(said(wording, words)).toBe(true);
  });
});
