import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isContactErased } from '#shared/domain/contact/contact-erased.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { FactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { oppositionOf } from '#shared/domain/ledger/opposition-of.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Usability } from '#shared/law/readings/usability.ts';
import type { Clock } from '../clock.port.ts';
import { type NamedContact, standingNow } from '../contacts/contact-of.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { refuseErased } from '../erasure/refuse-erased.ts';
import { actAt, type RegisterOpposition } from '../oppositions/act-of-opposition.ts';
import { spread } from '../oppositions/person-oppositions.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { isRepeated } from './is-repeated.ts';
import type { Ledger, RequestHash } from './ledger.port.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/** What it takes to record a fact. */
interface RecordingPorts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** What it takes to record a basis and to say whether it can be used. */
export interface JudgingPorts extends RecordingPorts {
  readonly advertisers: Advertisers;
  readonly formVersions: FormVersions;
  readonly fingerprints: Fingerprints;
  readonly reviews: Pick<Reviews, 'find' | 'open'>;
}

export interface RecordedFact {
  readonly id: FactId;
  readonly recordedAt: Instant;
  /** Its position in the ledger of the contact. */
  readonly seq: number;
  readonly standing: Standing;
}

/**
 * Appends one fact about a contact, made of the standing that it is appended to; a refusal that comes with it is written to every
 * contact of the person in the same transaction (D1), and then to other contacts of the address. The same request again resolves to the first result, with today's standing.
 * Throws `idempotency-key-reused`, `standing-full`, `concurrent-change` after five seconds of lost races, and `stored-unreadable`
 * and `contact-erased`, once a refusal is registered as the opposition that it is.
 */
export const recordFact = async (
  ports: RecordingPorts,
  access: AdvertiserAccess,
  contact: NamedContact,
  request: RequestHash,
  eventOf: (id: FactId, seen?: Standing) => NewLedgerEvent,
): Promise<RecordedFact> => {
  const id = factIdOf(contact.contactId, request.requestId);
  try {
    const recorded = await appendFact(ports, access, contact, request, eventOf);
    const refusal = refusalOf(access, contact, request, eventOf(id));
    if (refusal) for (const twinId of contact.twinIds ?? []) await registerOpposition(ports, actAt(twinId, refusal));
    return recorded;
  } catch (error) {
    const refusal = refusalOf(access, contact, request, eventOf(id));
    if (refusal && (isUnreadable(error) || isContactErased(error))) await registerOpposition(ports, refusal);
    throw error;
  }
};

/** The opposition that a fact is, if it is one. */
const refusalOf = (
  access: AdvertiserAccess,
  { contactId, otherIds, twinIds, addressKind }: NamedContact,
  { requestId, bodySha256 }: RequestHash,
  event: NewLedgerEvent,
): RegisterOpposition | undefined => {
  const refused = oppositionOf(event);
  if (refused === undefined) return undefined;
  const { of, via, occurredAt } = refused;
  const act = { of, via, occurredAt, actor: event.actor, requestId: `refusal/${requestId}`, bodySha256 };
  return { access, contactId, otherIds, twinIds, addressKind, ...act };
};

const appendFact = (
  ports: RecordingPorts,
  access: AdvertiserAccess,
  contact: NamedContact,
  request: RequestHash,
  eventOf: (id: FactId, seen?: Standing) => NewLedgerEvent,
): Promise<RecordedFact> =>
  retryOnConflict(
    async () => {
      const id = factIdOf(contact.contactId, request.requestId);
      const at = ports.clock.now();
      const seen = await standingNow(ports.ledger, access, contact, at);
      const before = await recordedBefore(ports.ledger, access, contact, request, id);
      if (before) return { id, recordedAt: before.recordedAt, seq: before.seq, standing: seen };
      const event = eventOf(id, seen);
      refuseErased(seen, event);
      const { others, person } = await spread(ports.ledger, access, seen, event, at);
      const { contactId, otherIds, deliverable } = contact;
      const write = { contactId, otherIds, seen, events: [event], address: deliverable };
      const [standing = seen] = await appendToLedger(ports.ledger, access, [write, ...others], { at, request, person });
      return { id, recordedAt: at, seq: standing.seq, standing };
    },
    { pause: ports.pause, seed: request.requestId },
  );

/** The answer to a request sent again whose basis is no longer in the standing: it was annulled, or replaced. */
export const noLongerInForce = (code: string, channels: readonly Channel[]): Usability => ({
  channels: channels.map((channel) => ({ channel, fitsAddress: true, codes: [code], faults: [{ code }] })),
  missing: [],
  reasons: [{ code, channels }],
});

/** The event by which the same request recorded its fact, if it did and the contact has not expired. */
const recordedBefore = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contact: NamedContact,
  request: RequestHash,
  id: FactId,
): Promise<LedgerEvent | undefined> => {
  if (!(await isRepeated(ledger, access, contact, request))) return undefined;
  const events = await ledger.listEvents(access, contact.contactId);
  return events.find((event) => 'id' in event && event.id === id);
};
