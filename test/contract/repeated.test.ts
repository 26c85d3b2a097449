import { beforeEach, describe, expect, test } from 'vitest';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { freshTable, testClock, testVault, unreachableTable } from '../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, instant, messageId, NOW, sha256 } from '../support/builders.ts';
import { tableInMemory } from '../support/campaigns/memory-client.ts';

const access = admit(ADVERTISER_ID);
const single: Message = {
  advertiserId: ADVERTISER_ID,
  messageId: messageId('once'),
  contactId: CONTACT_ID,
  channel: 'email',
  purpose: 'own-offers',
  offerCategory: 'wine',
  contentSha256: sha256('c'),
  acceptedAt: NOW,
  validUntil: instant('2026-11-27T10:00:00Z'),
  status: 'accepted',
  claimMonth: '2026-11',
};
const template = { templateId: 'hiver', version: '1' } as NonNullable<Message['template']>;
const body = sha256('1');

/** What a request that is repeated is answered with before anything is checked; campaigns are in `campaigns/store.test.ts`. */
describe.each([
  ['DynamoDB Local', freshTable],
  ['memory', async () => tableInMemory()],
] as const)('on %s, the same request again', (_name, tableOf) => {
  let messages: Messages;
  beforeEach(async () => {
    messages = messagesOf({ ...(await tableOf()), vault: testVault(), clock: testClock() });
  });

  describe.each([
    ['a message', single],
    ['a test of a template', { ...single, template, test: true as const }],
  ])('for %s', (_what, message) => {
    const accept = () =>
      messages.accept(access, [
        { message, secrets: { address: 'camille@example.fr', mergeValues: {} }, bodySha256: body },
      ]);

    test('finds nothing before it was stored, and nothing of another advertiser', async () => {
      expect(await messages.repeated(access, message.messageId, body)).toBeUndefined();
      await accept();
      expect(await messages.repeated(admit('other' as AdvertiserId), message.messageId, body)).toBeUndefined();
    });

    test('finds what it stored, as it is now, and stores nothing', async () => {
      await accept();
      expect(await messages.repeated(access, message.messageId, body)).toEqual(message);
      await messages.move(access, message.messageId, 'in-review', {});
      expect(await messages.repeated(access, message.messageId, body)).toEqual({ ...message, status: 'in-review' });
      expect(await messages.get(access, message.messageId)).toEqual({ ...message, status: 'in-review' });
    });

    test('is told that its key was used with another body', async () => {
      await accept();
      expect(await messages.repeated(access, message.messageId, sha256('2'))).toBe('reused-key');
    });
  });
});

test('where the store cannot be reached, nobody is told that nothing was stored', async () => {
  const table = unreachableTable(await freshTable());
  const messages = messagesOf({ ...table, vault: testVault(), clock: testClock() });
  await expect(messages.repeated(access, single.messageId, body)).rejects.toMatchObject({
    code: 'dependency-unavailable',
  });
});
