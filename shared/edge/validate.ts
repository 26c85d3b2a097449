import * as z from 'zod/mini';
import { Failure, type Fault, faultUnder, invalidRequest } from '../domain/failure.ts';
import { faultSentence } from './fault-sentences.ts';

z.config({ localeError: faultSentence });

type Issue = z.core.$ZodIssue;

/** At most this many faults are answered at once. */
const MOST_FAULTS = 50;

/** Parses or throws `invalid-request` with one RFC 6901 pointer per fault. */
export const parseOrRefuse = <S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidRequest(faultsOf(parsed.error.issues, '').slice(0, MOST_FAULTS));
};

/**
 * Parses the items of a batch one by one: a bad one becomes its failure, with pointers into the item, and does not lose
 * the others.
 */
export const parseEach = <S extends z.ZodMiniType>(
  schema: S,
  values: readonly unknown[],
): readonly (z.output<S> | Failure)[] =>
  values.map((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : invalidRequest(faultsOf(parsed.error.issues, '').slice(0, MOST_FAULTS));
  });

/** The same failure with its pointers moved under another position of the body. */
export const under = (prefix: string, failure: Failure): Failure =>
  new Failure(failure.code, failure.detail, {
    errors: failure.errors.map((fault) => faultUnder(prefix, fault)),
    ...(failure.retryAfter === undefined ? {} : { retryAfter: failure.retryAfter }),
    ...(failure.reason === undefined ? {} : { reason: failure.reason }),
    cause: failure.cause,
  });

const faultsOf = (issues: readonly Issue[], prefix: string): readonly Fault[] =>
  issues.flatMap((issue) => faultsOfOne(issue, `${prefix}${pointerOf(issue.path)}`));

const faultsOfOne = (issue: Issue, pointer: string): readonly Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}${pointerOf([key])}`, detail: 'unknown field' }));
  }
  if (issue.code === 'invalid_union') return faultsOfUnion(issue, pointer);
  return [{ pointer, detail: issue.message }];
};

/** How far into the value the first fault lies; an unknown key lies one step below what has it. */
const depthOf = (issues: readonly Issue[]): number =>
  Math.min(...issues.map(({ code, path }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)));
/** The form that fits better comes first: its first fault lies deeper, then it has fewer. */
const byFit = (a: readonly Issue[], b: readonly Issue[]): number => depthOf(b) - depthOf(a) || a.length - b.length;

/** Of a union, the faults of the form that fits best; where none fits better than another, the union itself. */
const faultsOfUnion = (issue: Extract<Issue, { code: 'invalid_union' }>, pointer: string): readonly Fault[] => {
  const [best, next] = issue.errors.toSorted(byFit);
  const isClear = best !== undefined && best.length > 0 && (next === undefined || byFit(best, next) < 0);
  return isClear ? faultsOf(best, pointer) : [{ pointer, detail: 'none of the accepted forms' }];
};

/** A name as a client may have chosen it is echoed only when it looks like one, for it could be an address. */
const NAME = /^(?:[A-Za-z_][A-Za-z_.-]{0,63}\d{0,4}|\d{1,4})$/;

const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map(String)
    .map((name) => `/${NAME.test(name) ? name : '?'}`)
    .join('');
