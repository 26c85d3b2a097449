import type { AnswerFields, Refusal } from '../https/hand-over.ts';

/**
 * The numbers by which Spot-Hit refuses, as public clients repeat them from its documentation: of the number of the reader alone; and of the account
 * and of this moment. Any other speaks of the message, and is for a human.
 */
const OF_NUMBER: ReadonlySet<number> = new Set([4, 5, 6]);
const OF_THIS_MOMENT: ReadonlySet<number> = new Set([
  7, 9, 10, 11, 12, 13, 14, 15, 21, 30, 45, 62, 63, 65, 71, 99, 100,
]);
/** More requests than the account may make. */
const TOO_MANY_REQUESTS = 63;

/** Codes of refusals, of which an answer has one, several with commas, or a list. */
const codesIn = (errors: unknown): readonly number[] =>
  [
    ...JSON.stringify(errors ?? null)
      .slice(0, 500)
      .matchAll(/\d{1,4}/g),
  ].map(([digits]) => Number(digits));

const saysNo = (result: unknown): boolean => result === false || Number(result) === 0;

/** What it refuses, with a status of 200; `undefined`: nothing. */
export const refusalIn = ({ resultat, erreurs }: AnswerFields): Refusal | undefined => {
  if (erreurs === undefined && (resultat === undefined || !saysNo(resultat))) return undefined;
  const codes = codesIn(erreurs);
  const [first] = codes;
  if (first === undefined) return { code: 'refused' };
  if (codes.every((code) => OF_NUMBER.has(code))) return { code: 'number-invalid' };
  if (codes.every((code) => code === TOO_MANY_REQUESTS)) return { code: 'throttled' };
  const forHuman = codes.find((code) => !OF_THIS_MOMENT.has(code) && !OF_NUMBER.has(code));
  return forHuman === undefined ? { code: String(first), retryable: true } : { code: String(forHuman) };
};
