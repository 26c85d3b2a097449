import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { memoryClientOf } from '../../../fuzz/store/memory-client.ts';
import { ADVERTISER_ID, NOW } from '../../../support/builders.ts';
import { linesByPython } from '../../../support/examples/python.ts';
import { type FileOfTest, fileIn, importsInMemory, type Wrap } from '../../../support/imports/import-table.ts';

const KEY = 'c3'.repeat(32);
const SECRET = JSON.stringify({ key1: 'k'.repeat(43) });
const access = admit(ADVERTISER_ID);
const PART = { bytes: 1024 * 1024, rows: 20 };

class Killed extends Error {}

/** The list as a partner makes it, in Python: every fourth of a thousand people, some twice, some for texts alone, some rows bad. */
const listByPartner = async (): Promise<{
  readonly file: Buffer;
  readonly mail: Set<number>;
  readonly texts: Set<number>;
}> => {
  const code = /```python\n([\s\S]*?)```/.exec(readFileSync('docs/migrating.md', 'utf8'))?.[1] ?? '';
  const input = Array.from({ length: 1000 }, (_, number) => `Client.${number}@Maison-${number % 5}.example\n`).join('');
  const prints = await linesByPython(code, [KEY], input);
  const mail = new Set<number>();
  const texts = new Set<number>();
  const rows = prints.flatMap((print, number) => {
    if (number % 4 !== 1) return [];
    const isOfTexts = number % 12 === 1;
    (isOfTexts ? texts : mail).add(number);
    const row = `${print},${isOfTexts ? 'sms' : ''},2026-10-01`;
    return number % 20 === 1 ? [row, row.toUpperCase().replace('SMS', 'sms')] : [row];
  });
  const bad = ['', 'camille@example.com', prints[0]?.slice(1)].map((cell) => `${cell},,2026-10-01`);
  return { file: Buffer.from(`fingerprint,channels,occurredAt\n${[...rows, ...bad].join('\n')}\n`), mail, texts };
};

const mortal =
  (dies: () => boolean): Wrap =>
  (port) =>
    new Proxy(port, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'bytesOf') return value;
        return async (...given: unknown[]) => {
          if (dies()) throw new Killed();
          const done = await Reflect.apply(value, target, given);
          if (dies()) throw new Killed();
          return done;
        };
      },
    });

const play = async (dies: () => boolean) => {
  const world = importsInMemory();
  const table = { client: memoryClientOf(world.memory, 'in-memory') as never, tableName: 'in-memory' };
  const clock = { now: () => world.time.now };
  const vault = vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => SECRET, randomBytes });
  const lists = oppositionListsOf({ ...table, vault, clock });
  const names = fingerprintsOf(SECRET);
  const ledger = ledgerOf({ ...table, vault, clock, expiryOf: async () => undefined });
  const vetReads = vetReadsOf({ ...table, vault, clock, lists });
  const keyId = await lists.offerKey(access, Buffer.from(KEY, 'hex'));
  const { file, mail, texts } = await listByPartner();
  const task = {
    ...({ rows: 'opposition-fingerprints', layout: 'own', by: 'email', apiKeyId: 'shop', keyId } as const),
    provenance: {
      ...{ source: 'Agence', collectedFrom: '2026-01-01', collectedUntil: '2026-11-01' },
      approver: { name: 'Jeanne Roy' },
    },
  };
  const content: FileOfTest = fileIn(file);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const check = await world.run(await world.check(content, sha256, task as never), content, PART);
  world.time.now = addSeconds(NOW, 60);
  const wrap = mortal(dies);
  const commit = await world.run(await world.commit(check.job), content, PART, {
    wrap,
    isKill: (error) => error instanceof Killed,
  });
  const opposed = async (number: number) => {
    const value = `client.${number}@maison-${number % 5}.example`;
    const contactId = names.contactIdOf(ADVERTISER_ID, { kind: 'email', value });
    const { standing } = await vetReads.read(access, contactId, world.time.now, value);
    return (standing?.oppositions ?? []).map(({ of }) => of.scope);
  };
  const own = async (number: number) => {
    const value = `client.${number}@maison-${number % 5}.example`;
    const contactId = names.contactIdOf(ADVERTISER_ID, { kind: 'email', value });
    await registerOpposition(
      { ledger, clock, pause: async () => undefined },
      {
        ...{ access, contactId, addressKind: 'email', of: { scope: 'global' }, via: 'letter' },
        ...{ actor: { by: 'system' }, requestId: `own-${number}`, bodySha256: 'x' },
      },
    );
  };
  return { check: check.job, commit: commit.job, mail, texts, opposed, own, world };
};

test('P2: of a thousand people a list made in Python opposes exactly those that it names, each row once, however often it is killed', async () => {
  let calls = 0;
  const { check, commit, mail, texts, opposed, own, world } = await play(() => {
    calls += 1;
    return calls % 151 === 0;
  });
  expect(commit.counts).toEqual(check.counts);
  expect(commit.counts).toMatchObject({
    accepted: 300,
    repeated: 0,
    rejected: { 'value-not-accepted': 2, 'cell-empty': 1 },
  });
  expect(world.items().filter(({ entity }) => entity === 'listed-opposition')).toHaveLength(mail.size + texts.size);
  await own(0);
  for (let number = 0; number < 1000; number += 1) {
    const expected = [
      ...(number === 0 || mail.has(number) ? ['global'] : []),
      ...(texts.has(number) ? ['channel'] : []),
    ];
    expect(await opposed(number), `number ${number}`).toEqual(expected);
  }
}, 60_000);
