import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES_GIVEN_ELSEWHERE } from '#shared/law/reasons/reasons.ts';
import type { World } from '#test/oracle/world.ts';
import { CODES_ASKED, counted, NEVER_FIRST, wantingIn } from '#test/worlds/counts.ts';
import { opinionOf, verdictOf } from '#test/worlds/ledger.ts';
import { worldOf } from '#test/worlds/making/generate.ts';
import { shrink } from '#test/worlds/shrink.ts';
import { storyOf } from '#test/worlds/story.ts';

const MINUTE = 60_000;

test('a made world is the same for the same seed', () => {
  expect(worldOf(17)).toEqual(worldOf(17));
  expect(worldOf(17)).not.toEqual(worldOf(18));
});

describe('what is wanting', () => {
  const often = Object.fromEntries(CODES_ASKED.map((code) => [`refuse ${code}`, 100]));
  const enough = { ...often, 'allow OK_CONSENT': 100_000 };
  test('is nothing where every code comes first often enough, and enough is allowed', () => {
    expect(wantingIn(enough)).toEqual([]);
  });
  test('is a code that hardly ever comes first', () => {
    expect(wantingIn({ ...enough, 'refuse OPPOSED_GLOBAL': 3 })).toEqual([
      expect.stringContaining('OPPOSED_GLOBAL: 3'),
    ]);
  });
  test('is what is allowed, where nearly nothing is', () => {
    expect(wantingIn({ ...often, 'allow OK_CONSENT': 100 })).toEqual([expect.stringContaining('allowed: 100')]);
  });
  test('is a code that comes first although it is said that it never does', () => {
    const [never = ''] = Object.keys(NEVER_FIRST);
    expect(wantingIn({ ...enough, [`refuse ${never}`]: 1 })).toEqual([never]);
  });
  test('counts by outcome and first code', () => {
    const counts = {};
    for (let time = 0; time < 2; time++) counted(counts, { outcome: 'refuse', primary: 'OPPOSED_GLOBAL' });
    expect(counts).toEqual({ 'refuse OPPOSED_GLOBAL': 2 });
  });
});

test('a code that no world has first names the file that judges it, and that file has the code', () => {
  const unjudged = Object.entries(NEVER_FIRST).filter(
    ([code, { judgedBy }]) => !new RegExp(`\\b${code}\\b`).test(readFileSync(judgedBy, 'utf8')),
  );
  expect(unjudged).toEqual([]);
  expect(CODES_GIVEN_ELSEWHERE.filter((code) => NEVER_FIRST[code] === undefined)).toEqual([]);
});

test('the decision on the second opinion says how many such codes there are', () => {
  const said = /the (\d+) codes that no world shows first/.exec(
    readFileSync('docs/decisions/0029-second-opinion.md', 'utf8'),
  );
  expect(Number(said?.[1])).toBe(Object.keys(NEVER_FIRST).length);
});

describe('changes of address and consents on our pages are among the worlds that two opinions judge', () => {
  const moves = (world: World, is: (act: World['acts'][number], index: number) => boolean): boolean =>
    world.acts.some((act, index) => act.kind === 'moved' && is(act, index));
  const from0 = ({ acts }: World): readonly unknown[] =>
    acts.flatMap(({ kind, address, body }) => (kind === 'moved' && address === 0 ? [body.to] : []));
  const isCorrected = ({ address, body }: World['acts'][number]): boolean =>
    address === 0 && body.madeBy === 'advertiser';
  const KINDS: readonly (readonly [name: string, least: number, is: (world: World) => boolean])[] = [
    [
      'the person took the address',
      40,
      (world) => moves(world, ({ body }) => body.to === 0 && body.madeBy === 'person'),
    ],
    [
      'the person left it',
      15,
      (world) => moves(world, ({ address, body }) => address === 0 && body.madeBy === 'person'),
    ],
    ['the advertiser corrected it', 60, (world) => moves(world, isCorrected)],
    [
      'a correction is taken back',
      20,
      (world) => moves(world, (act) => act.body.to === 0 && from0(world).includes(act.address)),
    ],
    [
      'corrected from one to the next, and to the first again',
      15,
      (world) =>
        moves(world, (act) => act.body.to === 0 && !from0(world).includes(act.address)) && moves(world, isCorrected),
    ],
    [
      'asked for a time before it was recorded',
      8,
      (world) => moves(world, ({ recordedAt }) => Date.parse(recordedAt) > Date.parse(world.at)),
    ],
    [
      'what is of before a correction is recorded since',
      20,
      (world) =>
        moves(world, (act, index) =>
          world.acts.some(
            ({ body, address }, later) =>
              isCorrected(act) &&
              address === 0 &&
              later > index &&
              String(body.givenAt ?? body.soldAt ?? '~') < act.recordedAt,
          ),
        ),
    ],
    ['a consent on a page of ours', 50, ({ acts }) => acts.some(({ observed }) => observed === 'hosted')],
    ['something was sent to another address', 20, ({ sent }) => sent.some(({ address }) => (address ?? 0) !== 0)],
  ];
  const worlds = Array.from({ length: 2500 }, (_, index) => worldOf(index + 1));
  test.each(KINDS)('%s', (_, least, is) => {
    expect(worlds.filter(is).length).toBeGreaterThan(least);
  });
});

test('a record that something else changed supports nothing, and the same record as it was does', {
  timeout: MINUTE,
}, async () => {
  const codesOf = async (world: World) => (await verdictOf(world)).reasons.map(({ code }) => code);
  let seed = 1;
  while (!worldOf(seed).acts.some(({ altered }) => altered)) seed++;
  const world = worldOf(seed);
  const asItWas = { ...world, acts: world.acts.map(({ altered: _altered, ...act }) => act) };
  expect(await codesOf(world)).toContain('EVIDENCE_TAMPERED');
  expect(await codesOf(asItWas)).not.toContain('EVIDENCE_TAMPERED');
});

/** What is refused at a sale is an opposition too. */
const refusesAtSale = ({ acts }: World): boolean =>
  acts.some(({ kind, body }) => kind === 'sale' && body.refusal !== undefined);

test('a world is made smaller for as long as it shows the same', { timeout: MINUTE }, async () => {
  const isOpposed = async (world: World) => opinionOf(await verdictOf(world)).primary === 'OPPOSED_GLOBAL';
  let seed = 1;
  while (refusesAtSale(worldOf(seed)) || !(await isOpposed(worldOf(seed)))) seed++;
  const smallest = await shrink(worldOf(seed), isOpposed);
  expect(await isOpposed(smallest)).toBe(true);
  expect(smallest.acts.map(({ kind }) => kind)).not.toContain('sale');
  expect(smallest.forms).toEqual([]);
  expect(storyOf(smallest)).toMatch(/acts, as they were recorded:\n {2}#0 .*message at /s);
});
