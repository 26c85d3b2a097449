/** Addresses from which mail came back: a rule of the house, which blocks the address and not the person. */
import type { FailureKind } from '#shared/domain/contact/delivery-failure.ts';
import { agreed, bought } from './acts.ts';
import { confirmation, made, mail } from './messages.ts';
import type { OnlyInProcess, Row } from './row.ts';
import { cameBack } from './set-in-process.ts';

type Failures = readonly (readonly [kind: FailureKind, daysAgo: number])[];
const asked = mail();
const reported = (...failures: Failures): OnlyInProcess => ({
  why: 'no call of the API says that mail came back, only the provider: test/journeys/send-path-faults.test.ts',
  as: cameBack(...failures),
});
const stopped = { outcome: 'refuse', codes: ['ADDRESS_UNDELIVERABLE'] } as const;
const goes = { outcome: 'allow', codes: ['OK_CONSENT'] } as const;

export const ADDRESS_ROWS: readonly Row[] = [
  {
    row: 'A6a',
    title: 'the mailbox of one who agreed does not exist',
    recorded: [agreed()],
    asked,
    ...stopped,
    onlyInProcess: reported(['permanent', 3]),
  },
  {
    row: 'A6b',
    title: 'the same, and the person agreed with this address since',
    recorded: [agreed({ daysAgo: 2 })],
    asked,
    ...goes,
    onlyInProcess: reported(['permanent', 3]),
  },
  {
    row: 'A6c',
    title: 'an order confirmation to a mailbox that does not exist',
    template: confirmation(),
    recorded: [bought()],
    asked: made(),
    ...stopped,
    onlyInProcess: reported(['permanent', 3]),
  },
  {
    row: 'A6d',
    title: 'the provider has blocked the address for thirteen days',
    recorded: [agreed()],
    asked,
    ...stopped,
    onlyInProcess: reported(['blocked', 13]),
  },
  {
    row: 'A6e',
    title: 'the provider blocked the address fifteen days ago',
    recorded: [agreed()],
    asked,
    ...goes,
    onlyInProcess: reported(['blocked', 15]),
  },
  {
    row: 'A6f',
    title: 'the mailbox was full on three days of the last thirty',
    recorded: [agreed()],
    asked,
    ...stopped,
    onlyInProcess: reported(['passing', 1], ['passing', 12], ['passing', 29]),
  },
  {
    row: 'A6g',
    title: 'the mailbox was full on two days of the last thirty, and once before',
    recorded: [agreed()],
    asked,
    ...goes,
    onlyInProcess: reported(['passing', 1], ['passing', 12], ['passing', 31]),
  },
];
