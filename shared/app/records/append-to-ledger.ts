import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { BegunErasure } from '#shared/domain/ledger/erasure.ts';
import { fitStanding } from '#shared/domain/ledger/fit-standing.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { nextStanding, recordEvents } from '#shared/domain/ledger/next-standing.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import type { AppendedWith, Ledger, LedgerWrite } from './ledger.port.ts';
import { movesIn } from './moves.ts';

/** One contact's new events, and what they were decided on. */
export interface LedgerChange {
  readonly contactId: ContactId;
  /** See `LedgerWrite`. */
  readonly otherIds?: readonly ContactId[] | undefined;
  /** The standing as it was read; `seq` 0 for a new contact. */
  readonly seen: Standing;
  readonly events: readonly NewLedgerEvent[];
  /** The standing that the events lead to, where it is not `seen` and they: after an annulment (D4). */
  readonly standingAfter?: ((events: readonly LedgerEvent[]) => Standing) | undefined;
  /** The address to keep, in clear (the store encrypts it); absent: unchanged. */
  readonly address?: string | undefined;
  /** See `LedgerWrite`. */
  readonly erases?: BegunErasure | undefined;
}

/**
 * Computes the standings that the events lead to, and appends all to the ledger in one transaction: every change or
 * none. Resolves to the standings in store, in the order of the changes. Throws `concurrent-change` when a standing or
 * the person changed since it was read, `standing-full` when a new basis finds no room (an opposition always does), and
 * `idempotency-key-reused`.
 */
export const appendToLedger = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  changes: readonly LedgerChange[],
  more: AppendedWith,
): Promise<readonly Standing[]> => {
  const ends = await Promise.all(changes.map((change) => endOfChain(ledger, access, change)));
  const writes = changes.map((change, index) => writeOf(ledger, change, ends[index] ?? { position: 0 }, more));
  const outcome = await ledger.append(access, writes, more);
  if (outcome === 'positions-taken') {
    // Of a standing that was read, and not of one that expired: the ledger has events that it knows nothing of.
    throw changes.some(({ seen }) => seen.seq > 0) ? storedUnreadable() : concurrentChange();
  }
  if (outcome === 'written') return writes.map(({ standing }) => standing);
  return Promise.all(
    changes.map(async ({ contactId, seen }) => (await ledger.readStanding(access, contactId)) ?? seen),
  );
};

/** Where the events of a contact end, and where the person moved, of a contact whose standing had expired. */
interface EndOfChain {
  readonly position: number;
  readonly movedTo?: ContactId[] | undefined;
}

/**
 * The events of an expired contact are kept longer than its standing: new events follow them, and an opposition still follows the person. It is asked
 * before anything is written: the first position may be free, of whose oldest events were needed no more.
 */
const endOfChain = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { contactId, seen }: LedgerChange,
): Promise<EndOfChain> => {
  if (seen.seq > 0) return { position: seen.seq };
  const position = await ledger.lastPosition(access, contactId);
  return position === 0
    ? { position }
    : { position, movedTo: movesIn(await ledger.glimpse.events(access, contactId), contactId) };
};

const writeOf = (
  ledger: Ledger,
  change: LedgerChange,
  { position, movedTo }: EndOfChain,
  { at }: AppendedWith,
): LedgerWrite => {
  const { contactId, otherIds, standingAfter, address, erases } = change;
  const seen = { ...change.seen, ...(movedTo && { movedTo }) };
  const events = recordEvents(change.events, position, at);
  const standing = fitStanding(standingAfter?.(events) ?? nextStanding(seen, events), events, ledger.bytesOf);
  return { contactId, otherIds, seenSeq: seen.seq, events, standing, address, erases };
};
