import { describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { passTo, storedOf, streamed } from './passing-time.ts';

const CONSENT = EXAMPLES['record-consent'] as { readonly contact: object; readonly givenAt: string };
const { contact: CAMILLE } = CONSENT;
const CLAUDE = { email: 'claude.henry@example.com' };
const ENDED = '2030-01-15T10:00:00Z';
const BACK = '2030-02-01T10:00:00Z';
const LATER = '2030-02-02T10:00:00Z';
const ALL = [{ of: { scope: 'global' }, via: 'withdrawal', occurredAt: new Date(LATER).toISOString() }];
const PARTNERS = { scope: 'purpose', channels: ['email'], purpose: 'partner-offers' };

const agrees = async (world: World, contact: object, givenAt = CONSENT.givenAt) => {
  const { status, body } = await streamed(() =>
    world.call('record-consent', { body: { ...CONSENT, contact, givenAt } }),
  );
  expect(status).toBe(201);
  return { consentId: body.id as string, contactId: body.contactId as string };
};
const opposes = (world: World, contact: object, of: object) =>
  streamed(() => world.call('register-opposition', { body: { advertiserId: ADVERTISER, contact, via: 'letter', of } }));
const archivedOf = async (contactId: string) =>
  (await storedOf('former-event')).filter(({ pk }) => pk === `PROOF#${ADVERTISER}#${contactId}`);
const oppositionsOf = async (world: World, contactId: string) =>
  (await world.call('get-contact', { path: { contactId }, query: { advertiserId: ADVERTISER } })).body.oppositions;

describe('P2: the withdrawal of a consent that lies in the archive opposes everything', () => {
  const withdrawn = async (world: World, consentId: string) => {
    vi.setSystemTime(Date.parse(LATER));
    return world.call('withdraw-consent', { path: { consentId }, query: { advertiserId: ADVERTISER } });
  };

  test('of a contact that is gone', async () => {
    const world = await aWorldWithForms();
    const { consentId, contactId } = await agrees(world, CAMILLE);
    await passTo(ENDED);
    expect(await archivedOf(contactId)).not.toEqual([]);
    const first = await withdrawn(world, consentId);
    expect(first.status).toBe(200);
    expect(await oppositionsOf(world, contactId)).toMatchObject(ALL);
    expect((await withdrawn(world, consentId)).body).toEqual(first.body);
    expect(await oppositionsOf(world, contactId)).toHaveLength(1);
  });

  test('of a contact that came back and agreed', async () => {
    const world = await aWorldWithForms();
    const { consentId, contactId } = await agrees(world, CAMILLE);
    await passTo(ENDED);
    vi.setSystemTime(Date.parse(BACK));
    const again = await agrees(world, CAMILLE, BACK);
    expect(again.contactId).toBe(contactId);
    expect((await withdrawn(world, consentId)).status).toBe(200);
    expect(await oppositionsOf(world, contactId)).toMatchObject(ALL);
  });

  test('of a contact of which another opposition alone is left', async () => {
    const world = await aWorldWithForms();
    const { consentId, contactId } = await agrees(world, CAMILLE);
    await opposes(world, CAMILLE, PARTNERS);
    await passTo('2033-01-15T10:00:00Z');
    expect(await archivedOf(contactId)).not.toEqual([]);
    vi.setSystemTime(Date.parse('2033-02-02T10:00:00Z'));
    const path = { consentId };
    expect((await world.call('withdraw-consent', { path, query: { advertiserId: ADVERTISER } })).status).toBe(200);
    expect(await oppositionsOf(world, contactId)).toMatchObject([{ of: PARTNERS }, { of: { scope: 'global' } }]);
  });

  test('but once: repeated after its person agreed again, it is the one of then', async () => {
    const world = await aWorldWithForms();
    const { consentId, contactId } = await agrees(world, CAMILLE);
    vi.setSystemTime(Date.parse('2026-12-01T10:00:00Z'));
    const path = { path: { consentId }, query: { advertiserId: ADVERTISER } };
    const first = await streamed(() => world.call('withdraw-consent', path));
    await passTo('2033-01-15T10:00:00Z');
    expect(await archivedOf(contactId)).not.toEqual([]);
    vi.setSystemTime(Date.parse('2033-02-01T10:00:00Z'));
    await agrees(world, CAMILLE, '2033-02-01T10:00:00Z');
    expect((await world.call('withdraw-consent', path)).body).toEqual(first.body);
    expect((await oppositionsOf(world, contactId)).map(({ of }: { of: { scope: string } }) => of.scope)).toEqual([
      'purpose',
    ]);
  });

  test('and what is none is none: of no contact, nor another record of one that is in use', async () => {
    const world = await aWorldWithForms();
    const { consentId, contactId } = await agrees(world, CAMILLE);
    const { body: opposition } = await opposes(world, CAMILLE, PARTNERS);
    const unknown = consentId.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const id of [unknown, opposition.id]) {
      const { status, body } = await withdrawn(world, id);
      expect([status, body.code]).toEqual([404, 'consent-not-found']);
    }
    expect(await oppositionsOf(world, contactId)).toHaveLength(1);
  });
});

