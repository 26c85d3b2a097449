import type { AdvertiserScope } from '../domain/advertiser-scope.ts';
import { vet, vetBytes } from '../domain/law/vet.ts';
import type { Review } from '../domain/review.ts';
import type { StoredVerdict } from '../domain/verdict.ts';
import type { BytesFacts, VetRequest } from '../domain/vet.ts';
import type { Reviews } from './ports.ts';

/** A verdict, and the request as it was finally judged: with the decisions that it met. */
export interface Judged {
  readonly request: VetRequest;
  readonly verdict: StoredVerdict;
  /** The review of a cause that was met; `undefined`: nobody opened it yet. */
  readonly reviewOf: (cause: string) => Review | undefined;
}

/**
 * Judges with what humans decided: decisions are read, strongly consistent, for the causes that the message meets and
 * for no other, so that a decision is effective at the next vet and a message without a cause costs no read.
 */
const judgedWithDecisions = async (
  reviews: Pick<Reviews, 'find'>,
  scope: AdvertiserScope,
  request: VetRequest,
  judge: (request: VetRequest) => StoredVerdict,
): Promise<Judged> => {
  const known = new Map<string, Review | undefined>();
  for (;;) {
    const asked = new Set<string>();
    const decisions: VetRequest['decisions'] = (cause) => {
      if (!known.has(cause)) asked.add(cause);
      return known.get(cause)?.decision;
    };
    const verdict = judge({ ...request, decisions });
    if (asked.size === 0) {
      const reviewOf = (cause: string) => known.get(cause);
      return { request: { ...request, decisions: (cause) => known.get(cause)?.decision }, verdict, reviewOf };
    }
    const found = await Promise.all([...asked].map((cause) => reviews.find(scope, cause)));
    for (const [index, cause] of [...asked].entries()) known.set(cause, found[index]);
  }
};

/** May this message be sent, now, to this person, as humans decided? */
export const vetWithDecisions = (
  reviews: Pick<Reviews, 'find'>,
  scope: AdvertiserScope,
  request: VetRequest,
): Promise<Judged> => judgedWithDecisions(reviews, scope, request, (each) => vet(each));

/** The same of bytes made elsewhere: the message first, then what stands in them. */
export const vetBytesWithDecisions = (
  reviews: Pick<Reviews, 'find'>,
  scope: AdvertiserScope,
  request: VetRequest,
  bytes: BytesFacts,
): Promise<Judged> => judgedWithDecisions(reviews, scope, request, (each) => vetBytes(each, vet(each), bytes));
