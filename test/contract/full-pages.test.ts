import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { eventKey, settingsVersions, standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { contactEventsOf } from '#shared/adapters/dynamodb/ledger/contact-events.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { pageItems } from '#shared/adapters/dynamodb/page-items.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { freshTable, noPause, TEST_SECRET, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const unreachable = (cause: unknown) => dependencyUnavailable('The store', cause);
/** As many as one likes: EVENTS=10000. */
const EVENTS = Number(process.env.EVENTS ?? 1000);

const writeAll = async (table: Table, items: readonly object[]) => {
  for (let start = 0; start < items.length; start += 25) {
    const writes = items
      .slice(start, start + 25)
      .map((each): WriteRequest => ({ PutRequest: { Item: toImage(each) } }));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: writes } }));
  }
};

/** Calls to the store from now on, and the bytes of their answers. */
const counting = (table: Table) => {
  const counted = { calls: 0, most: 0 };
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      counted.calls += 1;
      counted.most = Math.max(counted.most, JSON.stringify(answer.output).length);
      return answer;
    },
    { name: 'counting', step: 'initialize', override: true },
  );
  return counted;
};

test('a page that DynamoDB cuts at one megabyte is not the last one', async () => {
  const table = await freshTable();
  const { pk, prefix } = settingsVersions(access);
  const items = Array.from({ length: 9 }, (_, index) => ({
    pk,
    sk: `${prefix}00000${index}`,
    text: 'x'.repeat(300_000),
  }));
  for (const item of items) await writeAll(table, [item]);
  for (const order of ['ascending', 'descending'] as const) {
    const found: unknown[] = [];
    let after: string | undefined;
    do {
      const page = await pageItems(table, { pk, prefix, order }, { limit: 25, after }, unreachable);
      found.push(...page.items.map(({ sk }) => sk));
      after = page.next;
    } while (after !== undefined);
    const all = items.map(({ sk }) => sk);
    expect(found).toEqual(order === 'ascending' ? all : all.toReversed());
  }
});

test('a contact of very many events is read, judged and opposed within the limits of a page', async () => {
  const table = await freshTable();
  const clock = testClock();
  const ledger = ledgerOf({ ...table, vault: testVault(), clock, expiryOf: async () => undefined });
  const address = { kind: 'email', value: 'camille@example.fr' } as const;
  const contactId: ContactId = fingerprintsOf(TEST_SECRET).contactIdOf(ADVERTISER_ID, address);
  const ports = { ledger, clock, pause: noPause };
  const act = (requestId: string) =>
    recordFact(
      ports,
      access,
      { contactId, addressKind: 'email', deliverable: address.value },
      { requestId, bodySha256: sha256('2') },
      (id) => ({ type: 'activity-recorded', id, act: 'login', occurredAt: clock.now(), actor: { by: 'system' } }),
    );
  await act('first');
  expect(standingKey(access, contactId).pk).toBe(eventKey(access, contactId, 1).pk);
  const [event] = await ledger.listEvents(access, contactId);
  const events = Array.from({ length: EVENTS - 1 }, (_, index) => ({
    ...eventKey(access, contactId, index + 2),
    entity: 'event',
    v: 1,
    advertiserId: ADVERTISER_ID,
    contactId,
    event: { ...event, seq: index + 2 },
  }));
  await writeAll(table, events);
  const counted = counting(table);

  const { latest } = contactEventsOf({ ...table, clock });
  const seqs: number[] = [];
  let pages = 0;
  for (let beforeSeq: number | undefined; ; beforeSeq = seqs.at(-1)) {
    const page = (await latest(access, contactId, { limit: 100, beforeSeq })) ?? [];
    pages += 1;
    seqs.push(...page.map(({ seq }) => seq));
    if (page.length < 100) break;
  }
  expect(seqs).toEqual(Array.from({ length: EVENTS }, (_, index) => EVENTS - index));
  expect(counted.calls).toBeLessThanOrEqual(2 * pages);
  expect(counted.most).toBeLessThan(1_000_000);

  const spent = async (work: () => Promise<unknown>) => {
    Object.assign(counted, { calls: 0, most: 0 });
    await work();
    return { ...counted };
  };
  const standing = await spent(() => ledger.readStanding(access, contactId));
  const vetReads = vetReadsOf({ ...table, vault: testVault(), clock });
  const vetted = await spent(() => vetReads.read(access, contactId, clock.now()));
  expect([standing.calls, vetted.calls]).toEqual([1, 1]);
  expect(Math.max(standing.most, vetted.most)).toBeLessThan(10_000);
  const opposed = await spent(() =>
    registerOpposition(ports, {
      access,
      contactId,
      addressKind: 'email',
      of: { scope: 'channel', channels: ['email'] },
      via: 'link',
      requestId: 'opposition',
      bodySha256: sha256('1'),
      actor: { by: 'person' },
    }),
  );
  expect(opposed.calls).toBeLessThan(10);
  expect(opposed.most).toBeLessThan(10_000);
});
