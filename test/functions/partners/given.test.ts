import { describe, expect, test } from 'vitest';
import { ADVERTISER, STRANGER } from '../support/api.ts';
import { aWorldOfPartners, CAMILLE, FILE, LIBRARY, TRAVEL } from './partners-world.ts';

const opposed = async () => {
  const world = await aWorldOfPartners();
  await world.disclose();
  await world.post('register-opposition', { ...world.of(), via: 'phone', occurredAt: '2026-11-23T10:00:00Z' });
  await world.stream();
  return world;
};
const ACKNOWLEDGED = { receivedAt: '2026-11-24T10:00:00Z', reference: 'AR-7' };

describe('the proof that a partner was notified', () => {
  test('an open notification is not given before somebody says so; then when, how, to whom and what stay', async () => {
    const world = await opposed();
    await world.stream();
    const [open] = await world.list();
    expect(open).toMatchObject({ state: 'open', givings: [] });
    const { status, body } = await world.give([open ?? {}]);
    expect(status).toBe(200);
    const proof = {
      givenAt: '2026-11-24T10:00:00.000Z',
      by: 'file',
      to: 'oppositions@librairie.example',
      sha256: FILE,
    };
    expect(body.notifications).toMatchObject([{ id: open?.id, state: 'given', givings: [proof] }]);
    await world.stream();
    expect(await world.list()).toMatchObject([{ state: 'given', givings: [proof] }]);
  });

  test('the confirmation of the partner is added by the same call, and nothing of the proof changes', async () => {
    const world = await opposed();
    const open = await world.list();
    await world.give(open);
    await world.give(open);
    const { body } = await world.give(open, { acknowledgement: ACKNOWLEDGED });
    const received = { ...ACKNOWLEDGED, receivedAt: '2026-11-24T10:00:00.000Z' };
    expect(body.notifications).toMatchObject([{ state: 'acknowledged', givings: [{ acknowledgement: received }] }]);
    const changed = { acknowledgement: { receivedAt: '2026-11-24T10:00:01Z', reference: 'AR-8' } };
    await world.give(open, changed);
    expect(await world.list()).toMatchObject([{ givings: [{ acknowledgement: received }] }]);
    await world.give(open, { sha256: 'e'.repeat(64) });
    const [told] = await world.list();
    expect([told?.state, Object(told?.givings).length]).toEqual(['acknowledged', 2]);
  });

  test.each<[string, object, string]>([
    ['before the person acted', { givenAt: '2026-11-22T10:00:00Z' }, '/notifications/0/givenAt'],
    ['in the future', { givenAt: '2026-11-25T10:00:00Z' }, '/notifications/0/givenAt'],
    ['to another partner', { partner: TRAVEL.siren }, '/notifications/0/id'],
    [
      'confirmed before it was given',
      { acknowledgement: { receivedAt: '2026-11-24T09:00:00Z' } },
      '/notifications/0/acknowledgement/receivedAt',
    ],
  ])('what is said to be given %s is no proof', async (_name, more, pointer) => {
    const world = await opposed();
    const { status, body } = await world.give(await world.list(), more);
    expect([status, body.notifications[0].error.errors[0].pointer]).toEqual([422, pointer]);
    expect(await world.list()).toMatchObject([{ state: 'open', givings: [] }]);
  });

  test('of several each has its outcome; another advertiser sees none of them', async () => {
    const world = await opposed();
    const [one] = await world.list();
    const unknown = { id: `${String(one?.contactId)}.${'x'.repeat(16)}` };
    const { status, body } = await world.give([one ?? {}, unknown]);
    expect([status, body.notifications[0].state]).toEqual([207, 'given']);
    expect(body.notifications[1].error.code).toBe('invalid-request');
    const query = { advertiserId: ADVERTISER };
    expect((await world.call('list-partner-notifications', { query, caller: STRANGER })).status).toBe(404);
  });

  test('open ones come first, the oldest first, page by page', async () => {
    const world = await opposed();
    await world.give(await world.list());
    for (const channel of ['email', 'sms', 'mms'])
      await world.post('register-opposition', {
        ...{ ...world.of(), via: 'phone', of: { scope: 'channel', channels: [channel] } },
      });
    await world.stream();
    const states: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { advertiserId: ADVERTISER, limit: '2', ...(cursor && { cursor }) };
      const { body } = await world.call('list-partner-notifications', { query });
      states.push(...body.notifications.map(({ state }: { state: string }) => state));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(states).toEqual(['open', 'open', 'open', 'given']);
  });
});

describe('what a partner heard', () => {
  const heard = { via: 'partner', receivedBy: 'Service clients de la librairie', fromPartner: LIBRARY.siren };
  const said = { ...heard, occurredAt: '2026-11-23T10:00:00Z' };

  test('is effective at once, recorded once with who heard it, and told to the others and not back', async () => {
    const world = await aWorldOfPartners();
    await world.disclose(LIBRARY);
    await world.disclose(TRAVEL);
    const first = await world.post('register-opposition', { ...world.of(), ...said }, { key: 'from-partner' });
    const again = await world.post('register-opposition', { ...world.of(), ...said }, { key: 'from-partner' });
    expect(again).toEqual(first);
    const asked = { advertiserId: ADVERTISER, messages: [{ contact: CAMILLE, offerCategory: 'wine' }] };
    const { body } = await world.call('give-verdicts', { body: asked });
    expect(body.verdicts[0].reasons[0].code).toBe('OPPOSED_GLOBAL');
    await world.stream();
    expect(await world.owed()).toEqual([['Voyages Partenaire', 'opposition']]);
  });

  test('in a file as well; a number that is no SIREN is left out, and its row is an opposition all the same (P2)', async () => {
    const world = await aWorldOfPartners();
    await world.disclose(LIBRARY);
    await world.disclose(TRAVEL);
    const rows = [`${CAMILLE.email};partner;2026-11-23;732 829 320`, 'b@example.org;partner;2026-11-23;123456789'];
    const commit = await world.commit(await world.check(`email;via;occurredAt;fromPartner\n${rows.join('\n')}\n`));
    expect(commit.rows).toMatchObject({ accepted: 2, rejected: 0 });
    await world.stream();
    expect(await world.owed()).toEqual([['Voyages Partenaire', 'opposition']]);
  });

  test('lifts nothing: what the person opposed before stays, as wide as it was', async () => {
    const world = await aWorldOfPartners();
    await world.post('register-opposition', { ...world.of(), via: 'phone' });
    const narrow = { scope: 'purpose', channels: ['sms'], purpose: 'partner-offers' };
    await world.post('register-opposition', { ...world.of(), ...said, of: narrow });
    const { oppositions } = await world.known(CAMILLE);
    expect(oppositions).toContainEqual(expect.objectContaining({ of: { scope: 'global' }, via: 'phone' }));
  });
});
