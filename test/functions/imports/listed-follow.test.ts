import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { NOW } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfImports, type ImportsWorld } from './imports-world.ts';

const KEY = '5a'.repeat(32);
const FORMER = 'camille.former@example.com';
const NEW = 'camille.new@example.com';
const LONG_AGO = '2020-01-02T10:00:00Z';
const query = { advertiserId: ADVERTISER };
const later = (minutes: number) => vi.setSystemTime(Date.parse(NOW) + minutes * 60_000);

const consent = async (world: ImportsWorld, email: string, more: object = {}): Promise<string> => {
  const body = { ...(EXAMPLES['record-consent'] as object), contact: { email }, ...more };
  const answer = await world.call('record-consent', { body });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.contactId;
};
const declare = async (world: ImportsWorld, email: string, personRef?: string): Promise<string> =>
  (await world.call('declare-contact', { body: { ...query, contact: { email }, ...(personRef && { personRef }) } }))
    .body.contactId;
const outcome = async (world: ImportsWorld, email: string) => {
  const messages = [{ contact: { email }, channel: 'email', offerCategory: 'wine', subject: 'Nos vins d’hiver' }];
  return (await world.call('give-verdicts', { body: { ...query, messages } })).body.verdicts[0].outcome;
};
const list = async (world: ImportsWorld, ...rows: string[]) => {
  const file = `fingerprint,channels,occurredAt\n${rows.join('\n')}\n`;
  const check = await world.check(file, { rows: 'opposition-fingerprints', sharedKey: KEY });
  later(2);
  expect((await world.commit(check)).rows).toMatchObject({ accepted: rows.length });
};
const row = (address: string, channels = '', occurredAt = LONG_AGO) =>
  `${createHmac('sha256', Buffer.from(KEY, 'hex')).update(address).digest('hex')},${channels},${occurredAt}`;
const moveTo = async (world: ImportsWorld, contactId: string, email: string, madeBy = 'person') => {
  const body = { action: 'change-address', contact: { email }, madeBy };
  const answer = await world.call('change-person', { path: { contactId }, query, body });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

test('P2: a consent that follows to a listed address lifts nothing there', async () => {
  const world = await aWorldOfImports();
  const former = await consent(world, FORMER);
  await list(world, row(NEW));
  expect(await outcome(world, FORMER)).toBe('allow');
  expect(await moveTo(world, former, NEW)).toMatchObject({ consents: 0 });
  expect(await outcome(world, NEW)).toBe('refuse');
});

test.each(['person', 'advertiser'])('P2: what is listed follows where the %s made the change', async (madeBy) => {
  const world = await aWorldOfImports();
  const former = await consent(world, FORMER);
  await list(world, row(FORMER, 'email'));
  expect(await moveTo(world, former, NEW, madeBy)).toMatchObject({ oppositions: 1 });
  expect((await world.known({ email: NEW })).oppositions).toMatchObject([
    { of: { scope: 'channel', channels: ['email'] } },
  ]);
  expect([await outcome(world, NEW), await outcome(world, FORMER)]).toEqual(['refuse', 'refuse']);
  // Later, and by themselves.
  later(4);
  await consent(world, NEW, { givenAt: new Date().toISOString() });
  expect(await outcome(world, NEW)).toBe('allow');
});

test('what the person agreed to after it was listed lifts it at the new address too', async () => {
  const world = await aWorldOfImports();
  await consent(world, FORMER);
  await list(world, row(FORMER));
  later(4);
  const former = await consent(world, FORMER, { givenAt: new Date().toISOString() });
  expect(await outcome(world, FORMER)).toBe('allow');
  expect(await moveTo(world, former, NEW)).toMatchObject({ oppositions: 1 });
  expect(await outcome(world, NEW)).toBe('allow');
});

test('D1: what is listed of everything reaches the other addresses of the person, by a change and by a merge', async () => {
  const world = await aWorldOfImports();
  const former = await declare(world, FORMER, 'client-1');
  await declare(world, 'camille.other@example.com', 'client-1');
  const kept = await declare(world, 'kept@example.com', 'client-2');
  const merged = await declare(world, 'merged@example.com', 'client-3');
  await list(world, row(FORMER), row('merged@example.com'));
  await moveTo(world, former, NEW, 'advertiser');
  const merge = { path: { contactId: kept }, query, body: { action: 'merge', with: merged } };
  expect((await world.call('change-person', merge)).status).toBe(200);
  for (const email of [NEW, 'camille.other@example.com', 'kept@example.com'])
    expect((await world.known({ email })).oppositions, email).toMatchObject([{ of: { scope: 'global' } }]);
});
