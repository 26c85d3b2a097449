import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { sharedKeyIn } from '#shared/domain/opposition/shared-fingerprint.ts';
import { saidOf } from '../../../cli/commands/opposition-list.ts';
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
}, 60_000);
