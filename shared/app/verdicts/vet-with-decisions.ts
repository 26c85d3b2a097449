import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { coversMessage, type DecisionOn, type Review, type ReviewDecision } from '#shared/domain/review/review.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import type { Reviews } from '../reviews/reviews.port.ts';

/** A verdict, and the request as it was finally judged: with the decisions that it met. */
export interface Judged {
  readonly request: VetRequest;
  readonly verdict: StoredVerdict;
  /** The review of a cause that was met; `undefined`: nobody opened it yet. */
  readonly reviewOf: (cause: string) => Review | undefined;
}

/**
 * Judges with what humans decided: decisions are read, strongly consistent, for the causes that are met and for no other,
 * so that a decision is effective at the next judgement and what meets no cause costs no read.
 */
export const withDecisions = async <Result>(
  reviews: Pick<Reviews, 'find'>,
  access: AdvertiserAccess,
  judge: (decisions: DecisionOn) => Result,
): Promise<{ readonly result: Result; readonly reviewOf: Judged['reviewOf'] }> => {
  const known = new Map<string, Review | undefined>();
  for (;;) {
    const asked = new Set<string>();
    const result = judge((cause) => {
      if (!known.has(cause)) asked.add(cause);
      return known.get(cause)?.decision;
    });
    if (asked.size === 0) return { result, reviewOf: (cause) => known.get(cause) };
    const found = await Promise.all([...asked].map((cause) => reviews.find(access, cause)));
    for (const [index, cause] of [...asked].entries()) known.set(cause, found[index]);
  }
};

const judgedWithDecisions = async (
  reviews: Pick<Reviews, 'find'>,
  access: AdvertiserAccess,
  request: VetRequest,
  judge: (request: VetRequest) => StoredVerdict,
): Promise<Judged> => {
  const { result, reviewOf } = await withDecisions(reviews, access, (decisions) => judge({ ...request, decisions }));
  return { request: { ...request, decisions: (cause) => reviewOf(cause)?.decision }, verdict: result, reviewOf };
};

/** May this message be sent, now, to this person, as humans decided? */
export const vetWithDecisions = (
  reviews: Pick<Reviews, 'find'>,
  access: AdvertiserAccess,
  request: VetRequest,
): Promise<Judged> => judgedWithDecisions(reviews, access, request, (each) => vet(each));

/** The same of bytes made by another system: the message first, then what they contain. */
export const vetBytesWithDecisions = (
  reviews: Pick<Reviews, 'find'>,
  access: AdvertiserAccess,
  request: VetRequest,
  bytes: BytesFacts,
): Promise<Judged> => judgedWithDecisions(reviews, access, request, (each) => vetBytes(each, vet(each), bytes));

/** As a human would decide who allows. */
const allowedFrom = ({ at }: VetRequest): ReviewDecision => ({
  decision: 'allowed',
  reason: '',
  decider: '',
  number: 0,
  decidedAt: at,
  apiKeyId: '',
  requestId: '',
  bodySha256: '',
});

/**
 * The verdict that would let a message go, and the request that it answers: once its hour has come, and once a human allows
 * what nobody decided. `undefined`: it may not go whatever a human decides.
 */
export const judgedAsAllowed = async (
  reviews: Pick<Reviews, 'find'>,
  access: AdvertiserAccess,
  request: VetRequest,
): Promise<Pick<Judged, 'request' | 'verdict'> | undefined> => {
  const allowed = allowedFrom(request);
  const { result } = await withDecisions(reviews, access, (decisions) => {
    const hopeful: VetRequest = {
      ...request,
      decisions: (cause) => {
        const decided = decisions(cause);
        return decided !== undefined && coversMessage(decided, request.at, request.message) ? decided : allowed;
      },
    };
    const verdict = vet(hopeful);
    if (verdict.notBefore === undefined) return { request: hopeful, verdict };
    const then = { ...hopeful, at: verdict.notBefore };
    return { request: then, verdict: vet(then) };
  });
  return result.verdict.outcome === 'allow' ? result : undefined;
};
