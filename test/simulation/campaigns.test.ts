import { expect, test } from 'vitest';
import { atMost } from '#shared/domain/at-most.ts';
import type { Command } from '../fuzz/store/memory-client.ts';
import { freshTable } from '../support/aws.ts';
import { campaignStoryOf } from './campaigns/campaign-story.ts';
import { commandsOf, differenceIn } from './differential.ts';
import { EVERY_FAULT } from './engine/faults.ts';
import { runStory } from './run.ts';
import { runSeeds } from './seeds.ts';
import { shrink } from './shrink.ts';
import { tellOf } from './tell.ts';

/** Those of `npm run simulate` begin at 1: each finds something else. */
const FROM = 900_001;
const SEEDS = 40;
const COMPARED = 2;
const SHRUNK = 900_005;

test('the same seed is the same history of campaigns', async () => {
  for (const seed of [1, 2, 3]) {
    const [once, again] = [await runStory(campaignStoryOf(seed)), await runStory(campaignStoryOf(seed))];
    expect(again.hash, `seed ${seed}`).toBe(once.hash);
    expect(once.lines.length, `seed ${seed}`).toBeGreaterThan(100);
  }
});

test('no promise of campaigns is broken, whatever goes wrong around it', { timeout: 120_000 }, async () => {
  const { runs, messages, failing, counts } = await runSeeds({ from: FROM, until: FROM + SEEDS }, 'campaigns-20');
  const [first] = failing;
  if (first !== undefined) {
    const story = campaignStoryOf(first.seed);
    expect.fail(tellOf({ story, plan: EVERY_FAULT, ran: await runStory(story) }));
  }
  expect(runs).toBe(SEEDS);
  expect(messages).toBeGreaterThan(5 * SEEDS);
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
  for (let seed = FROM; seed < FROM + COMPARED; seed += 1) runs.push(await commandsOf(seed, 'campaigns-20'));
  const differing = await atMost(COMPARED, runs, async (commands) => differenceIn(commands, await freshTable()));
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
