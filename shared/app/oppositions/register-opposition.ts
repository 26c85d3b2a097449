import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { agreedBeside } from '../records/agreed-since.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { isDoubtfulReply } from '../records/refuse-annulment.ts';
import { isConflict, retryOnConflict } from '../records/retry-on-conflict.ts';
import { actAfter, actAt, type RegisteredOpposition, type RegisterOpposition } from './act-of-opposition.ts';
import { oppositionEvent, spread } from './person-oppositions.ts';
import { registerBeside } from './register-beside.ts';

type OppositionEvent = Extract<LedgerEvent, { type: 'opposition-registered' }>;

type Ports = { readonly ledger: Ledger; readonly clock: Clock; readonly pause: Pause };

/**
 * Registers an opposition: never refused, also for an address nobody knows yet. GLOBAL ones, and those that a person
 * spoke rather than an address, are written to every contact of the person in the same transaction (D1); then each to other contacts of the same address. Where something
 * stored of one of them cannot be read, it is written beside that. The same request again resolves to the first result. A
 * lost race is run again here, for five seconds: no reader has to. Throws `idempotency-key-reused`, and
 * `dependency-unavailable` when nothing could be written.
 */
export const registerOpposition = async (ports: Ports, command: RegisterOpposition): Promise<RegisteredOpposition> => {
  const registered = await registerAt(ports, command);
  if (command.twinIds === undefined) return registered;
  const twins: FactId[] = [];
  for (const twinId of command.twinIds) twins.push((await registerAt(ports, actAt(twinId, command))).id);
  return { ...registered, twins };
};

const registerAt = (ports: Ports, command: RegisterOpposition): Promise<RegisteredOpposition> =>
  retryOnConflict(() => register(ports, command), { pause: ports.pause, seed: command.requestId }).catch(notRegistered);

const register = async (ports: Ports, command: RegisterOpposition): Promise<RegisteredOpposition> => {
  const { access, contactId } = command;
  try {
    const standing =
      (await ports.ledger.readStanding(access, contactId)) ??
      emptyStanding(
        { advertiserId: access.advertiserId, contactId, addressKind: command.addressKind },
        ports.clock.now(),
      );
    return await act(ports, command, standing);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return registerBeside(ports, command);
  }
};

/** Too many wrote at once: not the caller's fault, and to be tried again. */
export const notRegistered = (error: unknown): never => {
  throw isConflict(error) ? oppositionStoreUnavailable(error) : error;
};

const act = async (ports: Ports, command: RegisterOpposition, standing: Standing): Promise<RegisteredOpposition> => {
  const earlier = await findEarlier(ports, command, standing);
  if (!earlier) return write(ports, command, standing);
  if (earlier === 'former') return act(ports, actAfter(command, earlier), standing);
  const since = earlier.isNoOpposition
    ? undefined
    : (earlier.annulledAtSeq ?? (await consentSince(ports, earlier, command, standing)));
  if (since === undefined) return { id: earlier.id, recordedAt: earlier.recordedAt };
  return act(ports, actAfter(command, since), standing);
};

/** What the same request registered before; where that was annulled, it is registered again (P2), unless a human read its words. */
interface Earlier extends Omit<Opposition, 'messageId'> {
  readonly annulledAtSeq?: number | undefined;
  /** A doubtful reply in these very words, of which a human said that it opposes nothing (D20): nothing else annuls one. */
  readonly isNoOpposition?: boolean;
}

/** What the same request registered before, if it did; `former`: that was before the use of its contact ended, and only the archive says what. */
const findEarlier = async (
  { ledger }: Ports,
  command: RegisterOpposition,
  standing: Standing,
): Promise<Earlier | 'former' | undefined> => {
  if (!(await isRepeated(ledger, command.access, command, command))) return undefined;
  const id = factIdOf(command.contactId, command.requestId);
  const earlierOne = standing.oppositions.find((opposition) => opposition.id === id);
  if (earlierOne) return earlierOne;
  // Merged into a wider one in the standing: the ledger still has it.
  const events = await ledger.listEvents(command.access, command.contactId);
  const first = events.find(
    (event): event is OppositionEvent => event.type === 'opposition-registered' && event.id === id,
  );
  const annulment = events.find((event) => event.type === 'record-annulled' && event.recordId === id);
  if (first === undefined) return 'former';
  if (annulment === undefined) return first;
  const isNoOpposition = isDoubtfulReply(first) && first.evidence?.sha256 === command.evidence?.sha256;
  return { ...first, annulledAtSeq: annulment.seq, isNoOpposition };
};

/**
 * The same link or words again after a consent that may have lifted the first act, here or at another contact that the act
 * covers: that is a new act of the person, and answering with the old one would lose it (P2). A dated act is the same act
 * however often it is reported. Resolves to where in the ledger the consent is; `undefined`: nothing was agreed to since.
 */
const consentSince = async (
  { ledger }: Ports,
  earlier: Earlier,
  command: RegisterOpposition,
  standing: Standing,
): Promise<number | string | undefined> => {
  if (command.occurredAt !== undefined) return undefined;
  const latest = Math.max(0, ...standing.consents.map(({ seq }) => seq));
  return latest > earlier.seq ? latest : agreedBeside(ledger, command.access, standing, earlier);
};

const write = async (ports: Ports, command: RegisterOpposition, seen: Standing): Promise<RegisteredOpposition> => {
  const { access, contactId, otherIds } = command;
  const at = ports.clock.now();
  const id = factIdOf(contactId, command.requestId);
  const event = oppositionEvent({ ...command, id, occurredAt: command.occurredAt ?? at });
  const { others, person } = await spread(ports.ledger, access, seen, event, at);
  await appendToLedger(ports.ledger, access, [{ contactId, otherIds, seen, events: [event] }, ...others], {
    at,
    request: { requestId: command.requestId, bodySha256: command.bodySha256 },
    person,
  });
  return { id, recordedAt: at };
};
