import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contextOfHoles } from '#shared/adapters/crypto/encryption-context.ts';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { wrappedKeysOf } from '#shared/adapters/dynamodb/ledger/contact-keys.ts';
import { showSentMessage } from '#shared/app/messages/sent/show-sent-message.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';

/** What a campaign sent is shown again for each of its recipients, of whom no message is stored. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  // Recipients are found by the shard that the index has them in.
  campaign = await startCampaignWorld(world, (contactId) => shardOf(contactId, AUDIENCE_SHARDS));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

/** A campaign whose content says something of each reader: by mail, or by SMS. */
const launched = async (count: number, channel: 'email' | 'sms' = 'email') => {
  const joined = channel === 'email' ? await campaign.join(count) : await texted(count);
  const content =
    channel === 'email'
      ? { subject: 'Bonjour {{nom}}', html: '<p>Bonjour {{nom}}</p>', text: 'Bonjour {{nom}}' }
      : { text: 'Bonjour {{nom}}, -20 % sur les vins' };
  const contentSha256 = await world.ports.contents.put(world.access, content);
  const run = await campaign.launch({ channel, contentSha256, mergeValues: { nom: 'Camille & Cie' } });
  return { joined, run };
};

/** Contacts who agreed to be texted. */
const texted = async (count: number): Promise<readonly Listed[]> => {
  const made = await Promise.all(Array.from({ length: count }, () => world.aMessage({ channel: 'sms' })));
  const joined = made.map(({ contactId, address }) => ({ contactId, address }));
  campaign.contacts.push(...joined);
  return joined;
};

const shown = (run: RunName, { contactId }: Listed) =>
  showSentMessage(
    {
      messages: world.ports.messages,
      variants: world.variants,
      recipients: campaign.kept.recipients,
      proofs: { find: async () => undefined },
    },
    { access: world.access, messageId: recipientMessageIdOf(run, contactId), contactId },
  );

/** What the provider was handed for this address, in the words of what we handed over: read from its own request. */
const received = ({ address }: Listed): Record<string, unknown> => {
  const all = world.stub.taken.filter(({ request }) => JSON.stringify(request).includes(address));
  expect(all).toHaveLength(1);
  const request = Object(all[0]?.request);
  if (all[0]?.channel === 'sms') return { to: request.PhoneNumber, text: request.Message };
  const { Subject, Body, Headers } = request.Content.Simple;
  const headers = Headers.map((header: { Name: string; Value: string }) => ({
    name: header.Name,
    value: header.Value,
  }));
  const [to] = request.Destination.ToAddresses;
  return { to, subject: Subject.Data, html: Body.Html?.Data, text: Body.Text.Data, headers };
};

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('what a campaign sent is shown again', () => {
  test.each(['email', 'sms'] as const)(
    'P7: %s: byte for byte what the provider received, each their own',
    async (channel) => {
      const { joined, run } = await launched(3, channel);
      await campaign.settle();
      for (const contact of joined) {
        const { isExact, emptyHoles, sent, status, bytesSha256 } = await shown(run, contact);
        expect([isExact, emptyHoles, status]).toEqual([true, [], 'sent']);
        expect(bytesSha256).toMatch(/^[0-9a-f]{64}$/);
        expect(sent).toMatchObject(plain(received(contact)));
        expect(JSON.stringify(sent)).toContain(contact.address);
      }
      expect(world.stub.calls()).toBe(3);
    },
  );

  test('P7: also once the renderer says it in other words', async () => {
    const { joined, run } = await launched(1);
    await campaign.settle();
    const [contact = expect.fail('nobody')] = joined;
    const { advertising } = FOOTER_WORDS.fr;
    vi.spyOn(FOOTER_WORDS.fr, 'advertising').mockImplementation((who) => `${advertising(who)} En d’autres mots.`);
    const { isExact, sent } = await shown(run, contact);
    expect(isExact).toBe(true);
    expect(sent).toMatchObject(plain(received(contact)));
  });

  test('P7: nobody else is shown by the id of one, and nothing by what was never sent', async () => {
    const { joined, run } = await launched(2);
    const [one = expect.fail('nobody'), other = expect.fail('nobody')] = joined;
    await expect(shown(run, one)).rejects.toMatchObject({ code: 'message-not-found' });
    await campaign.settle();
    const messageId = recipientMessageIdOf(run, one.contactId);
    expect(await campaign.kept.recipients.find(world.access, messageId, other.contactId)).toBeUndefined();
  });
});

