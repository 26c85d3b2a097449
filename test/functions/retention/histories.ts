import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { expiryOfRecord } from '#shared/adapters/dynamodb/retention/ended-records.ts';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { expiryListOf } from '#shared/adapters/dynamodb/retention/expiry-list.ts';
import { formerEventsOf } from '#shared/adapters/dynamodb/retention/former-events.ts';
import { type Item, type Table, toItem } from '#shared/adapters/dynamodb/table.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import type { EndingContacts, ExpiryList } from '#shared/app/retention/ending-contacts.port.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import { sweepExpired } from '#shared/app/retention/sweep-expired.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Retention } from '#shared/domain/advertiser/retention.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { testVault } from '#test/support/aws.ts';
import { ADVERTISER_ID, aConsent, anAdvertiser, aSale, factId, NOW } from '#test/support/builders.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { scannedTable } from '../../../cli/retention/in-account.ts';
import { scanTable } from '../../../cli/retention/scan.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';

export const ACTS = [
  'consent',
  'sale',
  'ended',
  'activity',
  'bounce',
  'opposition',
  'withdrawal',
  'open',
  'old-sale',
] as const;
/** One thing that happens: to whom, so many days after the one before. */
export interface Happening {
  readonly act: (typeof ACTS)[number];
  readonly contact: number;
  readonly afterDays: number;
}

/** What is put in the place of the product's own, to see whether it is found. */
export interface Planted {
  readonly contacts?: (own: EndingContacts, table: Table) => Partial<EndingContacts>;
  readonly list?: (own: ExpiryList) => Partial<ExpiryList>;
  /** The end of the use of a standing, when it is written. */
  readonly end?: (own: Instant | undefined, now: Instant, standing: Standing) => Instant | undefined;
  /** Whether an open is taken for an act. */
  readonly openIsAct?: boolean;
  /** What TTL leaves. */
  readonly ttlLeaves?: (item: Item) => boolean;
  /** What is done before and after TTL and the sweep do their work of a day: resolves to what is wrong. */
  readonly around?: (world: Lived, act: () => Promise<void>) => Promise<readonly string[]>;
}

/** What a history happens in. */
export interface Lived {
  readonly table: Table;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly settings: Advertiser;
  readonly proofs: ProofReader;
  readonly contactIds: readonly ContactId[];
}

const access = admit(ADVERTISER_ID);
const contactAt = (index: number): ContactId => `v1n1.${String(index).padStart(43, '0')}` as ContactId;
const actor = { by: 'system' } as const;

/** What is recorded of a basis, without what the standing adds. */
const factsOf = ({ kind: _kind, id: _id, seq: _seq, recordedAt: _at, seal: _seal, ...facts }: Sale | Consent) => {
  const { observed: _observed, state: _state, ...rest } = facts as Partial<Consent>;
  return rest;
};

const eventOf = (
  act: Happening['act'],
  id: FactId,
  at: Instant,
  { consents }: Standing,
): NewLedgerEvent | undefined => {
  const event = (more: object): NewLedgerEvent => ({ actor, id, ...more }) as unknown as NewLedgerEvent;
  const sale = { ...factsOf(aSale({ soldAt: at, reference: id as never })) };
  const relation = { state: 'ended', endedAt: at, shownBy: { contractReference: 'C-1' } };
  switch (act) {
    case 'consent':
      return event({ type: 'consent-given', observed: false, consent: factsOf(aConsent({ givenAt: at })) });
    case 'sale':
      return event({ type: 'sale-recorded', sale });
    case 'ended':
      return event({ type: 'sale-recorded', sale: { ...sale, type: 'service-contract', relation } });
    case 'activity':
      return event({ type: 'activity-recorded', act: 'login', occurredAt: at });
    case 'bounce':
      return event({ type: 'delivery-failed', kind: 'permanent', code: 'MailboxFull', occurredAt: at });
    case 'withdrawal':
      return consents[0] && event({ type: 'consent-withdrawn', consentId: consents[0].id, occurredAt: at });
    case 'opposition':
      return event({ type: 'opposition-registered', of: EMAIL, via: 'link', occurredAt: at });
    case 'old-sale':
      return event({ type: 'sale-recorded', sale: { ...sale, soldAt: addDays(at, -300) } });
    case 'open':
      return undefined;
  }
};
const EMAIL = { scope: 'channel', channels: ['email'] };

