import { type RecipientOutcome, type RecipientState, WAVE_LATER } from '../recipient.ts';

/** Who counts towards the day of a ramp, by what came of them. */

type Came = Pick<RecipientOutcome, 'state' | 'codes'>;

/**
 * States in which certainly nobody was written to. Of whoever waits for us it is not certain: another worker of the same chunk may have written
 * to them.
 */
const SPARED_STATES: readonly RecipientState[] = ['deferred', 'in-review', 'refused', 'expired', 'cancelled'];
const isSpared = ({ state }: Came): boolean => SPARED_STATES.includes(state);

/** All are taken up but those whom a run in waves puts on the page of their hour. */
const isTakenUp = ({ codes }: Pick<Came, 'codes'>): boolean => codes[0] !== WAVE_LATER;

/** How many were taken up in this turn. */
export const takenUpIn = (outcomes: readonly Pick<Came, 'codes'>[]): number => outcomes.filter(isTakenUp).length;

/** How many were taken up and not written to in this turn, as far as an outcome can say it: in doubt somebody was. */
export const sparedIn = (outcomes: readonly Came[]): number =>
  outcomes.filter((each) => isTakenUp(each) && isSpared(each)).length;

/** Do they count on the day of the ramp on which they were taken up in this turn? */
export const staysCounted = (outcome: Came): boolean => isTakenUp(outcome) && !isSpared(outcome);
