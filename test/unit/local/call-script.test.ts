import { describe, expect, test } from 'vitest';
import { scriptOf } from '#console/phones/script.ts';

const speak = (inside: string): string =>
  `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="fr-FR">${inside}</speak>`;
const WHO = '<s>Message publicitaire automatique de Valmy.</s>';
const STOP = '<s>Pour ne plus être appelé, tapez 9.</s>';
const MESSAGE = '<p>Nos vins sont arrivés. Venez !</p>';
const linesOf = (inside: string, keys: readonly string[] = ['9']) => scriptOf(speak(inside), keys)?.spoken;

describe('the script of a call', () => {
  test('has each sentence in its part, one after the other, and a pause after each', () => {
    const script = scriptOf(speak(`${WHO}${STOP}${MESSAGE}<s>C’était Valmy.</s>${STOP}`), ['9']);
    expect(script?.language).toBe('fr-FR');
    expect(script?.spoken.map(({ part, isWayToStop, pause }) => [part, isWayToStop, pause])).toEqual([
      ['first', false, 0.4],
      ['first', true, 0.4],
      ['message', false, 0.4],
      ['message', false, 0.8],
      ['last', false, 0.4],
      ['last', true, 0.4],
    ]);
    let end = 0;
    for (const { startsAt, seconds, pause } of script?.spoken ?? []) {
      expect(startsAt).toBeCloseTo(end, 6);
      end += seconds + pause;
    }
    expect(script?.seconds).toBeCloseTo(end, 6);
  });

  test('shows no way to stop that is not spoken: first, last, or by a key that nobody listens to', () => {
    const ways = (inside: string, keys?: readonly string[]) =>
      linesOf(inside, keys)?.flatMap(({ part, isWayToStop }) => (isWayToStop ? [part] : []));
    expect(ways(`${WHO}${MESSAGE}${WHO}${STOP}`)).toEqual(['last']);
    expect(ways(`${WHO}${STOP}${MESSAGE}${WHO}`)).toEqual(['first']);
    expect(ways(`${WHO}${STOP}${MESSAGE}${WHO}${STOP}`, [])).toEqual([]);
    expect(ways(`${WHO}${STOP}${MESSAGE}`, ['1'])).toEqual([]);
    expect(ways('<p>Tapez 9 pour gagner.</p>')).toEqual([]);
    expect(ways(`<s>Ouvert à 19 heures.</s>${MESSAGE}`)).toEqual([]);
  });

  test('spells a number to call in pairs, and takes the time that its digits need', () => {
    const number = '<say-as interpret-as="telephone">0800123456</say-as>';
    const [line] = linesOf(`<s>Pour refuser, appelez le ${number}.</s>${MESSAGE}`, []) ?? [];
    expect(line).toMatchObject({ words: 'Pour refuser, appelez le 08 00 12 34 56.', isWayToStop: true });
    expect(line?.seconds).toBeGreaterThan(10 * 0.4);
  });

  test('has the pauses that SSML names, in seconds, in milliseconds and by strength', () => {
    const pauses = linesOf('<p>Un.<break time="1500ms"/>Deux.<break time="2s"/>Trois.<break strength="x-strong"/></p>');
    expect(pauses?.map(({ words, pause }) => [words, pause])).toEqual([
      ['Un.', 1.5],
      ['Deux.', 2],
      ['Trois.', 2],
    ]);
  });

  test('says what an alias is spoken as, and the text of any other element', () => {
    const [line] = linesOf('<p>La <sub alias="société">Sté</sub> <emphasis>Valmy</emphasis></p>') ?? [];
    expect(line?.words).toBe('La société Valmy');
  });

  test('of what is no SSML is none', () => {
    expect(scriptOf('Bonjour', [])).toBeUndefined();
    expect(scriptOf('<speak><s>Bonjour</speak>', [])).toBeUndefined();
  });
});
