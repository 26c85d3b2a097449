import { expect, test } from 'vitest';
import { atMost } from '#shared/domain/at-most.ts';
import type { Command } from '../fuzz/store/memory-client.ts';
import { freshTable } from '../support/aws.ts';
import { shareOf, shareOfCommit } from '../support/shares/share.ts';
import { commandsOf, differenceIn } from './differential.ts';
import { EVERY_FAULT, ROUTED_FAULTS } from './engine/faults.ts';
import { BUGS } from './planted/bugs.ts';
import { edited, plant, sourceOf } from './planted/plant.ts';
import { undeclaredIn } from './planted/undeclared.ts';
import { inProcess } from './processes.ts';
import { runStory } from './run.ts';
import { NOTHING, runSeeds, together } from './seeds.ts';
import { shrink } from './shrink.ts';
import { routedStoryOf, storyOf } from './story.ts';
import { tellOf } from './tell.ts';

/** Those of `npm run simulate` begin at 1: each finds something else. */
const FROM = 900_001;
/** Runs that show between them whatever must have happened; of the other thirty-eight each commit draws some. */
const SHOWING: readonly number[] = [4, 20].map((place) => FROM - 1 + place);
const SEEDS = shareOf(
  Array.from({ length: 40 }, (_, index) => FROM + index),
  { every: 3, kindsOf: (seed) => (SHOWING.includes(seed) ? [`run ${seed}`] : []) },
  shareOfCommit(),
);
const ROUTED_SEEDS = 18;
/** Three in ten: each commit draws others. */
const COMPARED = shareOf(
  Array.from({ length: 10 }, (_, index) => FROM + index),
  { every: 10 / 3, kindsOf: () => [] },
  shareOfCommit(),
);
const AT_ONCE = 8;
const SHRUNK = 900_006;

test('the same seed is the same history', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const [once, again] = [await runStory(storyOf(seed)), await runStory(storyOf(seed))];
    expect(again.hash, `seed ${seed}`).toBe(once.hash);
    expect(once.lines.length, `seed ${seed}`).toBeGreaterThan(20);
  }
  expect((await runStory(storyOf(5))).hash).not.toBe((await runStory(storyOf(6))).hash);
});

test('no promise of the send path is broken, whatever goes wrong around it', { timeout: 120_000 }, async () => {
  let found = NOTHING;
  for (const seed of SEEDS) found = together(found, await runSeeds({ from: seed, until: seed + 1 }, 'messages'));
  const { runs, failing, counts } = found;
  const [first] = failing;
  if (first !== undefined) {
    const story = storyOf(first.seed);
    expect.fail(tellOf({ story, plan: EVERY_FAULT, ran: await runStory(story) }));
  }
  expect(runs).toBe(SEEDS.length);
  for (const happened of [
    'sent',
    'settled-before',
    'unknown-final',
    'fault: killed',
    'fault: answer-lost',
    'fault: skewed',
  ])
    expect(counts[happened] ?? 0, happened).toBeGreaterThan(0);
});

test('no promise is broken by a provider that reports by HTTPS, whatever it reports', {
  timeout: 120_000,
}, async () => {
  const { runs, failing, counts } = await runSeeds({ from: FROM, until: FROM + ROUTED_SEEDS }, 'routed');
  const [first] = failing;
  if (first !== undefined) {
    const story = routedStoryOf(first.seed);
    expect.fail(tellOf({ story, plan: EVERY_FAULT, ran: await runStory(story) }));
  }
  expect(runs).toBe(ROUTED_SEEDS);
  for (const happened of [
    ...['sent', 'report opposed', 'report settled', 'report ignored', 'report answered 204', 'report answered 401'],
    ...ROUTED_FAULTS.map((kind) => `fault: ${kind}`),
  ])
    expect(counts[happened] ?? 0, happened).toBeGreaterThan(0);
});

test('the table in memory answers the runs as DynamoDB Local does', { timeout: 120_000 }, async () => {
  const runs: (readonly Command[])[] = [];
  for (const seed of COMPARED) runs.push(await commandsOf(seed, 'messages'));
  const differing = await atMost(AT_ONCE, runs, async (commands) => differenceIn(commands, await freshTable()));
  expect(differing.filter((each) => each !== undefined).map((each) => each.slice(0, 2_000))).toEqual([]);
  // The shortest of the ten has 52.
  expect(Math.min(...runs.map(({ length }) => length))).toBeGreaterThan(40);
});

test('what is left of a run is what it shows, and is printed as a story', async () => {
  const story = storyOf(SHRUNK);
  const failing = { story, plan: EVERY_FAULT, ran: await runStory(story) };
  const isKilled = ({ happened }: typeof failing.ran) => happened.some(({ kind }) => kind === 'killed');
  expect(isKilled(failing.ran)).toBe(true);
  const smallest = await shrink(failing, isKilled, 40);
  expect(isKilled(smallest.ran)).toBe(true);
  expect(smallest.story.messages.length).toBeLessThan(story.messages.length);
  expect(smallest.ran.happened.length).toBeLessThan(failing.ran.happened.length / 2);
  const told = tellOf(smallest);
  for (const part of [`seed ${SHRUNK}`, 'killed#1', 'what happened:', 'somebody asks']) expect(told).toContain(part);
});

test('each planted bug can still be planted', () => {
  for (const { name, edits } of BUGS)
    for (const edit of edits) expect(() => edited(sourceOf(edit.file), edit), name).not.toThrow();
  expect(undeclaredIn(BUGS)).toBe('');
  const file = 'shared/app/campaigns/dispatching/look-at-run.ts';
  const edits = [{ file, find: 'const USUAL_PAGES = 200;', put: '' }];
  expect(undeclaredIn([{ name: 'what nothing declares', edits }])).toContain('USUAL_PAGES');
  const twice = [{ file, find: 'const USUAL_PAGES = 200;', put: 'const USUAL_PAGES = 200;\nconst USUAL_PAGES = 2;' }];
  expect(undeclaredIn([{ name: 'what is declared twice', edits: twice }])).toContain('noRedeclare');
  expect(() => edited('a b a', { file: '', find: 'a', put: 'c' })).toThrow('found 2 times');
});

test('a copy with a bug in it has all that it runs on', async () => {
  const [bug] = BUGS;
  const { root, remove } = plant(bug ?? expect.fail('no bug'));
  expect(await inProcess(root, { from: 1, until: 2 }, 'campaigns-20')).toMatchObject({ runs: 1 });
  remove();
});
