import { another, move } from '../making/moves.ts';
import { late } from './opposition.ts';
import { type Spoiling, spoiling } from './spoiling.ts';

const ON_CONSENT = ['consent', 'consent-through-partner', 'consent-to-partner-offers'] as const;

/** The address is not that of who agreed or bought any more, or never was. */
export const MOVE_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    1,
    spoiling(
      [...ON_CONSENT, 'sale', 'sale-by-free-account', 'support'],
      'the advertiser corrected the address, which was wrong',
      ({ draft }, random) => void move(draft, 0, another(draft, random, 'a'), late(draft, random), 'advertiser'),
      ({ act }) => act?.observed === undefined && act?.body.confirmation !== 'confirmed',
    ),
  ],
  [
    1,
    spoiling(
      ON_CONSENT,
      'the person is written to at another address',
      ({ draft }, random) => void move(draft, 0, another(draft, random, 'b'), late(draft, random), 'person'),
    ),
  ],
];
