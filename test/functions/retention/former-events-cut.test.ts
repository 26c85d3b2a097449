import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { formerEventsOf } from '#shared/adapters/dynamodb/retention/former-events.ts';
import { type Table, toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { testVault } from '#test/support/aws.ts';
import { ADVERTISER_ID, anAdvertiser, CONTACT_ID, factId, NOW } from '#test/support/builders.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';

const access = admit(ADVERTISER_ID);
const contactId: ContactId = CONTACT_ID;
const actor = { by: 'system' } as const;
/** More than two transactions of what the sweep moves. */
const EVENTS = 45;

/** A contact with as many acts, the last of which is the last that counts; each a day after the one before, but for what a provider reported. */
const aLongLife = async () => {
  const memory = new MemoryTable();
  const table: Table = { client: memoryClientOf(memory, 't') as unknown as DynamoDBClient, tableName: 't' };
  const time = { now: NOW as Instant };
  const clock = { now: () => time.now };
  const settings = anAdvertiser({ retention: { prospectYears: 1, customerYears: 1 } });
  const ledger = ledgerOf({
    ...{ ...table, vault: testVault(), clock },
    expiryOf: async (_, standing) => expiryOf(standing, settings),
  });
  for (let index = 0; index < EVENTS; index += 1) {
    time.now = addDays(NOW, index);
    const seen =
      (await ledger.readStanding(access, contactId)) ??
      emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, time.now);
    const id = factId(`act ${index}`, contactId);
    const reported = { type: 'delivery-failed', kind: 'permanent', code: 'MailboxFull', occurredAt: time.now };
    const act = { type: 'activity-recorded', act: 'login', occurredAt: time.now };
    // Without the acts the rest alone would be kept for another term.
    const event = { actor, id, ...(index < EVENTS / 2 ? act : reported) } as unknown as NewLedgerEvent;
    await appendToLedger(ledger, access, [{ contactId, seen, events: [event] }], { at: time.now });
  }
  time.now = addYears(addDays(NOW, 2 * EVENTS), 1);
  return { memory, table, time, clock, ledger, settings };
};

const archive = archiveInMemory();
type Life = Awaited<ReturnType<typeof aLongLife>>;

/** The sweep looks at the contact; its process dies before this write. */
const visit = async ({ table, clock, ledger, settings }: Life, dies = Number.POSITIVE_INFINITY) => {
  let writes = 0;
  const send = async (command: { readonly constructor: { readonly name: string } }) => {
    if (/^(?:Transact|Put|Update|Delete|BatchW)/.test(command.constructor.name)) {
      writes += 1;
      if (writes >= dies) throw new Error('killed');
    }
    return table.client.send(command as never);
  };
  const client = new Proxy(table.client, {
    get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
  });
  const contacts = endingContactsOf({ client, tableName: 't', clock, keyFor: archive.keyFor });
  const advertisers = { get: async () => settings };
  await visitContact({ contacts, ledger, advertisers, clock }, access, contactId).catch((error: unknown) => {
    if (writes < dies) throw error;
  });
  return writes;
};

/** What the table holds of the events, in the archive with their term and elsewhere. */
const eventsIn = async ({ memory, table, clock, ledger }: Life) => {
  const { items } = await formerEventsOf(archive.readerOver({ ...table, clock })).page(access, contactId, {
    limit: 1_000,
  });
  const places = [...memory.items()].map(toItem).filter(({ entity }) => entity === 'event-position');
  return {
    archived: items.map(({ event, until }) => ({ event, until })),
    places: places.map(({ sk, expiresAt }) => ({ sk, expiresAt })),
    inUse: await ledger.listEvents(access, contactId, 'ever'),
  };
};

test('P7: a kill before any write loses no event and leaves none in two places; the next run ends as if there had been none', async () => {
  const whole = await aLongLife();
  const recorded = await whole.ledger.listEvents(access, contactId, 'ever');
  expect(recorded).toHaveLength(EVENTS);
  const writes = await visit(whole);
  const ended = await eventsIn(whole);
  expect(writes).toBe(4);
  expect(ended.inUse).toEqual([]);
  expect(ended.archived.map(({ event }) => event)).toEqual(recorded);
  for (let dies = 1; dies <= writes; dies += 1) {
    const life = await aLongLife();
    await visit(life, dies);
    const cut = await eventsIn(life);
    expect([...cut.archived.map(({ event }) => event), ...cut.inUse].map(({ seq }) => seq)).toEqual(
      recorded.map(({ seq }) => seq),
    );
    await visit(life);
    expect(await eventsIn(life)).toEqual(ended);
    // Once more it finds nothing to do.
    expect(await visit(life)).toBe(0);
  }
});

test('D1: positions go on after those in the archive, so that none is given twice', async () => {
  const life = await aLongLife();
  await visit(life);
  expect(await life.ledger.lastPosition(access, contactId)).toBe(EVENTS);
});

test('D1: whoever comes back after the first of two lives went from the archive goes on after the second', async () => {
  const life = await aLongLife();
  await visit(life);
  const comes = async (at: Instant) => {
    life.time.now = at;
    const seen =
      (await life.ledger.readStanding(access, contactId)) ??
      emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, at);
    const act = { type: 'activity-recorded', act: 'login', actor, id: factId(at, contactId), occurredAt: at };
    const events = [act as unknown as NewLedgerEvent];
    await appendToLedger(life.ledger, access, [{ contactId, seen, events }], { at });
  };
  /** What TTL does once it comes. */
  const deleteExpired = () => {
    for (const { pk, sk, expiresAt } of [...life.memory.items()].map(toItem))
      if (Number(expiresAt) * 1_000 <= Date.parse(life.clock.now())) life.memory.delete({ Key: toImage({ pk, sk }) });
  };
  await comes(addYears(NOW, 5));
  life.time.now = addYears(NOW, 7);
  await visit(life);
  life.time.now = addYears(NOW, 9);
  deleteExpired();
  expect((await eventsIn(life)).archived.map(({ event }) => event.seq)).toEqual([EVENTS + 1]);
  await comes(addYears(NOW, 9));
  await comes(addDays(addYears(NOW, 9), 1));
  expect((await life.ledger.listEvents(access, contactId)).map(({ seq }) => seq)).toEqual([EVENTS + 2, EVENTS + 3]);
});
