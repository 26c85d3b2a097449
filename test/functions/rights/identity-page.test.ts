import { describe, expect, test, vi } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { TEST_SECRET } from '#test/support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { startCold } from '../support/cold-start.ts';

const CONSENT = EXAMPLES['record-consent'] as { contact: { email: string } };

const record = async (world: World, kind: string, more: object = {}) => {
  const asked = { advertiserId: ADVERTISER, contact: CONSENT.contact, kind, via: 'letter', ...more };
  const { body } = await world.call('record-request', { body: asked });
  return body;
};
const shown = async (world: World, requestId: string) =>
  (await world.call('get-request', { path: { requestId }, query: { advertiserId: ADVERTISER } })).body;
const aWorldWithConsent = async () => {
  const world = await aWorldWithForms();
  const { body } = await world.call('record-consent', { body: CONSENT });
  return { world, contactId: body.contactId as string };
};

describe('where a person can show that a request is theirs', () => {
  test.each(['access', 'portability', 'rectification', 'erasure'])(
    '%s: the preference centre of the contact, the same at its recording and later, with nothing of them in it',
    async (kind) => {
      const { world, contactId } = await aWorldWithConsent();
      const { id, identityPage } = await record(world, kind);
      expect(identityPage).toMatch(/^https:\/\/stop\.maison-valmy\.example\/p\/[\w-]{1,165}$/);
      expect((await shown(world, id)).identityPage).toBe(identityPage);
      const token = identityPage.split('/p/')[1];
      expect(tokensOf(TEST_SECRET).read(token)).toMatchObject({
        advertiserId: ADVERTISER,
        contactId,
        channel: 'email',
      });
      for (const one of [CONSENT.contact.email, contactId, id]) expect(identityPage).not.toContain(one);
      expect(world.logged()).not.toContain(token);
      expect((await record(world, kind)).identityPage).not.toBe(identityPage);
    },
  );

  test.each(['opposition', 'restriction', 'question'])('%s asks nobody who they are: there is none', async (kind) => {
    const { world } = await aWorldWithConsent();
    const { id, identityPage } = await record(world, kind);
    expect([identityPage, (await shown(world, id)).identityPage]).toEqual([undefined, undefined]);
  });

  test('there is none once it is answered, refused or erased', async () => {
    const { world } = await aWorldWithConsent();
    const ends = [
      ['access', { action: 'answered', identity: 'account' }],
      ['access', { action: 'refused', reason: 'Trois fois en un mois.' }],
      ['erasure', { action: 'answered', identity: 'callback' }],
    ] as const;
    for (const [kind, end] of ends) {
      const { id, identityPage } = await record(world, kind);
      expect(identityPage).toBeDefined();
      const body = { ...end, decider: 'Jeanne Roy, DPO' };
      await world.call('answer-request', { path: { requestId: id }, query: { advertiserId: ADVERTISER }, body });
      expect((await shown(world, id)).identityPage).toBeUndefined();
    }
  });

  test('there is none of an address that is not kept, which no code could be sent to', async () => {
    const { world } = await aWorldWithConsent();
    const { id, identityPage } = await record(world, 'access', { contact: { email: 'inconnue@example.fr' } });
    expect([identityPage, (await shown(world, id)).identityPage]).toEqual([undefined, undefined]);
  });

  test('there is none once a human said how they know who asks', async () => {
    const { world } = await aWorldWithConsent();
    const { id, identityPage } = await record(world, 'rectification');
    expect(identityPage).toBeDefined();
    const body = { action: 'acknowledged', identity: 'callback', decider: 'Jeanne Roy, DPO' };
    await world.call('answer-request', { path: { requestId: id }, query: { advertiserId: ADVERTISER }, body });
    expect(await shown(world, id)).toMatchObject({ state: 'open' });
    expect((await shown(world, id)).identityPage).toBeUndefined();
  });

  test('it is left out while the secret of links cannot be read: the request is recorded and shown all the same', async () => {
    const { world } = await aWorldWithConsent();
    vi.stubEnv('TOKEN_SECRET_ID', 'gone');
    startCold();
    const { id, identityPage, acknowledgement } = await record(world, 'access');
    expect([identityPage, acknowledgement]).toMatchObject([undefined, { fr: expect.stringMatching(/reçu/) }]);
    expect(await shown(world, id)).toMatchObject({ id, kind: 'access', state: 'open' });
    const left = world.logged().match(/"event":"identity-page-left-out","code":"dependency-unavailable"/g);
    expect(left).toHaveLength(2);
    vi.stubEnv('TOKEN_SECRET_ID', 'token');
    startCold();
    expect((await shown(world, id)).identityPage).toMatch(/\/p\//);
  });

  test('the list does not have it: it costs a read', async () => {
    const { world } = await aWorldWithConsent();
    await record(world, 'access');
    const { body } = await world.call('list-requests', { query: { advertiserId: ADVERTISER } });
    expect(body.requests).toHaveLength(1);
    expect(body.requests[0].identityPage).toBeUndefined();
  });
});
