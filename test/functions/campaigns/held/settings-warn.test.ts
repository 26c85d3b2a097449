import { expect, test, vi } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Whoever takes a sender out of the settings learns which campaigns pause for it. */
const OF = { advertiserId: ADVERTISER };
const SETTINGS = EXAMPLES['put-advertiser'] as {
  readonly senders: { readonly email: readonly { readonly address: string }[] };
};
const { senders } = SETTINGS;
const [{ address: SENDER }] = senders.email as [{ readonly address: string }];
const OTHER = { address: 'lettre@maison-valmy.example', name: 'Maison Valmy' };
const LATER = { at: '2026-12-24T09:00', zone: 'Europe/Paris' };

interface Said {
  readonly pointer: string;
  readonly sentence: { readonly fr: string; readonly en: string };
  readonly remedy: { readonly sentence: { readonly fr: string } };
}

const aWorld = async () => {
  const world = await aWorldOfCampaigns();
  await world.agree('alix@example.com');
  const patch = async (email: readonly object[]) => {
    const { status, body } = await world.call('patch-advertiser', {
      path: OF,
      body: { senders: { ...senders, email } },
    });
    const said = (body.warnings as readonly Said[]).filter(({ sentence }) => sentence.en.includes('pauses itself'));
    return { status, said };
  };
  const later = (change: object = {}) =>
    world.create({ schedule: LATER, endsAt: '2027-01-20T12:00:00.000Z', sender: SENDER, ...change });
  return { ...world, patch, later };
};

test('a campaign that is to come is named to whoever takes out its sender, in both languages, with what to do', async () => {
  const world = await aWorld();
  const id = await world.later({ name: 'Vœux' });
  const { status, said } = await world.patch([OTHER]);
  expect(status).toBe(200);
  expect(said).toHaveLength(1);
  expect(said[0]?.pointer).toBe('/senders');
  expect(said[0]?.sentence.fr).toContain(`« Vœux » (${id})`);
  expect(said[0]?.sentence.en).toContain(`"Vœux" (${id})`);
  expect(said[0]?.remedy.sentence.fr).toContain('Remettez l’expéditeur');
  // And it does.
  vi.setSystemTime(Date.parse('2026-12-24T08:00:30Z'));
  await world.minute();
  expect(await world.show(id)).toMatchObject({ state: 'paused', pausedBecause: 'sender-unknown' });
});

test('a whole put says the same as a patch', async () => {
  const world = await aWorld();
  const id = await world.later();
  const seen = await world.call('get-advertiser', { path: OF });
  const put = await world.call('put-advertiser', {
    path: OF,
    headers: { 'if-match': seen.headers.etag ?? '' },
    body: { ...seen.body.settings, senders: { ...senders, email: [OTHER] } },
  });
  expect(put.status).toBe(200);
  expect(JSON.stringify(put.body.warnings)).toContain(id);
});

test('a campaign that runs, one that is paused and one that recurs are named; each that is over is not', async () => {
  const world = await aWorld();
  const running = await world.create({ maxPerMinute: 1, sender: SENDER });
  await world.agree('claude@example.com');
  await world.minute();
  const paused = await world.later({ name: 'paused' });
  await world.call('pause-campaign', { path: { campaignId: paused }, query: OF });
  const daily = await world.later({
    name: 'daily',
    schedule: { every: 'day', from: '2026-12-24', at: '09:00', zone: 'Europe/Paris' },
  });
  const cancelled = await world.later({ name: 'cancelled' });
  await world.call('cancel-campaign', { path: { campaignId: cancelled }, query: OF });
  const { said } = await world.patch([OTHER]);
  for (const id of [running, paused, daily]) expect(said[0]?.sentence.en).toContain(id);
  expect(said[0]?.sentence.en).not.toContain(cancelled);
});

test('one that has finished, or whose sender stays, or that names none while another is there, is not', async () => {
  const world = await aWorld();
  await world.create({ sender: SENDER });
  for (let minute = 0; minute < 4; minute += 1) await world.send(await world.minute(60));
  await world.later({ name: 'any sender', sender: undefined });
  expect((await world.patch([OTHER, ...senders.email])).said).toEqual([]);
  await world.later({ name: 'the other', sender: OTHER.address });
  expect((await world.patch([OTHER])).said).toEqual([]);
});

test('settings that take nobody out look at no campaign, and those that say it again say nothing', async () => {
  const world = await aWorld();
  await world.later();
  expect((await world.patch([...senders.email, OTHER])).said).toEqual([]);
  expect((await world.patch([OTHER])).said).toHaveLength(1);
  expect((await world.patch([OTHER])).said).toEqual([]);
});
