import { describe, expect, test } from 'vitest';
import { readExternalCall } from '#shared/channels/automated-call/external.ts';
import { renderCall } from '#shared/channels/automated-call/render-call.ts';
import { type CallTo, spokenMeans } from '#shared/channels/automated-call/spoken-means.ts';
import { spokenWords } from '#shared/channels/automated-call/spoken-words.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../../support/mentions.ts';

const IN_FRANCE = '+33612345678';
const CONTENT = { script: 'Nos vins d’hiver sont arrivés, et chacun est à goûter sur place le samedi. '.repeat(6) };

/** A call to a reader of German. */
const linesOf = (route: CallTo): readonly string[] =>
  (spokenWords(renderCall(CONTENT, {}, mentionsOf({ language: 'de' }), route)) ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');

describe('the number to call, in a call that hears no key', () => {
  const GERMANY = '+4915112345678';
  const REUNION = '+262692123456';
  const ORDINARY = '+33162000180';
  const spokenTo = (to: string, oppositionNumber: string) =>
    linesOf({ acceptsKeyPress: false, oppositionNumber, to }).at(-1);
  const factsOf = (to: string, oppositionNumber: string) => {
    const route = { acceptsKeyPress: false, oppositionNumber, to };
    const spoken = linesOf(route).join('\n');
    return readExternalCall(spoken, { ...route, names: ['Caves Dubois'], noticeUrl: 'https://a.example', sources: [] });
  };

  test.each([
    [IN_FRANCE, ORDINARY, '0162000180'],
    [REUNION, ORDINARY, '0162000180'],
    [IN_FRANCE, '+262262123456', '0262123456'],
    [IN_FRANCE, '3103', '3103'],
    [GERMANY, ORDINARY, '0033162000180'],
    [GERMANY, '+4930123456', '004930123456'],
  ])('is spoken to %s as it is dialled there: %s as %s', (to, number, spoken) => {
    expect(spokenTo(to, number)).toBe(`Um nicht mehr angerufen zu werden, rufen Sie die Nummer ${spoken} an.`);
    expect(factsOf(to, number)).toMatchObject(EVERYTHING_SAID);
  });

  test.each(['+33800123456', '+33805123456', '3103', '1023'])(
    'P3: %s does not ring from Germany, so that it is no way to stop, and nothing that a human decides',
    (number) => {
      expect(factsOf(GERMANY, number)).toMatchObject({ oppositionMeansWork: false, externalMeans: undefined });
    },
  );
});

describe('a national number that a call of another system names', () => {
  const named = (to: string, oppositionNumber: string, text: string) =>
    spokenMeans(text, { acceptsKeyPress: true, oppositionNumber, to }).map(({ target, isOurs }) => [target, isOurs]);
  const call = (number: string) => `Um nicht mehr angerufen zu werden, rufen Sie die Nummer ${number} an.`;

  test.each([
    ['of Germany is ours', '+4915112345678', '+4930123456', '030 123456', '+4930123456', true],
    ['of France is ours in France', '+33612345678', '+33162000180', '0162 000180', '+33162000180', true],
    ['of Germany is a stranger’s there', '+4915112345678', '+33162000180', '0162 000180', '+49162000180', false],
    ['of Réunion is ours', '+33612345678', '+262262123456', '0262 123456', '+262262123456', true],
    ['with its prefix is ours', '+4915112345678', '+33162000180', '0033 162 000180', '+33162000180', true],
  ])('%s', (_, to, ours, written, target, isOurs) => {
    expect(named(to, ours, call(written))).toEqual([[target, isOurs]]);
  });

  test('of Spain, which begins with no zero, is found', () => {
    const text = 'Para no recibir más llamadas, llame al 900 123 456.';
    expect(named('+34612345678', '+34900123456', text)).toEqual([['+34900123456', true]]);
    expect(named('+34612345678', '+33162000180', text)).toEqual([['+34900123456', false]]);
  });

  test.each([
    'Pour ne plus être appelé par Valmy, SIREN 812 345 678, tapez 9.',
    'Pour ne plus être appelé, dossier 712 345 678, tapez 9.',
    'Um nicht mehr angerufen zu werden, Vorgang 712345678, drücken Sie die 9.',
  ])('of nine digits is none where national numbers begin with a zero: %s', (text) => {
    for (const to of ['+33612345678', '+262692123456', '+4915112345678', '+687751234'])
      expect(named(to, '+33162000180', text)).toEqual([['', true]]);
  });

  test.each([
    ['+393331234567', 'Per opporsi, chiami il numero 800 123 456.', '+39800123456'],
    ['+351912345678', 'To stop these calls, call 800 123 456.', '+351800123456'],
  ])('of nine digits is found to %s', (to, text, number) => {
    expect(named(to, number, text)).toEqual([[number, true]]);
  });
});
