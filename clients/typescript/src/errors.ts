import type { Problem } from './generated/schema.ts';

/** The call that failed, and why where the run time says so. */
export interface FailedCall {
  readonly operation: string;
  readonly idempotencyKey?: string | undefined;
  readonly cause?: unknown;
}

/** Whatever a call of this client throws. A fault of the caller's own code, such as a missing key, is a `TypeError`. */
export abstract class AvalError extends Error {
  /** The method that failed, such as `recordSale`: an `operationId` of docs/openapi.json. */
  readonly operation: string;
  /**
   * The key of the call that failed, where it has one. The same call with this key is the same act: repeat it later, also
   * from another process, and nothing is recorded or sent twice.
   */
  readonly idempotencyKey: string | undefined;

  constructor(message: string, options: FailedCall) {
    super(`${options.operation}: ${message}`, options.cause === undefined ? {} : { cause: options.cause });
    this.name = new.target.name;
    this.operation = options.operation;
    this.idempotencyKey = options.idempotencyKey;
  }
}

const faultLines = ({ errors = [] }: Problem): readonly string[] =>
  errors.map(({ pointer, parameter, detail }) => `  ${pointer ?? parameter ?? 'the request'}: ${detail}`);

/** A problem in lines for a person: what, where, what to do, and the id to quote. */
export const problemInWords = (problem: Problem): string =>
  [
    `${problem.title} (${problem.status} ${problem.code})${problem.detail === undefined ? '' : `: ${problem.detail}`}`,
    ...faultLines(problem),
    `  ${problem.remedy.sentence}`,
    `  Correlation id: ${problem.correlationId}`,
  ].join('\n');

/**
 * Aval answered with a problem (RFC 9457). Below 500, and of 503 with Retry-After, it did nothing; of another 5xx nobody knows
 * whether it was done: repeat the same call with the `idempotencyKey`, where it has one. Its message says which call, where
 * and what to do.
 */
export class ProblemError extends AvalError {
  readonly problem: Problem;

  constructor(problem: Problem, options: FailedCall) {
    super(problemInWords(problem), options);
    this.problem = problem;
  }

  /** The stable name of the problem, such as `invalid-request`: what a program compares. */
  get code(): string {
    return this.problem.code;
  }

  /** The HTTP status. */
  get status(): number {
    return this.problem.status;
  }

  /** Each fault with its JSON pointer into the body (RFC 6901), or the name of its parameter; often with a remedy. */
  get errors(): NonNullable<Problem['errors']> {
    return this.problem.errors ?? [];
  }

  /** What the developer can do: a sentence, and where it is done. */
  get remedy(): Problem['remedy'] {
    return this.problem.remedy;
  }

  /** What the operator of Aval finds the call by. */
  get correlationId(): string {
    return this.problem.correlationId;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The code of what went wrong in the network, such as ECONNREFUSED, or the name of the error, such as TimeoutError: never its words, which may hold a URL. */
const whyIn = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'nothing says why';
  const inner: unknown = cause.cause ?? cause;
  return isObject(inner) && typeof inner.code === 'string' ? inner.code : cause.name;
};

/**
 * Nobody knows whether it was done: no answer came, or one that is not of Aval (a proxy's, for example). Where the error
 * has an `idempotencyKey`, repeat the same call with it.
 */
export class NoAnswerError extends AvalError {
  /** The HTTP status of the answer that is not of Aval; absent where none came. */
  readonly status: number | undefined;

  /** `host`: where Aval was asked, with its port. */
  constructor(options: FailedCall & { readonly host: string; readonly status?: number }) {
    super(
      options.status === undefined
        ? `Aval did not answer at ${options.host}: ${whyIn(options.cause)}.`
        : `What answered ${options.status} at ${options.host} is not Aval.`,
      options,
    );
    this.status = options.status;
  }
}

/** True for the body of a problem of Aval; a proxy's page, or another API's error, is none. */
export const isProblem = (body: unknown): body is Problem =>
  isObject(body) &&
  ['type', 'title', 'code', 'correlationId'].every((name) => typeof body[name] === 'string') &&
  typeof body.status === 'number' &&
  isObject(body.remedy);
