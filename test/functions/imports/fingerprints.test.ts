import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { NOW } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfImports, type ImportsWorld, SHEET } from './imports-world.ts';

const KEY = '5a'.repeat(32);
const OTHER_KEY = 'a5'.repeat(32);
const CONSENT = EXAMPLES['record-consent'] as { givenAt: string };
const print = (address: string, key = KEY) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(address).digest('hex');
const later = (minutes: number) => vi.setSystemTime(Date.parse(NOW) + minutes * 60_000);
const asked = { rows: 'opposition-fingerprints', sharedKey: KEY };

const consent = async (world: ImportsWorld, email: string, more: object = {}) => {
  const { status, text } = await world.call('record-consent', { body: { ...CONSENT, contact: { email }, ...more } });
  expect(status, text).toBe(201);
};
const outcome = async (world: ImportsWorld, email: string) => {
  const messages = [{ contact: { email }, channel: 'email', offerCategory: 'wine', subject: 'Nos vins d’hiver' }];
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  return body.verdicts[0].outcome;
};
const imported = async (world: ImportsWorld, file: string, more: object = {}) => {
  const check = await world.check(file, { ...asked, ...more });
  later(2);
  const commit = await world.commit(check);
  expect(commit.rows).toEqual(check.rows);
  return commit;
};

test('P2: a list opposes whoever has one of its addresses, known or not yet, and nobody else', async () => {
  const world = await aWorldOfImports();
  await consent(world, 'Known@example.com');
  await consent(world, 'other@example.com');
  await consent(world, 'texts@example.com');
  const rows = [print('known@example.com'), `${print('unknown@example.com').toUpperCase()}`];
  const commit = await imported(
    world,
    `fingerprint,channels,occurredAt\n${rows.map((each) => `${each},email,\n`).join('')}${print('texts@example.com')},sms,\nnot-one,,\n`,
  );
  expect(commit.rows).toMatchObject({ read: 4, accepted: 3, rejected: 1, rejectedBy: { 'value-not-accepted': 1 } });
  await consent(world, 'unknown@example.com');
  const outcomes = await Promise.all(
    ['known', 'unknown', 'texts', 'other'].map((name) => outcome(world, `${name}@example.com`)),
  );
  expect(outcomes).toEqual(['refuse', 'refuse', 'allow', 'allow']);
  // The person agrees again, by themselves and later: that lifts it, as any opposition.
  await consent(world, 'known@example.com', { givenAt: new Date().toISOString() });
  later(5);
  await consent(world, 'unknown@example.com', { givenAt: new Date().toISOString() });
  expect(await outcome(world, 'unknown@example.com')).toBe('allow');
});

test('P2: an erased contact that comes back is refused, and an import lifts nothing that is listed', async () => {
  const world = await aWorldOfImports();
  await consent(world, 'back@example.com');
  await imported(world, `fingerprint\n${print('back@example.com')}\n`);
  const { contactId } = await world.known({ email: 'back@example.com' });
  await world.call('erase-contact', { path: { contactId }, query: { advertiserId: ADVERTISER }, body: {} });
  later(4);
  const row = `back@example.com,"2026-11-24 11:03:00",newsletter,3,${'a'.repeat(64)}\n`;
  const file = `email,givenAt,formId,formVersion,proofSha256\n${row}${row.replace('back', 'new')}`;
  await imported(world, `fingerprint\n${print('new@example.com')}\n`, { provenance: { ...SHEET, source: 'Agence' } });
  const check = await world.check(file, { rows: 'consents' });
  expect(check.rows).toMatchObject({ accepted: 0, rejectedBy: { opposed: 2 } });
  expect(await outcome(world, 'back@example.com')).toBe('refuse');
});

test('a key that was checked and not committed is used by nothing, and ends', async () => {
  const world = await aWorldOfImports();
  const kinds = async () => {
    const items = await itemsOf(tableOfWorld());
    return ['offered-list-key', 'list-key'].map((kind) => items.filter(({ entity }) => entity === kind));
  };
  const check = await world.check(`fingerprint\n${print('checked@example.com')}\n`, asked);
  const [offered = [], kept = []] = await kinds();
  const days = (Number(offered[0]?.expiresAt) - Date.now() / 1000) / 86_400;
  expect([offered.length, Math.round(days), kept]).toEqual([1, 90, []]);
  await world.commit(check);
  expect((await kinds())[1]).toHaveLength(1);
});

test('the same list again says nothing new; a newer export without dates opposes again', async () => {
  const world = await aWorldOfImports();
  const file = `fingerprint\n${print('again@example.com')}\n`;
  await imported(world, file);
  expect((await imported(world, file)).rows).toMatchObject({ accepted: 0, repeated: 1 });
  later(5);
  await consent(world, 'again@example.com', { givenAt: new Date().toISOString() });
  expect(await outcome(world, 'again@example.com')).toBe('allow');
  later(6);
  const provenance = { ...SHEET, exportedAt: '2026-11-24T10:00:00.000Z' };
  const check = await world.check(file, { ...asked, provenance });
  later(8);
  expect((await world.commit(check)).rows).toMatchObject({ accepted: 1 });
  later(9);
  expect(await outcome(world, 'again@example.com')).toBe('refuse');
});

test('a shared key is asked for with fingerprints alone, and lies nowhere in clear', async () => {
  const world = await aWorldOfImports();
  const begin = async (more: object) =>
    world.call('begin-import', {
      body: {
        ...{ advertiserId: ADVERTISER, name: 'Liste', by: 'email', provenance: SHEET },
        ...{ uploadId: await world.upload('fingerprint\n'), rows: 'opposition-fingerprints', ...more },
      },
    });
  for (const more of [
    {},
    { rows: 'oppositions', sharedKey: KEY },
    { sharedKey: 'abc' },
    { sharedKey: KEY, layout: 'brevo' },
  ])
    expect((await begin(more)).body).toMatchObject({ code: 'invalid-request' });
  expect((await begin({ sharedKey: KEY })).status).toBe(202);
  await begin({ sharedKey: OTHER_KEY });
  await begin({ sharedKey: KEY });
  const items = await itemsOf(tableOfWorld());
  expect(items.filter(({ entity }) => entity === 'offered-list-key')).toHaveLength(2);
  const stored = JSON.stringify(items) + world.logged();
  for (const key of [KEY, OTHER_KEY]) {
    expect(stored).not.toContain(key);
    expect(stored).not.toContain(Buffer.from(key, 'hex').toString('base64').slice(0, 40));
  }
});
