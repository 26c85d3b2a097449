import { invalidRequest } from '../failure.ts';
import type { Instant } from '../ids.ts';
import { dueAtOf } from './due.ts';
import { requestSettled } from './rights-failures.ts';
import type { RightsAction, RightsKind, RightsRequest, RightsState, StoredStep } from './rights-request.ts';

/** Kinds by whose answer data are given, changed or removed: a human says first how they know who asks (GDPR art. 12, § 6). */
const ASKS_WHO = ['access', 'portability', 'rectification', 'erasure'] as const satisfies readonly RightsKind[];
const asksWho = (kind: RightsKind) => ASKS_WHO.some((each) => each === kind);
/** Kinds that are answered with what is held. */
const WITH_FILES: readonly RightsKind[] = ['access', 'portability'];
/** Actions of which the person is informed why (GDPR art. 12, § 3 and 4). */
const WITH_REASON: readonly RightsAction[] = ['extended', 'refused', 'lifted'];

/** Whether a human said how they know who asks, by this step or one before. */
const isIdentified = ({ steps }: Pick<RightsRequest, 'steps'>, step?: Pick<StoredStep, 'identity'>): boolean =>
  step?.identity !== undefined || steps.some(({ identity }) => identity !== undefined);

/** A request of which nobody knows yet who made it. */
export type AwaitingRequest = RightsRequest & { readonly kind: (typeof ASKS_WHO)[number] };

/**
 * Whether nobody knows yet who made an open request by whose answer data are given, changed or removed, and nothing is being done about it: neither
 * Aval by a code, nor a human who did something about it and said how.
 */
export const awaitsIdentity = (request: RightsRequest): request is AwaitingRequest => {
  const { kind, state, identity, reserved } = request;
  const isKnown = identity !== undefined || isIdentified(request);
  return state === 'open' && !isKnown && reserved === undefined && asksWho(kind);
};

/** What is asked to be done, as far as it decides whether it may be. */
export interface AskedStep extends Pick<StoredStep, 'action' | 'identity' | 'about' | 'language'> {
  readonly reason?: string | undefined;
  readonly doubt?: string | undefined;
}

const stateAfter = (state: RightsState, action: RightsAction): RightsState =>
  action === 'acknowledged' || action === 'extended' || action === 'exported' ? state : action;

/**
 * Whose contacts an export holds, where it says so or nobody but Aval knows who asks: a code shows one address, and so what is held of the others is not
 * given by it (docs/decisions/0082). `undefined`: every contact of the person.
 */
export const extentOf = (request: Pick<RightsRequest, 'steps'>, step: AskedStep): AskedStep['about'] =>
  step.action === 'exported' && !isIdentified(request, step) ? (step.about ?? 'contact') : step.about;

/**
 * Refuses what may not be done about a request now. Throws `invalid-request` where a reason, a doubt or an identity is missing, and
 * `request-settled` where the request was answered, where it was extended before or too late, or is no restriction in force.
 */
export const refuseStep = (request: RightsRequest, step: AskedStep, now: Instant): void => {
  const { action, reason, identity, doubt } = step;
  if (WITH_REASON.includes(action) && reason === undefined)
    throw invalidRequest([{ pointer: '/reason', detail: 'expected: the person is informed why' }]);
  // A document is asked for on reasonable doubts alone (GDPR art. 12, § 6).
  const isDocument = identity === 'document-seen';
  if (isDocument !== (doubt !== undefined))
    throw invalidRequest([
      { pointer: '/doubt', detail: isDocument ? 'expected: the doubt' : 'only document-seen says it' },
    ]);
  const known = identity ?? request.identity;
  const needsIdentity = action === 'exported' || (action === 'answered' && asksWho(request.kind));
  if (needsIdentity && known === undefined)
    throw invalidRequest([{ pointer: '/identity', detail: 'expected: how it is known who asks' }]);
  if (action === 'exported' && step.about === 'person' && !isIdentified(request, step))
    throw invalidRequest([{ pointer: '/identity', detail: 'expected with person: a code shows one address alone' }]);
  const needless = (['about', 'language'] as const).filter((name) => step[name] !== undefined);
  if (action !== 'exported' && needless.length > 0)
    throw invalidRequest(needless.map((name) => ({ pointer: `/${name}`, detail: 'only exported says it' })));
  const why = whyNot(request, action, now);
  if (why !== undefined) throw requestSettled(why);
};

const whyNot = (request: RightsRequest, action: RightsAction, now: Instant): string | undefined => {
  if (action === 'lifted') return whyNotLifted(request);
  return action === 'exported' ? whyNotExported(request) : whyNotDone(request, action, now);
};

/** Its files are gone within days: one that was answered may be asked to be sent again. */
const whyNotExported = ({ kind, state }: RightsRequest): string | undefined => {
  if (!WITH_FILES.includes(kind)) return 'Only a request of access or portability is answered with files.';
  return state === 'open' || state === 'answered' ? undefined : 'This request was refused.';
};

const whyNotLifted = ({ kind, state }: RightsRequest): string | undefined =>
  kind === 'restriction' && state === 'answered'
    ? undefined
    : 'There is nothing to lift: this is no restriction that was answered and is in force.';

const whyNotDone = (
  { state, steps, dueAt, acknowledgedAt }: RightsRequest,
  action: RightsAction,
  now: Instant,
): string | undefined => {
  if (state !== 'open') return 'This request was answered already.';
  if (action === 'acknowledged' && acknowledgedAt !== undefined) return 'This request was acknowledged already.';
  if (action !== 'extended') return undefined;
  if (steps.some((step) => step.action === 'extended')) return 'This request was extended already: once is all.';
  return now > dueAt ? 'The month is over: it can no longer be extended.' : undefined;
};

/** What a step orders beside its note; `undefined`: nothing. */
export const orderOf = (
  { kind }: Pick<RightsRequest, 'kind'>,
  action: RightsAction,
): 'erasure' | 'lifting' | 'export' | undefined => {
  if (action === 'exported') return 'export';
  if (kind === 'erasure' && action === 'answered') return 'erasure';
  return kind === 'restriction' && (action === 'lifted' || action === 'refused') ? 'lifting' : undefined;
};

/** Whether the restriction that a request asks for holds: from its recording until somebody decides that it ends. */
export const isRestricting = ({ kind, state, reserved }: RightsRequest): boolean =>
  kind === 'restriction' && (state === 'open' || state === 'answered') && reserved === undefined;

/** A request of which a step is being carried out. */
export const withReserved = (request: RightsRequest, step: StoredStep): RightsRequest => ({
  ...request,
  reserved: step,
  revision: request.revision + 1,
});

/** A request after a step that it allows. */
export const withStep = ({ reserved: _done, ...request }: RightsRequest, step: StoredStep): RightsRequest => {
  const state = stateAfter(request.state, step.action);
  const isClosed = request.state === 'open' && state !== 'open';
  return {
    ...request,
    state,
    steps: [...request.steps, step],
    revision: request.revision + 1,
    dueAt: step.action === 'extended' ? dueAtOf(request.receivedAt, true) : request.dueAt,
    // Whoever is informed of anything is informed that it is dealt with.
    ...(step.action === 'exported' ? {} : { acknowledgedAt: request.acknowledgedAt ?? step.at }),
    ...(isClosed ? { closedAt: step.at } : {}),
  };
};
