import { Failure } from '../domain/failure.ts';
import { isUnreadable } from '../domain/unreadable.ts';
import type { Problem } from './problem.ts';

/** An answer before it becomes JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
/** 201 with the location of the new thing, or without where it has none of its own. */
export const created = (body: unknown, location?: string): Answer => ({
  status: 201,
  body,
  ...(location === undefined ? {} : { headers: { location } }),
});
/** 202 for what goes on after the answer, with where it shows how far it is. */
export const taken = (body: unknown, location: string): Answer => ({ status: 202, body, headers: { location } });
export const noContent = (): Answer => ({ status: 204 });

/** On every answer of the application API: nothing is cached, framed, sniffed, or sent on. */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** The answer with the entity tag of what its address shows (RFC 9110, 8.8.3); without where it shows nothing. */
export const tagged = (answer: Answer, etag: string | undefined): Answer =>
  etag === undefined ? answer : { ...answer, headers: { ...answer.headers, etag } };

/** 201 for what is new, 200 for what was stored before by the same request. */
export const createdOrKnown = (isNew: boolean, body: unknown): Answer => ({ status: isNew ? 201 : 200, body });

/** How the outcomes of a batch are answered. */
export interface BatchAnswer {
  /** The status when every item was taken. */
  readonly all: 200 | 201 | 202;
  /** The property of the answer that lists the outcomes. */
  readonly list: string;
  /** The property of the request that lists the items: problems point into it. */
  readonly items: string;
}

/**
 * The status says the whole: every item taken, some (207), or none: then the answer is a problem with the same list. Throws
 * `stored-unreadable` where that is what each of them met.
 */
export const answerOfBatch = (
  { all, list, items }: BatchAnswer,
  outcomes: readonly (object | Failure)[],
  problemOf: (failure: Failure, under?: string) => Problem,
): Answer => {
  if (outcomes.length > 0 && outcomes.every(isUnreadable)) throw outcomes[0];
  const shown = outcomes.map((outcome, index) =>
    outcome instanceof Failure ? { error: problemOf(outcome, `/${items}/${index}`) } : outcome,
  );
  const failed = outcomes.filter((outcome) => outcome instanceof Failure).length;
  if (failed < outcomes.length) return { status: failed === 0 ? all : 207, body: { [list]: shown } };
  const problem = problemOf(new Failure('batch-refused', 'No item was taken.'));
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
    body: { ...problem, [list]: shown },
  };
};
