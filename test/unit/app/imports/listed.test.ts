import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { takeFingerprints } from '#shared/app/imports/take-fingerprints.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { ContactId, Instant, JobId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { withListed } from '#shared/domain/ledger/with-listed.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { memoryClientOf } from '../../../fuzz/store/memory-client.ts';
import { ADVERTISER_ID, NOW } from '../../../support/builders.ts';
import { fileIn, importsInMemory } from '../../../support/imports/import-table.ts';

const KEY = Buffer.from('c3'.repeat(32), 'hex');
const access = admit(ADVERTISER_ID);
const contactId = `con_${'a'.repeat(22)}` as ContactId;
const empty = emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, NOW);

const consent = (seq: number, recordedAt: Instant, more: Partial<Consent> = {}): Consent =>
  ({ kind: 'consent', seq, recordedAt, givenAt: recordedAt, state: 'given', ...more }) as Consent;
const positionAmong = (consents: Consent[]): number | undefined => {
  const opposed = { of: { scope: 'global' }, via: 'letter', occurredAt: NOW, recordedAt: addSeconds(NOW, 60) } as const;
  const listed = { ...opposed, source: 'Agence', jobId: 'job_a' as JobId, line: 2, keyId: 'k', fingerprint: 'f' };
  const standing = { ...empty, seq: 9, consents };
  return withListed({ access, contactId, address: 'a@example.fr' }, standing, [listed])?.oppositions[0]?.seq;
};

test('P2: what is listed comes after each consent that was recorded before it, and after every import', () => {
  const imported = { source: 'Registre', collectedFrom: '2019-03-01', collectedUntil: '2026-11-20' } as never;
  expect(positionAmong([consent(3, NOW), consent(5, addSeconds(NOW, 61))])).toBe(3);
  expect(positionAmong([consent(3, NOW), consent(5, addSeconds(NOW, 61), { imported })])).toBe(5);
});

/** A list of one, checked; its commit is about to run. */
const aCommit = async () => {
  const world = importsInMemory();
  const table = { client: memoryClientOf(world.memory, 'in-memory') as never, tableName: 'in-memory' };
  const vault = vaultOf({
    keys: NO_ADVERTISER_KEYS,
    secret: async () => JSON.stringify({ key1: 'k'.repeat(43) }),
    randomBytes,
  });
  const keyId = await oppositionListsOf({ ...table, vault, clock: { now: () => NOW } }).offerKey(access, KEY);
  const content = fileIn(Buffer.from(`fingerprint\n${'0a'.repeat(32)}\n`));
  const task = {
    ...({ rows: 'opposition-fingerprints', layout: 'own', by: 'email', apiKeyId: 'shop', keyId } as const),
    provenance: {
      ...{ source: 'Agence', collectedFrom: '2026-01-01', collectedUntil: '2026-11-01' },
      approver: { name: 'Jeanne Roy' },
    },
  };
  const check = await world.run(await world.check(content, 'a'.repeat(64), task as never), content);
  return { world, content, commit: await world.commit(check.job) };
};

test('P2: an opposition is recorded when it is written, not when its job began, nor when its key came in force', async () => {
  const { world, content, commit } = await aCommit();
  world.time.now = addSeconds(NOW, 90);
  const { job, delays } = await world.run(commit, content);
  expect([job.counts.accepted, delays]).toEqual([1, [91]]);
  const [listed] = world.items().filter(({ entity }) => entity === 'listed-opposition');
  expect(listed).toMatchObject({ occurredAt: commit.createdAt, recordedAt: addSeconds(NOW, 90 + 91) });
});

test.each([-60, 0, 59])(
  'P2: a list counts once no process can still not know its key, by a clock that is %i seconds ahead, and nobody waits in place for it',
  async (ahead) => {
    const kept: unknown[] = [];
    const oppositionLists = { keepKey: async () => NOW, find: async () => [], keep: async () => void kept.push(1) };
    const clock = { now: () => addSeconds(NOW, ahead) };
    const pause = async () => {
      throw new Error('nobody waits in place');
    };
    const task = { kind: 'import-commit', keyId: 'k', provenance: { source: 'Agence' } };
    const job = { createdAt: NOW, jobId: 'job_a', file: { sha256: 'a' } };
    const row = { line: 2, cells: ['0a'.repeat(32)], columns: [1] };
    const shape = { columns: [{ name: 'fingerprint' }] };
    const taken = await takeFingerprints(
      { oppositionLists, clock, pause } as never,
      { access, job, task } as never,
      shape as never,
      [row] as never,
    );
    expect(taken).toEqual({ laterBySeconds: expect.any(Number) });
    expect((taken as { laterBySeconds: number }).laterBySeconds).toBeGreaterThan(30);
    expect(kept).toEqual([]);
  },
);

test('a mailbox that begins with a plus leaves nothing of itself in clear', async () => {
  const { memory, items } = importsInMemory();
  const table = { client: memoryClientOf(memory, 'in-memory') as never, tableName: 'in-memory' };
  const vault = vaultOf({
    keys: NO_ADVERTISER_KEYS,
    secret: async () => JSON.stringify({ key1: 'k'.repeat(43) }),
    randomBytes,
  });
  const ledger = ledgerOf({ ...table, vault, clock: { now: () => NOW }, expiryOf: async () => undefined });
  const declared = { type: 'contact-declared', declared: {}, actor: { by: 'system' } } as const;
  for (const [id, address] of [
    ['b', '+vins@example.fr'],
    ['c', '+33612345678'],
  ] as const) {
    const named = { contactId: `con_${id.repeat(22)}` as ContactId, address };
    const seen = { ...empty, contactId: named.contactId };
    await appendToLedger(ledger, access, [{ ...named, seen, events: [declared] }], { at: NOW });
  }
  expect(items().flatMap(({ entity, prefix }) => (entity === 'standing' ? [prefix] : []))).toEqual([undefined, '+336']);
});
