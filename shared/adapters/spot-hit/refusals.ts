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

/** One code, or several with commas, and nothing else: words may quote the number of a person. */
const BARE_CODES = /^\d{1,3}(?:\s*[,;]\s*\d{1,3})*$/;

/** Codes of refusals, of which an answer has one, several with commas, or a list. None where it says anything besides. */
const codesIn = (errors: unknown): readonly number[] => {
  const said = [errors].flat().map((each) => String(each).trim());
  if (!said.every((each) => BARE_CODES.test(each))) return [];
  return said.flatMap((each) => each.split(/[,;]/)).map(Number);
};

const NO: ReadonlySet<unknown> = new Set([false, 0, '0', 'false']);
/** What is written for no answer, or for no error. */
const NOTHING: ReadonlySet<unknown> = new Set([undefined, null, false, 0, '', '0']);
const isNothing = (value: unknown): boolean => NOTHING.has(value) || (Array.isArray(value) && value.length === 0);

/** It says no, or names errors without a word on whether it took the message and without a name of it. */
const refuses = ({ resultat, erreurs, id }: AnswerFields): boolean =>
  NO.has(resultat) || ((resultat ?? '') === '' && !isNothing(erreurs) && isNothing(id));

/**
 * What it refuses, with a status of 200; `undefined`: nothing. An answer that says yes, or names the message, is none, whatever errors are beside it:
 * what may have left is not handed over again.
 */
export const refusalIn = (fields: AnswerFields): Refusal | undefined => {
  if (!refuses(fields)) return undefined;
  const codes = codesIn(fields.erreurs);
  const [first] = codes;
  if (first === undefined) return { code: 'refused' };
  if (codes.every((code) => OF_NUMBER.has(code))) return { code: 'number-invalid' };
  if (codes.every((code) => code === TOO_MANY_REQUESTS)) return { code: 'throttled' };
  const forHuman = codes.find((code) => !OF_THIS_MOMENT.has(code) && !OF_NUMBER.has(code));
  return forHuman === undefined ? { code: String(first), retryable: true } : { code: String(forHuman) };
};
