import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, type World } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
/** Of a version that was approved before it. */
const OLD_CONSENT = {
  ...(EXAMPLES['record-consent'] as object),
  givenAt: '2023-11-20T10:00:00Z',
  form: { formId: 'newsletter', version: 'old' },
};
const OLD_FORM = {
  ...(EXAMPLES['put-form-version'] as { approver: object }),
  approver: { name: 'Claire Petit', approvedAt: '2023-01-10T09:00:00Z' },
};
const ask = async (world: World) => {
  const messages = [{ contact: CONTACT, channel: 'email', offerCategory: 'wine' }];
  return (await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } })).body.verdicts[0];
};
const act = (world: World, changes: object = {}, key?: string) =>
  world.call('record-activity', {
    body: { ...(EXAMPLES['record-activity'] as object), ...changes },
    ...(key === undefined ? {} : { key }),
  });

describe('POST /v1/activities', () => {
  test.each(['order', 'login', 'reply', 'inbound-call', 'visit', 'human-click'])(
    'an act of the person (%s) keeps a prospect from being forgotten',
    async (name) => {
      const world = await aWorldWithForms();
      const path = { advertiserId: ADVERTISER, formId: 'newsletter', version: 'old' };
      await world.call('put-form-version', { path, body: OLD_FORM });
      await world.call('record-consent', { body: OLD_CONSENT });
      expect((await ask(world)).outcome).toBe('refuse');
      const { status } = await act(world, { act: name });
      expect(status).toBe(201);
      expect(await ask(world)).toMatchObject({ outcome: 'allow', reasons: [{ code: 'OK_CONSENT' }] });
    },
  );

  test('an open is no act, and an act of the future is none', async () => {
    const world = await aWorldWithForms();
    expect((await act(world, { act: 'open' })).body.errors).toMatchObject([{ pointer: '/act' }]);
    const future = await act(world, { occurredAt: '2026-11-24T11:00:00Z' });
    expect(future.body.errors).toMatchObject([{ pointer: '/occurredAt' }]);
  });

  test('supports nothing by itself, and an earlier act does not turn the clock back', async () => {
    const world = await aWorldWithForms();
    await act(world);
    expect(await ask(world)).toMatchObject({ outcome: 'refuse', reasons: [{ code: 'CONSENT_MISSING' }] });
    await act(world, { act: 'visit', occurredAt: '2025-01-01T00:00:00Z' });
    const { body } = await world.call('look-up-contact', { body: EXAMPLES['look-up-contact'] });
    expect(body.lastActAt).toBe('2026-11-20T17:30:00.000Z');
    const types = (await eventsOf(world, body.contactId)).map(({ type }) => type);
    expect(types).toEqual(['activity-recorded', 'activity-recorded']);
  });

  test('the same request again is the same act', async () => {
    const world = await aWorldWithForms();
    const first = await act(world, {}, 'once');
    expect((await act(world, {}, 'once')).body).toEqual(first.body);
    expect((await act(world, { act: 'visit' }, 'once')).body.code).toBe('idempotency-key-reused');
  });
});

describe('a consent that awaits its confirmation', () => {
  const consent = (world: World, changes: object) =>
    world.call('record-consent', { body: { ...(EXAMPLES['record-consent'] as object), ...changes } });

  test('is stored, grounds nothing, and is no act of the person', async () => {
    const world = await aWorldWithForms();
    const { status, body } = await consent(world, { confirmation: 'pending' });
    expect([status, body.usable, body.reasons]).toMatchObject([
      201,
      { email: { missing: [{}] } },
      [{ code: 'CONSENT_PENDING_CONFIRMATION' }],
    ]);
    expect(await ask(world)).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'CONSENT_PENDING_CONFIRMATION' }],
    });
    const { body: contact } = await world.call('look-up-contact', { body: EXAMPLES['look-up-contact'] });
    expect(contact.consents).toMatchObject([{ state: 'pending', usable: { email: { missing: [{}] } } }]);
    expect(contact).not.toHaveProperty('lastActAt');
  });

  test('is replaced by its confirmation, which grounds', async () => {
    const world = await aWorldWithForms();
    await consent(world, { confirmation: 'pending' });
    const { body } = await consent(world, { confirmation: 'confirmed', givenAt: '2026-11-20T18:45:00+01:00' });
    expect(body.usable).toEqual({ email: true });
    expect(await ask(world)).toMatchObject({ outcome: 'allow', reasons: [{ code: 'OK_CONSENT' }] });
    const { body: contact } = await world.call('look-up-contact', { body: EXAMPLES['look-up-contact'] });
    expect(contact.consents).toHaveLength(1);
  });

  test('takes nothing away from a consent that was given', async () => {
    const world = await aWorldWithForms();
    await consent(world, {});
    await consent(world, { confirmation: 'pending', givenAt: '2026-11-23T18:45:00+01:00' });
    expect((await ask(world)).outcome).toBe('allow');
  });
});
