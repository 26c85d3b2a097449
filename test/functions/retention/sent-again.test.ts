import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { messageKey } from '#shared/adapters/dynamodb/keys.ts';
import { openedBy } from '#shared/adapters/dynamodb/rights/held/opened.ts';
import { getItem } from '#shared/adapters/dynamodb/table.ts';
import { showSentMessage } from '#shared/app/messages/sent/show-sent-message.ts';
import type { KeptProof } from '#shared/app/retention/proof-archive.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { NOW, sha256 } from '#test/support/builders.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

/** What they are written from: a template that many share. */
const TEMPLATE = { templateId: 'winter', version: '1' } as TemplateReference;
const fromTemplate = async (channel: 'email' | 'sms' | 'mms' | 'automated-call' = 'email') => {
  await world.templates.put(world.access, {
    ...TEMPLATE,
    ...{ advertiserId: world.access.advertiserId, class: 'prospecting', category: 'wine', recordedAt: NOW },
    ...{ putBy: 'shop', sha256: sha256('1'), channelKind: 'email', contentSha256: sha256('2'), offerSigns: [] },
  });
  return world.aMessage({ channel, fields: { template: TEMPLATE } });
};

type Reference = Awaited<ReturnType<SendWorld['aMessage']>>;

/** What a provider of each channel received, in the words of what we handed over: read from its own request. */
const received = (): Record<string, unknown> => {
  const { channel, request: all } = world.stub.taken.at(-1) ?? expect.fail('nothing left');
  const request = Object(all);
  if (channel === 'sms') {
    const at = Object.entries(request).find(([, value]) => value === 'AWS.SNS.SMS.SenderID')?.[0] ?? '';
    const senderId = request[at.replace(/Name$/, 'Value.StringValue')];
    return { to: request.PhoneNumber, senderId, text: request.Message };
  }
  if (channel === 'https') {
    const { to, sender, text, media, ssml, keys } = request;
    return ssml === undefined ? { to, senderId: sender, text, media: media[0] } : { to, callerId: sender, ssml, keys };
  }
  const [, name = '', address = ''] = /^"(.*)" <(.*)>$/.exec(request.FromEmailAddress) ?? [];
  const { Subject, Body, Headers } = request.Content.Simple;
  return {
    from: { name, address },
    to: request.Destination.ToAddresses[0],
    subject: Subject.Data,
    html: Body.Html?.Data,
    text: Body.Text.Data,
    headers: Headers.map((header: { Name: string; Value: string }) => ({ name: header.Name, value: header.Value })),
  };
};

const shown = ({ messageId, contactId }: Reference, proofs: readonly KeptProof[] = []) =>
  showSentMessage(
    {
      messages: world.ports.messages,
      variants: world.variants,
      recipients: { find: async () => undefined },
      proofs: { find: async (_access, of, place) => proofs.find((each) => each.of === of && each.place === place) },
    },
    { access: world.access, messageId, contactId },
  );

const proofOf = async (reference: Reference): Promise<KeptProof> => {
  const { contactId, messageId } = reference;
  const facts = await world.message(reference);
  const kept = {
    of: contactId,
    place: `SENT#${messageId}`,
    at: world.clock.now(),
    until: addDays(world.clock.now(), 2_000),
  };
  return { ...kept, advertiserId: world.access.advertiserId, facts };
};

