import { expect, test } from 'vitest';
import { benchCampaigns } from '#test/support/load/campaign-cost.ts';

test('a recipient of a campaign costs no more units and requests than its budget', async () => {
  const [cost] = await benchCampaigns([1_600]);
  expect(cost?.writeUnits).toBeLessThanOrEqual(1.3);
  // One for the query of the recipient; the rest is of their chunk, which a large campaign fills.
  expect(cost?.readUnits).toBeLessThanOrEqual(1.21);
  expect(cost?.queueRequests).toBeLessThanOrEqual(0.2);
});
