import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { bounced, hear } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Addresses that SES keeps on a list: it takes the mail, keeps it back, and reports a bounce that says nothing new. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

test.each([
  ['OnAccountSuppressionList', 'running'],
  ['OnTenantSuppressionList', 'running'],
  // What it keeps back for other senders is new, and counts against the account.
  ['Suppressed', 'paused'],
  ['General', 'paused'],
])(
  'of 25 mails 20 come back as %s: the campaign is %s, and its run shows 20 that reached nobody',
  async (subType, control) => {
    await campaign.join(30);
    const run = await campaign.launch({ maxPerMinute: 25 });
    const minute = async () => {
      await campaign.minute();
      await campaign.work();
      world.clock.forward(60);
    };
    await minute();
    for (let index = 0; index < 20; index += 1)
      await hear(world, index, bounced(world.clock.now(), 'Permanent', subType));
    await minute();
    const found = await campaign.campaigns.get(world.access, run.campaignId);
    expect(found?.control).toBe(control);
    const [shown] = await campaign.campaigns.runs(world.access, run.campaignId);
    expect(shown).toMatchObject({ reported: { bounces: 20 } });
    expect(shown?.settled).not.toHaveProperty('suppressed');
  },
);
