import { Failure, type FailureCode, type Fault } from '../domain/failure.ts';
import { stated } from '../domain/stated.ts';
import type { Language } from '../pages/layout.ts';
import { PROBLEM_BASE, PROBLEMS, type ProblemKind } from './problems.ts';
import { sentenceIn } from './words/french.ts';
import { PROBLEMS_FR } from './words/problems-fr.ts';

/** What to do: a sentence in the caller's language, and where, by a JSON Pointer into the request or by a route. */
interface Remedy {
  readonly sentence: string;
  readonly pointer?: string;
  readonly route?: string;
}

/** An RFC 9457 problem, as answered. Never personal data. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FailureCode;
  readonly detail?: string;
  readonly errors?: { pointer?: string; parameter?: string; detail: string; remedy?: Remedy }[];
  readonly remedy: Remedy;
  /** The stable reason code that a verdict would carry. */
  readonly reason?: string;
  readonly correlationId: string;
}

/** Whom a problem is answered to. */
export interface Asker {
  readonly correlationId: string;
  readonly language: Language;
}

/** A fault names a query or path parameter, or points into the body. */
const faultOf = ({ pointer, parameter, detail, missing }: Fault, language: Language) => ({
  ...(parameter === undefined ? { pointer } : { parameter }),
  detail: missing?.sentence[language] ?? sentenceIn(language, detail),
  ...(missing === undefined ? {} : { remedy: { ...missing.remedy, sentence: missing.remedy.sentence[language] } }),
});

/** The failure behind anything thrown: what nobody foresaw is an internal error, without detail. */
export const failureOf = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure('internal-error', '', { cause: error });

const wordsOf = (code: FailureCode, language: Language) => (language === 'fr' ? PROBLEMS_FR : PROBLEMS)[code];

/** Where the caller can do something: what is at fault in the request comes first. */
const remedyOf = ({ code, errors }: Failure, language: Language, item: string | undefined): Remedy => {
  const { route }: ProblemKind = PROBLEMS[code];
  const pointer = errors.find(({ parameter }) => parameter === undefined)?.pointer ?? item;
  const sentence = wordsOf(code, language).remedy;
  return stated({ sentence, pointer, route: pointer === undefined ? route : undefined });
};

/**
 * The problem of a failure, in the caller's language. `item`: JSON Pointer of the item of a batch that it concerns, where
 * it points at nothing more exact.
 */
export const problemOf = (failure: Failure, { correlationId, language }: Asker, item?: string): Problem => {
  const { code, detail, errors, reason } = failure;
  return stated({
    type: `${PROBLEM_BASE}${code}`,
    title: wordsOf(code, language).title,
    status: PROBLEMS[code].status,
    code,
    detail: code === 'internal-error' || detail === '' ? undefined : sentenceIn(language, detail),
    errors: errors.length === 0 ? undefined : errors.map((fault) => faultOf(fault, language)),
    remedy: remedyOf(failure, language, item),
    reason,
    correlationId,
  });
};

/** Seconds to wait, for the header Retry-After: only where a retry can help. */
export const retryAfterOf = (failure: Failure): number | undefined =>
  failure.retryAfter ?? (PROBLEMS[failure.code].retry ? 1 : undefined);
