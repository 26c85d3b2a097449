import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { mendSuppression } from '#shared/app/feedback/mend-suppression.ts';
import type { Suppression } from '#shared/app/feedback/suppressions.port.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { anAdvertiser } from '#test/support/builders.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

type Reader = Awaited<ReturnType<SendWorld['aMessage']>>;

/** Compares an entry of the list of SES with the ledger. */
const mended = async ({ address }: { readonly address: string }, reason: Suppression['reason'] = 'BOUNCE') => {
  const removed: string[] = [];
  const suppressions = {
    page: async () => ({ entries: [] }),
    remove: async (_advertiser: unknown, { value }: { readonly value: string }) => void removed.push(value),
  };
  const entry = {
    address: { kind: 'email', value: address },
    channel: 'email',
    reason,
    at: world.clock.now(),
  } as const;
  const ports = { ...world, pause: noPause, suppressions };
  const outcome = await askedBy('reconcile-suppressions', () => mendSuppression(ports, world.access, entry));
  return { outcome, removed };
};

const opposes = ({ contactId }: Reader) => {
  const act = sha256Of(contactId);
  return registerOpposition(
    { ...world, pause: noPause },
    {
      ...{ access: world.access, contactId, addressKind: 'email', via: 'link', requestId: act, bodySha256: act },
      of: { scope: 'channel', channels: ['sms'] },
      actor: { by: 'person' },
    },
  );
};

/** What the sweep does with a contact. */
const visited = ({ contactId }: Reader) =>
  visitContact(
    {
      contacts: endingContactsOf({ ...world.table, clock: world.clock, keyFor: archiveInMemory().keyFor }),
      ledger: world.ledger,
      advertisers: { get: async () => anAdvertiser({ retention: { prospectYears: 3, customerYears: 3 } }) },
      clock: world.clock,
    },
    world.access,
    contactId,
  );

test('P7: an address that bounced leaves the list of SES once the use of its contact has ended, who opposed or not', async () => {
  const [gone, opposed, stays] = [await world.aMessage(), await world.aMessage(), { address: 'inconnue@example.fr' }];
  await opposes(opposed);
  world.clock.set(addYears(world.clock.now(), 4));
  expect(await world.ledger.readStanding(world.access, gone.contactId)).toBeUndefined();
  for (const reader of [gone, opposed]) await visited(reader);
  expect(await world.ledger.listEvents(world.access, opposed.contactId)).toEqual([]);
  for (const reader of [gone, opposed])
    expect(await mended(reader)).toEqual({ outcome: 'removed', removed: [reader.address] });
  expect(await mended(stays)).toEqual({ outcome: 'known', removed: [] });
  expect((await world.ledger.readStanding(world.access, opposed.contactId))?.deliveryFailures).toBeUndefined();
});

test('a complaint stays on the list, and opposes; who alone opposed from the first day is no contact that ended', async () => {
  const complained = await world.aMessage();
  world.clock.set(addYears(world.clock.now(), 4));
  await visited(complained);
  expect(await mended(complained, 'COMPLAINT')).toEqual({ outcome: 'learned', removed: [] });
  expect(await mended(complained)).toEqual({ outcome: 'learned', removed: [] });
});
