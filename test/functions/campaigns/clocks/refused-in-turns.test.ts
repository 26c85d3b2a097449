import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Whoever is tried again and again, for a cause that may pass, leaves places of the minute to those who were never tried. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const HOUR = instant('2026-12-01T08:00:00Z');

/** A provider that refuses so many people for now, whenever they come. */
const refusing = (most: number) => {
  const refused = new Set<string>();
  const wrap = <P extends object>(name: string, port: P): P => {
    if (name !== 'provider') return port;
    const { email } = port as { email: (outgoing: { to: string }, ...rest: unknown[]) => Promise<unknown> };
    return {
      ...port,
      email: async (outgoing: { to: string }, ...rest: unknown[]) => {
        if (refused.size < most) refused.add(outgoing.to);
        if (refused.has(outgoing.to)) return { answer: 'not-taken', retryable: true, cause: 'refused:Passing' };
        return email(outgoing, ...rest);
      },
    };
  };
  return { wrap, refused };
};

test.each([
  ['a wave', { waves: '2026-12-01T09:00' }, { joined: 6, refused: 1, pace: 1, minutes: 16 }],
  ['a wave', { waves: '2026-12-01T09:00' }, { joined: 30, refused: 4, pace: 4, minutes: 18 }],
  ['an audience', { at: '2026-12-01T09:00', zone: 'Europe/Paris' }, { joined: 6, refused: 1, pace: 1, minutes: 16 }],
  ['an audience', { at: '2026-12-01T09:00', zone: 'Europe/Paris' }, { joined: 30, refused: 4, pace: 4, minutes: 18 }],
] as const)('the others of %s leave, at %j', async (_of, schedule, { joined, refused, pace, minutes }) => {
  await campaign.join(joined);
  world.clock.set(instant('2026-12-01T07:50:00Z'));
  const firstRun = 'waves' in schedule ? world.clock.now() : HOUR;
  const of = { schedule, endsAt: instant('2026-12-01T20:00:00Z'), maxPerMinute: pace };
  const run = await campaign.launch({ ...of, firstRun });
  await campaign.minute();
  await campaign.work();
  world.clock.set(HOUR);
  const provider = refusing(refused);
  for (let minute = 0; minute < minutes; minute += 1) {
    await campaign.minute();
    await campaign.work(provider.wrap);
    world.clock.forward(60);
  }
  const states = [...(await campaign.outcomes(run))].map(([, { state }]) => state);
  expect(provider.refused.size).toBe(refused);
  expect(states.filter((state) => state === 'sent')).toHaveLength(joined - refused);
  expect(states.filter((state) => state === 'waiting')).toHaveLength(refused);
});
