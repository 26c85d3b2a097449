import * as z from 'zod/mini';
import { AdvertiserId, Instant } from './ids.ts';
import { line, prose } from './text/text.ts';
import { addSeconds } from './time/instant.ts';

/** Who stops hand-offs or lets them go on, and why, in their own words. */
const HaltActor = { by: line(120), why: prose(500) };

/** A halt in force: nothing is handed over for this advertiser, or for any where none is named. */
const Halt = z.strictObject({
  advertiserId: z.optional(AdvertiserId),
  since: Instant,
  ...HaltActor,
});

/** A table that was restored or adopted, and that has what the journal holds. */
const ReplayedTable = z.strictObject({ table: z.string(), at: Instant, ...HaltActor });

/** Everything that decides whether messages may be handed over at all. */
export const Halts = z.strictObject({
  halts: z.array(Halt),
  replayed: z.optional(ReplayedTable),
  /** How often it was changed. */
  number: z.int(),
});
export type Halts = z.infer<typeof Halts>;

export const NO_HALTS: Halts = { halts: [], number: 0 };

/** What a human asks for. `replayed`: a restored table has what the journal holds. */
export const HaltChange = z.strictObject({
  kind: z.enum(['halt', 'resume', 'replayed']),
  advertiserId: z.optional(AdvertiserId),
  /** Of `replayed`: the table that was compared. */
  table: z.optional(z.string()),
  ...HaltActor,
});
export type HaltChange = z.infer<typeof HaltChange>;

/** After so long a halt was perhaps forgotten: an SMS that waits for it is no longer valid. */
const FORGOTTEN_AFTER_SECONDS = 24 * 3600;

/** The halts that are in force for more than a day. */
export const forgottenHalts = ({ halts }: Halts, now: Instant): Halts['halts'] =>
  halts.filter(({ since }) => since < addSeconds(now, -FORGOTTEN_AFTER_SECONDS));

/** The codes of a message that is put back for it. */
export type HaltReason = 'sending-halted' | 'journal-not-replayed';

/** A table that no stack of this deployment made. */
export interface AdoptedTable {
  readonly name: string;
  /** The instant that it was restored to; absent: nothing was written since it was left. */
  readonly restoredTo?: Instant | undefined;
}

/**
 * True for a message that a restored table had when it was copied: it may have left since, from the table that it was copied
 * from. It is never handed over again, and nobody knows what became of it.
 */
export const mayHaveLeft = (acceptedAt: Instant, adopted: AdoptedTable | undefined): boolean =>
  adopted?.restoredTo !== undefined && acceptedAt <= adopted.restoredTo;

/**
 * Why a message is not handed over now; `undefined`: it may be. An adopted table must have been replayed itself: a copy of a
 * table that was replayed says so too.
 */
export const haltOf = (
  { halts, replayed }: Halts,
  advertiserId: AdvertiserId,
  adopted: AdoptedTable | undefined,
): HaltReason | undefined => {
  if (adopted !== undefined && replayed?.table !== adopted.name) return 'journal-not-replayed';
  const isHalted = halts.some((halt) => halt.advertiserId === undefined || halt.advertiserId === advertiserId);
  return isHalted ? 'sending-halted' : undefined;
};

/** The halts after a change; `undefined`: they say so already. */
export const haltsAfter = (before: Halts, change: HaltChange, at: Instant): Halts | undefined => {
  const { kind, advertiserId, table, by, why } = change;
  const number = before.number + 1;
  if (kind === 'replayed') {
    if (table === undefined || before.replayed?.table === table) return undefined;
    return { ...before, number, replayed: { table, at, by, why } };
  }
  const others = before.halts.filter((halt) => halt.advertiserId !== advertiserId);
  const isOn = others.length < before.halts.length;
  if (isOn === (kind === 'halt')) return undefined;
  const own = { ...(advertiserId && { advertiserId }), since: at, by, why };
  return { ...before, number, halts: kind === 'halt' ? [...others, own] : others };
};
