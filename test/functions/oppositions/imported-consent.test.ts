import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { mendSuppression } from '#shared/app/feedback/mend-suppression.ts';
import type { Suppression } from '#shared/app/feedback/suppressions.port.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { noPause } from '#test/support/aws.ts';
import { aFormVersion, referenceOf } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

const FAILED_AT = '2026-04-01T10:00:00.000Z' as Instant;
const IMPORTED = { source: 'Ancien outil', collectedFrom: '2019-01-01', collectedUntil: '2026-05-21' } as const;

/** Compares an entry of the list of SES with a contact whose only consent, with evidence, is later than it. */
const mended = async (address: string, reason: Suppression['reason'], more: object) => {
  const { ledger, access, clock, fingerprints } = world;
  const contactId = fingerprints.contactIdOf(access.advertiserId, { kind: 'email', value: address });
  const seen = emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind: 'email' }, clock.now());
  const consent = {
    ...{ channels: ['email'], purpose: 'own-offers', form: referenceOf(aFormVersion()), transferredBy: [] },
    ...{ givenAt: '2026-05-20T09:00:00.000Z', proof: { sha256: 'a'.repeat(64) }, ...more },
  };
  const id = `${contactId}.${'c'.repeat(16)}`;
  const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as never;
  await appendToLedger(ledger, access, [{ contactId, seen, events: [event], address }], { at: clock.now() });
  const removed: string[] = [];
  const suppressions = {
    page: async () => ({ entries: [] }),
    remove: async (_advertiser: unknown, { value }: { readonly value: string }) => void removed.push(value),
  };
  const entry = { address: { kind: 'email', value: address }, channel: 'email', reason, at: FAILED_AT } as const;
  const ports = { clock, pause: noPause, ledger, fingerprints, suppressions };
  const outcome = await askedBy('reconcile-suppressions', () => mendSuppression(ports, access, entry));
  const standing = await ledger.readStanding(access, contactId);
  return { outcome, removed, opposed: standing?.oppositions.map(({ via }) => via) };
};

test('P2: a complaint counts beside a consent that was imported, whatever its date; the person’s own act takes it back', async () => {
  expect(await mended('a@example.fr', 'COMPLAINT', { imported: IMPORTED })).toEqual({
    ...{ outcome: 'learned', removed: [], opposed: ['provider-complaint'] },
  });
  expect(await mended('b@example.fr', 'COMPLAINT', {})).toEqual({ outcome: 'known', removed: [], opposed: [] });
  expect(await mended('c@example.fr', 'COMPLAINT', { proof: undefined })).toMatchObject({ outcome: 'learned' });
});

test('an address that bounced stays on the list of SES where a later consent was imported', async () => {
  expect(await mended('d@example.fr', 'BOUNCE', { imported: IMPORTED })).toMatchObject({
    ...{ outcome: 'learned', removed: [] },
  });
  expect(await mended('e@example.fr', 'BOUNCE', {})).toMatchObject({ outcome: 'removed', removed: ['e@example.fr'] });
});
