import { createHash } from 'node:crypto';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test, vi } from 'vitest';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { NOW } from '../../support/builders.ts';
import { askedBy } from '../../support/recorded-in-process.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfImports, type ImportsWorld, SHEET } from './imports-world.ts';

const SHA = 'a'.repeat(64);
const CAMILLE = 'camille.martin@example.com';
const later = (minutes: number) => vi.setSystemTime(Date.parse(NOW) + minutes * 60_000);
const imported = async (world: ImportsWorld, file: string, asked: object) => {
  const check = await world.check(file, asked);
  const commit = await world.commit(check);
  expect(commit.rows).toEqual(check.rows);
  return commit;
};

test('P2: a later export of the same bytes opposes again who agreed since; the same export does not', async () => {
  const world = await aWorldOfImports();
  const file = `email\n${CAMILLE}\n`;
  const exported = (exportedAt: string) => ({ provenance: { ...SHEET, exportedAt } });
  await imported(world, file, exported('2026-11-20T10:00:00.000Z'));
  later(1);
  const form = { formId: 'newsletter', version: '3' };
  const given = { channels: ['email'], form, givenAt: new Date().toISOString() };
  await world.call('record-consent', { body: { advertiserId: ADVERTISER, contact: { email: CAMILLE }, ...given } });
  later(2);
  const same = await imported(world, file, exported('2026-11-20T10:00:00.000Z'));
  expect(same.rows).toMatchObject({ accepted: 0, repeated: 1 });
  const newer = await imported(world, file, exported('2026-11-23T10:00:00.000Z'));
  expect(newer.rows).toMatchObject({ accepted: 1, repeated: 0 });
  const { oppositions } = await world.known({ email: CAMILLE });
  expect(oppositions.at(-1)).toMatchObject({ of: { scope: 'global' }, occurredAt: new Date().toISOString() });
});

const MAILCHIMP = 'Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP';
const CONSENTS = {
  ...{ rows: 'consents', layout: 'mailchimp' },
  provenance: { ...SHEET, zone: undefined, forms: [{ formId: 'newsletter', version: '3' }] },
};

test('a later export of the same consents records none of them again, whatever else it holds', async () => {
  const world = await aWorldOfImports();
  const row = `${CAMILLE},"2026-11-20 17:30:00",192.0.2.20,,\n`;
  await imported(world, `${MAILCHIMP}\n${row}`, CONSENTS);
  const provenance = { ...CONSENTS.provenance, source: 'Mailchimp, second export', collectedUntil: '2026-11-22' };
  const again = await imported(world, `${MAILCHIMP}\nzoe@example.com,,,,\n${row}`, { ...CONSENTS, provenance });
  expect(again.rows).toMatchObject({ accepted: 0, repeated: 1, rejected: 1 });
  expect((await world.known({ email: CAMILLE })).consents).toHaveLength(1);
});

test.each(['invalidated', 'annulled'])('P2: a consent that was %s is not revived by a later export', async (how) => {
  const world = await aWorldOfImports();
  const row = `${CAMILLE},"2026-11-20 17:30:00",192.0.2.20,,\n`;
  await imported(world, `${MAILCHIMP}\n${row}`, CONSENTS);
  const [{ id }] = (await world.known({ email: CAMILLE })).consents;
  later(1);
  const ended =
    how === 'invalidated'
      ? await world.call('invalidate-consent', { path: { consentId: id }, body: { reason: 'not their act' } })
      : await world.call('annul-record', {
          path: { recordId: id },
          body: {
            ...{ cause: 'wrong-import', explanation: 'The file was read wrongly.', evidence: { sha256: SHA } },
            approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Petit' }],
          },
        });
  expect(ended.status, ended.text).toBeLessThan(300);
  later(2);
  // Also where its confirmation was added meanwhile, so that the row says more than before.
  const more = `${CAMILLE},"2026-11-20 17:30:00",192.0.2.20,"2026-11-20 17:40:00",192.0.2.20\n`;
  for (const said of [row, more]) {
    const again = await imported(world, `${MAILCHIMP}\n${said}`, CONSENTS);
    expect(again.rows).toMatchObject({ accepted: 0, repeated: 0, rejectedBy: { 'consent-ended': 1 } });
    expect(await world.reported(again)).toEqual(['2,1,consent-ended']);
  }
  const { consents } = await world.known({ email: CAMILLE });
  expect(consents.filter(({ state }: { readonly state: string }) => state === 'given')).toEqual([]);
});

test.each(['under its contact', 'in the archive'])(
  'P2: a consent that was invalidated before its contact expired is not revived by a later export, with its events %s',
  async (where) => {
    const world = await aWorldOfImports();
    const row = (confirmed: string) => `${CAMILLE},"2026-11-20 17:30:00",192.0.2.20,${confirmed}\n`;
    await imported(world, `${MAILCHIMP}\n${row(',')}`, CONSENTS);
    const { consents, contactId } = await world.known({ email: CAMILLE });
    await world.call('invalidate-consent', { path: { consentId: consents[0].id }, body: { reason: 'not their act' } });
    // What TTL leaves of a contact that expired: its events.
    const { client, tableName } = tableOfWorld();
    const access = admit(ADVERTISER as AdvertiserId);
    const Key = toImage(standingKey(access, contactId));
    await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
    if (where === 'in the archive') {
      const { ending } = await import('#functions/wiring/retention.ts');
      const ports = ending({ ...process.env } as unknown as Parameters<typeof ending>[0]);
      await askedBy('expire', () => visitContact(ports, access, contactId));
    }
    const kinds = (await itemsOf(tableOfWorld())).map(({ entity }) => entity);
    expect(kinds.includes('event')).toBe(where !== 'in the archive');
    later(2);
    const said = row('"2026-11-20 17:40:00",192.0.2.20');
    const again = await imported(world, `${MAILCHIMP}\n${said}`, CONSENTS);
    expect(again.rows).toMatchObject({ accepted: 0, rejectedBy: { 'consent-ended': 1 } });
  },
);

const sha256Of = (file: string) => createHash('sha256').update(file).digest('hex');

test('GDPR art. 14: an imported consent and an imported sale say where they were before, and in which file, without the job', async () => {
  const world = await aWorldOfImports();
  const provenance = { ...SHEET, exportedAt: '2026-11-21T10:00:00.000Z' };
  const consents = `email,channels,formId,formVersion,givenAt,proofSha256\n${CAMILLE},email,newsletter,3,2026-11-20,${SHA}\n`;
  await imported(world, consents, { rows: 'consents', provenance });
  const sales = `email;reference;type;soldAt;categories\n${CAMILLE};A1;order;2026-11-02;wine\n`;
  await imported(world, sales, { rows: 'sales', provenance });
  const known = await world.known({ email: CAMILLE });
  const { source, collectedFrom, collectedUntil, approver } = SHEET;
  const from = { source, collectedFrom, collectedUntil, exportedAt: '2026-11-21', approver };
  expect([known.consents[0].imported, known.sales[0].imported]).toEqual([
    { ...from, sha256: sha256Of(consents) },
    { ...from, sha256: sha256Of(sales) },
  ]);
  // Nobody says so of what a call records.
  const body = {
    advertiserId: ADVERTISER,
    contact: { email: CAMILLE },
    channels: ['email'],
    givenAt: NOW,
    imported: from,
  };
  expect((await world.call('record-consent', { body })).status).toBe(422);
});
