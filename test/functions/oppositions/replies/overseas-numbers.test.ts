import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { noPause } from '#test/support/aws.ts';
import { ADVERTISER_ID } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';

/** A number of La Réunion rings under +262; +33 before it is a frequent mistake of forms and of sheets. */
const [WRITTEN, RIGHT, TYPED] = ['+33692123456', '+262692123456', '0692 12 34 56'];
const HOW = ['a reply', 'the typed address', 'the API', 'the API, as it was written'] as const;

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const oppose = async (how: (typeof HOW)[number]) => {
  const ports = { ...portsOf(world), pause: noPause };
  if (how === 'a reply') return applySmsReply(ports, reply({ from: RIGHT, replyId: 'x' }));
  if (how === 'the typed address') return opposeByAddress(ports, { address: TYPED, phone: '', sender: '' });
  const value = how === 'the API' ? RIGHT : WRITTEN;
  const never = () => Promise.reject(new Error('no message is named'));
  return reportOpposition(
    { ...ports, ...world.ports, reviews: { complain: never } },
    {
      ...{ access: world.access, address: { kind: 'phone', value } },
      ...{ of: { scope: 'channel', channels: ['sms'] }, via: 'phone', requestId: 'x', bodySha256: sha256Of('x') },
      actor: { by: 'system' },
    },
  );
};
/** The id that the number had before it was put right. */
const formerId = (): ContactId => {
  const known = world.fingerprints.idsOf(ADVERTISER_ID, { kind: 'phone', value: RIGHT });
  expect(known).toHaveLength(2);
  return known.at(-1) ?? expect.fail('one name');
};
const presentId = () => world.fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'phone', value: RIGHT });
const oppositionsOf = async (contactId: ContactId) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
/** A contact that was stored under that id, with something that stops no text. */
const stored = (contactId: ContactId) =>
  registerOpposition(
    { ledger: world.ledger, clock: world.clock, pause: noPause },
    {
      ...{
        access: world.access,
        contactId,
        addressKind: 'phone',
        via: 'letter',
        requestId: contactId,
        bodySha256: sha256Of('x'),
      },
      ...{ of: { scope: 'channel', channels: ['fax'] }, actor: { by: 'system' } },
    },
  );
const STOPPED = { of: { scope: 'channel', channels: expect.arrayContaining(['sms']) } };

describe.each(HOW)('a STOP by %s', (how) => {
  test('P2: stops a number of La Réunion that was written with +33', async () => {
    const first = await world.aMessage({ channel: 'sms', to: WRITTEN } as never);
    await world.deliver(first);
    await oppose(how);
    const next = await world.aMessage({ channel: 'sms', contact: first.contactId, to: RIGHT } as never);
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test('P2: is found at the contact that was stored as it was written', async () => {
    const former = formerId();
    await stored(former);
    await oppose(how);
    expect(await oppositionsOf(former)).toContainEqual(expect.objectContaining(STOPPED));
    expect(await oppositionsOf(presentId())).toEqual([]);
  });

  test('P2: is registered at both contacts where both are stored, once', async () => {
    for (const contactId of [formerId(), presentId()]) await stored(contactId);
    for (const _ of [1, 2]) await oppose(how);
    for (const contactId of [formerId(), presentId()]) {
      const [, ...stops] = await oppositionsOf(contactId);
      expect(stops).toEqual([expect.objectContaining(STOPPED)]);
    }
  });
});

test('a number of the mainland has one name, and nothing more is read of it', async () => {
  const address = { kind: 'phone', value: '+33612345678' } as const;
  expect(world.fingerprints.idsOf(ADVERTISER_ID, address)).toHaveLength(1);
  expect(await world.fingerprints.find(world.access, address)).toEqual({
    contactId: world.fingerprints.contactIdOf(ADVERTISER_ID, address),
    otherIds: [],
  });
});
