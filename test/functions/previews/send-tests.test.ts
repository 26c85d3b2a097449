import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import type { DecryptedMessage, SendSteps } from '#shared/app/send/send-steps.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { Message, TemplateReference } from '#shared/domain/message/message.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { instant, NOW, sha256 } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

const CHANNELS = ['email', 'sms'] as const;
const EVIDENCE = { sha256: sha256('e') };
const AGREED = { agreedAt: instant('2026-11-20T09:00:00Z'), evidence: EVIDENCE };

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const agree = (address: string, testsAgreed: DeclaredFacts['testsAgreed'] = AGREED) =>
  declareContact(
    { ...world.ports, ledger: world.ledger, fingerprints: world.fingerprints, pause: async () => undefined },
    {
      access: world.access,
      address: { kind: address.includes('@') ? 'email' : 'phone', value: address },
      declared: { testsAgreed },
      actor: { by: 'system' },
    },
  );
/** A test to somebody who agreed to receive tests, and to nothing else. */
const aTest = async (channel: 'email' | 'sms' = 'email', fields: Partial<Message> = {}) => {
  const reference = await world.aMessage({ channel, consents: false, fields: { test: true, ...fields } });
  await agree(reference.address);
  return reference;
};
const taken = () => JSON.stringify(world.stub.taken.at(-1)?.request);

