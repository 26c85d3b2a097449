import { expect, test } from 'vitest';
import { ENGLISH } from '#shared/domain/message/signs/english.ts';
import { beginsAs } from '#shared/domain/message/signs/stems/begins-as.ts';

test('a word begins as one of the stems, of whatever length they are', () => {
  const stems = ['a', 'colis', 'livraison'];
  const begin = ['a', 'avis', 'colis', 'colissimo', 'livraisons'].map((word) => beginsAs(word, stems));
  expect(begin).toEqual([true, true, true, true, true]);
  expect(['', 'coli', 'livrais', 'le colis'].map((word) => beginsAs(word, stems))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('without a stem no word does, and with an empty one each', () => {
  expect(['', 'colis'].map((word) => beginsAs(word, []))).toEqual([false, false]);
  expect(['', 'colis'].map((word) => beginsAs(word, ['']))).toEqual([true, true]);
});

test('as each stem, compared for itself, says of each beginning of it', () => {
  const { things, asks } = ENGLISH;
  const words = [...things, ...asks].flatMap((stem) => [stem.slice(1), stem.slice(0, -1), `${stem}s`, stem]);
  const compared = (word: string) => things.some((stem) => word.startsWith(stem));
  expect(words.filter((word) => beginsAs(word, things) !== compared(word))).toEqual([]);
});
