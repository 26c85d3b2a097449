import { expect, test } from 'vitest';
import { areComplaintsMany, brakeOf, brakeOfRuns } from '#shared/domain/campaign/brake.ts';

test.each([
  ['nothing is reported', { sent: 10_000, complaints: 0, bounces: 0 }, undefined],
  [
    'as many complaints as are too many, of 2,000 delivered',
    { sent: 2_000, complaints: 6, bounces: 0 },
    'too-many-complaints',
  ],
  ['as many, of one fewer delivered', { sent: 1_999, complaints: 6, bounces: 0 }, undefined],
  ['bounces are not delivered', { sent: 2_019, complaints: 7, bounces: 20 }, undefined],
  ['few complaints are none', { sent: 2_000, complaints: 4, bounces: 0 }, undefined],
  ['complaints below the rate', { sent: 10_000, complaints: 29, bounces: 0 }, undefined],
  ['complaints at the rate', { sent: 10_000, complaints: 30, bounces: 0 }, 'too-many-complaints'],
  ['what the provider kept back is no bounce', { sent: 400, complaints: 0, bounces: 39, suppressed: 20 }, undefined],
  ['nor among as many others', { sent: 400, complaints: 0, bounces: 40, suppressed: 20 }, 'too-many-bounces'],
  ['bounces at the rate', { sent: 400, complaints: 0, bounces: 20 }, 'too-many-bounces'],
  ['bounces below the rate', { sent: 401, complaints: 0, bounces: 20 }, undefined],
  ['few bounces are none', { sent: 100, complaints: 0, bounces: 19 }, undefined],
])('%s', (_what, reported, expected) => {
  expect(brakeOf(reported)).toBe(expected);
});

test.each([
  ['one in a thousand of 2,000', { sent: 2_000, complaints: 2, bounces: 0 }, true],
  ['fewer', { sent: 2_001, complaints: 2, bounces: 0 }, false],
  ['of what was delivered', { sent: 2_002, complaints: 2, bounces: 2 }, true],
  ['of too few to say', { sent: 1_999, complaints: 9, bounces: 0 }, false],
])('complaints are warned of: %s', (_what, reported, expected) => {
  expect(areComplaintsMany(reported)).toBe(expected);
});

const run = (sent: number, bounces: number, isBraked = false) => ({
  reported: { sent, complaints: 0, bounces },
  isBraked,
});

test.each([
  ['no run at all', [], undefined],
  ['a bad one that the runs after it outweigh', [run(400, 0), run(40, 20), run(4_000, 0)], undefined],
  ['a bad one before good ones', [run(40, 20), run(4_000, 0)], 'too-many-bounces'],
  ['two that are small', [run(100, 10), run(100, 10), run(4_000, 0)], 'too-many-bounces'],
  ['two of which the earlier was seen', [run(100, 10), run(100, 20, true)], undefined],
  ['the one after what was seen', [run(100, 20), run(100, 20, true)], 'too-many-bounces'],
  ['nothing after what was seen', [run(100, 20, true), run(100, 20)], undefined],
])('of runs, the latest first: %s', (_what, runs, expected) => {
  expect(brakeOfRuns(runs)).toBe(expected);
});