/** Lets a history happen under these terms. Resolves to what is wrong, found by the scan and by what must remain. */
export const liveThrough = async (
  happenings: readonly Happening[],
  retention: Retention,
  planted: Planted = {},
): Promise<readonly string[]> => {
  const memory = new MemoryTable();
  const table: Table = { client: memoryClientOf(memory, 't') as unknown as DynamoDBClient, tableName: 't' };
  let now = NOW;
  const clock = { now: () => now };
  const settings = anAdvertiser({ retention });
  memory.put({
    TableName: 't',
    Item: marshall({ pk: `ADVERTISER#${ADVERTISER_ID}`, sk: 'SETTINGS', entity: 'settings', v: 1, retention }),
  });
  const ledger = ledgerOf({
    ...{ ...table, vault: testVault(), clock },
    expiryOf: async (_, standing) => {
      const own = expiryOf(standing, settings);
      return planted.end === undefined ? own : planted.end(own, now, standing);
    },
  });
  const archive = archiveInMemory();
  const ownContacts = endingContactsOf({ ...table, clock, keyFor: archive.keyFor });
  const ownList = expiryListOf({ ...table, clock });
  const contacts = { ...ownContacts, ...planted.contacts?.(ownContacts, table) };
  const list = { ...ownList, ...planted.list?.(ownList) };
  const ports = { contacts, ledger, advertisers: { get: async () => settings }, clock, expiryList: list };
  const proofs = archive.readerOver({ ...table, clock });
  const former = formerEventsOf(proofs);
  const lived: Lived = { table, clock, ledger, settings, proofs, contactIds: [contactAt(0), contactAt(1)] };
  const opposed = new Map<ContactId, Set<string>>();
  const wrong = new Set<string>();
  /** When each last acted, by what happened and not by what is stored. */
  const acted = new Map<ContactId, Instant>();
  const LONGEST = Math.max(retention.prospectYears, retention.customerYears);

  let followed = 0;
  /** What the stream brings. */
  const follow = async (): Promise<void> => {
    for (; followed < memory.writes.length; followed += 1) {
      const { pk, sk, before, after } = memory.writes[followed] ?? {
        pk: '',
        sk: '',
        before: undefined,
        after: undefined,
      };
      const dynamodb = {
        Keys: marshall({ pk, sk }),
        OldImage: before,
        NewImage: after,
        ApproximateCreationDateTime: Date.parse(now) / 1000,
      };
      const begun = expiryOfRecord({ eventName: 'MODIFY', dynamodb });
      if (begun) await list.put(begun.entry, begun.endsAt);
    }
  };
  const items = (): readonly Item[] => [...memory.items()].map(toItem);
  /** Three days, on each of which TTL and the sweep do their work. */
  const pass = async (to: Instant): Promise<void> => {
    for (let day = 3; day >= 0; day -= 1) {
      now = addDays(to, -day);
      const act = async (): Promise<void> => {
        for (const item of items())
          if (
            typeof item.expiresAt === 'number' &&
            item.expiresAt * 1000 <= Date.parse(now) &&
            planted.ttlLeaves?.(item) !== true
          )
            memory.delete({ Key: marshall({ pk: item.pk, sk: item.sk }) });
        await sweepExpired(ports, () => true);
        await follow();
      };
      if (planted.around === undefined) await act();
      else for (const each of await planted.around(lived, act)) wrong.add(each);
    }
  };
  const look = async (): Promise<void> => {
    const { findings } = await scanTable(scannedTable(table), now);
    for (const { wrong: what, kind } of findings) wrong.add(`${what} ${kind}`);
    for (const [contactId, actedAt] of acted) {
      const standing = await ledger.readStanding(access, contactId);
      const isKept = standing !== undefined && standing.consents.length + standing.sales.length > 0;
      if (isKept && addDays(addYears(actedAt, LONGEST), 40) < now) wrong.add('in use beyond its term');
    }
    for (const [contactId, ids] of opposed) {
      const standing = await ledger.readStanding(access, contactId);
      const kept = new Set(standing?.oppositions.map(({ id }) => id as string));
      if ([...ids].some((id) => !kept.has(id))) wrong.add('opposition lost');
    }
  };

  const recorded: { readonly id: FactId; readonly at: Instant }[] = [];
  /** Proof is never younger than six years when it goes, wherever it lies. */
  const lookForEarly = async (): Promise<void> => {
    const archived = await Promise.all(lived.contactIds.map((contactId) => former.all(access, contactId)));
    const inUse = items().flatMap(({ entity, event }) => (entity === 'event' ? [Object(event)] : []));
    const stored = new Set([...inUse, ...archived.flat()].map((event) => ('id' in event ? event.id : undefined)));
    if (recorded.some((each) => each.at > addDays(now, -6 * 365) && !stored.has(each.id)))
      wrong.add('an event went too early');
  };

  let at = NOW;
  for (const [index, { act, contact, afterDays }] of happenings.entries()) {
    at = addDays(at, afterDays);
    await pass(at);
    const contactId = contactAt(contact);
    const seen =
      (await ledger.readStanding(access, contactId)) ??
      emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, now);
    const id = factId(`act ${index}`, contactId);
    const event =
      act === 'open' && planted.openIsAct === true ? eventOf('activity', id, now, seen) : eventOf(act, id, now, seen);
    if (act === 'open') await look();
    // An open is reported of a message, and is no event of the ledger.
    if (event === undefined) continue;
    await appendToLedger(ledger, access, [{ contactId, seen, events: [event], address: 'camille@example.com' }], {
      at: now,
    });
    if (act === 'opposition' || event.type === 'consent-withdrawn')
      opposed.set(contactId, (opposed.get(contactId) ?? new Set()).add(id));
    if (['consent', 'sale', 'ended', 'activity', 'old-sale'].includes(act)) acted.set(contactId, now);
    await follow();
    recorded.push({ id, at: now });
    await lookForEarly();
  }
  await pass(addDays(at, 300));
  await lookForEarly();
  await look();
  for (const days of [366, 549, 732, 1_098, 1_464, 2_562, 3_660, 4_758]) {
    await pass(addDays(at, days));
    await look();
  }
  return [...wrong].toSorted();
};
