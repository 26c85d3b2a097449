import { expect, test, vi } from 'vitest';
import { NOW } from '../../support/builders.ts';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfImports, type ImportsWorld, SHEET } from './imports-world.ts';

const SHA = 'a'.repeat(64);
const CAMILLE = 'camille.martin@example.com';
const imported = async (world: ImportsWorld, rows: string, file: string, more: object = {}) => {
  const check = await world.check(file, { rows, ...more });
  const commit = await world.commit(check);
  expect(commit.rows).toEqual(check.rows);
  const reported = await world.reported(check);
  expect(await world.reported(commit)).toEqual(reported);
  return { job: commit, reported };
};

test('D10: a consent needs its form version, its time and the evidence of the act; a mark that says yes is none', async () => {
  const world = await aWorldOfImports();
  const file = `email,channels,formId,formVersion,givenAt,proofSha256
${CAMILLE},email,newsletter,3,2026-11-20T18:30:00+01:00,${SHA}
flag@example.com,,,,,
no-form@example.com,email,,,2026-11-20,${SHA}
no-proof@example.com,email,newsletter,3,2026-11-20,
gone@example.com,email,newsletter,99,2026-11-20,${SHA}
later@example.com,email,newsletter,3,2027-11-20,${SHA}
channel@example.com,pigeon,newsletter,3,2026-11-20,${SHA}
`;
  const { job, reported } = await imported(world, 'consents', file);
  expect(job.rows).toMatchObject({ read: 7, accepted: 1, repeated: 0, rejected: 6 });
  expect(reported).toEqual([
    '3,5,time-missing',
    '4,4,form-missing',
    '5,6,evidence-missing',
    '6,4,form-unknown',
    '7,5,not-a-time',
    '8,2,value-not-accepted',
  ]);
  const text = await (await fetch(job.reportUrl)).text();
  expect(text).toContain(
    'No message may ask for consent: ask on the account page, at the checkout, at the till or by post.',
  );
  const known = await world.known({ email: CAMILLE });
  expect(known.consents).toMatchObject([
    {
      channels: ['email'],
      form: { formId: 'newsletter', version: '3' },
      givenAt: '2026-11-20T17:30:00.000Z',
      observed: false,
    },
  ]);
  expect(await world.known({ email: 'flag@example.com' })).toBeUndefined();
});

test('D10: the sheet names the form version of each day, where the row names none', async () => {
  const world = await aWorldOfImports();
  const forms = [{ formId: 'newsletter', version: '3', from: '2026-11-01' }];
  const file = `email;givenAt;proofSha256\n${CAMILLE};20/11/2026 18:30;${SHA}\nearly@example.com;2026-10-31;${SHA}\n`;
  const { job, reported } = await imported(world, 'consents', file, { provenance: { ...SHEET, forms } });
  expect(job.rows).toMatchObject({ accepted: 1, rejected: 1 });
  expect(reported).toEqual(['3,1,form-missing']);
  const { consents } = await world.known({ email: CAMILLE });
  expect(consents).toMatchObject([{ channels: ['email'], givenAt: '2026-11-20T17:30:00.000Z' }]);
});

test('P2: an import never lifts an opposition, whatever its evidence and its date', async () => {
  const world = await aWorldOfImports();
  const occurredAt = '2026-01-10T10:00:00Z';
  const body = { advertiserId: ADVERTISER, contact: { email: CAMILLE }, via: 'phone', occurredAt };
  await world.call('register-opposition', { body });
  const file = `email,channels,formId,formVersion,givenAt,proofSha256\n${CAMILLE},email,newsletter,3,2026-11-20,${SHA}\n`;
  const { job, reported } = await imported(world, 'consents', file);
  expect(job.rows).toMatchObject({ accepted: 0, rejectedBy: { opposed: 1 } });
  expect(reported).toEqual(['2,1,opposed']);
  expect(await world.known({ email: CAMILLE })).toMatchObject({ consents: [], oppositions: [{ via: 'phone' }] });
});

