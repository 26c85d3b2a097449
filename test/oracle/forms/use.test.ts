import { describe, expect, test } from 'vitest';
import { AGREEING, NAMING, ORDINARY, REFUSING } from '../../law/readings/uses.ts';
import { namesUseIn } from './use.ts';

const NAMES = ['Maison Valmy'];

describe('what a quotation names, read a second time', () => {
  test.each([...ORDINARY, ...REFUSING])('nothing: $wording', ({ wording, words, language }) => {
    expect(namesUseIn(wording, words, NAMES, language)).toBe(false);
  });
  test.each([...NAMING, ...AGREEING])('its use: $wording', ({ wording, words, language }) => {
    expect(namesUseIn(wording, words, NAMES, language)).toBe(true);
  });
  test.each([
    ['J’accepte que Santé Plus utilise mes données de santé.', 'Santé Plus utilise mes données de santé', true],
    ['J’accepte les offres de Santé Plus.', 'les offres de Santé Plus', false],
    ['Je ne veux pas d’offres pour ma santé.', 'd’offres pour ma santé', false],
    ['J’accepte vos offres, sans offres de santé.', 'sans offres de santé', false],
    ['J’accepte des offres de produits sans gluten.', 'produits sans gluten', true],
    ['Je peux m’opposer à l’usage de mes données de santé.', 'mes données de santé', false],
  ])('%s, by %s', (wording, words, isNamed) => {
    expect(namesUseIn(wording, words, ['Santé Plus'], 'fr')).toBe(isNamed);
  });
});