describe('D1: an opposition to everything from a contact that is gone', () => {
  test('reaches the other contacts of its person', async () => {
    const world = await aWorldWithForms();
    const linked = { advertiserId: ADVERTISER, personRef: 'client-42' };
    const gone = await agrees(world, CAMILLE);
    await streamed(() => world.call('declare-contact', { body: { ...linked, contact: CAMILLE } }));
    vi.setSystemTime(Date.parse('2029-01-15T10:00:00Z'));
    const inUse = await agrees(world, CLAUDE, '2029-01-15T10:00:00Z');
    await streamed(() => world.call('declare-contact', { body: { ...linked, contact: CLAUDE } }));
    await passTo(ENDED);
    expect(await archivedOf(gone.contactId)).not.toEqual([]);
    expect(await archivedOf(inUse.contactId)).toEqual([]);
    expect((await opposes(world, CAMILLE, { scope: 'global' })).status).toBe(201);
    const all = [{ of: { scope: 'global' }, via: 'letter' }];
    expect(await oppositionsOf(world, gone.contactId)).toMatchObject(all);
    expect(await oppositionsOf(world, inUse.contactId)).toMatchObject(all);
  });

  test('reaches them also where it had come back by another act first', async () => {
    const world = await aWorldWithForms();
    const linked = { advertiserId: ADVERTISER, personRef: 'client-42' };
    const gone = await agrees(world, CAMILLE);
    await streamed(() => world.call('declare-contact', { body: { ...linked, contact: CAMILLE } }));
    vi.setSystemTime(Date.parse('2029-01-15T10:00:00Z'));
    const inUse = await agrees(world, CLAUDE, '2029-01-15T10:00:00Z');
    await streamed(() => world.call('declare-contact', { body: { ...linked, contact: CLAUDE } }));
    await passTo(ENDED);
    expect(await archivedOf(gone.contactId)).not.toEqual([]);
    vi.setSystemTime(Date.parse(BACK));
    await agrees(world, CAMILLE, BACK);
    expect((await opposes(world, CAMILLE, { scope: 'global' })).status).toBe(201);
    expect(await oppositionsOf(world, inUse.contactId)).toMatchObject([{ of: { scope: 'global' } }]);
  });

  test('is recorded where its person went with it', async () => {
    const world = await aWorldWithForms();
    const { contactId } = await agrees(world, CAMILLE);
    const body = { advertiserId: ADVERTISER, personRef: 'client-42', contact: CAMILLE };
    await streamed(() => world.call('declare-contact', { body }));
    await passTo(ENDED);
    expect((await storedOf('person')).length).toBe(0);
    expect((await opposes(world, CAMILLE, { scope: 'global' })).status).toBe(201);
    expect(await oppositionsOf(world, contactId)).toHaveLength(1);
  });
});
