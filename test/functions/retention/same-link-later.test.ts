import { expect, test } from 'vitest';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { ADVERTISER_ID, consentFacts, factId, NOW } from '#test/support/builders.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { access, aLife, contactId } from './a-life.ts';

const request = sha256Of('one link');

test('P2: the same link opposes again where what it opposed was joined with more, its contact ended, and came back', async () => {
  const { table, time, clock, ledger, settings } = aLife();
  const seenNow = async () =>
    (await ledger.readStanding(access, contactId)) ??
    emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, time.now);
  const append = async (event: object, standingAfter?: Parameters<typeof appendToLedger>[2][number]['standingAfter']) =>
    appendToLedger(
      ledger,
      access,
      [
        {
          contactId,
          seen: await seenNow(),
          events: [event as NewLedgerEvent],
          ...(standingAfter && { standingAfter }),
        },
      ],
      { at: time.now },
    );
  const agrees = () =>
    append({
      ...{ type: 'consent-given', id: factId(time.now, contactId), actor: { by: 'system' }, observed: true },
      consent: consentFacts({ givenAt: time.now }),
    });
  const clicks = () =>
    registerOpposition(
      { ledger, clock, pause: noPause },
      {
        ...{ access, contactId, addressKind: 'email', via: 'link', requestId: request, bodySha256: request },
        of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' },
        actor: { by: 'person' },
      },
    );

  await agrees();
  time.now = addDays(NOW, 1);
  await clicks();
  const full = await seenNow();
  // As `fitStanding` does with one that is full: of several oppositions one is left, which says as much.
  const joined = full.oppositions.map((each) => ({
    ...each,
    id: factId('wider', contactId),
    of: { scope: 'global' as const },
  }));
  const login = {
    type: 'activity-recorded',
    act: 'login',
    actor: { by: 'system' },
    id: factId('in', contactId),
    occurredAt: NOW,
  };
  await append(login, ([event]) => ({ ...full, seq: event?.seq ?? 0, oppositions: joined }));
  time.now = addDays(NOW, 380);
  const contacts = endingContactsOf({ ...table, clock, keyFor: archiveInMemory().keyFor });
  await visitContact({ contacts, ledger, advertisers: { get: async () => settings }, clock }, access, contactId);
  expect(await ledger.listEvents(access, contactId)).toEqual([]);
  time.now = addDays(NOW, 390);
  await agrees();
  time.now = addDays(NOW, 391);
  const opposed = await clicks();
  const { oppositions } = await seenNow();
  expect(oppositions.map(({ id, occurredAt }) => [id, occurredAt])).toContainEqual([opposed.id, time.now]);
  expect(await clicks()).toEqual(opposed);
  expect((await seenNow()).oppositions).toEqual(oppositions);
});
