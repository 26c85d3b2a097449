import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
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
import { expiryOf } from '#shared/law/readings/retention.ts';
import { testVault } from '#test/support/aws.ts';
import { ADVERTISER_ID, anAdvertiser, CONTACT_ID, factId, NOW } from '#test/support/builders.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';

export const access = admit(ADVERTISER_ID);
export const contactId: ContactId = CONTACT_ID;
const actor = { by: 'system' } as const;
/** An act. */
export const LOGIN = { type: 'activity-recorded', act: 'login' };

/** A contact, its table, and its clock. */
export const aLife = () => {
  const memory = new MemoryTable();
  const table: Table = { client: memoryClientOf(memory, 't') as unknown as DynamoDBClient, tableName: 't' };
  const time = { now: NOW as Instant };
  const clock = { now: () => time.now };
  const settings = anAdvertiser({ retention: { prospectYears: 1, customerYears: 1 } });
  const ledger = ledgerOf({
    ...{ ...table, vault: testVault(), clock },
    expiryOf: async (_, standing) => expiryOf(standing, settings),
  });
  return { memory, table, time, clock, ledger, settings };
};
type Life = ReturnType<typeof aLife>;

/** Something happens to the contact at this instant, and is recorded then. */
export const happens = async ({ ledger, time }: Life, at: Instant, what: object = LOGIN): Promise<void> => {
  time.now = at;
  const seen =
    (await ledger.readStanding(access, contactId)) ??
    emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, at);
  const id = factId(`at ${at}`, contactId);
  const event = { actor, id, occurredAt: at, ...what } as unknown as NewLedgerEvent;
  await appendToLedger(ledger, access, [{ contactId, seen, events: [event] }], { at });
};

/** What TTL does once it comes. */
export const deleteExpired = ({ memory, clock }: Life): void => {
  for (const { pk, sk, expiresAt } of [...memory.items()].map(toItem))
    if (Number(expiresAt) * 1_000 <= Date.parse(clock.now())) memory.delete({ Key: toImage({ pk, sk }) });
};

const archive = archiveInMemory();

/** The sweep looks at the contact; its process dies before this write. */
export const visit = async ({ table, clock, ledger, settings }: Life, dies = Number.POSITIVE_INFINITY) => {
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
export const eventsIn = async ({ memory, table, clock, ledger }: Life) => {
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
