/** People who asked that their data be kept and not used (GDPR art. 18). */
import { agreed, bought } from './acts.ts';
import { confirmation, made, mail } from './messages.ts';
import type { OnlyInProcess, Row } from './row.ts';
import { restricted } from './set-in-process.ts';

const onlyInProcess: OnlyInProcess = {
  why: 'the rows have no act that is a request of a person: test/journeys/rights/requests.test.ts',
  as: restricted,
};

export const RESTRICTION_ROWS: readonly Row[] = [
  {
    row: 'A7a',
    title: 'one who agreed asked for a restriction since',
    recorded: [agreed()],
    asked: mail(),
    outcome: 'refuse',
    codes: ['USE_RESTRICTED'],
    onlyInProcess,
  },
  {
    row: 'A7b',
    title: 'an order confirmation to one who asked for a restriction',
    template: confirmation(),
    recorded: [bought()],
    asked: made(),
    outcome: 'refuse',
    codes: ['USE_RESTRICTED'],
    onlyInProcess,
  },
];
