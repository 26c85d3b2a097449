import { GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { messageKey } from '#shared/adapters/dynamodb/keys.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { type Table, toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { type Message, MessageStatus, PRIOR_STATES } from '#shared/domain/message/message.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault, unreachableTable } from '../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, instant, messageId, NOW, OTHER_CONTACT_ID, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
let table: Table;
let count = 0;
const messages = (now = NOW, of: Table = table) => messagesOf({ ...of, vault: testVault(), clock: testClock(now) });
const aMessage = (changes: Partial<Message> = {}): Message => ({
  advertiserId: ADVERTISER_ID,
  messageId: messageId(`m${String.fromCharCode(97 + (count++ % 26))}${count}x`),
  contactId: CONTACT_ID,
  channel: 'email',
  purpose: 'own-offers',
  offerCategory: 'wine',
  contentSha256: sha256('c'),
  acceptedAt: NOW,
  validUntil: instant('2026-11-27T10:00:00Z'),
  status: 'accepted',
  claimMonth: '2026-11',
  ...changes,
});
const secrets = { address: 'camille@example.fr', mergeValues: { firstName: 'Camille' } };
/** Of whatever has its secrets. */
const encryptHoles = expect.any(Function);
const draft = (message: Message, bodySha256 = sha256('1')) => ({ message, secrets, bodySha256 });
const raw = async (id: MessageId) => {
  const get = new GetItemCommand({ TableName: table.tableName, Key: toImage(messageKey(access, id)) });
  return toItem((await table.client.send(get)).Item ?? {});
};

beforeAll(async () => {
  table = await freshTable();
});

describe('P5: accepting', () => {
  test('stores a message once, knows the same request again, and refuses its key with another body', async () => {
    const message = aMessage();
    expect(await messages().accept(access, [draft(message)])).toEqual(['stored']);
    expect(await messages().accept(access, [draft(message)])).toEqual(['already-stored']);
    expect(await messages().accept(access, [draft(message, sha256('2'))])).toEqual(['reused-key']);
    expect(await messages().get(access, message.messageId)).toEqual(message);
  });

  test('answers a hundred drafts in their order, whatever contacts they share', async () => {
    const drafts = Array.from({ length: 100 }, (_, n) =>
      draft(aMessage({ contactId: `v1n1.${String(n % 30).padStart(43, '0')}` as ContactId })),
    );
    await messages().accept(access, drafts.slice(40, 50));
    const outcomes = await messages().accept(access, drafts);
    expect(outcomes.map((outcome, n) => [n, outcome])).toEqual(
      drafts.map((_, n) => [n, n >= 40 && n < 50 ? 'already-stored' : 'stored']),
    );
  });

  test('the same message twice in one call is stored once', async () => {
    const twice = draft(aMessage());
    expect((await messages().accept(access, [twice, twice])).toSorted()).toEqual(['already-stored', 'stored']);
  });

  test('P8: keeps nothing personal in clear', async () => {
    await messages().accept(access, [draft(aMessage())]);
    const all = await table.client.send(new ScanCommand({ TableName: table.tableName }));
    expect(JSON.stringify(all.Items)).not.toMatch(/camille/i);
  });

  test('encrypts the secrets under the data key of a contact that is known', async () => {
    const ledger = ledgerOf({ ...table, vault: testVault(), clock: testClock(), expiryOf: async () => undefined });
    const seen = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: OTHER_CONTACT_ID, addressKind: 'email' }, NOW);
    const declared = { type: 'contact-declared' as const, actor: { by: 'system' as const }, declared: {} };
    await appendToLedger(
      ledger,
      access,
      [{ contactId: OTHER_CONTACT_ID, seen, events: [declared], address: 'a@example.fr' }],
      { at: NOW },
    );
    const [one, two] = [aMessage({ contactId: OTHER_CONTACT_ID }), aMessage({ contactId: OTHER_CONTACT_ID })];
    const unknown = aMessage();
    await messages().accept(access, [draft(one), draft(two), draft(unknown)]);
    const [first, second, third] = await Promise.all([one, two, unknown].map(({ messageId: id }) => raw(id)));
    const keyOf = (item: typeof first) => (item?.secrets as { wrappedKey: string } | undefined)?.wrappedKey;
    expect(keyOf(first)).toBeDefined();
    expect(keyOf(first)).toBe(keyOf(second));
    expect(keyOf(third)).not.toBe(keyOf(first));
  });
});

