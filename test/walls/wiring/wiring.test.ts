import { beforeAll, describe, expect, test } from 'vitest';
import { readAssembly, type StackTemplate } from '#local/template/assembly.ts';
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { readRecorded } from '../recorded.ts';
import { drawn } from './draw.ts';
import { EXPLAINED, explanationOf } from './explained.ts';
import { createJudge, distinct, rolesIn } from './judge.ts';
import { mutantsOf, withMutant } from './mutants.ts';
import { NAMED_FAULTS, withFault } from './named-faults.ts';
import { UNWIRED } from './unwired.ts';

/** `npm run wiring -- --seed N` draws others, and boots what passes here. */
const SEED = 11;

let stacks: readonly StackTemplate[];
let judge: ReturnType<typeof createJudge>;
/** What the judge says of a template, and does not say of the clean one: a judge that takes nothing notices nothing. */
let noticed: typeof judge;
beforeAll(async () => {
  stacks = readAssembly(await synthesiseOwn());
  const calls = distinct(readRecorded());
  judge = createJudge((model) => rolesIn(model, calls));
  const clean = judge(stacks)?.says;
  noticed = (spoilt) => {
    const found = judge(spoilt);
    return found?.says === clean ? undefined : found;
  };
});

describe('a fault of the templates is noticed without anything that runs', () => {
  test('the clean templates pass', () => {
    expect(judge(stacks)).toBeUndefined();
  });

  test.each(NAMED_FAULTS)('$name', (fault) => {
    for (const spoilt of withFault(stacks, fault)) expect(noticed(spoilt)?.says).toEqual(expect.any(String));
  });

  test('a method that calls the function of another route', () => {
    const swaps = mutantsOf(stacks).filter(
      ({ type, operator, id }) =>
        type === 'AWS::ApiGateway::Method' && operator === 'swap' && / Integration Uri part \d+ /.test(id),
    );
    expect(swaps.length).toBeGreaterThan(70);
    for (const swap of [0, 0.25, 0.5, 0.75].map((share) => swaps[Math.floor(share * swaps.length)] ?? swaps[0]))
      expect([swap?.id, swap && noticed(withMutant(stacks, swap))?.by]).toEqual([swap?.id, 'boot']);
  });

  test('five drawn by seed: all but one at most, which is left to the journey', () => {
    const unnoticed = drawn(stacks, SEED, 5).filter((mutant) => noticed(withMutant(stacks, mutant)) === undefined);
    const unexplained = unnoticed.map(({ id }) => id).filter((id) => explanationOf(id) === undefined);
    expect(unexplained.length, unexplained.join()).toBeLessThan(2);
  });

  test('what is not changed, and what may survive, has a reason', () => {
    for (const { why } of [...UNWIRED, ...EXPLAINED]) expect(why.length).toBeGreaterThan(30);
  });
});
