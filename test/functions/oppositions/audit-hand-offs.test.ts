import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { eventKey, standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { handOffsOf } from '#shared/adapters/dynamodb/messages/hand-offs.ts';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { auditHandOffs } from '#shared/app/audit/audit-hand-offs.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { started } from '../support/cold-start.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const always = () => true;
const audit = (hasTime = always) => auditHandOffs({ ...world.ports, handOffs: world.handOffs }, hasTime);
const ids = ({ advertiserId, messageId, contactId }: Awaited<ReturnType<SendWorld['aMessage']>>) => ({
  advertiserId,
  messageId,
  contactId,
});

/** A fault that makes the vet blind to oppositions: whatever it reads has none. */
const BLIND = {
  wrap: (steps) => ({
    read: async (decrypted) => {
      const input = await steps.read(decrypted);
      return { ...input, standing: input.standing && { ...input.standing, oppositions: [] } };
    },
  }),
} satisfies Parameters<SendWorld['deliver']>[1];

/** Takes the oppositions out of the standing, as a damaged or restored table may have lost them; the ledger keeps them. */
const forget = (contactId: ContactId) =>
  world.table.client.send(
    new UpdateItemCommand({
      TableName: world.table.tableName,
      Key: toImage(standingKey(world.access, contactId)),
      UpdateExpression: 'SET oppositions = :none',
      ExpressionAttributeValues: toImage({ ':none': [] }),
    }),
  );

/** What the sweep does with all that is recorded of a contact once its use has ended. */
const toArchive = async (contactId: ContactId): Promise<void> => {
  const { access, table, clock, archive, ledger } = world;
  const events = await ledger.listEvents(access, contactId, 'ever');
  const term = { endedAt: clock.now(), until: addYears(clock.now(), 6) };
  const contacts = endingContactsOf({ ...table, clock, keyFor: archive.keyFor });
  expect(await contacts.archiveEvents(access, contactId, events, term)).toBe(true);
};

/** A message from a template to somebody who opposed mail, claimed all the same. */
const claimed = async () => {
  const message = await world.aMessage({ fields: { template: { templateId: 'any', version: '1' } as never } });
  await world.oppose(message.contactId, 'email');
  world.clock.forward(60);
  const bucket = { month: '2026-11', channel: 'email', revision: 0 } as const;
  const entry = { messageId: message.messageId, claimedAt: world.clock.now(), claimToken: 'token' };
  await world.ports.claims.claim(world.access, message.contactId, bucket, entry);
  return message;
};

describe('the audit of hand-offs', () => {
  test('finds nothing where all goes well, also among those who opposed later or another channel', async () => {
    const [well, later, other] = [await world.aMessage(), await world.aMessage(), await world.aMessage()];
    await world.oppose(other.contactId, 'sms');
    world.clock.forward(60);
    for (const each of [well, later, other]) expect(await world.deliver(each)).toEqual({ state: 'sent' });
    await world.oppose(later.contactId, 'email');
    world.clock.forward(600);
    expect(await audit()).toEqual({ count: 3, ignored: [], isWhole: true });
  });

  test('P2: finds a message that left after an opposition, with the opposition: a vet that does not see it', async () => {
    const [well, opposed] = [await world.aMessage(), await world.aMessage()];
    await world.oppose(opposed.contactId, 'email');
    expect(await world.deliver(well)).toEqual({ state: 'sent' });
    expect(await world.deliver(opposed, BLIND)).toEqual({ state: 'sent' });
    const { ignored, count } = await audit();
    expect(count).toBe(2);
    expect(ignored).toEqual([{ ...ids(opposed), factId: expect.stringContaining(`${opposed.contactId}.`) }]);
    const [found] = ignored;
    const events = await world.ledger.listEvents(world.access, opposed.contactId);
    expect(events.find((event) => 'id' in event && event.id === found?.factId)?.type).toBe('opposition-registered');
  });

  test('P2: finds it by the ledger where the standing has lost the opposition', async () => {
    const opposed = await world.aMessage();
    await world.oppose(opposed.contactId, 'email');
    await forget(opposed.contactId);
    world.clock.forward(60);
    expect(await world.deliver(opposed)).toEqual({ state: 'sent' });
    expect((await audit()).ignored).toMatchObject([ids(opposed)]);
  });

  test.each([
    ['a vet that does not see it', BLIND, async () => undefined],
    ['a standing that has lost it', {}, forget],
  ])(
    'P2: finds it where the opposition lies in the archive since their use ended, and they came back: %s',
    async (_name, how, lose) => {
      const opposed = await world.aMessage();
      await world.oppose(opposed.contactId, 'email');
      await toArchive(opposed.contactId);
      await lose(opposed.contactId);
      world.clock.forward(60);
      expect(await world.deliver(opposed, how)).toEqual({ state: 'sent' });
      expect(await audit()).toMatchObject({ ignored: [ids(opposed)], isWhole: true });
    },
  );

  test('an archive that cannot be opened hides nothing of those in use, and is said', async () => {
    const opposed = await world.aMessage();
    await toArchive(opposed.contactId);
    await world.oppose(opposed.contactId, 'email');
    world.clock.forward(60);
    expect(await world.deliver(opposed, BLIND)).toEqual({ state: 'sent' });
    const closed = { all: () => Promise.reject(storedUnreadable()) };
    const handOffs = handOffsOf(world.table, closed);
    const found = await auditHandOffs({ ...world.ports, handOffs }, always);
    expect(found).toMatchObject({ ignored: [ids(opposed)], isWhole: false });
  });

  test('finds one without an answer of the provider too, and one whose worker died after its hand-off', async () => {
    const [unanswered, dead] = [await world.aMessage(), await world.aMessage()];
    for (const { contactId } of [unanswered, dead]) await world.oppose(contactId, 'email');
    world.clock.forward(60);
    world.stub.next('take-and-drop');
    expect(await world.deliver(unanswered, BLIND)).toMatchObject({ state: 'unknown' });
    const { wrap } = BLIND;
    const dies = {
      wrap: (steps: Parameters<typeof wrap>[0]) => ({
        ...wrap(steps),
        settle: () => Promise.reject(new Error('killed')),
      }),
    };
    await expect(world.deliver(dead, dies)).rejects.toThrow('killed');
    const found = (await audit()).ignored.map(({ messageId }) => messageId);
    expect(found.sort()).toEqual([unanswered.messageId, dead.messageId].sort());
  });

  test('each hand-off is looked at by the run of its hour and by the two after it', async () => {
    const opposed = await world.aMessage();
    await world.oppose(opposed.contactId, 'email');
    world.clock.forward(60);
    await world.deliver(opposed, BLIND);
    const found: number[] = [];
    for (let hour = 0; hour < 4; hour++) {
      found.push((await audit()).ignored.length);
      world.clock.forward(3600);
    }
    expect(found).toEqual([1, 1, 1, 0]);
  });

  test('finds each of several to one contact, whatever was sent to it since', async () => {
    const opposed = await world.aMessage();
    const another = await world.aMessage({ contact: opposed.contactId });
    await world.oppose(opposed.contactId, 'email');
    world.clock.forward(60);
    await world.deliver(opposed, BLIND);
    world.clock.forward(5400);
    await world.deliver(another, BLIND);
    expect((await audit()).ignored.map(({ messageId }) => messageId).sort()).toEqual(
      [opposed.messageId, another.messageId].sort(),
    );
  });

  test('what cannot be read hides nothing else, and is said; so is time that ran out', async () => {
    const [damaged, opposed] = [await world.aMessage(), await world.aMessage()];
    for (const { contactId } of [damaged, opposed]) await world.oppose(contactId, 'email');
    world.clock.forward(60);
    for (const each of [damaged, opposed]) await world.deliver(each, BLIND);
    const { tableName: TableName, client } = world.table;
    const Key = toImage(eventKey(world.access, damaged.contactId, 2));
    await client.send(new PutItemCommand({ TableName, Item: { ...Key, entity: { S: 'event' } } }));
    expect(await audit()).toEqual({ count: 2, ignored: [expect.objectContaining(ids(opposed))], isWhole: false });
    await client.send(new DeleteItemCommand({ TableName, Key }));
    expect(await audit()).toMatchObject({ isWhole: true });
    expect(await audit(() => false)).toMatchObject({ count: 0, isWhole: false });
  });

  test.each([
    ['prospecting', {}, true],
    ['transactional', {}, false],
    ['relational', {}, false],
    ['relational, with blocks that promote', { withoutBlocksSha256: 'b' }, true],
  ])('a message from a template counts as what its template is: %s', async (named, more, isFound) => {
    const opposed = await claimed();
    const version = { class: named.split(',')[0], ...more };
    const templates = { get: async () => version as never };
    const { ignored } = await auditHandOffs({ ...world.ports, handOffs: world.handOffs, templates }, always);
    expect(ignored).toMatchObject(isFound ? [ids(opposed)] : []);
  });

  test('P8: the function says of each which message, contact and opposition, by ids', async () => {
    const opposed = await claimed();
    // Of an earlier life, which the archive is asked for.
    const position = { ...eventKey(world.access, opposed.contactId, 99), entity: 'event-position' };
    const { client, tableName: TableName } = world.table;
    await client.send(new PutItemCommand({ TableName, Item: toImage(position) }));
    vi.stubEnv('STAGE', 'test');
    vi.stubEnv('TABLE_NAME', world.table.tableName);
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', inject('dynamoDbUrl'));
    vi.useFakeTimers({ now: new Date(world.clock.now()), toFake: ['Date'] });
    const lines: unknown[] = [];
    for (const level of ['info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation((line) => void lines.push(line));
    const { handler } =
      await started<typeof import('#functions/schedules/audit-hand-offs.ts')>('schedules/audit-hand-offs');
    await askedBy('audit-hand-offs', () => handler({}, { getRemainingTimeInMillis: () => 900_000 }));
    vi.useRealTimers();
    vi.restoreAllMocks();
    const said = lines.map((line) => JSON.stringify(line)).join('\n');
    expect(lines).toHaveLength(2);
    for (const id of Object.values(ids(opposed))) expect(said).toContain(id);
    expect(said).toContain('opposition-ignored');
    expect(said).toContain('hand-offs-audited');
    expect(said).not.toContain('@');
  });
});
