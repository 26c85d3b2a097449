import { type Base, declare } from '../making/base.ts';
import { DAY, type Draft } from '../making/draft.ts';
import { comesBack, comesBackFor, restrict, restrictForAWhile } from '../making/use.ts';
import type { Random } from '../random.ts';
import { late } from './opposition.ts';
import { EVERY, type Spoiling, spoiling } from './spoiling.ts';

const isKnown = ({ acts }: Draft): boolean => acts.some(({ address }) => address === 0);

/** When a provider reports: after everything of an address that is on record, for it knows no other. */
const reportedAt = (draft: Draft, random: Random): number => {
  if (isKnown(draft)) return late(draft, random);
  declare(draft, { language: 'fr' });
  return draft.at;
};

const lastOf = ({ acts, at }: Draft): number => Math.max(at - 29 * DAY, ...acts.map(({ recordedAt }) => recordedAt));

/** Days before the message on which nothing was recorded. */
const quietDays = (draft: Draft): number => Math.floor((draft.at - lastOf(draft)) / DAY);

/** The data may only be kept, or nobody is reached: no message goes, whatever it is. */
export const USE_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    3,
    spoiling(EVERY, 'the person asked for a restriction', ({ draft }, random) => {
      if (random.chance(0.3)) restrictForAWhile(draft, random);
      restrict(draft, random, late(draft, random));
    }),
  ],
  [
    2,
    spoiling(
      EVERY,
      'the person asked for a restriction at another address of theirs',
      ({ draft }, random) => {
        declare(draft, { personRef: 'crm-10042' });
        const other = draft.channel === 'email' ? { phone: '+33611223344' } : { email: 'j.roy@laposte.net' };
        const address = draft.addresses.push(other) - 1;
        draft.declared[address] = { personRef: 'crm-10042' };
        restrict(draft, random, late(draft, random), address);
      },
      ({ draft }: Base) => draft.declared[0]?.personRef === undefined,
    ),
  ],
  [
    3,
    spoiling(EVERY, 'there is no such mailbox or number', ({ draft }, random) =>
      comesBack(draft, 'permanent', reportedAt(draft, random)),
    ),
  ],
  [
    2,
    spoiling(EVERY, 'the provider holds the address back', ({ draft }, random) =>
      comesBack(draft, 'listed', Math.max(draft.at - 13 * DAY, reportedAt(draft, random))),
    ),
  ],
  [
    2,
    spoiling(
      EVERY,
      'nothing was taken on three days',
      ({ draft }, random) => {
        const apart = random.int(1, Math.floor(quietDays(draft) / 2));
        comesBackFor(draft, 3, draft.at, apart);
      },
      ({ draft }) => isKnown(draft) && quietDays(draft) >= 2,
    ),
  ],
];
