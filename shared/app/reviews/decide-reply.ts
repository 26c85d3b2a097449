import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Scope } from '#shared/domain/advertiser/api-key.ts';
import { Failure, invalidRequest } from '#shared/domain/failure.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { hasEnded } from '#shared/domain/review/reply-review.ts';
import type { DecisionContent, Review, ReviewDecision } from '#shared/domain/review/review.ts';
import { reviewNotFound } from '#shared/domain/review/review-failures.ts';
import type { Clock } from '../clock.port.ts';
import { annulRecord } from '../records/annul-record.ts';
import type { Ledger, RequestHash } from '../records/ledger.port.ts';
import { refuseUnlessDoubtful } from '../records/refuse-annulment.ts';
import type { Reviews } from './reviews.port.ts';

/** What was said, by which key. */
interface Decided {
  readonly access: AdvertiserAccess;
  readonly content: DecisionContent;
  readonly apiKeyId: string;
  readonly mayAnnul: boolean;
  readonly request: RequestHash;
}
type Ports = { readonly reviews: Pick<Reviews, 'decide'>; readonly ledger: Ledger; readonly clock: Clock };

/** Who lifts an opposition undoes a record. */
const ALSO: Scope = 'records:annul';

const decidedOnce = () => invalidRequest([{ pointer: '/decision', detail: 'a doubtful reply is decided once' }]);

/**
 * Stores what a human says of a doubtful reply (D20), and then carries it out: `allowed` undoes the one opposition that the reply is, with its
 * copies at other contacts of the person, and nothing else; `refused` leaves it. Nothing is undone but by a decision that is stored, so that
 * of two humans at once one decides; where only that was done, `allowed` again does the rest. It is said once, of the whole reply, and of
 * why, which may quote the person, the hash alone is kept. Throws `insufficient-scope`, `review-not-found` after its term,
 * `record-not-found` where the contact was erased, `concurrent-change`, and `invalid-request`.
 */
export const decideReply = async (ports: Ports, command: Decided, review: Review): Promise<Review> => {
  const { access, content, apiKeyId, mayAnnul, request } = command;
  const { reply, decision: latest, reviewId } = review;
  if (!mayAnnul) throw new Failure('insufficient-scope', `This asks for the scope ${ALSO}.`);
  if (reply === undefined) throw reviewNotFound();
  const isAnother = latest !== undefined && latest.requestId !== request.requestId;
  if (isAnother && content.decision === 'refused') throw decidedOnce();
  const decision = latest ?? (await firstDecision(ports, command, review));
  const decided = latest === undefined ? await ports.reviews.decide(access, review, decision) : review;
  if (decision.decision === 'allowed')
    await annulRecord(ports, {
      access,
      recordId: reply.recordId,
      isDoubtfulReply: true,
      content: {
        cause: 'no-act-behind-it',
        explanation: 'A human read a doubtful reply and says that it is no opposition.',
        evidence: { sha256: sha256OfJson(decision), reference: `review ${reviewId}` },
        approvers: [{ name: decision.decider }],
      },
      actor: { by: 'api-key', apiKeyId },
    });
  if (isAnother) throw decidedOnce();
  return decided;
};

/** What is to be stored. Throws where it cannot be carried out: nothing is stored then. */
const firstDecision = async (
  { ledger, clock }: Ports,
  { access, content, apiKeyId, request }: Decided,
  { reply, endsAt }: Review,
): Promise<ReviewDecision> => {
  const now = clock.now();
  if (reply === undefined || hasEnded({ endsAt }, now)) throw reviewNotFound();
  const limited = (['appliesTo', 'until'] as const).filter((field) => content[field] !== undefined);
  if (limited.length > 0)
    throw invalidRequest(
      limited.map((field) => ({ pointer: `/${field}`, detail: 'a doubtful reply is decided as a whole' })),
    );
  if (content.decision === 'allowed') await refuseUnlessDoubtful(ledger, access, reply.recordId);
  const reason = `sha256:${sha256Of(content.reason)}`;
  return { ...content, reason, number: 1, decidedAt: now, apiKeyId, ...request };
};
