import { expect, test } from 'vitest';
import { atMost } from '#shared/domain/at-most.ts';
import type { Command } from '../fuzz/store/memory-client.ts';
import { freshTable } from '../support/aws.ts';
import { shareOf, shareOfCommit } from '../support/shares/share.ts';
import { campaignStoryOf } from './campaigns/campaign-story.ts';
import { commandsOf, differenceIn } from './differential.ts';
import { EVERY_FAULT } from './engine/faults.ts';
import { runStory } from './run.ts';
import { NOTHING, runSeeds, together } from './seeds.ts';
import { shrink } from './shrink.ts';
import { tellOf } from './tell.ts';

/** Those of `npm run simulate` begin at 1: each finds something else. */
const FROM = 900_001;
const seedsFrom = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => FROM + index);
/** Runs that show between them whatever must have happened. They are always drawn; where one shows it no more, another is to be named. */
const SHOWING: readonly number[] = [8, 12, 14, 30].map((place) => FROM - 1 + place);
const kindsOf = (seed: number): readonly string[] => (SHOWING.includes(seed) ? [`run ${seed}`] : []);
/** A quarter of forty, and one of four to compare: each commit draws others. */
const SEEDS = shareOf(seedsFrom(40), { every: 4, kindsOf }, shareOfCommit());
const COMPARED = shareOf(seedsFrom(4), { every: 4, kindsOf: () => [] }, shareOfCommit());
const AT_ONCE = 2;
const SHRUNK = 900_005;

test('the same seed is the same history of campaigns', async () => {
  for (const seed of [1, 2, 3]) {
    const [once, again] = [await runStory(campaignStoryOf(seed)), await runStory(campaignStoryOf(seed))];
    expect(again.hash, `seed ${seed}`).toBe(once.hash);
    expect(once.lines.length, `seed ${seed}`).toBeGreaterThan(100);
  }
});

test('no promise of campaigns is broken, whatever goes wrong around it', { timeout: 120_000 }, async () => {
  let found = NOTHING;
  for (const seed of SEEDS) found = together(found, await runSeeds({ from: seed, until: seed + 1 }, 'campaigns-20'));
  const { runs, messages, failing, counts } = found;
  const [first] = failing;
  if (first !== undefined) {
    const story = campaignStoryOf(first.seed);
    expect.fail(tellOf({ story, plan: EVERY_FAULT, ran: await runStory(story) }));
  }
  expect(runs).toBe(SEEDS.length);
  expect(messages).toBeGreaterThan(5 * SEEDS.length);
  for (const happened of [
    ...[
      'sent',
      'refused',
      'waiting',
      'deferred',
      'cancelled',
      'expired',
      'unknown-final',
      'claim-held',
      'WAVE_LATER',
      'in-review',
    ],
    ...['a deploy', 'a cut repeated', 'two dispatchers in a minute', 'a dispatcher killed', 'a chunk taken up again'],
    ...['job finished', 'fault: killed', 'fault: answer-lost', 'fault: throttled', 'fault: skewed'],
  ])
    expect(counts[happened] ?? 0, happened).toBeGreaterThan(0);
});

test('the table in memory answers campaigns as DynamoDB Local does', { timeout: 120_000 }, async () => {
  const runs: (readonly Command[])[] = [];
  for (const seed of COMPARED) runs.push(await commandsOf(seed, 'campaigns-20'));
  const differing = await atMost(AT_ONCE, runs, async (commands) => differenceIn(commands, await freshTable()));
  expect(differing.filter((each) => each !== undefined).map((each) => each.slice(0, 2_000))).toEqual([]);
});

test('what is left of a run with campaigns is what it shows, and is printed as a story', async () => {
  const story = campaignStoryOf(SHRUNK);
  const failing = { story, plan: EVERY_FAULT, ran: await runStory(story) };
  const isKilled = ({ happened }: typeof failing.ran) => happened.some(({ kind }) => kind === 'killed');
  expect(isKilled(failing.ran)).toBe(true);
  const smallest = await shrink(failing, isKilled, 40);
  expect(isKilled(smallest.ran)).toBe(true);
  expect(smallest.story.people.length).toBeLessThan(story.people.length);
  const told = tellOf(smallest);
  for (const part of [`seed ${SHRUNK}`, 'REF', 'killed#1', 'what happened:', 'is created'])
    expect(told).toContain(part);
});
