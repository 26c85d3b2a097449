import { afterEach, beforeEach, expect, test } from 'vitest';
import { disclosuresOf } from '#shared/adapters/dynamodb/partners/disclosures.ts';
import { partnerNotificationsOf } from '#shared/adapters/dynamodb/partners/partner-notifications.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Disclosure } from '#shared/domain/partner/disclosure.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { sha256 } from '#test/support/builders.ts';
import { type RestoredWorld, restoredWorld } from './restored-world.ts';

let deployed: RestoredWorld;
beforeEach(async () => {
  deployed = await restoredWorld();
});
afterEach(() => deployed.close());

const disclose = (contactId: ContactId, table: Table) => {
  const { access, clock } = deployed.world;
  const disclosure: Disclosure = {
    ...{ id: factIdOf(contactId, 'disclosure/once'), advertiserId: access.advertiserId, contactId },
    ...{ partner: { siren: '732829320', name: 'Librairie Partenaire' }, role: 'recipient' },
    ...{ disclosedAt: addDays(clock.now(), -1), recordedAt: clock.now(), fingerprint: sha256('f'), keyId: 'key' },
  };
  const asked = { requestId: sha256Of('once'), bodySha256: sha256Of('body') };
  return disclosuresOf({ ...table, clock }).keep(access, disclosure, asked);
};
const owed = async (table: Table) => {
  const { access, clock } = deployed.world;
  const { items } = await partnerNotificationsOf({ ...table, clock }).list(access, { limit: 100 });
  return items.map(({ id, state, cause }) => ({ id, state, cause }));
};
const oppose = (contactId: ContactId) => {
  const { access, ledger, clock } = deployed.world;
  return registerOpposition(
    { ledger, clock, pause: noPause },
    {
      ...{ access, contactId, addressKind: 'email', of: { scope: 'global' }, via: 'link', actor: { by: 'person' } },
      ...{ requestId: sha256Of('link'), bodySha256: sha256Of('body') },
    },
  );
};

test('oppose, restore to before: the replay makes due again what a partner must be notified of, as the same notification', async () => {
  const { world } = deployed;
  const { contactId } = await world.aMessage();
  await disclose(contactId, world.table);
  const copy = await deployed.copy();
  await oppose(contactId);
  await deployed.streamAll();
  const before = await owed(world.table);
  expect(before).toMatchObject([{ state: 'open', cause: 'opposition' }]);
  expect(await owed(copy.table)).toEqual([]);
  await copy.restore({ apply: true });
  await deployed.streamAll(copy.table);
  expect(await owed(copy.table)).toEqual(before);
});

test('data that went after the copy: what its partner must be notified of is not known there before it is recorded again', async () => {
  const { world } = deployed;
  const { contactId } = await world.aMessage();
  const copy = await deployed.copy();
  await disclose(contactId, world.table);
  await oppose(contactId);
  await deployed.streamAll();
  await copy.restore({ apply: true });
  await deployed.streamAll(copy.table);
  expect(await owed(copy.table)).toEqual([]);
  // By the call it is due at once (test/functions/partners/due.test.ts); here what the stream does with the act again.
  await disclose(contactId, copy.table);
  await deployed.streamAll(copy.table);
  expect(await owed(copy.table)).toEqual(await owed(world.table));
});
