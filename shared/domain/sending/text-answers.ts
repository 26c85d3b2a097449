import { prefixOf } from '../contact/address-facts.ts';
import type { SentChannel } from '../message/channel.ts';

/** A code or number that people answer texts at, and the countries from which their answers arrive there. */
export interface ReplyCode {
  /** A short code of five digits, or a number in E.164. */
  readonly code: string;
  /** By their letters of ISO 3166. */
  readonly countries: readonly string[];
}

/** Which answers to its texts a route receives: at which codes, and from where. */
export interface TextAnswers {
  /** The only codes at which it receives any. Absent: whichever its account has, each from its own country. */
  readonly codes?: readonly ReplyCode[] | undefined;
  /** The only countries from which anything comes back by it, whatever the code. Absent: all. */
  readonly countries?: readonly string[] | undefined;
}

/** Of each channel of texts that leaves by this deployment. */
export type AnswersOfRoutes = { readonly [Name in SentChannel]?: TextAnswers };

/**
 * From where a code is answered of which nothing says it: a short one is taken for one of France, a number is one of the countries of its prefix.
 * That an answer crosses a border is for whoever has the code to state.
 */
const countriesOf = (code: string): readonly string[] =>
  code.startsWith('+') ? (prefixOf(code)?.countries ?? []) : ['FR'];

/** The route receives what is written to this code, from wherever. */
export const receivesAt = ({ codes }: TextAnswers, code: string): boolean =>
  codes === undefined || codes.some((each) => each.code === code);

/**
 * A STOP that whoever has this number writes to this code arrives by the route (D19). A prefix that several countries share is one of
 * which all must be answered from, since nobody knows which it is; from one that we do not know nothing is.
 *
 * @param phone in E.164
 */
export const arrivesFrom = (answers: TextAnswers, code: string, phone: string): boolean => {
  if (!receivesAt(answers, code)) return false;
  const from = prefixOf(phone)?.countries;
  const stated = answers.codes?.find((each) => each.code === code)?.countries;
  return [stated ?? countriesOf(code), answers.countries].every(
    (among) => among === undefined || from?.every((country) => among.includes(country)) === true,
  );
};
