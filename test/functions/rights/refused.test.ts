import { expect, test } from 'vitest';
import type { Scope } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, SHOP, type World } from '../support/api.ts';

const CONSENT = EXAMPLES['record-consent'] as { contact: { email: string } };

const aWorldWithConsent = async () => {
  const world = await aWorldWithForms();
  const { body } = await world.call('record-consent', { body: CONSENT });
  return { world, contactId: body.contactId as string };
};
const record = (world: World, asked: object) =>
  world.call('record-request', {
    body: { advertiserId: ADVERTISER, contact: CONSENT.contact, via: 'email', ...asked },
  });
const typesOf = async (world: World, contactId: string) =>
  (await eventsOf(world, contactId)).map(({ type }: { type: string }) => type);
const answer = (world: World, requestId: string, action: string, scopes: readonly Scope[], key: string) =>
  world.call('answer-request', {
    path: { requestId },
    body: { action, identity: 'no-doubt', reason: 'Vérifié.', decider: 'Jeanne Roy' },
    ...{ key, caller: { ...SHOP, scopes } },
  });

test.each(['access', 'erasure', 'restriction'])(
  '%s does not say what it is of, and stops nothing then',
  async (kind) => {
    const { world, contactId } = await aWorldWithConsent();
    const { status, body } = await record(world, { kind, of: { scope: 'channel', channels: ['sms'] } });
    expect([status, body.errors[0].pointer]).toEqual([422, '/of']);
    expect(await typesOf(world, contactId)).toEqual(['consent-given']);
  },
);

test('P9: who may answer and not erase answers no erasure, and all else', async () => {
  const { world, contactId } = await aWorldWithConsent();
  const [{ body: erasure }, { body: access }] = [
    await record(world, { kind: 'erasure' }),
    await record(world, { kind: 'access' }),
  ];
  const refused = await answer(world, erasure.id, 'answered', ['requests:answer'], 'one');
  expect([refused.status, refused.body.code]).toEqual([403, 'insufficient-scope']);
  expect(await typesOf(world, contactId)).toEqual(['consent-given', 'opposition-registered']);
  expect((await answer(world, access.id, 'answered', ['requests:answer'], 'two')).status).toBe(200);
  expect((await answer(world, erasure.id, 'acknowledged', ['requests:answer'], 'three')).status).toBe(200);
  expect((await answer(world, erasure.id, 'answered', ['requests:answer', 'contacts:erase'], 'four')).status).toBe(200);
  expect(await typesOf(world, contactId)).toContain('contact-erased');
});

test('P7: a contact that is restricted is erased by no call but the answer to a request for it, or once it is free', async () => {
  const { world, contactId } = await aWorldWithConsent();
  const { body: restriction } = await record(world, { kind: 'restriction' });
  const erase = (key: string) => world.call('erase-contact', { path: { contactId }, body: {}, key });
  const refused = await erase('one');
  expect([refused.status, refused.body.code]).toEqual([409, 'contact-restricted']);
  expect(await typesOf(world, contactId)).toEqual(['consent-given', 'use-restricted']);
  await answer(world, restriction.id, 'refused', ['requests:answer'], 'two');
  expect((await erase('three')).status).toBe(200);
});

test('P7: who asks for restriction, and for erasure later, is erased', async () => {
  const { world, contactId } = await aWorldWithConsent();
  await record(world, { kind: 'restriction' });
  const { body } = await record(world, { kind: 'erasure' });
  expect((await answer(world, body.id, 'answered', ['requests:answer', 'contacts:erase'], 'one')).status).toBe(200);
  expect(await typesOf(world, contactId)).toContain('contact-erased');
});

test('GDPR art. 12, § 6: a document is asked for where there is a doubt, which is said by itself', async () => {
  const { world } = await aWorldWithConsent();
  const { body: asked } = await record(world, { kind: 'access' });
  const answered = (key: string, more: object) =>
    world.call('answer-request', {
      path: { requestId: asked.id },
      body: { action: 'answered', identity: 'document-seen', decider: 'Jeanne Roy', ...more },
      key,
    });
  const refused = async (key: string, more: object) => {
    const { status, body } = await answered(key, more);
    return [status, body.errors?.map(({ pointer }: { pointer: string }) => pointer)];
  };
  expect(await refused('one', {})).toEqual([422, ['/doubt']]);
  // Why it is extended or refused says nothing of who asks.
  const reason = 'Nous devons consulter plusieurs services.';
  expect(await refused('two', { action: 'extended', reason })).toEqual([422, ['/doubt']]);
  expect(await refused('three', { action: 'refused', reason })).toEqual([422, ['/doubt']]);
  const doubt = 'La demande vient d’une autre adresse.';
  expect(await refused('four', { identity: 'callback', doubt })).toEqual([422, ['/doubt']]);
  const extended = await answered('five', { action: 'extended', reason, doubt });
  expect(extended.body.steps).toEqual([expect.objectContaining({ identity: 'document-seen', reason, doubt })]);
  const { status, body } = await answered('six', { doubt });
  expect([status, body.steps.at(-1)]).toEqual([200, expect.objectContaining({ identity: 'document-seen', doubt })]);
});
