import { describe, expect, test } from 'vitest';
import { isWhole, shareOfCount } from '#test/support/shares/share.ts';
import { cures } from '#test/worlds/properties/cures.ts';
import { orderOfTelling } from '#test/worlds/properties/order.ts';
import { refusals } from '#test/worlds/properties/refusals.ts';
import { timePassing } from '#test/worlds/properties/time.ts';
import { voidRecords } from '#test/worlds/properties/void-records.ts';
import { tallyOf } from '#test/worlds/run.ts';

/** Worlds of each property; `npm run worlds` tries a million. */
const SEEDS = { from: 1, until: shareOfCount(401, 201) };
const MINUTE = 60_000;

describe('over worlds that are built through the ledger', () => {
  test.each([
    ['a record that founds nothing by itself and awaits no human makes no verdict milder', voidRecords, 360],
    ['a refusal, an opposition or something unknown makes no verdict milder', refusals, 240],
    ['time that passes without an act of the person makes none milder', timePassing, 360],
    ['the order in which facts are told changes nothing, but for its exceptions', orderOfTelling, 180],
    ['curing every fact that turns a refusal allows, curing all but one does not', cures, 360],
  ] as const)('%s', { timeout: MINUTE }, async (_, property, least) => {
    const { held, broken } = await tallyOf(property, SEEDS);
    expect(broken).toEqual([]);
    expect(held).toBeGreaterThan(isWhole ? least : least / 2);
  });
});
