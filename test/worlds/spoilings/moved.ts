import type { Draft } from '../making/draft.ts';
import { another, type By, known, move } from '../making/moves.ts';
import type { Random } from '../random.ts';
import { late } from './opposition.ts';
import { type Spoiling, spoiling } from './spoiling.ts';

const ON_CONSENT = ['consent', 'consent-through-partner', 'consent-to-partner-offers'] as const;

/** What moves is on record, also where nothing else is. */
const movedLate = (draft: Draft, random: Random, name: string, madeBy: By): void => {
  const at = late(draft, random);
  known(draft, 0, at);
  move(draft, 0, another(draft, random, name), at, madeBy);
};

/** The address is not that of who agreed or bought any more, or never was. */
export const MOVE_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    1,
    spoiling(
      [...ON_CONSENT, 'sale', 'sale-by-free-account', 'support'],
      'the advertiser corrected the address, which was wrong',
      ({ draft }, random) => movedLate(draft, random, 'a', 'advertiser'),
      ({ act }) => act?.observed === undefined && act?.body.confirmation !== 'confirmed',
    ),
  ],
  [
    1,
    spoiling(ON_CONSENT, 'the person is written to at another address', ({ draft }, random) =>
      movedLate(draft, random, 'b', 'person'),
    ),
  ],
];
