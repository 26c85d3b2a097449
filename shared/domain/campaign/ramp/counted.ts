import { type RecipientOutcome, type RecipientState, WAVE_LATER } from '../recipient.ts';

/** Who counts towards the day of a ramp, by what came of them. */

/** States in which nobody was written to. */
const SPARED_STATES: readonly RecipientState[] = ['deferred', 'in-review', 'refused', 'expired', 'cancelled'];

/** Were they taken up, and certainly not written to? Of whoever waits for us it is not certain: another worker of the same chunk may have written to them. */
const isSpared = ({ state, codes }: Pick<RecipientOutcome, 'state' | 'codes'>): boolean =>
  codes[0] !== WAVE_LATER && SPARED_STATES.includes(state);

/** How many were taken up and not written to in this turn, as far as an outcome can say it: in doubt somebody was. */
export const sparedIn = (outcomes: readonly Pick<RecipientOutcome, 'state' | 'codes'>[]): number =>
  outcomes.filter(isSpared).length;

/** Do they count on the day of the ramp on which they were taken up in this turn? Whoever was spared does not, nor whoever waits for their wave. */
export const staysCounted = (outcome: Pick<RecipientOutcome, 'state' | 'codes'>): boolean =>
  outcome.codes[0] !== WAVE_LATER && !isSpared(outcome);

/** How many were taken up in this turn: all but those whom a run in waves puts on the page of their hour. */
export const takenUpIn = (outcomes: readonly Pick<RecipientOutcome, 'codes'>[]): number =>
  outcomes.filter(({ codes }) => codes[0] !== WAVE_LATER).length;