describe('what is kept of each reader', () => {
  test('P7: lies encrypted, an object for a chunk, under the months of its advertiser', async () => {
    campaign.kept.months.of = 3;
    const { joined } = await launched(3);
    await campaign.settle();
    const stored = [...campaign.kept.objects];
    expect(stored.length).toBeGreaterThan(0);
    const tokens = world.stub.taken.map(({ request }) => /\/o\/([A-Za-z0-9_-]+)/.exec(JSON.stringify(request))?.[1]);
    for (const [key, body] of stored) {
      expect(key).toMatch(/^values\/3\/maison-valmy\/cmp_/);
      const said = `${key}${body}${Object.values(plain(JSON.parse(body))).map((each) => Buffer.from(String(each), 'base64').toString('latin1'))}`;
      for (const secret of [...joined.map(({ address }) => address), ...tokens, 'Camille', '"token"'])
        expect(said).not.toContain(secret);
    }
    expect(stored.flatMap(([, body]) => Object.keys(JSON.parse(body))).toSorted()).toEqual(
      joined.map(({ contactId }) => contactId).toSorted(),
    );
  });

  test('P7: is of one message: what another was sent does not open in its place', async () => {
    const { joined, run } = await launched(2);
    await campaign.settle();
    const [one = expect.fail('nobody'), other = expect.fail('nobody')] = joined;
    const all: Record<string, string> = Object.assign(
      {},
      ...[...campaign.kept.objects.values()].map((body) => JSON.parse(body)),
    );
    const swapped = JSON.stringify({ ...all, [one.contactId]: all[other.contactId] });
    for (const key of campaign.kept.objects.keys()) campaign.kept.objects.set(key, swapped);
    const { isExact, emptyHoles, sent } = await shown(run, one);
    expect([isExact, emptyHoles.length > 0]).toEqual([false, true]);
    expect(JSON.stringify(sent)).not.toContain(other.address);
    expect((await shown(run, other)).isExact).toBe(true);
  });

  test.each(['damaged', '{"to":1}', 'deflated:AAAA'])(
    'is not read where it was written amiss, as %s: nobody says that it was never kept',
    async (text) => {
      const { joined, run } = await launched(1);
      await campaign.settle();
      const [contact = expect.fail('nobody')] = joined;
      const vault = sendVault();
      const { contactId } = contact;
      const wrapped =
        (await wrappedKeysOf({ ...world.table, clock: world.clock }, world.access, [contactId])).get(contactId) ??
        expect.fail('no key');
      const context = contextOfHoles(world.access, recipientMessageIdOf(run, contactId));
      const amiss = vault.encrypt(await vault.unwrap(run.advertiserId, wrapped), text, context);
      for (const key of campaign.kept.objects.keys())
        campaign.kept.objects.set(key, JSON.stringify({ [contactId]: amiss }));
      await expect(shown(run, contact)).rejects.toMatchObject({ code: 'stored-unreadable' });
    },
  );

  test('P7: is read no more after its months: the hash and the holes are', async () => {
    campaign.kept.months.of = 2;
    const { joined, run } = await launched(1);
    await campaign.settle();
    const [contact = expect.fail('nobody')] = joined;
    world.clock.set(addDays(world.clock.now(), 60));
    expect((await shown(run, contact)).isExact).toBe(true);
    world.clock.set(addDays(world.clock.now(), 2));
    const { isExact, emptyHoles, sent, bytesSha256 } = await shown(run, contact);
    expect([isExact, bytesSha256]).toEqual([false, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(emptyHoles).toEqual(expect.arrayContaining(['to', 'token']));
    expect(JSON.stringify(sent)).not.toContain(contact.address);
    world.clock.set(addDays(world.clock.now(), 397));
    await expect(shown(run, contact)).rejects.toMatchObject({ code: 'message-not-found' });
  });
});

test('a store that is away is tried again; nobody is written to twice, each has an outcome, and what is missing is said', async () => {
  const { joined, run } = await launched(3);
  await campaign.minute();
  let asked = 0;
  const away = <P extends object>(name: string, port: P): P => {
    if (name !== 'values') return port;
    const keep = async () => {
      asked += 1;
      throw dependencyUnavailable('The store of what was sent', new Error('away'));
    };
    return { ...port, keep } as P;
  };
  const outcomes = await campaign.work(away);
  expect(asked).toBe(3 * outcomes.length);
  expect(outcomes.reduce((sum, { valuesLost = 0 }) => sum + valuesLost, 0)).toBe(3);
  await campaign.settle();
  expect(world.stub.calls()).toBe(3);
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3 });
  for (const contact of joined) {
    const { isExact, emptyHoles, sent } = await shown(run, contact);
    expect([isExact, emptyHoles.length > 0]).toEqual([false, true]);
    expect(JSON.stringify(sent)).not.toContain(contact.address);
  }
});

test('a store that comes back within the chunk loses nothing', async () => {
  const { joined, run } = await launched(1);
  let asked = 0;
  const once = <P extends object>(name: string, port: P): P => {
    if (name !== 'values') return port;
    const { keep } = port as unknown as CampaignWorld['kept']['values'];
    const first: typeof keep = (...of) => (asked++ === 0 ? Promise.reject(new Error('away')) : keep(...of));
    return { ...port, keep: first } as P;
  };
  await campaign.minute();
  await campaign.work(once);
  expect((await shown(run, joined[0] ?? expect.fail('nobody'))).isExact).toBe(true);
});
