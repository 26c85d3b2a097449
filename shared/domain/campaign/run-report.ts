import * as z from 'zod/mini';
import { ContactId, Instant } from '../ids.ts';
import { earliest, latest, MOST_EXAMPLES } from './dry-run.ts';
import { RecipientState } from './recipient.ts';

/**
 * What a report is written as: a page for people, a table, and all of it for programs; and, where there are any, the contacts of who has another address since, as a
 * list that another campaign can have.
 */
export const REPORT_FORMATS = ['html', 'csv', 'json', 'moved'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Why somebody opposed, as far as it is recorded: by the message of this run, or after it without naming one. */
const OpposedBy = z.enum(['this-message', 'after-it']);

/** One recipient in a report: under one heading, its state. */
export const ReportedRecipient = z.strictObject({
  contactId: ContactId,
  state: RecipientState,
  /** Why, the main reason first. */
  codes: z.array(z.string()),
  /** The contact of the address that they have since: of whose address changed alone. */
  movedTo: z.optional(ContactId),
  /** When it comes up again; absent: its state is final, a worker has it in hand, or its time has come. */
  dueAt: z.optional(Instant),
  /** When it was handed over; absent: nothing was. */
  handedOffAt: z.optional(Instant),
  /** Its wave, where it waited for one. */
  wave: z.optional(Instant),
  /** What was reported of its message. */
  reported: z.array(z.enum(['bounce', 'complaint'])),
  opposed: z.optional(OpposedBy),
});
export type ReportedRecipient = z.infer<typeof ReportedRecipient>;

/** Recipients in the same state for the same main reason. */
const StateReason = z.strictObject({
  state: RecipientState,
  code: z.string(),
  count: z.int(),
  examples: z.array(ContactId),
  /** Of those who come up again: the first and the last instant. */
  from: z.optional(Instant),
  to: z.optional(Instant),
});
export type StateReason = z.infer<typeof StateReason>;

const Totals = z.partialRecord(RecipientState, z.int());

/** Sums of the recipients of a run. */
export const ReportSums = z.strictObject({
  /** Recipients found: each was cut once from the audience. */
  audience: z.int(),
  totals: Totals,
  reasons: z.array(StateReason),
  /** Who was sent to, by the hour of the hand-off, in UTC. */
  hours: z.record(z.string(), z.int()),
  /** By wave, for those who waited for theirs. */
  waves: z.record(z.string(), Totals),
  bounced: z.int(),
  complained: z.int(),
  /** Who opposed, by what is known of it. */
  opposed: z.partialRecord(OpposedBy, z.int()),
});
export type ReportSums = z.infer<typeof ReportSums>;

/** How far the report of a run is. */
export const RunReport = z.strictObject({
  /** `open`: recipients that workers have in hand. `settled`: all others. `write`: the files. */
  phase: z.enum(['open', 'settled', 'write']),
  /** Recipients that were cut when it began: it finds these at least. */
  selected: z.int(),
  /** Chunks cut from the audience that had no outcome when the report began, in their order. */
  openChunks: z.array(z.string()),
  /** How many of these were looked at. */
  done: z.int(),
  /** The chunk whose outcome was looked at last. */
  after: z.optional(z.string()),
  /** Parts that are written down. */
  pieces: z.int(),
  sums: ReportSums,
  /** About how many of the audience were not selected yet as it was written. Absent: nobody, or it is not written. */
  left: z.optional(z.int()),
  /** How many took another address of which the run has no row. Absent: nobody, or it is not written. */
  moved: z.optional(z.int()),
  /** What did not add up. Absent: nothing. */
  difference: z.optional(z.string()),
  /** The run was finished when the report began: each recipient has a final state, and no later report says anything else. */
  isFinal: z.boolean(),
});
export type RunReport = z.infer<typeof RunReport>;

export const NO_SUMS: ReportSums = {
  audience: 0,
  totals: {},
  reasons: [],
  hours: {},
  waves: {},
  bounced: 0,
  complained: 0,
  opposed: {},
};

const hourOf = (at: Instant): string => `${at.slice(0, 13)}:00:00.000Z`;
const one = <K extends string>(counts: Readonly<Partial<Record<K, number>>>, name: K | undefined) =>
  name === undefined ? counts : { ...counts, [name]: (counts[name] ?? 0) + 1 };

const withReason = (reasons: readonly StateReason[], recipient: ReportedRecipient): StateReason[] => {
  const { state, codes, contactId, dueAt } = recipient;
  const code = codes[0] ?? state;
  const isSame = (each: StateReason) => each.state === state && each.code === code;
  const known: StateReason = reasons.find(isSame) ?? { state, code, count: 0, examples: [] };
  const next: StateReason = {
    ...known,
    count: known.count + 1,
    examples: known.examples.length < MOST_EXAMPLES ? [...known.examples, contactId] : known.examples,
    ...(dueAt === undefined ? {} : { from: earliest(known.from, dueAt), to: latest(known.to, dueAt) }),
  };
  return [...reasons.filter((each) => !isSame(each)), next];
};

/** Adds one recipient more: one heading, one reason, one hour and one wave at most. */
export const withRecipient = (sums: ReportSums, recipient: ReportedRecipient): ReportSums => {
  const { state, handedOffAt, wave, reported, opposed } = recipient;
  return {
    audience: sums.audience + 1,
    totals: one(sums.totals, state),
    reasons: withReason(sums.reasons, recipient),
    hours: one(sums.hours, state === 'sent' && handedOffAt ? hourOf(handedOffAt) : undefined) as Record<string, number>,
    waves: wave === undefined ? sums.waves : { ...sums.waves, [wave]: one(sums.waves[wave] ?? {}, state) },
    bounced: sums.bounced + (reported.includes('bounce') ? 1 : 0),
    complained: sums.complained + (reported.includes('complaint') ? 1 : 0),
    opposed: one(sums.opposed, opposed),
  };
};

/** The last instant at which somebody of a wave was sent to, by the wave. */
export type SentUntil = Readonly<Record<string, Instant>>;

/** Adds one recipient more. */
export const withSentUntil = (sentUntil: SentUntil, { state, handedOffAt, wave }: ReportedRecipient): SentUntil => {
  if (state !== 'sent' || handedOffAt === undefined || wave === undefined) return sentUntil;
  return { ...sentUntil, [wave]: latest(sentUntil[wave], handedOffAt) };
};
