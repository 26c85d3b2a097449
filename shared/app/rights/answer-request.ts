import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange, idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import { mayNotErase, requestNotFound } from '#shared/domain/rights/rights-failures.ts';
import type { FullRequest, RightsRequest, RightsTexts, StoredStep } from '#shared/domain/rights/rights-request.ts';
import { extentOf, orderOf, refuseStep, withReserved, withStep } from '#shared/domain/rights/take-step.ts';
import { stated } from '#shared/domain/stated.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { answeringErasure, callOfAnswer } from '../erasure/answering-erasure.ts';
import { type ErasePorts, eraseContact } from '../erasure/erase-contact.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { type BeginExportPorts, beginExport } from './export/begin-export.ts';
import { liftRestriction, type RestrictPorts } from './restrict-use.ts';
import type { RightsRequests } from './rights-requests.port.ts';

export interface AnswerRequest extends Pick<StoredStep, 'action' | 'identity' | 'apiKeyId' | 'about' | 'language'> {
  readonly access: AdvertiserAccess;
  readonly id: FactId;
  /** The human who answers, by name. */
  readonly decider: string;
  readonly reason?: string | undefined;
  /** Of a document that was seen: what made it doubtful who asks. */
  readonly doubt?: string | undefined;
  readonly actor: Actor;
  /** Whether the caller may erase contacts: to answer for erasure is to erase. */
  readonly mayErase: boolean;
  readonly request: RequestHash;
}

/** A request as it is after a step. */
export interface AnsweredRequest extends FullRequest {
  /** The erasure that answered it. Absent: none did. */
  readonly erasure?: Erasure | undefined;
}

type Words = RightsTexts['steps'][number];

export interface AnswerPorts extends RestrictPorts, ErasePorts, Pick<BeginExportPorts, 'exportJobs' | 'jobQueue'> {
  readonly requests: Pick<RightsRequests, 'get' | 'replace'>;
}

/**
 * Does one thing about a request, and notes it. To answer one for erasure erases the contact; to lift a restriction, or to refuse
 * it, lets messages go again; to export it begins the job that gathers what is held: such a step is reserved under the revision of the request, then carried out, then noted, so that what is ordered
 * is never of a step that was lost. One that was cut short is taken up by the same call again, and by whoever comes next. The
 * same call again resolves to the request as it is now. Throws `request-not-found`, `request-settled`, `invalid-request`,
 * `insufficient-scope`, `idempotency-key-reused`, `concurrent-change`.
 */
export const answerRequest = async (ports: AnswerPorts, command: AnswerRequest): Promise<AnsweredRequest> => {
  const { requestId: seed } = command.request;
  const answered = await retryOnConflict(() => answer(ports, command), { pause: ports.pause, seed });
  const erasure = answered.erasure ?? (await answeringErasure(ports.erasures, command.access, answered.request));
  return { ...answered, erasure };
};

const answer = async (ports: AnswerPorts, command: AnswerRequest): Promise<AnsweredRequest> => {
  const { access, id, action, identity, about, language, apiKeyId, reason, doubt, request: asked } = command;
  await knownAdvertiser(ports.advertisers, access);
  const seen = await ports.requests.get(access, id);
  if (seen === undefined) throw requestNotFound();
  const { steps, reserved } = seen.request;
  const repeated = [...steps, reserved].find((step) => step?.requestId === asked.requestId);
  if (repeated !== undefined && repeated.bodySha256 !== asked.bodySha256) throw idempotencyKeyReused();
  if (reserved !== undefined) {
    const settled = await carryOut(ports, command, seen, reserved);
    return repeated === undefined ? answer(ports, command) : settled;
  }
  if (repeated !== undefined) return repeatedly(ports, command, seen, repeated);
  const at = ports.clock.now();
  const said = { action, identity, about, language, reason, doubt };
  refuseStep(seen.request, said, at);
  if (orderOf(seen.request, action) === 'erasure' && !command.mayErase) throw mayNotErase();
  const step: StoredStep = {
    action,
    at,
    ...stated({ identity, about: extentOf(seen.request, said), language }),
    apiKeyId,
    ...asked,
  };
  if (orderOf(seen.request, action) === undefined)
    return replace(ports, access, seen, withStep(seen.request, step), wordsOf(command));
  const begun = await replace(ports, access, seen, withReserved(seen.request, step), wordsOf(command));
  return carryOut(ports, command, begun, step);
};

/** Files that nobody took up are put on the queue again. */
const repeatedly = async (ports: AnswerPorts, { access }: AnswerRequest, seen: FullRequest, step: StoredStep) => {
  if (orderOf(seen.request, step.action) === 'export') await beginExport(ports, access, seen.request, step);
  return seen;
};

const wordsOf = ({ decider, reason, doubt }: AnswerRequest): Words => stated({ decider, reason, doubt });

/** Writes a request over the one that was seen, with the words of its next step. Throws `concurrent-change`. */
const replace = async (
  { requests }: AnswerPorts,
  access: AdvertiserAccess,
  seen: FullRequest,
  request: RightsRequest,
  words: Words,
): Promise<FullRequest> => {
  const noted = seen.request.steps.map((_, index) => seen.texts?.steps[index] ?? {});
  const texts = { ...seen.texts, steps: [...noted, words] };
  if (!(await requests.replace(access, seen, { request, texts }))) throw concurrentChange();
  return { request, texts };
};

/** Does what a reserved step orders, and notes it. */
const carryOut = async (
  ports: AnswerPorts,
  command: AnswerRequest,
  seen: FullRequest,
  step: StoredStep,
): Promise<AnsweredRequest> => {
  const { access, id, request: asked } = command;
  const erasure = await obey(ports, command, seen.request, step);
  // Where it erased, the words of before are gone by now.
  const { texts } = (await ports.requests.get(access, id)) ?? seen;
  const said = step.requestId === asked.requestId ? wordsOf(command) : (texts?.steps[seen.request.steps.length] ?? {});
  const noted = await replace(ports, access, { request: seen.request, texts }, withStep(seen.request, step), said);
  return { ...noted, erasure };
};

/** Does what an answer orders. Resolves to the erasure, where it orders one. */
const obey = async (
  ports: AnswerPorts,
  { access, id, actor }: AnswerRequest,
  request: RightsRequest,
  step: StoredStep,
): Promise<Erasure | undefined> => {
  const { contactId, receivedAt } = request;
  const order = orderOf(request, step.action);
  if (order === 'export') await beginExport(ports, access, request, step);
  const restricted = order === 'lifting' ? [contactId, ...(request.alsoOf ?? [])] : [];
  // What a release before noted on the request alone is lifted by its list.
  for (const each of restricted) await liftRestriction(ports, { access, id, actor, from: each });
  if (order !== 'erasure') return undefined;
  const erasure = { requestId: callOfAnswer(id), bodySha256: sha256Of(id) };
  return eraseContact(ports, { access, contactId, occurredAt: receivedAt, actor, isAnswer: true, request: erasure });
};
