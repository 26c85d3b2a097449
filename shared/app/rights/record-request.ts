import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { dueAtOf } from '#shared/domain/rights/due.ts';
import type { FullRequest, RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { isRestricting } from '#shared/domain/rights/take-step.ts';
import { stated } from '#shared/domain/stated.ts';
import { knownAdvertiser, type NamedContact, refuseFuture } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import { othersOfPerson } from '../contacts/others-of-person.ts';
import { withContact } from '../contacts/with-contact.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import { takeForContact } from '../records/is-repeated.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { type RestrictPorts, restrictOthers, restrictUse } from './restrict-use.ts';
import type { RightsRequests } from './rights-requests.port.ts';

export interface RecordRequest extends Pick<RightsRequest, 'kind' | 'via' | 'by' | 'identity' | 'line'> {
  readonly access: AdvertiserAccess;
  readonly address: Address;
  /** Absent: now. */
  readonly receivedAt?: Instant | undefined;
  /** What the person wrote or said. */
  readonly words?: string | undefined;
  /** Of an opposition; absent: all prospecting. */
  readonly of?: OppositionScope | undefined;
  /** The person reads now that it is recorded, and by when it is answered. */
  readonly acknowledged?: true | undefined;
  readonly actor: Actor;
  readonly request: RequestHash;
}

export interface RecordRequestPorts extends RestrictPorts {
  readonly requests: Pick<RightsRequests, 'create' | 'get'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly fingerprints: Fingerprints;
}

/**
 * Records a request of a person, with the day on which an answer is due. Nobody is asked who they are: an opposition is in force
 * before this resolves, and so is a restriction; who asks for erasure is written to no more meanwhile (GDPR art. 17, § 1, c). All of it is done
 * before the request is stored, so that one that is stored was obeyed. The same call again resolves to the same request, as it is now.
 * Throws `advertiser-not-found`, `invalid-request`, `idempotency-key-reused`, `concurrent-change`, `stored-unreadable`.
 */
export const recordRequest = async (ports: RecordRequestPorts, command: RecordRequest): Promise<FullRequest> => {
  const { access, kind, of } = command;
  if (of !== undefined && kind !== 'opposition')
    throw invalidRequest([{ pointer: '/of', detail: 'only an opposition says what it is of' }]);
  refuseFuture(ports.clock.now(), { '/receivedAt': command.receivedAt });
  await knownAdvertiser(ports.advertisers, access);
  return withContact(ports.fingerprints, access, command.address, (contact) => record(ports, command, contact));
};

const record = async (ports: RecordRequestPorts, command: RecordRequest, contact: NamedContact) => {
  const { access, request: asked, kind, via, by, words, identity, line } = command;
  const now = ports.clock.now();
  // Before anything is done: under the contact, the same key for another would not be found.
  const taken = { request: { ...asked, requestId: `request/${asked.requestId}` }, at: now };
  await takeForContact(ports.ledger, access, contact, taken);
  const id = factIdOf(contact.contactId, `request/${asked.requestId}`);
  const stored = await ports.requests.get(access, id);
  const isToDo = stored === undefined || stored.request.kind === 'restriction';
  const found = isToDo ? await obey(ports, command, contact, stored?.request.alsoOf) : [];
  const alsoOf = found.length === 0 ? undefined : [...found];
  const receivedAt = command.receivedAt ?? now;
  const request: RightsRequest = {
    id,
    advertiserId: access.advertiserId,
    contactId: contact.contactId,
    alsoOf,
    kind,
    via,
    by,
    state: 'open',
    ...stated({ identity, line }),
    ...(command.acknowledged === undefined ? {} : { acknowledgedAt: now }),
    receivedAt,
    recordedAt: now,
    dueAt: dueAtOf(receivedAt),
    steps: [],
    revision: 1,
  };
  return ports.requests.create(access, { request, texts: { words, steps: [] } }, asked);
};

/**
 * What a request orders by itself, whoever makes it. Resolves to the other contacts of the address and the person: of a restriction those that it was done
 * at, of an erasure those that it does not erase.
 */
const obey = async (
  ports: RecordRequestPorts,
  command: RecordRequest,
  contact: NamedContact,
  known: readonly ContactId[] = [],
): Promise<readonly ContactId[]> => {
  const { access, kind, via, actor, request: asked } = command;
  const { contactId, otherIds, twinIds = [], addressKind } = contact;
  const occurredAt = command.receivedAt;
  if (kind === 'restriction') {
    const id = factIdOf(contactId, `request/${asked.requestId}`);
    const isDue = async () => {
      const stored = await ports.requests.get(access, id);
      return stored === undefined || isRestricting(stored.request);
    };
    const restriction = { access, actor, isDue, occurredAt: occurredAt ?? ports.clock.now() };
    await restrictUse(ports, { ...restriction, id, otherIds, addressKind });
    return restrictOthers(ports, { access, id, actor, known: [...new Set([...known, ...twinIds])] });
  }
  if (kind !== 'opposition' && kind !== 'erasure') return [];
  await registerOpposition(ports, {
    access,
    contactId,
    otherIds,
    twinIds,
    addressKind,
    occurredAt,
    actor,
    of: (kind === 'opposition' ? command.of : undefined) ?? { scope: 'global' },
    via: kind === 'erasure' ? 'erasure-request' : via,
    requestId: `rights/${asked.requestId}`,
    bodySha256: asked.bodySha256,
  });
  if (kind === 'opposition') return [];
  return [...new Set([...twinIds, ...(await othersOfPerson(ports.ledger, access, contactId))])];
};
