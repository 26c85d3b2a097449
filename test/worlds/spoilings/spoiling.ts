import type { Base, Founding } from '../making/base.ts';
import type { Random } from '../random.ts';

/** Something that makes an allowed message stop: alone it does, and without it the message is allowed again. */
export interface Spoiling {
  readonly name: string;
  /** The bases that it spoils. */
  readonly on: readonly Founding[];
  readonly applies: (base: Base) => boolean;
  readonly spoil: (base: Base, random: Random) => void;
  /** What it adds would be a basis where another one makes the message prospecting: no other is drawn beside it. */
  readonly isAlone?: true;
}

export const spoils = ({ on, applies }: Spoiling, base: Base): boolean => on.includes(base.founding) && applies(base);

/** Every base of prospecting; the question whether one wants to stay among them. */
export const PROSPECTING: readonly Founding[] = [
  'consent',
  'consent-through-partner',
  'consent-to-partner-offers',
  'sale',
  'sale-by-free-account',
  'support',
  'profession',
  'legal-person',
  'renewal',
];
export const TO_CONSUMERS: readonly Founding[] = [
  'consent',
  'consent-through-partner',
  'consent-to-partner-offers',
  'sale',
];
export const EVERY: readonly Founding[] = [...PROSPECTING, 'transactional', 'relational'];

/** A spoiling of these bases. */
export const spoiling = (
  on: readonly Founding[],
  name: string,
  spoil: (base: Base, random: Random) => void,
  applies: Spoiling['applies'] = () => true,
): Spoiling => ({ name, on, applies, spoil });
