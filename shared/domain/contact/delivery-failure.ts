import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { Instant } from '../ids.ts';

/**
 * What a mail that came back says of its address. `permanent`: there is no such mailbox. `blocked`: the provider knows
 * it as one that failed lately, and did not try. `passing`: it did not take mail that day, for a full mailbox for instance.
 */
const FAILURES = ['permanent', 'blocked', 'passing'] as const;
export const FailureKind = z.enum(FAILURES);
export type FailureKind = z.infer<typeof FailureKind>;

/** One failure, as the standing keeps it. */
export const DeliveryFailure = named(
  'DeliveryFailure',
  z.strictObject({
    kind: about(
      'permanent: no such mailbox. blocked: one that the provider knows to have failed lately. passing: it took no mail that day.',
      FailureKind,
    ),
    at: about('When the mail came back, in UTC.', Instant),
  }),
);
export type DeliveryFailure = z.infer<typeof DeliveryFailure>;

/** What the standing keeps of them. */
export const DeliveryFailures = about(
  'Why mail came back from the address, where it did; a consent given later lifts what it says. Absent: none did.',
  z.optional(z.array(DeliveryFailure)),
);

/** Passing failures are counted by the day, and one more than these says nothing new. */
export const DAYS_OF_PASSING_FAILURES = 3;

const dayOf = ({ at }: DeliveryFailure): string => at.slice(0, 10);
const latestFirst = (failures: readonly DeliveryFailure[], kind: FailureKind): readonly DeliveryFailure[] =>
  failures.filter((each) => each.kind === kind).toSorted((a, b) => b.at.localeCompare(a.at));
const oneADay = (failures: readonly DeliveryFailure[]): readonly DeliveryFailure[] =>
  failures.filter((each, index) => failures.findIndex((other) => dayOf(other) === dayOf(each)) === index);

/**
 * The failures of an address with one more: the latest that is permanent, the latest that is blocked, and the latest of
 * each of three days. The same for any order in which they become known.
 */
export const withFailure = (
  known: readonly DeliveryFailure[] = [],
  kind: FailureKind,
  at: Instant,
): DeliveryFailure[] => {
  const all = [...known, { kind, at }];
  return [
    ...latestFirst(all, 'permanent').slice(0, 1),
    ...latestFirst(all, 'blocked').slice(0, 1),
    ...oneADay(latestFirst(all, 'passing')).slice(0, DAYS_OF_PASSING_FAILURES),
  ];
};
