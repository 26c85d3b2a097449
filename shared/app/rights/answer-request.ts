import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange, idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import { requestNotFound } from '#shared/domain/rights/rights-failures.ts';
import type { FullRequest, StoredStep } from '#shared/domain/rights/rights-request.ts';
import { refuseStep, withStep } from '#shared/domain/rights/take-step.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { type ErasePorts, eraseContact } from '../erasure/erase-contact.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { liftRestriction, type RestrictPorts } from './restrict-use.ts';
import type { RightsRequests } from './rights-requests.port.ts';

export interface AnswerRequest extends Pick<StoredStep, 'action' | 'identity' | 'apiKeyId'> {
  readonly access: AdvertiserAccess;
  readonly id: FactId;
  /** The human who answers, by name. */
  readonly decider: string;
  readonly reason?: string | undefined;
  readonly actor: Actor;
  readonly request: RequestHash;
}

export interface AnswerPorts extends RestrictPorts, ErasePorts {
  readonly requests: Pick<RightsRequests, 'get' | 'replace'>;
}

/**
 * Does one thing about a request, and notes it. To answer one for erasure erases the contact; to lift a restriction, or to refuse
 * it, lets messages go again. What it orders is done before it is noted: a call that failed is made again and ends the same. The
 * same call again resolves to the request as it is now. Throws `request-not-found`, `request-settled`, `invalid-request`,
 * `idempotency-key-reused`, `concurrent-change`.
 */
export const answerRequest = (ports: AnswerPorts, command: AnswerRequest): Promise<FullRequest> =>
  retryOnConflict(() => answer(ports, command), { pause: ports.pause, seed: command.request.requestId });

const answer = async (ports: AnswerPorts, command: AnswerRequest): Promise<FullRequest> => {
  const { access, id, action, identity, apiKeyId, decider, reason, request: asked } = command;
  await knownAdvertiser(ports.advertisers, access);
  const seen = await ports.requests.get(access, id);
  if (seen === undefined) throw requestNotFound();
  const repeated = seen.request.steps.find(({ requestId }) => requestId === asked.requestId);
  if (repeated !== undefined && repeated.bodySha256 !== asked.bodySha256) throw idempotencyKeyReused();
  if (repeated !== undefined) return seen;
  const at = ports.clock.now();
  refuseStep(seen.request, { action, identity, reason }, at);
  await obey(ports, command, seen);
  const step = { action, at, ...(identity === undefined ? {} : { identity }), apiKeyId, ...asked };
  const request = withStep(seen.request, step);
  // Where it erased, the words of before are gone by now.
  const now = (await ports.requests.get(access, id)) ?? seen;
  const written = now.texts ?? { steps: seen.request.steps.map(() => ({})) };
  const texts = { ...written, steps: [...written.steps, { decider, ...(reason === undefined ? {} : { reason }) }] };
  if (!(await ports.requests.replace(access, { ...now, request: seen.request }, { request, texts })))
    throw concurrentChange();
  return { request, texts };
};

/** What an answer orders. */
const obey = async (ports: AnswerPorts, command: AnswerRequest, { request }: FullRequest): Promise<void> => {
  const { access, id, action, actor } = command;
  const { kind, contactId, receivedAt } = request;
  if (kind === 'erasure' && action === 'answered') {
    const erasure = { requestId: `rights/${id}`, bodySha256: sha256Of(id) };
    await eraseContact(ports, { access, contactId, occurredAt: receivedAt, actor, request: erasure });
  }
  if (kind !== 'restriction' || (action !== 'lifted' && action !== 'refused')) return;
  const isKnown = async (each: FactId) => (await ports.requests.get(access, each)) !== undefined;
  await liftRestriction(ports, { access, id, actor, isKnown });
};