test('sales are recorded; what was not offered a refusal supports nothing, and the report says where to ask', async () => {
  const world = await aWorldOfImports();
  const form = { mode: 'web', wording: 'Vos coordonnées servent à votre commande.', approver: { name: 'Jeanne Roy' } };
  await world.call('put-form-version', { path: { advertiserId: ADVERTISER, formId: 'old', version: '1' }, body: form });
  const file = `email;reference;type;soldAt;categories;formId;formVersion;refused
${CAMILLE};A1;order;2026-11-02 10:15;wine;checkout;7;no
alix@example.com;A2;order;2026-11-02;wine beer;old;1;
zoe@example.com;A3;order;2026-11-02;wine;checkout;7;yes
sacha@example.com;A4;theft;2026-11-02;wine;checkout;7;email
andrea@example.com;A5;order;never;wine;checkout;7;
claude@example.com;"A6"x;order;2026-11-02;wine;checkout;7;
`;
  const { job, reported } = await imported(world, 'sales', file);
  expect(job.rows).toMatchObject({ read: 6, accepted: 3, rejected: 3 });
  expect(job.rows.unusable).toBeGreaterThanOrEqual(1);
  expect(reported).toEqual(
    expect.arrayContaining(['3,1,supports-nothing', '5,3,value-not-accepted', '6,4,not-a-time']),
  );
  expect(reported.filter((line) => line.startsWith('7,'))).toEqual(['7,2,text-after-quote']);
  expect((await world.known({ email: CAMILLE })).sales).toMatchObject([
    { reference: 'A1', lines: [{ category: 'wine' }] },
  ]);
  const opposed = async (email: string) => (await world.known({ email })).oppositions;
  expect(await opposed('zoe@example.com')).toMatchObject([{ of: { scope: 'global' }, via: 'refusal-at-collection' }]);
  // Its sale is none, and its refusal counts.
  const [refusal] = await opposed('sacha@example.com');
  expect(refusal).toMatchObject({ of: { scope: 'channel', channels: ['email'] }, via: 'refusal-at-collection' });
});

test('bounces block the address, and complaints oppose; acts move the clock', async () => {
  const world = await aWorldOfImports();
  const file = `email,reason,occurredAt\nhard@example.com,Hard bounce,2026-11-01\nspam@example.com,COMPLAINT,2026-11-02\nok@example.com,delivered,\n`;
  const { job, reported } = await imported(world, 'bounces-and-complaints', file);
  expect(job.rows).toMatchObject({ accepted: 2, rejectedBy: { 'no-bounce': 1 } });
  expect(reported).toEqual(['4,2,no-bounce']);
  expect(await world.known({ email: 'hard@example.com' })).toMatchObject({
    oppositions: [],
    deliveryFailures: [{ kind: 'permanent', at: '2026-11-01T22:59:59.999Z' }],
  });
  expect((await world.known({ email: 'spam@example.com' })).oppositions).toMatchObject([
    { of: { scope: 'channel', channels: ['email'] }, via: 'complaint' },
  ]);
  const acts = `email,act,occurredAt\n${CAMILLE},login,2026-11-01T10:00:00Z\n${CAMILLE},open,2026-11-02\n${CAMILLE},order,\n`;
  const activities = await imported(world, 'activities', acts);
  expect(activities.reported).toEqual(['3,2,value-not-accepted', '4,3,not-a-time']);
  expect((await world.known({ email: CAMILLE })).lastActAt).toBe('2026-11-01T10:00:00.000Z');
});

test('P7: what was erased is not imported again, and its opposition is', async () => {
  const world = await aWorldOfImports();
  const body = {
    advertiserId: ADVERTISER,
    contact: { email: CAMILLE },
    act: 'login',
    occurredAt: '2026-11-01T10:00:00Z',
  };
  const { body: recorded } = await world.call('record-activity', { body });
  vi.setSystemTime(Date.parse(NOW) + 60_000);
  const erased = await world.call('erase-contact', {
    path: { contactId: recorded.contactId },
    query: { advertiserId: ADVERTISER },
    body: {},
  });
  expect(erased.status).toBe(200);
  const consents = `email,channels,formId,formVersion,givenAt,proofSha256\n${CAMILLE},email,newsletter,3,2026-11-20,${SHA}\n`;
  expect((await imported(world, 'consents', consents)).reported).toEqual(['2,1,opposed']);
  expect((await imported(world, 'bounces-and-complaints', `email,reason\n${CAMILLE},hard\n`)).reported).toEqual([
    '2,1,erased',
  ]);
});
