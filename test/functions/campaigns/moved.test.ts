import { expect, test, vi } from 'vitest';
import { followed } from '../audience/followed-world.ts';
import { withLists } from '../jobs/lists-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfCampaigns } from './campaign-functions.ts';

const OF = { advertiserId: ADVERTISER };

const aWorld = async () => {
  const campaigns = await aWorldOfCampaigns();
  return withLists(campaigns, campaigns.queue);
};
type CampaignWorld = Awaited<ReturnType<typeof aWorld>>;

const idOf = async (world: CampaignWorld, email: string): Promise<string> =>
  (await world.call('look-up-contact', { body: { ...OF, contact: { email } } })).body.contactId;

/** The person takes another address themselves; resolves to the new contact. */
const moves = async (world: CampaignWorld, from: string, to: string): Promise<string> => {
  const path = { contactId: await idOf(world, from) };
  const body = { action: 'change-address', contact: { email: to }, madeBy: 'person' };
  let contactId = '';
  await followed(async () => {
    const changed = await world.call('change-person', { path, query: OF, body });
    expect(changed.status).toBe(200);
    contactId = changed.body.contactId;
  });
  return contactId;
};
const minutes = async (world: CampaignWorld, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await world.send(await world.minute(n === 0 ? undefined : 60));
};
const taken = (world: CampaignWorld): readonly string[] => world.provider.taken.map(({ to }) => String(to));
const rows = async (world: CampaignWorld, id: string) => (await world.show(id)).runs[0];

const people = async (world: CampaignWorld, count: number): Promise<readonly string[]> => {
  const names = Array.from({ length: count }, (_, n) => `p${n}@example.com`);
  for (const name of names) await world.agree(name);
  return names;
};

