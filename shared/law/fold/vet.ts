import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Outcome, StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { asKnownIn, asReadIn, mixesReasons } from '../editions/as-known.ts';
import type { Facts } from '../facts/facts.ts';
import { questionOf } from '../facts/judge.ts';
import { goesOutsideProspecting } from '../readings/class-of.ts';
import { mayTrackOpens } from '../readings/tracking.ts';
import { RULEBOOK } from '../register.ts';
import { bothVerdicts } from './both-verdicts.ts';
import { conclude } from './conclude.ts';
import type { Conclusion } from './conclusion.ts';
import { decisionsOn, withDecisions } from './decisions.ts';
import { reason } from './fault.ts';
import { inOrder, refusingFirst } from './in-order.ts';
import { judgeRecords } from './judge-records.ts';
import { prepareFacts } from './prepare-facts.ts';
import type { Rulebook } from './rulebook.ts';

/** What the fold found, the facts it found it in, and the decisions among them: `form:newsletter@3#1`. */
interface Judgement {
  readonly facts: Facts;
  readonly found: Conclusion;
  readonly used: readonly string[];
}

/**
 * The fold, with what humans decided of the causes that it meets and of no other. A decision on one cause may let the fold
 * meet another, so that it runs again; each cause is asked for once.
 */
const concludeWithDecisions = (
  facts: Facts,
  request: VetRequest,
  rulebook: Rulebook,
  used: readonly string[] = [],
): Judgement => {
  const found = conclude(facts, rulebook);
  const decisions = decisionsOn(found.causes, request);
  if (decisions.length === 0) return { facts, found, used };
  const more = decisions.map(({ cause, number }) => `${cause}#${number}`);
  return concludeWithDecisions(withDecisions(facts, decisions), request, rulebook, [...used, ...more]);
};

/** Pixels that count who opens the mail are taken out unless the reader agreed to be counted (D11). */
const withoutTracking = (facts: Facts, request: VetRequest, rulebook: Rulebook): Facts => {
  const { trackingPixels: pixels = 0, trackingPixelsAt: from } = request.message;
  if (pixels === 0 || mayTrackOpens(request, rulebook)) return facts;
  return { ...facts, strippedPixels: pixels, strippedFrom: from };
};

const judgementOn = (request: VetRequest, bytes: BytesFacts | undefined, rulebook: Rulebook): Judgement =>
  concludeWithDecisions(withoutTracking(prepareFacts(request, bytes, rulebook), request, rulebook), request, rulebook);

/**
 * What is said where the named basis does not carry the message and another one on record does: the request alone left that out, and
 * without it nothing refuses the message. Nothing of a message that asks for no basis.
 */
const notesOnAnother = (
  { facts, found }: Judgement,
  request: VetRequest,
  bytes: BytesFacts | undefined,
  rulebook: Rulebook,
): StoredReason[] => {
  const { basis, ...message } = request.message;
  if (basis === undefined || found.outcome === 'allow' || goesOutsideProspecting(facts)) return [];
  const others = judgeRecords(request, rulebook).basesThatHold(questionOf(message));
  const [best] = others.some(({ kind }) => kind === basis) ? [] : others;
  if (best === undefined || judgementOn({ ...request, message }, bytes, rulebook).found.outcome === 'refuse') return [];
  return [reason('ANOTHER_BASIS_HOLDS', undefined, best.factId, best.kind)];
};

/** The reasons of an outcome in the order in which an edition gives them: in a refusal since 2026-12-01.4 those that refuse come first. */
const ordered = (
  outcome: Outcome,
  reasons: readonly StoredReason[],
  refusing: readonly StoredReason[],
  { version }: Rulebook,
): readonly StoredReason[] =>
  outcome === 'refuse' && !mixesReasons(version) ? refusingFirst(reasons, refusing) : reasons;

/** A verdict, and of a refusal those of its reasons that refuse. */
interface Given {
  readonly verdict: StoredVerdict;
  readonly refusing: readonly StoredReason[];
}

const givenOn = (asked: VetRequest, bytes: BytesFacts | undefined, rulebook: Rulebook): Given => {
  const request = asReadIn(rulebook.version, asked);
  const whole = judgementOn(request, bytes, rulebook);
  const { facts, found, used } = whole;
  const { outcome, reasons, refusing = reasons, notes, notBefore, cause } = found;
  const verdict: StoredVerdict = {
    outcome,
    reasons: [...ordered(outcome, reasons, refusing, rulebook)],
    notes: [...inOrder([...notes, ...notesOnAnother(whole, request, bytes, rulebook)])],
    ...(notBefore === undefined ? {} : { notBefore: toInstant(notBefore) }),
    ...(cause === undefined ? {} : { cause }),
    at: request.at,
    seq: request.standing?.seq ?? 0,
    settingsVersion: request.advertiser.settingsVersion,
    rulebookVersion: rulebook.version,
    factsSha256: sha256OfJson(asKnownIn(rulebook.version, facts)),
    sendsCounted: facts.sendsCounted,
    ...(used.length === 0 ? {} : { decisions: [...used] }),
  };
  return { verdict, refusing: outcome === 'refuse' ? refusing : [] };
};

/** May this message be sent, now, to this person? Pure and total: same request, same verdict. */
export const vet = (request: VetRequest, rulebook: Rulebook = RULEBOOK): StoredVerdict =>
  givenOn(request, undefined, rulebook).verdict;

/**
 * The verdict on the very bytes to be handed over (P3): the same request judged again with what was found in them. An
 * `allow` can be taken away; any other verdict keeps its reasons, and gains those that the bytes give.
 */
export const vetBytes = (
  request: VetRequest,
  verdict: StoredVerdict,
  bytes: BytesFacts,
  rulebook: Rulebook = RULEBOOK,
): StoredVerdict => {
  const onBytes = givenOn(request, bytes, rulebook);
  const both = bothVerdicts(verdict, onBytes.verdict);
  const before = verdict.outcome === 'refuse' ? givenOn(request, undefined, rulebook).refusing : [];
  const reasons = ordered(both.outcome, both.reasons, [...before, ...onBytes.refusing], rulebook);
  return { ...both, reasons: [...reasons] };
};
