import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weigh, weighMessage } from '#shared/domain/message/signs/weighing.ts';
import { type Example, learn } from '#tools/signs/learn.ts';
import { randomFrom } from '#tools/signs/random.ts';

const message = (promotes: boolean, ...sentences: string[][]): Example => ({
  sentences,
  promotes,
  isOfFew: false,
  teachesFew: false,
  hasOtherLink: false,
});
const often = (times: number, example: Example) => Array.from({ length: times }, () => example);

const OWED = message(false, ['colis', 'demain'], ['merci']);
const SOFT = message(true, ['colis', 'demain'], ['collection', 'merci']);

describe('learning weights', () => {
  const learned = learn([...often(20, OWED), ...often(20, SOFT)], randomFrom(1));

  test('of a message that promotes somewhere, what others do not say is found', () => {
    const weightOf = (feature: string) => weigh([feature], learned);
    expect(weightOf('collection')).toBeGreaterThan(weightOf('colis') + 1);
    expect(weighMessage(SOFT, learned)).toBeGreaterThan(weighMessage(OWED, learned));
  });

  test('where it is marked, the other sentences are taken as owed', () => {
    const marked = { ...message(true, ['neige'], ['offre']), promoting: [false, true] };
    const { of } = learn(often(20, marked), randomFrom(1));
    expect(of.neige).toBeLessThan(0);
    expect(of.offre).toBeGreaterThan(0);
  });

  test('the same seed gives the same weights, another order others', () => {
    const examples = [...often(5, OWED), ...often(5, SOFT)];
    expect(learn(examples, randomFrom(1))).toEqual(learn(examples, randomFrom(1)));
    expect(learn(examples, randomFrom(1))).not.toEqual(learn(examples, randomFrom(2)));
  });

  test('what one message alone shows is not weighed, nor what may not be', () => {
    const once = [...often(3, OWED), message(true, ['unicorn'])];
    expect(learn(once, randomFrom(1)).of.unicorn).toBeUndefined();
    expect(Object.keys(learn(once, randomFrom(1), new Set(['colis'])).of)).toEqual(['colis']);
  });
});

describe('weighing a message', () => {
  const weights = { bias: -20, of: { offer: 60, parcel: -30 } };

  test('it weighs what its strongest sentence does, an other link besides', () => {
    const sentences = [['offer'], ['parcel']];
    expect(weighMessage({ sentences, hasOtherLink: false }, weights)).toBe(40);
    expect(weighMessage({ sentences, hasOtherLink: true }, weights)).toBe(40 + 60);
  });

  test('no sentence that is added makes it weigh less', () => {
    const sentence = fc.array(fc.constantFrom('offer', 'parcel', 'unknown'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(sentence), sentence, fc.nat(), (sentences, added, place) => {
        const at = place % (sentences.length + 1);
        const more = sentences.toSpliced(at, 0, added);
        const before = weighMessage({ sentences, hasOtherLink: false }, weights);
        expect(weighMessage({ sentences: more, hasOtherLink: false }, weights)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('without a sentence it weighs nothing', () => {
    expect(weighMessage({ sentences: [], hasOtherLink: false }, weights)).toBe(Number.NEGATIVE_INFINITY);
  });
});