/** The rows of the table of a report, by contact. */
const reported = async (world: CampaignWorld, campaignId: string) => {
  world.queue.queued.splice(0);
  const { body } = await world.call('begin-campaign-report', { path: { campaignId }, body: OF });
  await world.work();
  const done = (await world.call('get-job', { path: { jobId: body.jobId }, query: OF })).body;
  const files = done.report.files as readonly { format: string; fileUrl: string }[];
  const csv = await (await fetch(files.find(({ format }) => format === 'csv')?.fileUrl ?? '')).text();
  const [heading = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  const names = heading.split(',');
  return new Map(
    lines.map((row) => {
      const cells = JSON.parse(`[${row}]`) as string[];
      const named = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
      return [named.contactId ?? '', named] as const;
    }),
  );
};

test('P11: who had the message and took another address has it once, and the others have a row of their own', async () => {
  const world = await aWorld();
  const names = await people(world, 12);
  const id = await world.create({ maxPerMinute: 3 });
  await minutes(world, 2);
  const had = taken(world);
  expect(had.length).toBeGreaterThan(0);
  const left = names.filter((name) => !had.includes(name));
  for (const name of names) await moves(world, name, `n-${name}`);
  await world.send(await world.minute(60));
  await minutes(world, 12);
  const all = taken(world);
  // Nobody twice, at whatever address.
  expect(had.filter((name) => all.includes(`n-${name}`))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  const { state, selected, settled } = await rows(world, id);
  expect(state).toBe('finished');
  expect(Object.values(settled as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(selected);
  // Each of those whose turn had not come is in the run, at the former address, the new one, or both.
  const recipients = await reported(world, id);
  for (const name of left) {
    const contact = await idOf(world, name);
    expect(recipients.get(contact)).toMatchObject({ state: 'refused', code: 'address-changed' });
    expect(recipients.get(contact)?.movedTo).toBe(await idOf(world, `n-${name}`));
  }
  for (const name of had) {
    const seen = recipients.get(await idOf(world, `n-${name}`));
    if (seen !== undefined) expect(seen).toMatchObject({ state: 'refused', code: 'written-to-at-other-address' });
  }
});

test('D8: the ceiling of a day counts what the address before had', async () => {
  const world = await aWorld();
  await world.call('patch-advertiser', { path: OF, body: { dailyCeiling: 1 } });
  vi.setSystemTime(Date.now() + 10_000);
  await world.agree('alix@example.com');
  await world.create();
  await minutes(world, 2);
  await moves(world, 'alix@example.com', 'new@example.com');
  const second = await world.create({ name: 'second' });
  await world.send(await world.minute(60));
  await world.send(await world.minute(60));
  expect(taken(world)).toEqual(['alix@example.com']);
  expect((await rows(world, second)).settled).toEqual({});
});

test('P11: who was put off and took another address meanwhile has a row that names it', async () => {
  const world = await aWorld();
  const names = await people(world, 2);
  await world.call('patch-advertiser', { path: OF, body: { dailyCeiling: 1 } });
  vi.setSystemTime(Date.now() + 10_000);
  await world.create({ name: 'first' });
  await minutes(world, 2);
  const second = await world.create({ name: 'second', endsAt: '2026-11-27T20:00:00Z' });
  for (let n = 0; n < 2; n += 1) await world.send(await world.minute(60));
  for (const name of names) await moves(world, name, `n-${name}`);
  vi.setSystemTime(Date.parse('2026-11-24T23:05:00Z'));
  for (let n = 0; n < 3; n += 1) await world.send(await world.minute(60));
  expect(taken(world)).toHaveLength(2);
  const recipients = await reported(world, second);
  for (const name of names)
    expect(recipients.get(await idOf(world, name))).toMatchObject({
      ...{ state: 'refused', code: 'address-changed' },
      movedTo: await idOf(world, `n-${name}`),
    });
});

test('P4: what a campaign sent is in the timeline of its contact, with the reference that its reader can quote', async () => {
  const world = await aWorld();
  await world.agree('alix@example.com');
  await world.create();
  for (const seconds of [30, 60]) await world.send(await world.minute(seconds));
  const contactId = await idOf(world, 'alix@example.com');
  const request = world.provider.taken[0]?.request as {
    Content: { Simple: { Headers: { Name: string; Value: string }[] } };
    EmailTags: { Name: string; Value: string }[];
  };
  const reference = request.Content.Simple.Headers.find(({ Name }) => Name === 'X-Message-Reference')?.Value;
  const id = request.EmailTags.find(({ Name }) => Name === 'messageId')?.Value;
  const shown = async (only?: string, more: object = {}) =>
    (await world.call('show-timeline', { path: { contactId }, query: { ...OF, ...(only && { only }), ...more } })).body;
  const sent = { at: expect.stringMatching(/^2026-11-24T10:0[01]/), sent: { id, channel: 'email', reference } };
  expect((await shown('messages')).timeline).toEqual([sent]);
  expect((await shown()).timeline).toMatchObject([sent, { event: { type: 'consent-given' } }]);
  expect((await shown('events')).timeline).toHaveLength(1);
  // Page by page each is there once.
  const first = await shown(undefined, { limit: '1' });
  expect(first.timeline).toEqual([sent]);
  const next = await shown(undefined, { limit: '1', cursor: first.nextCursor });
  expect(next.timeline).toMatchObject([{ event: { type: 'consent-given' } }]);
  const alone = await world.call('get-message', { path: { messageId: id as string }, query: OF });
  expect(alone.status).toBe(404);
  expect(alone.body.remedy.sentence).toContain('What a campaign sent');
});

/** Another campaign to the contacts that the file `moved` of a report lists: uploaded as it is. */
const again = async (world: CampaignWorld, campaignId: string) => {
  world.queue.queued.splice(0);
  const { body } = await world.call('begin-campaign-report', { path: { campaignId }, body: OF });
  await world.work();
  const { report } = (await world.call('get-job', { path: { jobId: body.jobId }, query: OF })).body;
  const file = (report.files as readonly { format: string; fileUrl: string }[]).find(
    ({ format }) => format === 'moved',
  );
  return { moved: report.moved as number | undefined, csv: file && (await (await fetch(file.fileUrl)).text()) };
};

test('P11: the report lists the contacts that nobody wrote to at their new address, and another campaign takes it as it is', async () => {
  const world = await aWorld();
  const names = await people(world, 10);
  const id = await world.create({ maxPerMinute: 3 });
  await minutes(world, 2);
  const had = taken(world);
  for (const name of names) await moves(world, name, `n-${name}`);
  await world.send(await world.minute(60));
  await minutes(world, 10);
  const recipients = await reported(world, id);
  const { moved, csv = '' } = await again(world, id);
  const [heading, ...contacts] = csv.trim().split('\r\n');
  expect([heading, contacts.length]).toEqual(['contactId', moved]);
  // Nobody who has the message, at whatever address, and nobody of whom the run says what came of them.
  for (const contact of contacts) expect(recipients.has(contact)).toBe(false);
  const before = taken(world).length;
  world.queue.queued.splice(0);
  const listed = await world.list(csv, { by: 'contactId' });
  await world.work();
  const { listId } = listed.body;
  const next = await world.create({ name: 'to those who moved', audience: { listId }, endsAt: '2026-11-25T20:00:00Z' });
  await minutes(world, 4);
  expect((await rows(world, next)).settled).toEqual({ sent: contacts.length });
  expect(taken(world)).toHaveLength(before + contacts.length);
  expect(new Set(taken(world).map((to) => to.replace('n-', ''))).size).toBe(names.length);
  expect(had.length).toBeGreaterThan(0);
});

test('a report of a run of which nobody moved has no such file', async () => {
  const world = await aWorld();
  await people(world, 2);
  const id = await world.create();
  await minutes(world, 3);
  expect(await again(world, id)).toEqual({ moved: undefined, csv: undefined });
});

test('who had the message, took another address and left it for a third, is in no such list', async () => {
  const world = await aWorld();
  const names = await people(world, 6);
  const id = await world.create({ maxPerMinute: 1 });
  await minutes(world, 2);
  const [first = ''] = taken(world);
  for (const name of names.filter((each) => each !== first)) await moves(world, name, `n-${name}`);
  await moves(world, first, `n-${first}`);
  await moves(world, `n-${first}`, `o-${first}`);
  await world.send(await world.minute(60));
  await minutes(world, 14);
  const { csv = '' } = await again(world, id);
  expect(csv).not.toContain(await idOf(world, `o-${first}`));
  expect(taken(world).filter((to) => to.endsWith(first))).toEqual([first]);
});
