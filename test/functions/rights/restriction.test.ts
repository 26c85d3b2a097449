import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import { restrictFrom } from '#shared/app/rights/restrict-alike.ts';
import { liftRestriction, restrictUse } from '#shared/app/rights/restrict-use.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { noPause } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { type RestoredWorld, restoredWorld } from '../restore/restored-world.ts';

let deployed: RestoredWorld;
beforeEach(async () => {
  deployed = await restoredWorld();
});
afterEach(() => deployed.close());

const actor = { by: 'api-key', apiKeyId: 'root' } as const;
const ports = (ledger = deployed.world.ledger) => ({ ledger, clock: deployed.world.clock, pause: noPause });
const isDue = async () => true;
const restriction = (contactId: ContactId) => factIdOf(contactId, 'a request');
const restrict = (contactId: ContactId, ledger = deployed.world.ledger) => {
  const { access } = deployed.world;
  const command = { access, id: restriction(contactId), addressKind: 'email', occurredAt: NOW, actor, isDue } as const;
  return restrictUse(ports(ledger), command);
};
const lift = (contactId: ContactId, id = restriction(contactId)) =>
  liftRestriction(ports(), { access: deployed.world.access, id, actor });
const codesOf = async (reference: Parameters<RestoredWorld['world']['message']>[0]) =>
  (await deployed.world.message(reference)).verdict?.reasons.map(({ code }) => code);
const stored = async ({ client, tableName }: Table, contactId: ContactId) =>
  (
    await client.send(
      new GetItemCommand({ TableName: tableName, Key: toImage(standingKey(deployed.world.access, contactId)) }),
    )
  ).Item;

test('P2: what was accepted before is refused at its hand-off, and what is asked once it is lifted leaves', async () => {
  const { world } = deployed;
  const waiting = await world.aMessage();
  await restrict(waiting.contactId);
  expect(await world.deliver(waiting)).toMatchObject({ state: 'refused', code: 'USE_RESTRICTED' });
  expect([await codesOf(waiting), world.stub.calls()]).toEqual([['USE_RESTRICTED'], 0]);
  const other = await world.aMessage();
  await restrict(other.contactId);
  await lift(other.contactId);
  expect(await world.deliver(other)).toEqual({ state: 'sent' });
});

test('lifts its own alone, whether or not the request of another is stored', async () => {
  const { world } = deployed;
  const { contactId } = await world.aMessage();
  await restrict(contactId);
  const second = factIdOf(contactId, 'another request');
  await restrictUse(ports(), { access: world.access, id: second, addressKind: 'email', occurredAt: NOW, actor, isDue });
  const left = async () => (await world.ledger.readStanding(world.access, contactId))?.restrictions;
  await lift(contactId);
  expect(await left()).toEqual([second]);
  await lift(contactId);
  expect(await left()).toEqual([second]);
  await lift(contactId, second);
  expect(await left()).toBeUndefined();
});

test('P7: keeps what it restricts: no TTL ends it; once it is lifted, one does', async () => {
  const { world } = deployed;
  const { contactId } = await world.aMessage();
  await restrict(contactId);
  // The version before must not read it without its restriction (docs/decisions/0058).
  expect(await stored(world.table, contactId)).toMatchObject({ v: { N: '2' } });
  await lift(contactId);
  expect(await stored(world.table, contactId)).toMatchObject({ v: { N: '1' } });
});

test('P2: restrict, restore to before, send: nothing leaves, and it is restricted again', async () => {
  const { world } = deployed;
  const [restricted, faithful] = [await world.aMessage(), await world.aMessage()];
  const copy = await deployed.copy();
  await restrict(restricted.contactId);
  await deployed.streamAll();
  expect((await copy.restore({})).code).toBe(1);
  await copy.restore({ apply: true });
  await copy.restore({ resume: true, apply: true });
  const standing = await copy.ledger.readStanding(world.access, restricted.contactId);
  expect(standing?.restrictions).toEqual([restriction(restricted.contactId)]);
  const sent = async (reference: typeof restricted) => (await world.deliver(reference, { ports: copy.ports })).state;
  expect([await sent(restricted), await sent(faithful)]).toEqual(['refused', 'sent']);
});

test('P2: where a restriction followed to is known after a restore as well, and ends with it', async () => {
  const { world } = deployed;
  const [restricted, other] = [await world.aMessage(), await world.aMessage()];
  const copy = await deployed.copy();
  await restrict(restricted.contactId);
  await restrictFrom(world.ledger, world.access, restricted.contactId, [other.contactId], { actor, at: NOW });
  await deployed.streamAll();
  await copy.restore({ apply: true });
  expect((await copy.restore({})).code).toBe(0);
  const left = async () =>
    Promise.all(
      [restricted, other].map(
        async ({ contactId }) => (await copy.ledger.readStanding(world.access, contactId))?.restrictions?.length ?? 0,
      ),
    );
  expect(await left()).toEqual([1, 1]);
  await liftRestriction(ports(copy.ledger), { access: world.access, id: restriction(restricted.contactId), actor });
  expect(await left()).toEqual([0, 0]);
});