describe('opening', () => {
  test('gives the secrets in clear, to its own advertiser only', async () => {
    const message = aMessage();
    await messages().accept(access, [draft(message)]);
    expect(await messages().getWithSecrets(access, message.messageId)).toEqual({ message, secrets, encryptHoles });
    expect(await messages().getWithSecrets(admit('autre-maison' as AdvertiserId), message.messageId)).toBeUndefined();
    expect(await messages().get(access, messageId('never-stored'))).toBeUndefined();
  });

  test('one that a later release wrapped is tried again, and is whole for who can open it', async () => {
    const message = aMessage();
    await messages().accept(access, [draft(message)]);
    const stored = await raw(message.messageId);
    const { wrappedKey, ciphertext } = stored.secrets as { readonly wrappedKey: string; readonly ciphertext: string };
    const wrappedAs = (next: string) =>
      table.client.send(
        new PutItemCommand({
          TableName: table.tableName,
          Item: toImage({ ...stored, secrets: { ciphertext, wrappedKey: next } }),
        }),
      );
    await wrappedAs(wrappedKey.replace(/^1\./, 'k1.'));
    await expect(messages().getWithSecrets(access, message.messageId)).rejects.toMatchObject({
      code: 'stored-unreadable',
    });
    expect(await messages().get(access, message.messageId)).toEqual(message);
    await wrappedAs(wrappedKey);
    expect(await messages().getWithSecrets(access, message.messageId)).toEqual({ message, secrets, encryptHoles });
  });

  test('secrets with what a later release alone knows are tried again, and no crash', async () => {
    const message = aMessage();
    const later = { ...secrets, ofALaterRelease: 'x' };
    await messages().accept(access, [{ ...draft(message), secrets: later }]);
    await expect(messages().getWithSecrets(access, message.messageId)).rejects.toMatchObject({
      code: 'stored-unreadable',
    });
  });

  test('finds nothing after thirteen months, though the item is still there', async () => {
    const message = aMessage();
    await messages().accept(access, [draft(message)]);
    const late = addDays(NOW, 397);
    expect((await raw(message.messageId)).expiresAt).toBeLessThan(epochSeconds(late));
    expect(await messages(late).get(access, message.messageId)).toBeUndefined();
    expect(await messages(late).getWithSecrets(access, message.messageId)).toBeUndefined();
  });

  test('a store that cannot be reached is a failure to retry', async () => {
    const unavailable = { code: 'dependency-unavailable' };
    const away = messages(NOW, unreachableTable(table));
    await expect(away.getWithSecrets(access, messageId('x'))).rejects.toMatchObject(unavailable);
    await expect(away.accept(access, [draft(aMessage())])).rejects.toMatchObject(unavailable);
    await expect(away.move(access, messageId('x'), 'sent', {})).rejects.toMatchObject(unavailable);
  });
});

describe('moving', () => {
  const inState = async (status: Message['status']) => {
    const message = aMessage({ status });
    await messages().accept(access, [draft(message)]);
    return message.messageId;
  };

  test.each(MessageStatus.options.flatMap((from) => MessageStatus.options.map((to) => [from, to] as const)))(
    'a message from %s to %s happens only forward',
    async (from, to) => {
      const id = await inState(from);
      const allowed: readonly string[] = PRIOR_STATES[to];
      expect(await messages().move(access, id, to, { settledAt: NOW })).toBe(allowed.includes(from));
      const after = await messages().get(access, id);
      expect(after?.status).toBe(allowed.includes(from) ? to : from);
      expect(after?.settledAt).toBe(allowed.includes(from) ? NOW : undefined);
    },
  );

  test('a message that is not there moves nowhere', async () => {
    expect(await messages().move(access, messageId('never-stored'), 'sent', {})).toBe(false);
    expect(await messages().get(access, messageId('never-stored'))).toBeUndefined();
  });

  test('keeps the secrets and the request it came with', async () => {
    const id = await inState('accepted');
    await messages().move(access, id, 'deferred', { dueAt: NOW, parkedBecause: undefined });
    expect((await messages().getWithSecrets(access, id))?.secrets).toEqual(secrets);
    expect((await raw(id)).bodySha256).toBe(sha256('1'));
  });

  test('P7: what was of the reader is kept with its secrets, and not where an erasure removed these meanwhile', async () => {
    const [id, erased] = [await inState('accepted'), await inState('accepted')];
    const holes = (await messages().getWithSecrets(access, id))?.encryptHoles?.({ to: secrets.address });
    const { secrets: _removed, ...stripped } = await raw(erased);
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(stripped) }));
    for (const each of [id, erased])
      expect(await messages().move(access, each, 'sent', { settledAt: NOW }, { holes })).toBe(true);
    expect((await messages().getSent(access, id))?.holes).toEqual({ to: secrets.address });
    expect(await raw(erased)).toMatchObject({ status: 'sent', settledAt: NOW });
    expect(await raw(erased)).not.toHaveProperty('encryptedHoles');
    expect(await messages().move(access, id, 'accepted', {}, { holes })).toBe(false);
  });

  test('a whole mail is kept deflated; what an item has no room for is not kept, and nothing fails after a hand-off', async () => {
    const id = await inState('accepted');
    const encrypt = (await messages().getWithSecrets(access, id))?.encryptHoles ?? expect.fail('no key');
    const mail = { html: '<p>Bonjour Camille</p>'.repeat(10_000) };
    const holes = encrypt(mail) ?? expect.fail('no room');
    expect(holes.length).toBeLessThan(5_000);
    expect(await messages().move(access, id, 'sent', {}, { holes })).toBe(true);
    expect((await messages().getSent(access, id))?.holes).toEqual(mail);
    const noise = Array.from({ length: 6_000 }, (_, n) => sha256Of(`${n}`)).join('');
    expect(encrypt({ html: noise })).toBeUndefined();
  });
});
