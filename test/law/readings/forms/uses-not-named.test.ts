import { describe, expect, test } from 'vitest';
import { usesNotNamed } from '#shared/law/readings/uses-not-named.ts';
import { aFormVersion, anAdvertiser } from '#test/support/builders.ts';

type Changes = Parameters<typeof aFormVersion>[0];
const WORDING =
  'J’accepte de recevoir par e-mail des offres d’appareils auditifs de Maison Valmy, mais pas celles sur ma santé.';
const [NAMED, NAMES_NOTHING, EXCLUDED] = ['appareils auditifs', 'de recevoir par e-mail des offres', 'ma santé'];
const quoting = (...quoted: readonly (readonly [category: string, words: string])[]) =>
  ({ explicitWords: quoted.map(([category, words]) => ({ category, words })) }) as unknown as Changes;
const former = (...categories: readonly string[]) => ({ explicitFor: categories }) as unknown as Changes;
const lacksOf = (changes: Changes) => usesNotNamed(aFormVersion({ wording: WORDING, ...changes }), anAdvertiser());
const pointersOf = (changes: Changes) => lacksOf(changes).map(({ pointer }) => pointer);

describe('SENS-1: what a form lacks for a consent to be explicit for a sensitive use', () => {
  test.each<[string, Changes]>([
    ['that speaks of no such use', {}],
    ['whose words name the use', quoting(['hearing-aids', NAMED])],
    ['that says the category beside its words', { ...quoting(['hearing-aids', NAMED]), ...former('hearing-aids') }],
    [
      'that quotes two uses, and says one of them',
      { ...quoting(['hearing-aids', NAMED], ['hearing-tests', 'auditifs']), ...former('hearing-tests') },
    ],
  ])('is nothing in one %s', (_, changes) => {
    expect(pointersOf(changes)).toEqual([]);
  });
  test.each<[string, Changes, readonly string[]]>([
    ['words that name nothing', quoting(['hearing-aids', NAMES_NOTHING]), ['/explicitWords/0/words']],
    ['words of which the form says no', quoting(['health-checks', EXCLUDED]), ['/explicitWords/0/words']],
    ['the name of the house', quoting(['hearing-aids', 'Maison Valmy']), ['/explicitWords/0/words']],
    [
      'the second quotation alone',
      quoting(['hearing-aids', NAMED], ['hearing-aids', NAMES_NOTHING]),
      ['/explicitWords/1/words'],
    ],
    [
      'each quotation that names nothing',
      quoting(['hearing-aids', NAMES_NOTHING], ['health-checks', EXCLUDED]),
      ['/explicitWords/0/words', '/explicitWords/1/words'],
    ],
    ['a category without words', former('hearing-aids'), ['/explicitFor/0']],
    [
      'the category alone that has no words',
      { ...quoting(['hearing-aids', NAMED]), ...former('hearing-aids', 'health-checks') },
      ['/explicitFor/1'],
    ],
  ])('is %s', (_, changes, pointers) => {
    expect(pointersOf(changes)).toEqual(pointers);
  });
  test.each<[string, Changes, RegExp, RegExp, RegExp, RegExp]>([
    [
      'words that name nothing',
      quoting(['hearing-aids', NAMES_NOTHING]),
      ...[/mots cités .* ne nomment aucun usage/, /quoted .* name no sensitive use/],
      ...[/nomme cet usage ailleurs.*explicitWords/, /names this use elsewhere.*explicitWords/],
    ],
    [
      'what it excludes',
      quoting(['health-checks', EXCLUDED]),
      ...[/exclut/, /denies/],
      ...[/Ne rien envoyer.*accepte cet usage/, /Send nothing.*agrees to this use/],
    ],
    [
      'a language that is not read',
      {
        ...quoting(['hearing-aids', 'słuchowych']),
        wording: 'Zgadzam się na oferty aparatów słuchowych od was.',
        language: 'pl',
      },
      ...[/langue qu’Aval ne lit pas/, /language that Aval does not read/],
      ...[/français, anglais/, /French, English/],
    ],
    [
      'a category without words',
      former('hearing-aids'),
      ...[/explicitFor.*n’en cite pas les mots/, /explicitFor.*quotes no words/],
      ...[/nommait cet usage.*explicitWords/, /named this use.*explicitWords/],
    ],
  ] as never)('says so, and what to do: %s', (_, changes, fr, en, mendFr, mendEn) => {
    const [piece, ...others] = lacksOf(changes);
    expect(others).toEqual([]);
    expect(piece?.sentence).toEqual({ fr: expect.stringMatching(fr), en: expect.stringMatching(en) });
    expect(piece?.remedy.sentence).toEqual({ fr: expect.stringMatching(mendFr), en: expect.stringMatching(mendEn) });
    expect(piece?.remedy.pointer).toBe(piece?.pointer);
  });
});
