import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { ContactId, JobId } from '#shared/domain/ids.ts';
import type { ListedOpposition } from '#shared/domain/opposition/listed.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { sharedFingerprint, sharedKeyIn } from '#shared/domain/opposition/shared-fingerprint.ts';
import { saidOf, writeNew } from '../../../cli/commands/opposition-list.ts';
import { oppositionList } from '../../../cli/keys/opposition-list.ts';
import { ADVERTISER_ID, sha256 } from '../../support/builders.ts';
import { linesByPython } from '../../support/examples/python.ts';
import { access, named } from './happens.ts';
import { rotationWorld } from './world.ts';

const KEY = 'f0'.repeat(32);
const actor = { by: 'system' } as const;

/** Fingerprints as the page says them, by Python. */
const byPython = (addresses: readonly string[]): Promise<readonly string[]> => {
  const code = /```python\n([\s\S]*?)```/.exec(readFileSync('docs/migrating.md', 'utf8'))?.[1] ?? '';
  const input = addresses.map((each) => `${each}\n`).join('');
  return linesByPython(code, [KEY], input);
};

test('of a thousand contacts the list names those that opposed, and no other, as another program names them', async () => {
  const world = rotationWorld(21);
  const by = world.process(0);
  const everyone = Array.from(
    { length: 1000 },
    (_, number) => `${number % 2 === 0 ? '+' : ''}Reader.${number}+x@Example-${number % 7}.fr`,
  );
  const lines: string[] = [];
  const prints = await byPython(everyone);
  let erased: ContactId | undefined;
  for (const [number, written] of everyone.entries()) {
    const kept = number % 10 !== 9;
    const found = kept
      ? await declareContact(by, { access, address: named(written), declared: {}, keepsAddress: true, actor })
      : await by.fingerprints.find(access, named(written));
    if (number % 3 !== 0) continue;
    const of: OppositionScope = number % 2 === 0 ? { scope: 'global' } : { scope: 'channel', channels: ['email'] };
    const occurredAt = `2026-0${1 + (number % 9)}-15T10:00:00.000Z` as never;
    await registerOpposition(by, {
      ...{ access, contactId: found.contactId, addressKind: 'email', of, via: 'letter', occurredAt, actor },
      ...{ requestId: `opposition-${number}`, bodySha256: sha256('1') },
    });
    if (!kept) erased = found.contactId;
    else lines.push(`${prints[number]},${of.scope === 'global' ? '' : 'email'},,${occurredAt}`);
  }
  expect(erased).toBeDefined();
  const list = await oppositionList(world.deployment, {
    advertiserId: ADVERTISER_ID,
    key: sharedKeyIn(KEY) ?? new Uint8Array(),
  });
  expect(list.csv).toBe(['fingerprint,channels,purpose,occurredAt', ...lines.toSorted(), ''].join('\r\n'));
  expect(list).toMatchObject({ oppositions: 300, contacts: 300, withoutAddress: 34, unreadable: [] });
  expect(saidOf(list)).toContain('34 contacts that opposed are not in it');
  expect(JSON.stringify(list)).not.toContain('reader');
  const damaged = [...world.memory.items()].find(
    ({ sk, oppositions }) => sk?.S === 'STANDING' && oppositions?.L?.length === 1,
  );
  const { advertiserId: _lost, contactId: _too, ...rest } = damaged ?? {};
  world.memory.put({ TableName: 'in-memory', Item: rest });
  const again = await oppositionList(world.deployment, { advertiserId: ADVERTISER_ID, key: Buffer.from(KEY, 'hex') });
  expect(again.unreadable).toEqual([damaged?.contactId?.S]);
}, 60_000);

test('what a partner listed of the address of a contact is in the list, under the key of the other partner', async () => {
  const world = rotationWorld(22);
  const by = world.process(0);
  for (const name of ['Listed', 'other'])
    await declareContact(by, {
      ...{ access, address: named(`${name}@example.fr`), declared: {}, keepsAddress: true, actor },
    });
  const partner = Buffer.from('c3'.repeat(32), 'hex');
  const keyId = await by.oppositionLists.offerKey(access, partner);
  await by.oppositionLists.keepKey(access, keyId);
  const fingerprint = sharedFingerprint(partner, named('listed@example.fr'));
  const at = '2026-03-15T10:00:00.000Z' as never;
  const listed: ListedOpposition = {
    ...{ of: { scope: 'channel', channels: ['email'] }, via: 'partner', occurredAt: at, recordedAt: at },
    ...{ source: 'Agence', jobId: `job_${'a'.repeat(22)}` as JobId, line: 2 },
  };
  await by.oppositionLists.keep(access, { keyId, fingerprint }, listed);
  const list = await oppositionList(world.deployment, { advertiserId: ADVERTISER_ID, key: Buffer.from(KEY, 'hex') });
  expect(list.unreadable).toEqual([]);
  const print = createHmac('sha256', Buffer.from(KEY, 'hex')).update('listed@example.fr').digest('hex');
  expect(list.csv).toBe(`fingerprint,channels,purpose,occurredAt\r\n${print},email,,${at}\r\n`);
});

test('a number of overseas is found by the fingerprint of either spelling, and listed by both', async () => {
  const world = rotationWorld(23);
  const by = world.process(0);
  const partner = Buffer.from('c3'.repeat(32), 'hex');
  const keyId = await by.oppositionLists.offerKey(access, partner);
  await by.oppositionLists.keepKey(access, keyId);
  const at = '2026-03-15T10:00:00.000Z' as never;
  const spellings = ['+33692123456', '+262692123456'] as const;
  const printOf = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('hex');
  for (const [index, spelling] of spellings.entries()) {
    const of: OppositionScope = { scope: 'channel', channels: [index === 0 ? 'sms' : 'mms'] };
    await by.oppositionLists.keep(
      access,
      { keyId, fingerprint: printOf(partner, spelling) },
      {
        ...{ of, via: 'partner', occurredAt: at, recordedAt: at },
        ...{ source: 'Agence', jobId: `job_${'a'.repeat(22)}` as JobId, line: 2 },
      },
    );
  }
  for (const spelling of spellings) expect(await by.oppositionLists.of(access, spelling as never)).toHaveLength(2);
  const address = { kind: 'phone', value: spellings[0] } as const;
  await declareContact(by, { access, address, declared: {}, keepsAddress: true, actor });
  const key = Buffer.from(KEY, 'hex');
  const { csv } = await oppositionList(world.deployment, { advertiserId: ADVERTISER_ID, key });
  const prints = csv.split('\r\n').slice(1, -1);
  expect(new Set(prints.map((each) => each.split(',')[0]))).toEqual(
    new Set(spellings.map((each) => printOf(key, each))),
  );
  expect(prints).toHaveLength(4);
});

test('a file that is there already is not written: others may read it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'list-'));
  const path = join(folder, 'oppositions.csv');
  await writeNew(path, 'first');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await expect(writeNew(path, 'second')).rejects.toThrow('is there already: remove it, or name another file');
  expect(await readFile(path, 'utf8')).toBe('first');
  await rm(folder, { recursive: true });
});
