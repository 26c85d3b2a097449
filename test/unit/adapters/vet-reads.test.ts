import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';
import { ADVERTISER_ID, CONTACT_ID, messageId, NOW } from '../../support/builders.ts';

const access = admit(ADVERTISER_ID);
const ADDRESS = 'lectrice@example.fr';

/** A contact that is known, with keys of partners; what is asked of the store is counted, with how much of it at once. */
const aWorld = async (keys: number) => {
  const inner = memoryClientOf(new MemoryTable(), 'in-memory');
  const asked = { calls: 0, atOnce: 0, most: 0, fails: 0 };
  const send = async (command: never): Promise<unknown> => {
    asked.calls += 1;
    asked.atOnce += 1;
    asked.most = Math.max(asked.most, asked.atOnce);
    await new Promise(setImmediate);
    asked.atOnce -= 1;
    if (asked.fails > 0) {
      asked.fails -= 1;
      throw new Error('away');
    }
    return inner.send(command);
  };
  const time = { now: NOW };
  const vault = vaultOf({
    keys: NO_ADVERTISER_KEYS,
    secret: async () => JSON.stringify({ key1: 'k'.repeat(43) }),
    randomBytes,
  });
  const deps = { client: { send } as never, tableName: 'in-memory', vault, clock: { now: () => time.now } };
  const lists = oppositionListsOf(deps);
  for (let number = 0; number < keys; number += 1) {
    const keyId = await lists.offerKey(access, Buffer.alloc(32, number + 1));
    await lists.keepKey(access, keyId);
  }
  const seen = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, NOW);
  const declared = { type: 'contact-declared', declared: {}, actor: { by: 'system' } } as const;
  const ledger = ledgerOf({ ...deps, expiryOf: async () => undefined });
  await appendToLedger(ledger, access, [{ contactId: CONTACT_ID, seen, address: ADDRESS, events: [declared] }], {
    at: NOW,
  });
  const vetReads = vetReadsOf({ ...deps, lists });
  const read = (writtenTo?: string) => vetReads.read(access, CONTACT_ID, time.now, writtenTo);
  const vet = async (writtenTo?: string) => {
    Object.assign(asked, { calls: 0, most: 0 });
    await read(writtenTo);
    return [asked.calls, asked.most];
  };
  return { vet, read, asked, time };
};

test.each([
  [0, [1, 1], [1, 1]],
  [1, [2, 2], [2, 1]],
  [3, [4, 4], [4, 3]],
])(
  'a vet of who is written to asks for lists under %i keys beside the rest: one Query each, and no wait',
  async (keys, known, kept) => {
    const { vet } = await aWorld(keys);
    await vet(ADDRESS);
    expect([await vet(ADDRESS), await vet()]).toEqual([known, kept]);
  },
);

test('many who vet at once ask for the keys once; whoever met a failure asks again', async () => {
  const { vet, read, asked, time } = await aWorld(1);
  asked.fails = 2;
  await expect(vet(ADDRESS)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  // The vet ends with the first failure; what it asked beside that is still on its way.
  while (asked.atOnce > 0) await new Promise(setImmediate);
  asked.calls = 0;
  expect((await Promise.all(Array.from({ length: 10 }, () => read(ADDRESS)))).length).toBe(10);
  expect(asked.calls).toBe(10 + 1 + 10);
  time.now = addSeconds(NOW, 31);
  expect((await vet(ADDRESS))[0]).toBe(3);
});

test('what a message said of who is vetted is encrypted deflated, as that of a single message', async () => {
  const { read } = await aWorld(0);
  const { encryptHolesOf = expect.fail('no key') } = await read();
  expect(encryptHolesOf(messageId('one'))({ text: 'Bonjour. '.repeat(1000) })?.length).toBeLessThan(1000);
});
