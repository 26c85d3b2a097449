import { describe, expect, test } from 'vitest';
import { namesUse } from '#shared/law/readings/wording/use-said.ts';
import { aFormVersion } from '../../support/builders.ts';

const NAMES = ['Maison Valmy', 'Valmy Optique SAS'];
const said = (wording: string, words: string, language = 'fr', category = 'hearing-aids') => {
  const form = aFormVersion({ wording, language, explicitWords: [{ category, words }] as never });
  return namesUse(form, 'hearing-aids', NAMES);
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
});
