import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { freshTable, noPause, TEST_SECRET, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, anAdvertiser, NOW, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const clock = testClock();
const fingerprints = fingerprintsOf(TEST_SECRET);
let table: Table;
/** Another process each time: nothing is shared but the table. */
const ports = () => ({
  clock,
  pause: noPause,
  fingerprints,
  ledger: ledgerOf({ ...table, vault: testVault(), clock, expiryOf: async () => undefined }),
  advertisers: advertisersOf({ ...table, clock }),
});

const link = (value: string, personRef: string) =>
  declareContact(ports(), {
    access,
    address: { kind: 'email', value },
    declared: { kind: 'consumer' },
    personRef,
    actor: { by: 'system' },
  });
const opposeByPhone = (contactId: ContactId, requestId: string) =>
  registerOpposition(ports(), {
    access,
    contactId,
    addressKind: 'email',
    of: { scope: 'global' },
    via: 'phone',
    requestId,
    bodySha256: sha256('1'),
    actor: { by: 'person' },
  });
const idOf = (value: string) => fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'email', value });
const oppositionsOf = async (value: string) =>
  (await ports().ledger.readStanding(access, idOf(value)))?.oppositions.map(({ of }) => of.scope) ?? [];

beforeAll(async () => {
  table = await freshTable();
  const { advertiserId, settingsVersion, recordedAt, ...settings } = anAdvertiser();
  await ports().advertisers.put(access, settings, NOW);
});

describe('one links a contact while another opposes for its person', () => {
  test.each(Array.from({ length: 12 }, (_, round) => [round]))(
    'both contacts end opposed, in round %i',
    async (round) => {
      const [home, work, personRef] = [`home${round}@example.fr`, `work${round}@example.fr`, `CRM-${round}`];
      await link(home, personRef);
      await Promise.all([link(work, personRef), opposeByPhone(idOf(home), `request-${round}`)]);
      expect(await oppositionsOf(home)).toEqual(['global']);
      expect(await oppositionsOf(work)).toEqual(['global']);
      const person = await ports().ledger.readPerson(access, fingerprints.personOf(ADVERTISER_ID, personRef));
      expect(new Set(person?.contacts)).toEqual(new Set([idOf(home), idOf(work)]));
      expect(person?.oppositions).toHaveLength(1);
    },
  );
});

test('P2: an opposition of the person is written for all its contacts, or for none', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await link(`${name}@example.net`, 'CRM-all');
  const read = ports();
  const person = await read.ledger.readPerson(access, fingerprints.personOf(ADVERTISER_ID, 'CRM-all'));
  await opposeByPhone(idOf('a@example.net'), 'all-at-once');
  for (const name of ['a', 'b', 'c', 'd']) expect(await oppositionsOf(`${name}@example.net`)).toEqual(['global']);
  const seen = await read.ledger.readStanding(access, idOf('b@example.net'));
  if (!person || !seen) throw new Error('the person and its contact are there');
  const stale = appendToLedger(read.ledger, access, [{ contactId: seen.contactId, seen, events: [] }], {
    at: NOW,
    person: { before: person, after: person },
  });
  await expect(stale).rejects.toMatchObject({ code: 'concurrent-change' });
});

test('two who oppose for one person at once are both received', async () => {
  await link('x@example.org', 'CRM-two');
  await link('y@example.org', 'CRM-two');
  await Promise.all([opposeByPhone(idOf('x@example.org'), 'from-x'), opposeByPhone(idOf('y@example.org'), 'from-y')]);
  expect(await oppositionsOf('x@example.org')).toEqual(['global', 'global']);
  expect(await oppositionsOf('y@example.org')).toEqual(['global', 'global']);
});
