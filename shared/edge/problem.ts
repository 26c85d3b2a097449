import { Failure, type FailureCode, type Fault } from '../domain/failure.ts';
import { PROBLEM_BASE, PROBLEMS } from './problems.ts';

/** An RFC 9457 problem, as answered. Never personal data. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FailureCode;
  readonly detail?: string;
  readonly errors?: { pointer?: string; parameter?: string; detail: string }[];
  /** The stable reason code that a verdict would carry. */
  readonly reason?: string;
  readonly correlationId: string;
}

/** A fault names a query or path parameter, or points into the body. */
const faultOf = ({ pointer, parameter, detail }: Fault) =>
  parameter === undefined ? { pointer, detail } : { parameter, detail };

/** The failure behind anything thrown: what nobody foresaw is an internal error, without detail. */
export const failureOf = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure('internal-error', '', { cause: error });

/** The problem of a failure. */
export const problemOf = (failure: Failure, correlationId: string): Problem => {
  const { status, title } = PROBLEMS[failure.code];
  return {
    type: `${PROBLEM_BASE}${failure.code}`,
    title,
    status,
    code: failure.code,
    ...(failure.code === 'internal-error' || failure.detail === '' ? {} : { detail: failure.detail }),
    ...(failure.errors.length === 0 ? {} : { errors: failure.errors.map(faultOf) }),
    ...(failure.reason === undefined ? {} : { reason: failure.reason }),
    correlationId,
  };
};

/** Seconds to wait, for the header Retry-After: only where a retry can help. */
export const retryAfterOf = (failure: Failure): number | undefined =>
  failure.retryAfter ?? (PROBLEMS[failure.code].retry ? 1 : undefined);
