import { createHash } from 'node:crypto';
import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { Actor, LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { isConflict, retryOnConflict } from '../records/retry-on-conflict.ts';
import { oppositionEvent, spread } from './person-oppositions.ts';

type OppositionEvent = Extract<LedgerEvent, { type: 'opposition-registered' }>;

/** An act of opposition as it was received. Without `occurredAt` it counts from its recording (OPP-4). */
export interface RegisterOpposition {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  readonly addressKind: AddressKind;
  readonly of: OppositionScope;
  readonly via: Via;
  readonly occurredAt?: Instant | undefined;
  readonly requestId: string;
  readonly bodySha256: string;
  readonly messageId?: string | undefined;
  /** It was given by means that a relational message carried. */
  readonly coversRelational?: true | undefined;
  readonly evidence?: OppositionEvent['evidence'];
  readonly actor: Actor;
}

export interface RegisteredOpposition {
  readonly id: FactId;
  readonly standing: Standing;
  readonly recordedAt: Instant;
}

type Ports = { readonly ledger: Ledger; readonly clock: Clock; readonly pause: Pause };

/**
 * Registers an opposition: never refused, also for an address nobody knows yet. GLOBAL ones, and those that a person
 * spoke rather than an address, are written to every contact of the person in the same transaction (D1). The same
 * request again resolves to the first result. A lost race is run again here, for five seconds: no reader has to. Throws
 * `idempotency-key-reused`, and `dependency-unavailable` when nothing could be written.
 */
export const registerOpposition = (ports: Ports, command: RegisterOpposition): Promise<RegisteredOpposition> =>
  retryOnConflict(
    async () => {
      const { access, contactId } = command;
      const standing =
        (await ports.ledger.readStanding(access, contactId)) ??
        emptyStanding(
          { advertiserId: access.advertiserId, contactId, addressKind: command.addressKind },
          ports.clock.now(),
        );
      return act(ports, command, standing);
    },
    { pause: ports.pause, seed: command.requestId },
  ).catch(notRegistered);

/** Too many wrote at once: not the caller's fault, and to be tried again. */
export const notRegistered = (error: unknown): never => {
  throw isConflict(error) ? oppositionStoreUnavailable(error) : error;
};

const act = async (ports: Ports, command: RegisterOpposition, standing: Standing): Promise<RegisteredOpposition> => {
  const earlier = await findEarlier(ports, command, standing);
  if (!earlier) return write(ports, command, standing);
  const since = earlier.annulledAtSeq ?? consentSince(earlier, command, standing);
  if (since === undefined) return { id: earlier.id, standing, recordedAt: earlier.recordedAt };
  return act(ports, { ...command, requestId: requestAfter(command.requestId, since) }, standing);
};

/** What the same request registered before; where that was annulled, it is registered again (P2). */
interface Earlier extends Pick<OppositionEvent, 'id' | 'recordedAt' | 'seq'> {
  readonly annulledAtSeq?: number | undefined;
}

/** What the same request registered before, if it did. */
const findEarlier = async (
  { ledger }: Ports,
  command: RegisterOpposition,
  standing: Standing,
): Promise<Earlier | undefined> => {
  if (!(await isRepeated(ledger, command.access, command.contactId, command))) return undefined;
  const id = factIdOf(command.contactId, command.requestId);
  const earlierOne = standing.oppositions.find((opposition) => opposition.id === id);
  if (earlierOne) return earlierOne;
  // Merged into a wider one in the standing: the ledger still has it.
  const events = await ledger.listEvents(command.access, command.contactId);
  const first = events.find(
    (event): event is OppositionEvent => event.type === 'opposition-registered' && event.id === id,
  );
  const annulment = events.find((event) => event.type === 'record-annulled' && event.recordId === id);
  return first && { ...first, annulledAtSeq: annulment?.seq };
};

/**
 * The same link or words again after a consent that may have lifted the first act: that is a new act of the person, and
 * answering with the old one would lose it (P2). A dated act is the same act however often it is reported. Resolves to
 * the position of that consent in the ledger.
 */
const consentSince = (
  earlier: { seq: number },
  command: RegisterOpposition,
  standing: Standing,
): number | undefined => {
  if (command.occurredAt !== undefined) return undefined;
  const latest = Math.max(0, ...standing.consents.map(({ seq }) => seq));
  return latest > earlier.seq ? latest : undefined;
};

const requestAfter = (requestId: string, seq: number): string =>
  createHash('sha256').update(`${requestId}/${seq}`).digest('hex');

const write = async (ports: Ports, command: RegisterOpposition, seen: Standing): Promise<RegisteredOpposition> => {
  const { access, contactId } = command;
  const at = ports.clock.now();
  const id = factIdOf(contactId, command.requestId);
  const event = oppositionEvent({ ...command, id, occurredAt: command.occurredAt ?? at });
  const { others, person } = await spread(ports.ledger, access, seen, event, at);
  const [standing = seen] = await appendToLedger(
    ports.ledger,
    access,
    [{ contactId, seen, events: [event] }, ...others],
    {
      at,
      request: { requestId: command.requestId, bodySha256: command.bodySha256 },
      person,
    },
  );
  return { id, standing, recordedAt: at };
};
