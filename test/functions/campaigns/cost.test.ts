import { expect, test } from 'vitest';
import { billOf, sumOf } from '#test/support/load/campaign-bill.ts';
import { benchCampaigns } from '#test/support/load/campaign-cost.ts';

test('a recipient of a campaign costs no more units and requests than docs/capacity.md says', async () => {
  const [cost] = await benchCampaigns([1_600]);
  if (cost === undefined) throw new Error('nothing was measured');
  expect(cost.writeUnits).toBeLessThanOrEqual(1.3);
  // The first claim of a month puts its entry in the index; nothing else of a campaign is in any.
  expect(cost.indexUnits).toBeCloseTo(1, 2);
  // One for the query of the recipient, and 0.08 for the page of the audience; the rest is of their chunk, which a large campaign fills.
  expect(cost.readUnits).toBeLessThanOrEqual(1.29);
  expect(cost.queueRequests).toBeLessThanOrEqual(0.07);
  // The run is read once: of a report is left whether a message of this id is stored, and the note in the claim.
  expect(cost.afterwards.report.readUnits).toBeLessThan(1.1);
  expect(cost.afterwards.report.writeUnits).toBe(1);
  expect(cost.afterwards.look.readUnits).toBeLessThan(0.65);
  const besides = { waits: 0.45, tableCallMs: 0.4, mailCallMs: 2 };
  expect(sumOf(billOf({ ...cost, cpuMs: { ...cost.cpuMs, all: 5 } }, besides))).toBeLessThan(4.6);
});
