import * as z from 'zod/mini';
import { ContactId, Instant, Sha256 } from '../ids.ts';
import { NO_KEY_PRESS, NO_ROUTE } from '../sending/no-route.ts';
import { ADDRESS_CAUSE } from '../sending/refused-address.ts';

/** Where a recipient of a campaign is. `waiting`: nothing keeps it but us (the provider throttled, an operator or a pause holds it back). `unknown`: handed over without an answer, and never handed over again. `expired`: the campaign ended first. */
export const RecipientState = z.enum([
  'waiting',
  'deferred',
  'in-review',
  'unknown',
  'sent',
  'refused',
  'unknown-final',
  'failed',
  'expired',
  'cancelled',
]);
export type RecipientState = z.infer<typeof RecipientState>;

/** The states in which a recipient comes up again, at its `dueAt`; every other one is final. */
const OPEN_STATES: readonly RecipientState[] = ['waiting', 'deferred', 'in-review', 'unknown'];
export const isOpen = (state: RecipientState): boolean => OPEN_STATES.includes(state);

/** The code of what was not foreseen: a fault of ours. */
export const UNFORESEEN = 'unforeseen';

/** The code of whom nobody took up before the end: the law has nothing to do with it, and its codes come after this one. */
export const TURN_MISSED = 'turn-missed';

/** The same, where the run ended since the next one of its campaign began, which takes them up again. */
export const LEFT_TO_NEXT = 'left-to-next-run';

/** Of an end before anybody took them up: the first of their codes. */
const NOT_TAKEN_UP: readonly string[] = [TURN_MISSED, LEFT_TO_NEXT];

/** The same with what held them back up to the end: a code of whoever waits, or why the campaign was paused. Absent: nothing, as far as it is known. */
export const heldToTheEnd = (late: string, cause: string | undefined): string =>
  cause === undefined ? late : `${late}:${cause}`;

/** What such a code says that held them back; `undefined`: nothing, or it is no such code. */
export const heldBackIn = (code: string): string | undefined => {
  const late = NOT_TAKEN_UP.find((each) => code.startsWith(`${each}:`));
  return late && code.slice(late.length + 1);
};

/** Is it a code of an end before anybody took them up, whatever held them back? */
export const isNotTakenUp = (code: string): boolean => NOT_TAKEN_UP.includes(code) || heldBackIn(code) !== undefined;

/** The code of whom another run of the same recurring campaign wrote to just before. */
export const WRITTEN_BEFORE = 'written-to-by-run-before';

/** The code of whom the same run wrote to at an address that they left or took since. */
export const WRITTEN_ELSEWHERE = 'written-to-at-other-address';

/** The code of whoever is written to at another address since: nothing is sent to this one. */
export const MOVED = 'address-changed';

/** The code of whom the channel of the campaign does not go to: a list named a contact of the other kind of address. */
export const OTHER_ADDRESS = 'address-of-other-kind';

/**
 * What stops a run though nobody paused it: an operator's halt, a restored table that has not been compared with its journal, or a provider that
 * lets the account, or the advertiser, send nothing. `nothing`: it goes on again.
 */
export const Stopped = z.enum(['nothing', 'sending-halted', 'journal-not-replayed', 'sending-disabled']);
export type Stopped = z.infer<typeof Stopped>;

/**
 * Of a run of which the provider takes nobody, though chunks came to it: since when, when that was seen last, and its answer. Absent: it took somebody
 * of the latest chunk that came to it. `passedAt`: some were cut since then, of whom none came to it.
 */
export const Untaken = z.strictObject({
  since: Instant,
  at: Instant,
  because: z.string(),
  passedAt: z.optional(Instant),
});
export type Untaken = z.infer<typeof Untaken>;

/** What is added up of the outcomes of a run, up to the chunk of this id. */
export const Summed = z.strictObject({
  upTo: z.string(),
  totals: z.partialRecord(RecipientState, z.int()),
  /** Recipients of first turns; absent: a version before did not count them. */
  taken: z.optional(z.int()),
  /** Times that the sum began again, since it was less than the recipients. */
  again: z.optional(z.int()),
});

/** The code of whom nobody tried, since the provider had answered of nobody of their chunk; and of the pause that follows. */
export const UNANSWERED = 'unanswered';
/** The code of whom nobody tried, since the settings know the sender of their campaign no more; and of the pause that follows. */
export const SENDER_UNKNOWN = 'sender-unknown';
/** The code of whom nobody tried, since the settings refuse each message of their campaign now, as they would refuse its creation; and of the pause that follows. */
export const REFUSED_BY_SETTINGS = 'refused-by-settings';

