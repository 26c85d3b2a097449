import { expect, test, vi } from 'vitest';
import { type LivePorts, leftWithoutSender } from '#shared/app/settings/senders/left-without-sender.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER, ROOT } from '../../support/api.ts';
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
  const patch = async (email: readonly object[], more: object = {}) => {
    const { status, body } = await world.call('patch-advertiser', {
      path: OF,
      ...more,
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

/** What is bound, with these addresses released. */
const released = async ({ call }: Awaited<ReturnType<typeof aWorld>>, values: readonly string[], caller = ROOT) => {
  const seen = await call('get-identities', { path: OF, caller: ROOT });
  const identities = (seen.body.identities as readonly Record<string, unknown>[])
    .filter(({ value }) => !values.includes(String(value)))
    .map(({ kind, value, evidence }) => ({ kind, value, ...(evidence === undefined ? {} : { evidence }) }));
  const headers = { 'if-match': seen.headers.etag ?? '' };
  const { status, body } = await call('put-identities', { path: OF, headers, body: { identities }, caller });
  return { status, said: body.warnings as readonly Said[] };
};

test('an operator who releases the identity of a sender reads of the campaigns that pause, and what to do', async () => {
  const world = await aWorld();
  expect((await world.patch([...senders.email, OTHER])).status).toBe(200);
  const id = await world.later({ name: 'Vœux' });
  await world.later({ name: 'the other', sender: OTHER.address });
  const { status, said } = await released(world, [SENDER]);
  expect([status, said.length]).toEqual([200, 1]);
  expect(said[0]?.pointer).toBe('/identities');
  expect(said[0]?.sentence.fr).toContain(`« Vœux » (${id})`);
  expect(said[0]?.sentence.en).not.toContain('the other');
  expect(said[0]?.remedy.sentence.fr).toContain('Attribuez de nouveau l’identité à l’annonceur');
  vi.setSystemTime(Date.parse('2026-12-24T08:00:30Z'));
  await world.minute();
  expect(await world.show(id)).toMatchObject({ state: 'paused', pausedBecause: 'sender-unknown' });
});

test('an operator who releases what no sender is, or who releases nothing, is warned of none', async () => {
  const world = await aWorld();
  await world.later();
  expect(await released(world, [])).toMatchObject({ status: 200, said: [] });
  expect((await world.patch([...senders.email, OTHER])).status).toBe(200);
  expect(await released(world, [OTHER.address])).toMatchObject({ status: 200, said: [] });
});

test('an operator whose key may not read campaigns is told how many they are', async () => {
  const world = await aWorld();
  const id = await world.later({ name: 'Secret' });
  const caller: typeof ROOT = { ...ROOT, scopes: ['identities:write', 'advertisers:read'] };
  const { status, said } = await released(world, [SENDER], caller);
  expect([status, said.length]).toEqual([200, 1]);
  for (const secret of [id, 'Secret']) expect(JSON.stringify(said)).not.toContain(secret);
  expect(said[0]?.sentence.en).toContain('there are 1.');
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

test('a key that may not read campaigns is told how many they are, and neither names nor ids', async () => {
  const world = await aWorld();
  const ids = [await world.later({ name: 'Secret' }), await world.later({ name: 'Vœux' })];
  const caller = { apiKeyId: 'settings', scopes: ['advertisers:write'], advertisers: [ADVERTISER] };
  const { status, said } = await world.patch([], { caller });
  expect([status, said.length]).toEqual([200, 1]);
  for (const secret of [...ids, 'Secret', 'Vœux']) expect(JSON.stringify(said)).not.toContain(secret);
  expect(said[0]?.sentence.fr).toContain('il y en a 2.');
  expect(said[0]?.sentence.en).toContain('there are 2.');
});

test('one that is paused already is said to be so, and that it writes to nobody until it is resumed', async () => {
  const world = await aWorld();
  await world.call('pause-campaign', { path: { campaignId: await world.later() }, query: OF });
  const { said } = await world.patch([OTHER]);
  expect(said[0]?.sentence.fr).toContain(
    'si elle ne l’est pas déjà, et n’écrit à personne tant qu’on ne l’a pas reprise.',
  );
  expect(said[0]?.sentence.en).toContain('unless it is paused already, and writes to nobody until it is resumed.');
});

const campaignsOf = (items: readonly object[]): LivePorts['campaigns'] => ({
  list: async (_, { limit, after = '0' }) => {
    const next = Number(after) + limit;
    return { items: items.slice(Number(after), next), ...(next < items.length ? { next: String(next) } : {}) } as never;
  },
  runs: async () => [],
  nextRun: async () => '2026-12-24T09:00:00.000Z' as never,
});
const settingsWith = (email: readonly object[]) =>
  AdvertiserSettings.parse({ ...SETTINGS, senders: { ...senders, email } }) as never;

test.each([
  [999, 1, 0],
  [1_000, 0, 1],
])(
  'behind %s newer campaigns one is named by %s warning, and %s says that not all were read',
  async (newer, named, unread) => {
    const live = {
      control: 'running',
      endsAt: '2027-01-20T12:00:00.000Z',
      channel: 'email',
      sender: SENDER,
      name: 'old',
    };
    const over = Array.from({ length: newer }, () => ({ ...live, control: 'cancelled' }));
    const [before, stored] = [settingsWith(senders.email), settingsWith([])];
    const said = await leftWithoutSender(
      { campaigns: campaignsOf([...over, live]) },
      admit(ADVERTISER as never),
      { before, stored, mayName: true },
      '2026-12-01T09:00:00.000Z' as never,
    );
    const fr = said.map(({ sentence }) => sentence.fr);
    expect(fr.filter((each) => each.includes('« old »'))).toHaveLength(named);
    expect(fr.filter((each) => each.includes('ou pas toutes'))).toHaveLength(unread);
  },
);
