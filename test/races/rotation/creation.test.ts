import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { freshTable, testClock } from '../../support/aws.ts';
import { ADVERTISER_ID, anAdvertiser, sha256 } from '../../support/builders.ts';

const access = admit(ADVERTISER_ID);
const KEYS = {
  key1: 'the-former-key-of-this-test-long-enough-to-be-one',
  key2: 'the-next-key-of-this-test-long-enough-to-be-one',
};

/** A process: nothing is shared with others but the table, and it knows the secrets as they were at some time. */
const processOn = (table: Table, secret: object) => {
  const clock = testClock();
  const text = JSON.stringify(secret);
  const vault = vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => text, randomBytes });
  return {
    clock,
    pause: async (milliseconds: number) => void (await wait(milliseconds)),
    ledger: ledgerOf({ ...table, vault, clock, expiryOf: async () => undefined }),
    fingerprints: fingerprintsOf(text, storedNamesOf(table)),
    advertisers: { get: async () => anAdvertiser() } as never,
    advertiserList: { all: async () => [ADVERTISER_ID] } as never,
  };
};

/** Names under which anything of an address is stored, read past all code of the product but the keys of the table. */
const storedUnder = async ({ client, tableName }: Table, ids: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(
    ids.map(async (id) => {
      const answer = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: `CONTACT#${ADVERTISER_ID}#${id}` } },
        }),
      );
      return (answer.Items ?? []).length > 0 ? [id] : [];
    }),
  );
  return found.flat();
};

describe('a new contact, while some processes create under the former key and some under the next', () => {
  test('is one contact, and has the opposition that came at the same time', async () => {
    const table = await freshTable();
    const [former, next] = [1, 2].map((current) => processOn(table, { ...KEYS, current })) as [
      ReturnType<typeof processOn>,
      ReturnType<typeof processOn>,
    ];
    const names = fingerprintsOf(JSON.stringify(KEYS));
    for (let round = 0; round < 25; round += 1) {
      const value = `lecteur-${round}@example.fr`;
      const address = { kind: 'email', value } as const;
      const [opposing, recording] = round % 2 === 0 ? [former, next] : [next, former];
      const actor = { by: 'system' } as const;
      const act = {
        access,
        address,
        act: 'login' as const,
        occurredAt: former.clock.now(),
        actor,
        request: { requestId: `act-${round}`, bodySha256: sha256('1') },
      };
      await Promise.all([
        opposeByAddress(opposing, { address: value, phone: '', sender: '' }),
        recordActivity(recording, act),
        // The same request through another process is the same act.
        recordActivity(opposing, act),
        declareContact(recording, { access, address, declared: {}, personRef: `crm-${round}`, actor }),
      ]);
      const stored = await storedUnder(table, names.idsOf(ADVERTISER_ID, address));
      expect(stored).toHaveLength(1);
      const standing = await former.ledger.readStanding(access, stored[0] as never);
      expect(standing?.oppositions).toHaveLength(1);
      const events = await former.ledger.listEvents(access, stored[0] as never);
      expect(events.filter(({ type }) => type === 'activity-recorded')).toHaveLength(1);
    }
  }, 120_000);

  test('of one person is of one person', async () => {
    const table = await freshTable();
    const [former, next] = [1, 2].map((current) => processOn(table, { ...KEYS, current }));
    const actor = { by: 'system' } as const;
    for (let round = 0; round < 10; round += 1) {
      const declared = [former, next].map((process, index) =>
        declareContact(process as never, {
          access,
          address: { kind: 'email', value: `${index}-${round}@example.fr` },
          declared: {},
          personRef: `crm-${round}`,
          actor,
        }),
      );
      const people = (await Promise.all(declared)).map(({ standing }) => standing.person);
      expect(new Set(people).size).toBe(1);
      const person = await former?.ledger.readPerson(access, people[0] ?? '');
      expect(person?.contacts).toHaveLength(2);
    }
  }, 120_000);
});