describe('a test of a template', () => {
  test('is sent without a basis, marked as a test, with the reader’s own link', async () => {
    const reference = await aTest();
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    expect(taken()).toContain('[TEST] Nos vins d’hiver');
    expect(taken()).toContain('{"Name":"X-Message-Test","Value":"true"}');
    expect(taken()).toContain('vous avez accepté le 20 novembre 2026 de recevoir les messages d’essai de');
    expect(taken()).toMatch(/<https:\/\/stop\.maison-valmy\.example\/o\/[\w-]{20,165}>/);
    expect(taken()).not.toContain('preview-preview');
    expect(await world.message(reference)).toMatchObject({
      status: 'sent',
      test: true,
      verdict: { outcome: 'allow', reasons: [{ code: 'OK_TEST', detail: 'prospecting' }] },
    });
  });

  test('of a text has its mark after the name, and STOP last', async () => {
    const reference = await aTest('sms');
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    const { Message } = world.stub.taken.at(-1)?.request ?? {};
    expect(Message).toBe('Maison Valmy (TEST): -20 % sur les vins STOP 36105');
  });

  test('goes at night by e-mail; by SMS it waits for the hours of prospecting', async () => {
    world.clock.set(instant('2026-11-24T22:30:00Z'));
    expect(await world.deliver(await aTest())).toEqual({ state: 'sent' });
    expect(await world.deliver(await aTest('sms'))).toEqual({ state: 'deferred', code: 'QUIET_HOURS_SMS' });
    expect(world.stub.taken).toHaveLength(1);
  });

  test('is handed over once, however often it is delivered', async () => {
    const reference = await aTest();
    await world.deliver(reference);
    await world.deliver(reference);
    world.stub.next('take-and-drop');
    const dropped = await aTest();
    await world.deliver(dropped);
    await world.deliver(dropped);
    expect(world.stub.taken).toHaveLength(2);
  });

  test('P1: goes to nobody who did not agree, or took it back', async () => {
    const stranger = await world.aMessage({ consents: false, fields: { test: true } });
    expect(await world.deliver(stranger)).toEqual({ state: 'refused', code: 'TEST_NOT_AGREED' });
    // A consent to prospecting is no agreement to tests.
    const customer = await world.aMessage({ fields: { test: true } });
    expect(await world.deliver(customer)).toEqual({ state: 'refused', code: 'TEST_NOT_AGREED' });
    const ended = await aTest();
    await agree(ended.address, { ...AGREED, endedAt: NOW });
    expect(await world.deliver(ended)).toEqual({ state: 'refused', code: 'TEST_NOT_AGREED' });
    expect(world.stub.taken).toEqual([]);
  });

  test.each(CHANNELS)('P2: an opposition after it was accepted stops it: %s', async (channel) => {
    const reference = await aTest(channel);
    await world.oppose(reference.contactId, channel);
    expect(await world.deliver(reference)).toEqual({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(world.stub.taken).toEqual([]);
  });

  test('P2: an agreement that is put again after an opposition lifts nothing', async () => {
    const reference = await aTest();
    await world.oppose(reference.contactId, 'email');
    world.clock.forward(3600);
    await agree(reference.address, { ...AGREED, agreedAt: world.clock.now() });
    expect(await world.deliver(reference)).toEqual({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(world.stub.taken).toEqual([]);
  });

  test('of a draft that was replaced since is judged as prospecting, by what its reader would see', async () => {
    const draft = { templateId: 'order', version: '1' } as TemplateReference;
    const put = (contentSha256: string) =>
      world.templates.put(world.access, {
        ...draft,
        advertiserId: world.access.advertiserId,
        class: 'transactional',
        category: 'wine',
        reason: 'order',
        draft: true,
        recordedAt: NOW,
        putBy: 'shop',
        sha256: sha256('1'),
        channelKind: 'email',
        contentSha256,
        offerSigns: [],
      });
    const reference = await aTest('email', { template: draft, reference: '1042' });
    await put((await world.message(reference)).contentSha256);
    await world.deliver(reference);
    expect(taken()).not.toContain('publicitaire');
    const late = await aTest('email', { template: draft, reference: '1042' });
    await put(sha256('2'));
    expect(await world.deliver(late)).toEqual({ state: 'sent' });
    expect(taken()).toContain('publicitaire');
    expect((await world.message(late)).verdict?.reasons).toEqual([{ code: 'OK_TEST', detail: 'prospecting' }]);
  });

  test('P10: where the store cannot be read it is put back, and not sent', async () => {
    const reference = await aTest();
    expect(await world.deliver(reference, { ports: { vetReads: world.unreachable.vetReads } })).toEqual({
      state: 'put-back',
      code: 'OPPOSITION_STORE_UNAVAILABLE',
    });
    expect(world.stub.taken).toEqual([]);
  });

  test('P3: is stopped where its bytes are not what they must be, as any message', async () => {
    const contentSha256 = await world.ports.contents.put(world.access, { text: 'Nos vins. STOP 36999' });
    const reference = await world.aMessage({ channel: 'sms', consents: false, fields: { test: true, contentSha256 } });
    await agree(reference.address);
    expect(await world.deliver(reference)).toMatchObject({
      state: 'refused',
      code: expect.stringMatching(/^OPPOSITION_/),
    });
    expect(world.stub.taken).toEqual([]);
  });

  test.each(CHANNELS)('P3: is stopped where its bytes do not say that it is one: %s', async (channel) => {
    const reference = await aTest(channel);
    const withoutMark = (opened: DecryptedMessage): DecryptedMessage => {
      const { test: _, ...message } = opened.message;
      return { ...opened, message };
    };
    // A planted fault: the bytes are made as if it were no test.
    const wrap = (steps: SendSteps): Partial<SendSteps> => ({
      render: (opened, input, vetted) => steps.render(withoutMark(opened), input, vetted),
    });
    expect(await world.deliver(reference, { wrap })).toEqual({ state: 'refused', code: 'TEST_NOT_MARKED' });
    expect(world.stub.taken).toEqual([]);
  });

  test('is counted by no cap, and is no first message', async () => {
    const message = await world.aMessage();
    const { contactId: contact, address } = message;
    await agree(address);
    for (let count = 0; count < 6; count += 1)
      expect(await world.deliver(await world.aMessage({ contact, fields: { test: true } }))).toEqual({ state: 'sent' });
    expect(await world.deliver(message)).toEqual({ state: 'sent' });
    expect((await world.message(message)).verdict?.sendsCounted).toBe(0);
    const entries = (await world.sends(contact)).flatMap((each) => each.entries);
    expect(entries.filter((entry) => entry.test)).toHaveLength(6);
  });

  test('keeps nothing longer: neither the agreement nor the test moves the end of what is stored', async () => {
    const reference = await world.aMessage();
    const before = await world.ledger.readStanding(world.access, reference.contactId);
    await agree(reference.address);
    await world.deliver(await world.aMessage({ contact: reference.contactId, fields: { test: true } }));
    const after = await world.ledger.readStanding(world.access, reference.contactId);
    if (before === undefined || after === undefined) throw new Error('the contact is gone');
    expect(after.declared.testsAgreed).toEqual(AGREED);
    expect(expiryOf(after)).toBe(expiryOf(before));
    expect(after.lastActAt).toBe(before.lastActAt);
  });
});
