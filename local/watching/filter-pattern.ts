import { fieldPatternOf } from './field-pattern.ts';

/** A pattern of terms, as CloudWatch Logs reads it (Amazon CloudWatch Logs, "Filter pattern syntax"). */
export interface TermPattern {
  /** A line must have all of these. */
  readonly all: readonly string[];
  /** And one of these, where the pattern has no other terms: beside others they mean nothing. */
  readonly any: readonly string[];
  /** And none of these. */
  readonly none: readonly string[];
}

/** What a term is: `?` before an optional one, `-` before an excluded one, in quotes where it has more than letters and digits. */
const TERM = /\s*([?-]?)(?:"([^"]+)"|(\w+))(?=\s|$)/;

/** A pattern of terms; `undefined` for one that CloudWatch refuses, or that reads fields or an expression. */
const termPatternOf = (pattern: string): TermPattern | undefined => {
  const text = pattern.trim();
  const terms = [...text.matchAll(new RegExp(TERM, 'gy'))];
  if (terms.map(([whole]) => whole).join('') !== text) return undefined;
  const signed = (sign: string) =>
    terms.filter(([, own]) => own === sign).map(([, , quoted, bare]) => quoted ?? bare ?? '');
  return { all: signed(''), any: signed('?'), none: signed('-') };
};

/** True for a line that the pattern finds. Case counts. */
const isFound = ({ all, any, none }: TermPattern, line: string): boolean =>
  all.every((term) => line.includes(term)) &&
  !none.some((term) => line.includes(term)) &&
  (any.length === 0 || all.length + none.length > 0 || any.some((term) => line.includes(term)));

/** True for a line that a pattern of terms or of fields finds; `undefined` for a pattern that is neither. */
export const linePatternOf = (pattern: string): ((line: string) => boolean) | undefined => {
  const terms = termPatternOf(pattern);
  return terms === undefined ? fieldPatternOf(pattern) : (line) => isFound(terms, line);
};

/** The terms that a line must all have; none where the pattern is not of terms. */
export const termsOf = (pattern: string): readonly string[] => termPatternOf(pattern)?.all ?? [];