/** What came of one recipient in one chunk. */
export const RecipientOutcome = z.strictObject({
  contactId: ContactId,
  state: RecipientState,
  /** Why, the main reason first. */
  codes: z.array(z.string()),
  /** The contact of the address that they have since: of whose address changed alone. */
  movedTo: z.optional(ContactId),
  /** When it comes up again: of an open state alone. */
  dueAt: z.optional(Instant),
  /** What a human is to decide first, or had still to decide at the end: of one in review or expired alone. Absent: nothing, or a version before did not note it. */
  cause: z.optional(z.string()),
  /** In how many turns something unforeseen befell this recipient, with this one: of one that waits for that alone. A version before counted it by page. */
  unforeseen: z.optional(z.int()),
  /** The instant of its claim, and so of its hand-off; absent: nothing was handed over. */
  handedOffAt: z.optional(Instant),
  providerMessageId: z.optional(z.string()),
  /** The position of the latest event of the contact that its verdict read. */
  seq: z.optional(z.int()),
  bytesSha256: z.optional(Sha256),
  /** The name of what it was sent, without what is of it alone. */
  variantSha256: z.optional(Sha256),
});
export type RecipientOutcome = z.infer<typeof RecipientOutcome>;

/** What came of whoever is left out or passed over for a reason that is not of the law. */
export const refusedAs = (code: string, movedTo: ContactId | undefined): Omit<RecipientOutcome, 'contactId'> => ({
  state: 'refused',
  codes: [code],
  ...(movedTo && { movedTo }),
});

/** How many recipients are in each state; a state that nobody is in is not named. */
export type Totals = Partial<Record<RecipientState, number>>;

export const totalsOf = (outcomes: readonly Pick<RecipientOutcome, 'state'>[]): Totals => {
  const totals: Totals = {};
  for (const { state } of outcomes) totals[state] = (totals[state] ?? 0) + 1;
  return totals;
};

/** Why somebody is put off who was never taken up: of a run in waves, until their hour. */
export const WAVE_LATER = 'WAVE_LATER';
/** Why somebody waits whose wave has come, as a report says it: until it is their turn. */
export const HOUR_CAME = 'hour-came';
/** The same of whom the law had put off until an hour that has come: they have had a verdict. */
export const LAWFUL_HOUR_CAME = 'lawful-hour-came';
/** Why somebody waits who was not even tried. */
const NOT_TRIED: readonly string[] = [
  ...['paused', 'sending-halted', 'journal-not-replayed', 'hour-just-begun', UNANSWERED, ADDRESS_CAUSE],
  ...[SENDER_UNKNOWN, REFUSED_BY_SETTINGS, NO_ROUTE, NO_KEY_PRESS],
];

const isNotTried = (code: string): boolean => NOT_TRIED.includes(code);

/** Were they tried, and wait for a cause that may pass? */
export const wasTried = ({ state, codes }: Pick<RecipientOutcome, 'state' | 'codes'>): boolean =>
  state === 'waiting' && !codes.every(isNotTried);

/** Of the final states alone: a recipient has one of them, once, in whatever turn. */
export const finalTotalsOf = (outcomes: readonly Pick<RecipientOutcome, 'state'>[]): Totals =>
  totalsOf(outcomes.filter(({ state }) => !isOpen(state)));

/** Both together. */
export const addTotals = (one: Totals, other: Totals): Totals => {
  const sum: Totals = { ...one };
  for (const [state, number] of Object.entries(other) as [RecipientState, number][])
    sum[state] = (sum[state] ?? 0) + number;
  return sum;
};

/** How many they are together. */
export const sumOf = (totals: Totals): number => Object.values(totals).reduce((sum, count) => sum + count, 0);

/** One turn of recipients, as stored. */
export interface Settled {
  /** How often these recipients came up before; each comes up once in each turn. */
  readonly turn: number;
  readonly outcomes: readonly RecipientOutcome[];
}

/** The latest outcome of each recipient, in the order of their first. */
export const latestOutcomes = (results: Iterable<Settled>): ReadonlyMap<ContactId, RecipientOutcome> => {
  const latest = new Map<ContactId, { turn: number; outcome: RecipientOutcome }>();
  for (const { turn, outcomes } of results)
    for (const outcome of outcomes) {
      const known = latest.get(outcome.contactId);
      if (known === undefined || known.turn < turn) latest.set(outcome.contactId, { turn, outcome });
    }
  return new Map([...latest].map(([contactId, { outcome }]) => [contactId, outcome]));
};
