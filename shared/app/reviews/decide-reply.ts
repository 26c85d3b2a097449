import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { hasEnded } from '#shared/domain/review/reply-review.ts';
import type { DecisionContent, Review } from '#shared/domain/review/review.ts';
import { reviewNotFound } from '#shared/domain/review/review-failures.ts';
import type { Clock } from '../clock.port.ts';
import { annulRecord } from '../records/annul-record.ts';
import type { Ledger } from '../records/ledger.port.ts';

/** What was said, by which key. */
interface Decided {
  readonly access: AdvertiserAccess;
  readonly content: DecisionContent;
  readonly apiKeyId: string;
}

/**
 * Carries out what a human says of a doubtful reply (D20), before it is stored: `allowed` undoes the one opposition that the reply is, with its
 * copies at other contacts of the person, and nothing else; `refused` leaves it. It is said once, and of the whole reply. Throws
 * `review-not-found` after its term, `record-not-found` where the contact was erased, and `invalid-request`.
 */
export const carryOutReply = async (
  ports: { readonly ledger: Ledger; readonly clock: Clock },
  { access, content, apiKeyId }: Decided,
  { reply, decision, reviewId, endsAt }: Review,
): Promise<void> => {
  if (reply === undefined || hasEnded({ endsAt }, ports.clock.now())) throw reviewNotFound();
  if (decision !== undefined)
    throw invalidRequest([{ pointer: '/decision', detail: 'a doubtful reply is decided once' }]);
  const limited = (['appliesTo', 'until'] as const).filter((field) => content[field] !== undefined);
  if (limited.length > 0)
    throw invalidRequest(
      limited.map((field) => ({ pointer: `/${field}`, detail: 'a doubtful reply is decided as a whole' })),
    );
  if (content.decision === 'refused') return;
  await annulRecord(ports, {
    access,
    recordId: reply.recordId,
    isDoubtfulReply: true,
    content: {
      cause: 'no-act-behind-it',
      explanation: content.reason,
      evidence: { sha256: sha256OfJson(content), reference: `review ${reviewId}` },
      approvers: [{ name: content.decider }],
    },
    actor: { by: 'api-key', apiKeyId },
  });
};
