import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSmsmodeServer } from '#local/provider/smsmode-server.ts';
import { smsBySmsmode } from '#shared/adapters/smsmode/smsmode.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A campaign of which the provider refuses one number: nobody else waits for it. */
const KEY = 'k'.repeat(32);
/** So many that each shard of the audience has some. */
const PEOPLE = 60;
let world: SendWorld;
let campaign: CampaignWorld;
let server: Serving;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(async () => {
  await server.close();
  await world.close();
});

test.each([
  ['bad-number', [2], 'refused', 'running'],
  ['refuse', [2], 'refused', 'running'],
  ['refuse', [1, 2, 3], 'waiting', 'paused'],
] as const)(
  'smsmode answers with %s of those of three who come at %j: they are %s, and the campaign is %s',
  async (fault, whom, theirs, control) => {
    const { smsmode, listener } = createSmsmodeServer(() => KEY, world.clock.now);
    server = await serving(listener);
    const bySmsmode = smsBySmsmode({ url: server.url, apiKey: async () => KEY });
    let handed = 0;
    // Recipients of this world have addresses of mail: each is handed over as an SMS to a number.
    const send = async (...[, tags, terms]: Parameters<typeof bySmsmode>) => {
      handed += 1;
      if (whom.some((each) => each === handed)) smsmode.next(fault);
      return bySmsmode(
        { to: `+3361234567${handed}`, senderId: 'CAVES', text: 'CAVES: -20 %. STOP 36034' },
        tags,
        terms,
      );
    };
    await campaign.join(3);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.work((name, port) => (name === 'provider' ? ({ email: send } as typeof port) : port));
    expect((await campaign.campaigns.get(world.access, run.campaignId))?.control).toBe(control);
    const states = [...(await campaign.outcomes(run)).values()].map(({ state }) => state);
    expect(states.filter((state) => state !== 'sent')).toEqual(whom.map(() => theirs));
    expect(states).toHaveLength(3);
  },
);

test('smsmode takes each number for none: it may be the campaign, which waits for a human', async () => {
  const { smsmode, listener } = createSmsmodeServer(() => KEY, world.clock.now);
  server = await serving(listener);
  smsmode.next(...Array.from({ length: PEOPLE }, () => 'bad-number' as const));
  const bySmsmode = smsBySmsmode({ url: server.url, apiKey: async () => KEY });
  const send = (...[, tags, terms]: Parameters<typeof bySmsmode>) =>
    bySmsmode({ to: '+33612345678', senderId: 'CAVES', text: 'CAVES: -20 %. STOP 36034' }, tags, terms);
  await campaign.join(PEOPLE);
  const run = await campaign.launch();
  await campaign.minute();
  await campaign.work((name, port) => (name === 'provider' ? ({ email: send } as typeof port) : port));
  const found = await campaign.campaigns.get(world.access, run.campaignId);
  expect(found).toMatchObject({ control: 'paused', pausedBecause: 'address-undeliverable' });
});
