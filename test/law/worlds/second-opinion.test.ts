import { describe, expect, test } from 'vitest';
import { opinion } from '#test/oracle/oracle.ts';
import type { Opinion } from '#test/oracle/world.ts';
import { shareOf, shareOfCommit } from '#test/support/shares/share.ts';
import { differenceOf, smallestOf } from '#test/worlds/compare.ts';
import { counted, wantingIn } from '#test/worlds/counts.ts';
import { opinionOf, verdictOf } from '#test/worlds/ledger.ts';
import { worldOf } from '#test/worlds/making/generate.ts';
import { withLinkedHuman } from '#test/worlds/making/linked-human.ts';
import { runSeeds } from '#test/worlds/run.ts';

const MINUTE = 60_000;
/** Worlds that the second opinion judges here; `npm run worlds -- --oracle` takes a million. */
const WORLDS = 2500;
/** Some in which each code that a world can show comes first: the rarest once in two thousand. */
const SEEDS = Array.from({ length: WORLDS }, (_, index) => index + 32_500);
/** Of each outcome with its first code so many of them are judged by the law as well, and one in four of all, which each commit draws anew. */
const OF_EACH = 2;
const ONE_IN = 4;

const drawnOf = (seeds: readonly number[]): readonly number[] =>
  shareOf(seeds, { every: ONE_IN, kindsOf: () => [] }, shareOfCommit());

/** What is judged by both: the first worlds of each opinion, and a share of all. */
const judgedByBoth = (opinions: ReadonlyMap<number, Opinion>): readonly number[] => {
  const seen = new Map<string, number>();
  const isEarly = (seed: number): boolean => {
    const { outcome = '', primary = '' } = opinions.get(seed) ?? {};
    const before = seen.get(`${outcome} ${primary}`) ?? 0;
    seen.set(`${outcome} ${primary}`, before + 1);
    return before < OF_EACH;
  };
  return [...new Set([...SEEDS.filter(isEarly), ...drawnOf(SEEDS)])];
};

describe('the made worlds', () => {
  const opinions = new Map(SEEDS.map((seed) => [seed, opinion(worldOf(seed))]));
  const both = judgedByBoth(opinions);

  test('two opinions on the same worlds never differ', { timeout: 5 * MINUTE }, async () => {
    expect(both.length).toBeGreaterThanOrEqual(WORLDS / ONE_IN);
    for (const seed of both) {
      const { differences } = await runSeeds({ from: seed, until: seed + 1 }, opinion);
      expect(differences).toEqual({});
    }
  });
  test('are taken by every route, a quarter of them is allowed, and most codes come first', () => {
    const counts: Record<string, number> = {};
    for (const each of opinions.values()) counted(counts, each);
    expect(wantingIn(counts)).toEqual([]);
  });
});

test('D10, D21: what a message asked for rests on the first consent, also once the same was given again', async () => {
  expect((await runSeeds({ from: 51_083_692, until: 51_083_693 }, opinion)).differences).toEqual({});
});

test('D21: a function whose source the bytes do not name carries nothing beside a private purchase that does', async () => {
  const world = worldOf(99_047_811);
  const given = await verdictOf(world);
  expect(given.reasons.map(({ code }) => code)).toEqual(['OPPOSITION_NOT_FREE']);
  expect(opinion(world)).toEqual(opinionOf(given));
});

test('D5, L. 34-5 al. 5: "Sans publicité" offers nothing; an arrow is said of the words before it, in its own column', async () => {
  for (const seed of [100_131_542, 100_207_851, 100_230_837])
    expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('an arrow is said of the words after it where its own column has none before; calls are of the numbers known by then', async () => {
  for (const seed of [100_440_728, 100_435_251])
    expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('D. 223-9, al. 1: a Belgian with a French number is called on Easter Monday, also where the question comes on the Sunday', async () => {
  const seed = 101_004_232;
  expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
  expect(await verdictOf(worldOf(seed))).toMatchObject({ outcome: 'defer', notBefore: '2026-04-06T08:00:00.000Z' });
});

test('the subject that is read counts; an address before "Advertisement", or a French title, asks for nothing', async () => {
  for (const seed of [100_506_115, 100_466_132, 100_733_306])
    expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('L. 223-1, al. 1: a call to a professional fetches no consent of the private person', async () => {
  for (const seed of [100_783_721, 100_815_228])
    expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('D10: that a country has no rules says nothing of what was asked there; D2: a question at work needs a function; D5: a town asks for nothing', async () => {
  for (const seed of [101_030_214, 101_055_968, 101_077_461])
    expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('L. 34-5, al. 5: an answer to a mobile number of nobody costs no more, in whatever form the number shows', async () => {
  const seed = 101_148_161;
  expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('a way that its own column denies is none; a mail that says it does not promote does not', async () => {
  for (const seed of [101_220_313, 101_250_311])
    expect((await runSeeds({ from: seed, until: seed + 1 }, opinion)).differences).toEqual({});
});

test('LIL 45, D1: what is declared of a human at another address of theirs is judged alike', {
  timeout: MINUTE,
}, async () => {
  const seeds = Array.from({ length: 600 }, (_, index) => index + 1);
  const drawn = new Set(drawnOf(seeds));
  const differing: string[] = [];
  let changed = 0;
  for (const seed of seeds) {
    const world = withLinkedHuman(seed, worldOf(seed));
    const theirs = opinion(world);
    const isChanged = theirs.primary !== opinion(worldOf(seed)).primary;
    if (isChanged) changed += 1;
    if (!isChanged && !drawn.has(seed)) continue;
    const difference = differenceOf(opinionOf(await verdictOf(world)), theirs);
    if (difference !== undefined) differing.push(`${seed}: ${difference}`);
  }
  expect(differing).toEqual([]);
  expect(changed).toBeGreaterThan(60);
});

describe('a difference', () => {
  const ours: Opinion = { outcome: 'refuse', primary: 'OPPOSED_GLOBAL' };
  test('is one of outcome or of first code', () => {
    expect(differenceOf(ours, { ...ours })).toBeUndefined();
    expect(differenceOf(ours, { ...ours, primary: 'OPPOSED_CHANNEL' })).toBe(
      'refuse OPPOSED_GLOBAL / refuse OPPOSED_CHANNEL',
    );
    expect(differenceOf(ours, { ...ours, outcome: 'allow' })).toBe('refuse OPPOSED_GLOBAL / allow OPPOSED_GLOBAL');
  });
  test('is found where one opinion is planted wrong, and told by a smallest world', { timeout: MINUTE }, async () => {
    const deaf = (): Opinion => ({ outcome: 'allow', primary: 'OK_CONSENT' });
    const { differences } = await runSeeds({ from: 1, until: 101 }, deaf);
    const seeds = differences['refuse OPPOSED_GLOBAL / allow OK_CONSENT'] ?? [];
    // What is refused at a sale is an opposition too.
    const [seed = 0] = seeds.filter((each) =>
      worldOf(each).acts.every(({ kind, body }) => kind !== 'sale' || body.refusal === undefined),
    );
    const story = await smallestOf(worldOf(seed), 'refuse OPPOSED_GLOBAL / allow OK_CONSENT', deaf);
    expect(story).toMatch(/opposition/);
    expect(story).not.toMatch(/sale,|consent,/);
  });
});
