import { AvalError, type FailedCall, problemInWords } from './errors.ts';
import type { Problem } from './generated/schema.ts';

/** What became of one item of a batch, at its index in the request. */
export type Outcome<Taken> =
  | { readonly index: number; readonly isTaken: true; readonly answer: Taken }
  | { readonly index: number; readonly isTaken: false; readonly problem: Problem };

type TakenOutcome<Taken> = Extract<Outcome<Taken>, { readonly isTaken: true }>;
type RefusedOutcome = Extract<Outcome<unknown>, { readonly isTaken: false }>;

/** What a single call answers, of the entries of a batch. */
export type TakenOf<Of> = Exclude<Of, { readonly error: Problem }>;

const inWords = (outcomes: readonly Outcome<unknown>[], refused: readonly RefusedOutcome[]): string =>
  [
    `${refused.length} of ${outcomes.length} items were not taken.`,
    ...refused.map(({ index, problem }) => `Item ${index}: ${problemInWords(problem)}`),
  ].join('\n');

/**
 * Some items of a batch were not taken, or none was: `refused` says which and why. The others are stored: mend those of
 * `refused` and send them alone, with a new key.
 */
export class BatchError<Taken = unknown> extends AvalError {
  /** Of every item, in the order of the request. */
  readonly outcomes: readonly Outcome<Taken>[];
  readonly taken: readonly TakenOutcome<Taken>[];
  readonly refused: readonly RefusedOutcome[];

  constructor(outcomes: readonly Outcome<Taken>[], options: FailedCall) {
    const refused = outcomes.filter((outcome) => !outcome.isTaken);
    super(inWords(outcomes, refused), options);
    this.outcomes = outcomes;
    this.taken = outcomes.filter((outcome) => outcome.isTaken);
    this.refused = refused;
  }
}

const hasProblem = (entry: unknown): entry is { readonly error: Problem } =>
  typeof entry === 'object' && entry !== null && 'error' in entry;

const outcomeOf = <Of>(entry: Of, index: number): Outcome<TakenOf<Of>> =>
  hasProblem(entry)
    ? { index, isTaken: false, problem: entry.error }
    : // What is no error is what a single call answers.
      { index, isTaken: true, answer: entry as TakenOf<Of> };

/** What each item became; throws `BatchError` unless every one was taken. */
export const takenOrThrow = <Of>(entries: readonly Of[], call: FailedCall): readonly TakenOf<Of>[] => {
  const outcomes = entries.map(outcomeOf);
  const answers = outcomes.flatMap((outcome) => (outcome.isTaken ? [outcome.answer] : []));
  if (answers.length < outcomes.length) throw new BatchError(outcomes, call);
  return answers;
};

/**
 * The outcome of every item of a batch, also where some or all were not taken:
 * `await outcomesOf(aval.recordConsents(…))`. Throws what the call throws, other than `BatchError`.
 */
export const outcomesOf = async <Taken>(batch: Promise<readonly Taken[]>): Promise<readonly Outcome<Taken>[]> => {
  try {
    return (await batch).map((answer, index) => ({ index, isTaken: true, answer }));
  } catch (error) {
    // The call throws with the outcomes of its own items.
    if (error instanceof BatchError) return (error as BatchError<Taken>).outcomes;
    throw error;
  }
};
