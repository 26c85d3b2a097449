import { expect, test, vi } from 'vitest';
import { NOW } from '../../support/builders.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER, OTHER_ADVERTISER, STRANGER } from '../support/api.ts';
import { aWorldOfImports, SHEET } from './imports-world.ts';

const FILE = `Email;channels;purpose;via;occurredAt
camille.martin@example.com;email;;letter;12/03/2024
alix.robin@example.com;;;;
zoe@example.com;sms mms;own-offers;pigeon;31/31/2024
sacha.morel@example.com;email;;phone;2099-01-01
not an address;;;;
;email;;;
claude.henry@example.com;email;;phone;2024-01-01 10:00;"open
andrea@example.com;email;;phone;2024-01-01
`;

test('P2: oppositions are counted, then recorded, also where other columns of the row are bad', async () => {
  const world = await aWorldOfImports();
  const before = (await itemsOf(tableOfWorld())).filter(({ pk }) => /^(?:CONTACT|REQUEST)#/.test(String(pk)));
  const check = await world.check(FILE);
  expect(check).toMatchObject({
    ...{ kind: 'import-check', state: 'finished', import: { rows: 'oppositions', layout: 'own', provenance: SHEET } },
    rows: {
      read: 8,
      accepted: 6,
      doubtful: 2,
      repeated: 0,
      rejected: 2,
      rejectedBy: { 'not-an-email': 1, 'cell-empty': 1 },
    },
  });
  expect(await world.reported(check)).toEqual([
    ...['4,5,date-not-read', '4,4,cell-not-read', '5,5,date-not-read'],
    ...['6,1,not-an-email', '7,1,cell-empty'],
  ]);
  const after = (await itemsOf(tableOfWorld())).filter(({ pk }) => /^(?:CONTACT|REQUEST)#/.test(String(pk)));
  expect(after).toEqual(before);

  const commit = await world.commit(check);
  expect(commit).toMatchObject({ kind: 'import-commit', state: 'finished', import: { checkedBy: check.jobId } });
  expect(commit.rows).toEqual(check.rows);
  const opposed = async (email: string) => (await world.known({ email }))?.oppositions;
  expect(await opposed('camille.martin@example.com')).toMatchObject([
    { of: { scope: 'channel', channels: ['email'] }, via: 'letter', occurredAt: '2024-03-12T22:59:59.999Z' },
  ]);
  expect(await opposed('alix.robin@example.com')).toMatchObject([
    { of: { scope: 'global' }, via: 'partner', occurredAt: NOW },
  ]);
  expect(await opposed('zoe@example.com')).toMatchObject([
    { of: { scope: 'purpose', channels: ['sms', 'mms'], purpose: 'own-offers' }, via: 'partner', occurredAt: NOW },
  ]);
  expect(await opposed('sacha.morel@example.com')).toMatchObject([{ via: 'phone', occurredAt: NOW }]);
  expect(await opposed('claude.henry@example.com')).toMatchObject([{ occurredAt: '2024-01-01T09:00:00.000Z' }]);
  expect(await opposed('andrea@example.com')).toHaveLength(1);
});

test('D1: an opposition to everything that is imported is one of every address of the person', async () => {
  const world = await aWorldOfImports();
  for (const email of ['camille.martin@example.com', 'cm@example.org'])
    await world.call('declare-contact', {
      body: { advertiserId: ADVERTISER, contact: { email }, personRef: 'client-42' },
    });
  await world.commit(await world.check('email\ncamille.martin@example.com\n'));
  expect((await world.known({ email: 'cm@example.org' })).oppositions).toMatchObject([{ of: { scope: 'global' } }]);
});

test('the same file twice, and the same rows in another file, change nothing', async () => {
  const world = await aWorldOfImports();
  await world.commit(await world.check(FILE));
  const contacts = async () => (await itemsOf(tableOfWorld())).filter(({ pk }) => String(pk).startsWith('CONTACT#'));
  const first = await contacts();
  vi.setSystemTime(Date.parse(NOW) + 60_000);
  const again = await world.check(FILE);
  expect(again.rows).toMatchObject({ accepted: 0, repeated: 6, rejected: 2 });
  expect((await world.commit(again)).rows).toEqual(again.rows);
  const other = await world.check(Buffer.from(`\ufeff${FILE.replaceAll(';', '\t')}`, 'utf16le'));
  expect(other.rows).toMatchObject({ accepted: 0, repeated: 6, rejected: 2 });
  await world.commit(other);
  expect(await contacts()).toEqual(first);
});

test('P2: a newer list without dates opposes again who agreed since, and the old one does not', async () => {
  const world = await aWorldOfImports();
  const email = 'camille.martin@example.com';
  await world.commit(await world.check(`email\n${email}\n`));
  vi.setSystemTime(Date.parse(NOW) + 60_000);
  const given = {
    channels: ['email'],
    form: { formId: 'newsletter', version: '3' },
    givenAt: new Date().toISOString(),
  };
  await world.call('record-consent', { body: { advertiserId: ADVERTISER, contact: { email }, ...given } });
  expect((await world.check(`email\n${email}\n`)).rows).toMatchObject({ accepted: 0, repeated: 1 });
  const newer = await world.check(`email\n${email}\nandrea@example.com\n`);
  expect(newer.rows).toMatchObject({ accepted: 2, repeated: 0 });
  await world.commit(newer);
  expect(await (await world.known({ email })).oppositions.at(-1)).toMatchObject({
    occurredAt: new Date().toISOString(),
  });
});

test('a check that has not finished is not committed; one is committed once', async () => {
  const world = await aWorldOfImports();
  const body = { advertiserId: ADVERTISER, name: 'x', rows: 'oppositions', by: 'email', provenance: SHEET };
  const uploadId = await world.upload('email\nandrea@example.com\n');
  const { body: begun } = await world.call('begin-import', { body: { ...body, uploadId } });
  const asked = { path: { jobId: begun.jobId } };
  expect(await world.call('commit-import', asked)).toMatchObject({ status: 409, body: { code: 'import-not-checked' } });
  await world.work();
  const first = await world.call('commit-import', asked);
  expect((await world.call('commit-import', asked)).body).toEqual(first.body);
  const refused = await world.call('commit-import', { path: { jobId: first.body.jobId } });
  expect(refused).toMatchObject({ status: 404, body: { code: 'job-not-found' } });
  await world.work();
  expect((await world.known({ email: 'andrea@example.com' })).oppositions).toHaveLength(1);
});

test('a sheet that names a form version that is not stored is refused, and so is a file without the address', async () => {
  const world = await aWorldOfImports();
  const forms = [{ formId: 'newsletter', version: '99' }];
  const body = { advertiserId: ADVERTISER, name: 'x', rows: 'oppositions', by: 'email' };
  const uploadId = await world.upload('phone\n+33612345678\n');
  const refused = await world.call('begin-import', { body: { ...body, uploadId, provenance: { ...SHEET, forms } } });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/provenance/forms/0' }] } });
  expect(await world.check('phone\n+33612345678\n')).toMatchObject({ state: 'failed', fault: 'heading-missing' });
});

test('P9: the import of one advertiser is none of another', async () => {
  const world = await aWorldOfImports();
  const { jobId } = await world.check('email\nandrea@example.com\n');
  const asked = { caller: STRANGER, path: { jobId }, query: { advertiserId: OTHER_ADVERTISER } };
  expect((await world.call('commit-import', asked)).status).toBe(404);
});
