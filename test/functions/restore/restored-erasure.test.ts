import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasuresOf } from '#shared/adapters/dynamodb/erasure/erasures.ts';
import { tracesOf } from '#shared/adapters/dynamodb/erasure/traces.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { type ErasePorts, eraseContact } from '#shared/app/erasure/erase-contact.ts';
import { finishDueErasures } from '#shared/app/erasure/finish-due-erasures.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { noPause } from '#test/support/aws.ts';
import { sendVault } from '#test/support/send-world.ts';
import { type RestoredWorld, restoredWorld } from './restored-world.ts';

let deployed: RestoredWorld;
beforeEach(async () => {
  deployed = await restoredWorld();
});
afterEach(() => deployed.close());

const ACTOR = { by: 'api-key', apiKeyId: 'root' } as const;

const portsOn = (table: Table): ErasePorts => {
  const { world } = deployed;
  const deps = { ...table, vault: sendVault(), clock: world.clock };
  return {
    ledger: world.ledger,
    advertisers: world.ports.advertisers,
    clock: world.clock,
    pause: noPause,
    erasures: erasuresOf(deps),
    traces: tracesOf(deps),
    exportedContacts: { removeFiles: async () => undefined },
    suppressions: { remove: async () => undefined },
    dueList: world.portsOn(table).dueList,
  };
};

const erase = (contactId: ContactId) =>
  eraseContact(portsOn(deployed.world.table), {
    access: deployed.world.access,
    contactId,
    actor: ACTOR,
    request: { requestId: sha256Of(`erase/${contactId}`), bodySha256: sha256Of('body') },
  });

/** What lies in a table of an address or of its key. */
const readable = async ({ client, tableName }: Table) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  return Items.filter(({ address, secrets, wrappedKey }) => address ?? secrets ?? wrappedKey).map(
    ({ entity }) => entity?.S,
  );
};

test('P2, P7: oppose, erase, restore to before, send: nothing leaves, and what was erased is erased again', async () => {
  const { world } = deployed;
  const [opposed, erased, faithful] = [await world.aMessage(), await world.aMessage(), await world.aMessage()];
  const copy = await deployed.copy();
  const act = {
    access: world.access,
    contactId: opposed.contactId,
    addressKind: 'email',
    of: { scope: 'global' },
  } as const;
  await registerOpposition(
    { ledger: world.ledger, clock: world.clock, pause: noPause },
    { ...act, via: 'link', requestId: sha256Of('link'), bodySha256: sha256Of('body'), actor: { by: 'person' } },
  );
  await deployed.streamAll();
  await erase(opposed.contactId);
  await erase(erased.contactId);
  await deployed.streamAll();
  const deliver = async () => {
    const states = [];
    for (const message of [opposed, erased, faithful])
      states.push((await world.deliver(message, { ports: copy.ports })).state);
    return states;
  };

  expect(await deliver()).toEqual(['put-back', 'put-back', 'put-back']);
  const compared = await copy.restore({ resume: true });
  expect([compared.code, compared.printed]).toEqual([1, expect.stringMatching(/5 are missing/)]);
  const replayed = await copy.restore({ apply: true, resume: true });
  expect([replayed.code, replayed.printed]).toEqual([0, expect.stringMatching(/holds all of them/)]);
  expect(await deliver()).toEqual(['refused', 'refused', 'sent']);
  expect(world.stub.calls()).toBe(1);

  world.clock.forward(700);
  expect(await finishDueErasures(portsOn(copy.table), () => true)).toEqual({ finished: 2 });
  expect((await readable(copy.table)).toSorted()).toEqual(['message', 'standing']);
  // Again, the replay finds all of it there.
  expect((await copy.restore({ apply: true })).printed).toMatch(/0 replayed/);
});

test('without the journal the erased contact would be back: what is seen here is its doing', async () => {
  const { world } = deployed;
  const erased = await world.aMessage();
  const copy = await deployed.copy();
  await erase(erased.contactId);
  const { halts: _, ...unheld } = copy.ports;
  const free = { ...unheld, halts: { reasonFor: async () => undefined, mayHaveLeft: () => false } };
  expect((await world.deliver(erased, { ports: free })).state).toBe('sent');
});
