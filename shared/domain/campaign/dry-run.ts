import * as z from 'zod/mini';
import { ContactId, Instant } from '../ids.ts';
import { Channel } from '../message/channel.ts';
import { NO_KEY_PRESS, NO_ROUTE } from '../sending/no-route.ts';

/**
 * What would come of a recipient. `allowed`: it would leave at its planned instant. `deferred`: later, at the first lawful instant.
 * `expired`: the campaign ends before that. `failed`: what is stored of it cannot be read, and a human repairs it.
 */
export const Forecast = z.enum(['allowed', 'deferred', 'in-review', 'refused', 'expired', 'failed']);
export type Forecast = z.infer<typeof Forecast>;

/** What lets nobody leave, whoever may: an operator, a table that was restored, the provider, or a deployment without a route. */
export const HeldFromStart = z.enum([
  'sending-halted',
  'journal-not-replayed',
  'sending-disabled',
  NO_ROUTE,
  NO_KEY_PRESS,
]);
export type HeldFromStart = z.infer<typeof HeldFromStart>;

/** Recipients named for each reason, so that somebody can look at them. */
export const MOST_EXAMPLES = 3;

/** Recipients with the same forecast for the same main reason. */
export const ForecastReason = z.strictObject({
  forecast: Forecast,
  /** The main reason. */
  code: z.string(),
  count: z.int(),
  examples: z.array(ContactId),
  /** Of `deferred`: the first and the last instant at which one of them may leave. */
  from: z.optional(Instant),
  to: z.optional(Instant),
});
export type ForecastReason = z.infer<typeof ForecastReason>;

/** What is known of a run before anything of it leaves, as far as its audience was looked at. */
export const DryRun = z.strictObject({
  /** Where the next part begins: a shard of the audience, and the contact after which. */
  shard: z.int(),
  after: z.optional(ContactId),
  channel: Channel,
  /** Nobody leaves before this. */
  startsAt: Instant,
  /** When the last has left, at the pace of the account. Absent: it is not known yet, nobody leaves, or nothing leaves at all. */
  lastLeavesAt: z.optional(Instant),
  /** When the last of those leaves whom somebody looked at. */
  latest: z.optional(Instant),
  /** Recipients that were looked at. */
  selected: z.int(),
  /** By forecast. */
  counts: z.partialRecord(Forecast, z.int()),
  reasons: z.array(ForecastReason),
  /** Units that a provider bills for those who are allowed or deferred. */
  units: z.int(),
  /** Recipients that a minute takes, by the rate of the account and the limits of the campaign. 0: none. */
  perMinute: z.int(),
  /** Recipients that 24 hours take, by the quota of the account. Absent: no such limit. */
  perDay: z.optional(z.int()),
  /** What let nobody leave as the job began: it may end before the run. Absent: nothing did. */
  heldBy: z.optional(HeldFromStart),
  /** What the account had sent in the 24 hours before it was asked for. Absent: no such limit. */
  spent: z.optional(z.int()),
  /** Recipients whose turns follow one another from each instant on: the beginning, a wave, a lawful hour, a day of the quota. */
  planned: z.record(z.string(), z.int()),
  /** Of a run in waves: the first hour of those who were looked at first, from which the days of its ramp count. Absent: its start. */
  rampFrom: z.optional(Instant),
  /** Those who would leave, by the hour of the run. */
  leaving: z.record(z.string(), z.int()),
});
export type DryRun = z.infer<typeof DryRun>;

export const NOTHING_KNOWN: Omit<DryRun, 'perMinute' | 'channel' | 'startsAt'> = {
  shard: 0,
  selected: 0,
  counts: {},
  reasons: [],
  units: 0,
  planned: {},
  leaving: {},
};

/** What would come of one recipient. */
export interface Forecasted {
  readonly contactId: ContactId;
  readonly forecast: Forecast;
  readonly code: string;
  /** When it would leave; absent: it would not. */
  readonly leavesAt?: Instant | undefined;
  /** Units that its provider would bill. */
  readonly units: number;
}

/** Who is sent to, where everything comes as foreseen: at their planned instant, or at their first lawful one within the run. */
export const foreseenToLeave = ({
  allowed = 0,
  deferred = 0,
}: { readonly [F in Forecast]?: number | undefined }): number => allowed + deferred;

export const earliest = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b);
export const latest = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a > b ? a : b);

const withReason = (reasons: readonly ForecastReason[], found: Forecasted): ForecastReason[] => {
  const { contactId, forecast, code, leavesAt } = found;
  const isSame = (each: ForecastReason) => each.forecast === forecast && each.code === code;
  const known = reasons.find(isSame) ?? { forecast, code, count: 0, examples: [] };
  const isNamed = known.examples.length >= MOST_EXAMPLES;
  const waits = forecast === 'deferred' && leavesAt !== undefined;
  const next: ForecastReason = {
    ...known,
    count: known.count + 1,
    examples: isNamed ? known.examples : [...known.examples, contactId],
    ...(waits ? { from: earliest(known.from, leavesAt), to: latest(known.to, leavesAt) } : {}),
  };
  return [...reasons.filter((each) => !isSame(each)), next];
};

/** Adds what was found of one recipient more. */
export const withForecast = (known: DryRun, found: Forecasted): DryRun => {
  const { forecast, leavesAt, units } = found;
  return {
    ...known,
    selected: known.selected + 1,
    counts: { ...known.counts, [forecast]: (known.counts[forecast] ?? 0) + 1 },
    reasons: withReason(known.reasons, found),
    units: known.units + units,
    ...(leavesAt === undefined ? {} : { latest: latest(known.latest, leavesAt) }),
  };
};
