import { expect, test } from 'vitest';
import { changePerson } from '#shared/app/people/change-person.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { Listed, ListedOpposition } from '#shared/domain/opposition/listed.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { consentFacts, NOW, sha256 } from '../../support/builders.ts';
import { access, named } from '../rotation/happens.ts';
import { rotationWorld } from '../rotation/world.ts';

const actor = { by: 'system' } as const;
const LISTED: ListedOpposition & Listed = {
  ...{ of: { scope: 'channel', channels: ['email'] }, via: 'letter', occurredAt: addDays(NOW, -300), recordedAt: NOW },
  ...{ source: 'Agence', jobId: 'job_a' as JobId, line: 2, keyId: 'k', fingerprint: 'f' },
};

/** Changes an address to one that is listed from the `asked`th time on that the lists are asked. */
const playFrom = async (asked: number) => {
  const by = rotationWorld(7).process(0);
  const contact = await by.fingerprints.find(access, named('former@example.fr'));
  const consent = consentFacts({
    channels: ['email'],
    givenAt: addDays(NOW, -30),
  });
  const request = { requestId: 'consent', bodySha256: sha256('1') };
  const given = { ...contact, addressKind: 'email', deliverable: 'former@example.fr' } as const;
  await recordFact(by, access, given, request, (id) => ({
    type: 'consent-given',
    id,
    consent,
    observed: false,
    actor,
  }));
  let times = 0;
  const of = async (_access: unknown, address: string) => {
    if (address !== 'new@example.fr') return [];
    times += 1;
    return times >= asked ? [LISTED] : [];
  };
  const asks = { action: 'change-address', address: named('new@example.fr'), madeBy: 'person' } as const;
  const change = { ...asks, request: { requestId: 'change', bodySha256: sha256('2') } };
  const ports = { ...by, oppositionLists: { of } };
  const { standing } = await changePerson(ports, { access, contactId: contact.contactId, actor }, change);
  return by.ledger.readStanding(access, standing.contactId);
};

test.each([1, 2])(
  'P2: a consent lifts nothing of the new address that is listed when the lists are asked for the %i. time',
  async (asked) => {
    const standing = await playFrom(asked);
    const latest = Math.max(0, ...(standing?.consents ?? []).map(({ seq }) => seq));
    expect(standing?.oppositions).toHaveLength(1);
    expect(standing?.oppositions[0]?.seq).toBeGreaterThan(latest);
    expect(standing?.consents).toHaveLength(asked - 1);
  },
);