describe('a message is shown again as it left', () => {
  test.each(['email', 'sms', 'mms', 'automated-call'] as const)(
    'P7: %s: byte for byte what its provider received',
    async (channel) => {
      if (channel === 'automated-call') await callsFrom(world);
      for (const reference of [await world.aMessage({ channel }), await fromTemplate(channel)]) {
        expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
        const { isExact, emptyHoles, sent } = await shown(reference);
        expect([isExact, emptyHoles]).toEqual([true, []]);
        expect(sent).toMatchObject(JSON.parse(JSON.stringify(received())));
        expect(JSON.stringify(sent)).toContain(reference.address);
      }
    },
  );

  test('P7: with the sender that was asked for, and every part of it', async () => {
    const reference = await world.aMessage({ fields: { sender: 'bonjour@maison-valmy.example' } });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    const { isExact, sent } = await shown(reference);
    expect(isExact).toBe(true);
    expect(sent).toEqual(JSON.parse(JSON.stringify(received())));
  });

  test('P7: also once the renderer says it in other words', async () => {
    const reference = await world.aMessage();
    await world.deliver(reference);
    const before = received();
    const { advertising } = FOOTER_WORDS.fr;
    vi.spyOn(FOOTER_WORDS.fr, 'advertising').mockImplementation((who) => `${advertising(who)} En d’autres mots.`);
    const again = await shown(reference);
    expect(again.isExact).toBe(true);
    expect(again.sent).toMatchObject(JSON.parse(JSON.stringify(before)));
    const next = await world.aMessage();
    await world.deliver(next);
    expect(JSON.stringify((await shown(next)).sent)).toContain('En d’autres mots.');
    expect(JSON.stringify((await shown(reference)).sent)).not.toContain('En d’autres mots.');
  });

  test('P7: after thirteen months its proof shows it with its holes and its hash, and nothing of its reader', async () => {
    const reference = await fromTemplate();
    await world.deliver(reference);
    const kept = await proofOf(reference);
    world.clock.set(addDays(world.clock.now(), 397));
    const { isExact, emptyHoles, sent, bytesSha256, verdict } = await shown(reference, [kept]);
    expect(isExact).toBe(false);
    expect(emptyHoles).toEqual(
      expect.arrayContaining(['to', 'token', 'value/html/prenom', 'value/raw/prenom', 'since']),
    );
    expect(bytesSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(verdict).toMatchObject({ outcome: 'allow' });
    expect(JSON.stringify(sent)).toContain('Bonjour {{value/raw/prenom}}');
    for (const secret of [reference.address, 'Camille']) expect(JSON.stringify(sent)).not.toContain(secret);
    await expect(shown(reference)).rejects.toMatchObject({ code: 'message-not-found' });
  });

  test('P7: of what was written for one reader alone no word is shared, and none is left with its message', async () => {
    const reference = await world.aMessage();
    await world.deliver(reference);
    const { variantSha256 = '' } = await world.message(reference);
    const shared = JSON.stringify(await world.variants.get(world.access, variantSha256));
    for (const said of ['Bonjour', 'vins', 'Camille', reference.address, 'MAISON', 'publicit'])
      expect(shared).not.toContain(said);
    const kept = await proofOf(reference);
    world.clock.set(addDays(world.clock.now(), 397));
    const { isExact, emptyHoles, bytesSha256 } = await shown(reference, [kept]);
    expect([isExact, bytesSha256]).toEqual([false, kept.facts.bytesSha256]);
    expect(emptyHoles).toEqual(expect.arrayContaining(['to', 'subject', 'html', 'text', 'headers/0/value']));
  });

  test('what never left is not found, nor what went to somebody else', async () => {
    const reference = await world.aMessage();
    await expect(shown(reference)).rejects.toMatchObject({ code: 'message-not-found' });
    await world.deliver(reference);
    const other = await world.aMessage();
    await expect(shown({ ...reference, contactId: other.contactId })).rejects.toMatchObject({
      code: 'message-not-found',
    });
  });
});

test('who asks for their data is given what was written for them, decrypted', async () => {
  const reference = await fromTemplate();
  await world.deliver(reference);
  const away = (cause: unknown) => dependencyUnavailable('The table', cause);
  const stored = (await getItem(world.table, messageKey(world.access, reference.messageId), away)) ?? {};
  const { fields } = await openedBy(sendVault())(world.access, reference.contactId, stored);
  expect(fields).toMatchObject({ writtenForThem: { to: reference.address, 'value/raw/prenom': 'Camille' } });
  expect(stored.encryptedHoles).toEqual(expect.any(String));
  expect(JSON.stringify(fields)).not.toContain(String(stored.encryptedHoles));
});

test('a store that keeps nothing lets nothing leave: the message waits, unclaimed, and leaves once', async () => {
  const reference = await world.aMessage();
  const away = { keep: () => Promise.reject(dependencyUnavailable('The store of what was sent', new Error('away'))) };
  expect(await world.deliver(reference, { ports: { variants: away } })).toMatchObject({ state: 'put-back' });
  expect(world.stub.calls()).toBe(0);
  expect((await world.sends(reference.contactId)).flatMap(({ entries }) => entries)).toEqual([]);
  expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  expect(world.stub.calls()).toBe(1);
});
