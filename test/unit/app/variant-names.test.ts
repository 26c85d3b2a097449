import fc from 'fast-check';
import { expect, test } from 'vitest';
import { variantNames } from '#shared/app/messages/sent/variant-names.ts';
import { type SentPart, type SentVariant, sha256OfVariant } from '#shared/domain/message/sent-variant.ts';

const SEED = 110;

const { part } = fc.letrec<{ part: SentPart }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      pieces: fc.array(
        fc.oneof(fc.constantFrom('Bonjour ', 'Nos vins'), fc.constantFrom({ hole: 'to' }, { hole: 'why' })),
        {
          maxLength: 3,
        },
      ),
    }),
    fc.record({ is: fc.constantFrom(0, 1, true, false, null) }),
    fc.record({ list: fc.array(tie('part'), { maxLength: 2 }) }),
    fc.record({ fields: fc.dictionary(fc.constantFrom('a', 'b'), tie('part'), { maxKeys: 2 }) }),
  ),
}));
const variants = fc.array(fc.tuple(fc.constantFrom('one', 'other'), part), { minLength: 1, maxLength: 30 });

/** The same, of other objects: what two readers are given. */
const again = (sent: SentPart): SentVariant => structuredClone({ v: 1, sent });

test('a variant has the name of its own hash, whatever was named before it', () => {
  fc.assert(
    fc.property(variants, (all) => {
      const nameOf = variantNames();
      for (const [content, sent] of [...all, ...all])
        expect(nameOf(content, again(sent))).toBe(sha256OfVariant(again(sent)));
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('readers of one wording are hashed once, and a fifth wording takes the place of the first', () => {
  let hashed = 0;
  const nameOf = variantNames((variant) => {
    hashed += 1;
    return sha256OfVariant(variant);
  });
  const wording = (number: number) => again({ pieces: [`Bonjour ${number} `, { hole: 'to' }] });
  for (let reader = 0; reader < 50; reader += 1) for (const number of [1, 2, 3, 4]) nameOf('content', wording(number));
  expect(hashed).toBe(4);
  nameOf('content', wording(5));
  nameOf('content', wording(5));
  expect(hashed).toBe(5);
  nameOf('content', wording(1));
  expect(hashed).toBe(6);
});
