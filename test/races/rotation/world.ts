import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type AdvertiserKeys, advertiserKeysOf } from '#shared/adapters/crypto/advertiser-keys.ts';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { advertiserKeyKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { sameAddressOf } from '#shared/adapters/dynamodb/messages/same-address.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { type Table, toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import type { RotatedDeployment } from '../../../cli/keys/in-account.ts';
import { type KeyName, SecretChanged } from '../../../cli/keys/secrets-in-account.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';
import { ADVERTISER_ID, anAdvertiser, NOW } from '../../support/builders.ts';
import { memoryKms } from '../../support/crypto/kms.ts';

/** Numbers below one, the same for a seed (mulberry32). */
const drawsOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const MINUTE = 60_000;
/** Items that the operator’s program is given at once; others write between two pages. */
const PAGE = 10;
/** What a process may know of a secret is as old as its cache and the longest run together. */
const STALE_MS = 20 * MINUTE;

/** The texts that a secret had, with when each was written. */
type Secrets = Readonly<Record<KeyName, { readonly at: number; readonly text: string }[]>>;

/** What a process does otherwise than it should, or the operator’s program. */
export interface Planted {
  /** The secret as a process takes it. */
  readonly known?: (name: KeyName, text: string) => string;
  /** The secret as it is stored. */
  readonly stored?: (name: KeyName, text: string, before: string) => string;
  /** The time that the operator’s program believes, in ms. */
  readonly operatorAt?: (now: number) => number;
  /** The operator asks several times in a row. */
  readonly hurries?: boolean;
  /** The program of the operator looks at nothing. */
  readonly looksAway?: boolean;
  /** Who makes the key of an advertiser goes on with it, whoever stored one before. */
  readonly keepsOwnKey?: boolean;
  /** The key of an advertiser is stored in the place of another. */
  readonly overwritesKey?: boolean;
  /** A new contact is stored without a look at its other names. */
  readonly unchecked?: boolean;
  /** Whatever is left of a name is taken for a contact. */
  readonly leftFirst?: boolean;
  /** A link opposes the name in it, and nobody else. */
  readonly ownNameAlone?: boolean;
}

/** One table, three secrets, one time; answers of the table come in an order that is drawn. */
export const rotationWorld = (seed: number, planted: Planted = {}) => {
  const draw = drawsOf(seed);
  let now = Date.parse(NOW);
  const memory = new MemoryTable();
  const inner = memoryClientOf(memory, 'in-memory');
  const send = async (command: never): Promise<unknown> => {
    for (let turns = Math.floor(draw() * 4); turns > 0; turns -= 1) await new Promise(setImmediate);
    return inner.send(command);
  };
  const table: Table = { client: { send } as unknown as DynamoDBClient, tableName: 'in-memory' };
  const clock = { now: () => toInstant(now) };
  let made = 0;
  const randomBytes = (size: number) => {
    made += 1;
    return Buffer.alloc(size, `${seed}/${made}/`);
  };
  const kms = memoryKms(randomBytes);
  const first = (name: string) => [
    { at: 0, text: JSON.stringify({ key1: `the-first-key-of-a-world-that-rotates-${name}-key-1` }) },
  ];
  const secrets: Secrets = { fingerprint: first('fingerprint'), token: first('token'), data: first('data') };
  const textAt = (name: KeyName, at: number): string => secrets[name].findLast((each) => each.at <= at)?.text ?? '';
  const newest = (name: KeyName): string => secrets[name].at(-1)?.text ?? '';

  /** As a process would have it that makes a mistake with keys of advertisers. */
  const faultyKeys = (keys: AdvertiserKeys): AdvertiserKeys => {
    const found = async (advertiserId: AdvertiserId, number: number) => {
      const known = await keys.opened(advertiserId, number);
      return known ?? (await kms.make(advertiserId)).key;
    };
    if (planted.keepsOwnKey) {
      return {
        ...keys,
        made: async (advertiserId, number) => {
          const own = await found(advertiserId, number);
          await keys.made(advertiserId, number);
          return own;
        },
      };
    }
    if (!planted.overwritesKey) return keys;
    return {
      ...keys,
      made: async (advertiserId, number) => {
        const known = await keys.opened(advertiserId, number);
        if (known !== undefined) return known;
        const { key, encrypted } = await kms.make(advertiserId);
        const encryptedKey = Buffer.from(encrypted).toString('base64');
        const stored = { entity: 'advertiser-key', v: 1, advertiserId, number, encryptedKey, madeAt: clock.now() };
        const Item = toImage({ ...advertiserKeyKey(advertiserId, number), ...stored });
        await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }));
        return key;
      },
    };
  };

  /** A process with what it last read of each secret: some minutes ago, each for itself. */
  const process = (stalest = STALE_MS) => {
    const known = (name: KeyName): string => {
      const text = textAt(name, now - draw() * stalest);
      return planted.known?.(name, text) ?? text;
    };
    const [fingerprint, token, data] = [known('fingerprint'), known('token'), known('data')];
    const keys = faultyKeys(advertiserKeysOf({ ...table, ...kms, clock }));
    const vault = vaultOf({ secret: async () => data, keys, randomBytes });
    const stored = { ...storedNamesOf(table), ...(planted.leftFirst && { isContact: async () => false }) };
    const names = fingerprintsOf(fingerprint, stored);
    const unchecked = {
      ...names,
      find: async (...asked: Parameters<typeof names.find>) => ({ ...(await names.find(...asked)), otherIds: [] }),
    };
    const messages = messagesOf({ ...table, vault, clock });
    return {
      clock,
      pause: async () => undefined,
      fingerprints: planted.unchecked ? unchecked : names,
      claims: claimsOf(table),
      templates: { get: async () => undefined },
      formVersions: { get: async () => undefined },
      reviews: { find: async () => undefined },
      sameAddress: planted.ownNameAlone
        ? { othersOf: async () => [] }
        : sameAddressOf({
            ...{ names: async () => names, stored: storedNamesOf(table), messages },
            ...{ vetReads: vetReadsOf({ ...table, vault, clock }), clock },
          }),
      tokens: tokensOf(token),
      ledger: ledgerOf({ ...table, vault, clock, expiryOf: async () => undefined }),
      vetReads: vetReadsOf({ ...table, vault, clock }),
      oppositionLists: oppositionListsOf({ ...table, vault, clock }),
      messages,
      advertisers: { get: async () => anAdvertiser() } as never,
      advertiserList: { all: async () => [ADVERTISER_ID] } as never,
    };
  };

  const deployment: RotatedDeployment = {
    now: () => toInstant(planted.operatorAt?.(now) ?? now),
    newKey: () => randomBytes(48).toString('base64url'),
    read: async (name) => newest(name),
    write: async (name, text, seen) => {
      if (newest(name) !== seen) throw new SecretChanged();
      secrets[name].push({ at: now, text: planted.stored?.(name, text, newest(name)) ?? text });
    },
    kms,
    table,
    pages: async function* () {
      if (planted.looksAway) return;
      const keys = [...memory.items()].map(({ pk, sk }) => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' }));
      for (let from = 0; from < keys.length; from += PAGE) {
        await new Promise(setImmediate);
        yield keys.slice(from, from + PAGE).flatMap(({ pk, sk }) => {
          const image = memory.get(pk, sk);
          return image === undefined ? [] : [toItem(image)];
        });
      }
    },
  };
  const pass = (minutes: number): void => {
    now += minutes * MINUTE;
  };
  return { draw, table, memory, clock, secrets, process, deployment, kms, pass, newest };
};
export type RotationWorld = ReturnType<typeof rotationWorld>;
export type Process = ReturnType<RotationWorld['process']>;
