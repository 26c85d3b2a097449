import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import type { Facts } from '../facts/facts.ts';
import { mayTrackOpens } from '../readings/tracking.ts';
import { RULEBOOK } from '../register.ts';
import { bothVerdicts } from './both-verdicts.ts';
import { conclude } from './conclude.ts';
import type { Conclusion } from './conclusion.ts';
import { decisionsOn, withDecisions } from './decisions.ts';
import { prepareFacts } from './prepare-facts.ts';
import type { Rulebook } from './rulebook.ts';

export { explain } from '../reasons/explain.ts';

/** What the fold found, the facts it found it in, and the decisions among them: `form:newsletter@3#1`. */
interface Judged {
  readonly facts: Facts;
  readonly found: Conclusion;
  readonly used: readonly string[];
}

/**
 * The fold, with what humans decided of the causes that it meets and of no other. A decision on one cause may let the fold
 * meet another, so that it runs again; each cause is asked for once.
 */
const judge = (facts: Facts, request: VetRequest, rulebook: Rulebook, used: readonly string[] = []): Judged => {
  const found = conclude(facts, rulebook);
  const decisions = decisionsOn(found.causes, request);
  if (decisions.length === 0) return { facts, found, used };
  const more = decisions.map(({ cause, number }) => `${cause}#${number}`);
  return judge(withDecisions(facts, decisions), request, rulebook, [...used, ...more]);
};

/** Pixels that count who opens the mail are taken out unless the reader agreed to be counted (D11). */
const withoutTracking = (facts: Facts, request: VetRequest, rulebook: Rulebook): Facts => {
  const { trackingPixels: pixels = 0, trackingPixelsAt: from } = request.message;
  if (pixels === 0 || mayTrackOpens(request, rulebook)) return facts;
  return { ...facts, strippedPixels: pixels, strippedFrom: from };
};

const verdictOn = (prepared: Facts, request: VetRequest, rulebook: Rulebook): StoredVerdict => {
  const { facts, found, used } = judge(withoutTracking(prepared, request, rulebook), request, rulebook);
  const { outcome, reasons, notes, notBefore, cause } = found;
  return {
    outcome,
    reasons: [...reasons],
    notes: [...notes],
    ...(notBefore === undefined ? {} : { notBefore: toInstant(notBefore) }),
    ...(cause === undefined ? {} : { cause }),
    at: request.at,
    seq: request.standing?.seq ?? 0,
    settingsVersion: request.advertiser.settingsVersion,
    rulebookVersion: rulebook.version,
    factsSha256: sha256OfJson(facts),
    sendsCounted: facts.sendsCounted,
    ...(used.length === 0 ? {} : { decisions: [...used] }),
  };
};

/** May this message be sent, now, to this person? Pure and total: same request, same verdict. */
export const vet = (request: VetRequest, rulebook: Rulebook = RULEBOOK): StoredVerdict =>
  verdictOn(prepareFacts(request, undefined, rulebook), request, rulebook);

/**
 * The verdict on the very bytes to be handed over (P3): the same request judged again with what was found in them. An
 * `allow` can be taken away; any other verdict keeps its reasons, and gains those that the bytes give.
 */
export const vetBytes = (
  request: VetRequest,
  verdict: StoredVerdict,
  bytes: BytesFacts,
  rulebook: Rulebook = RULEBOOK,
): StoredVerdict => bothVerdicts(verdict, verdictOn(prepareFacts(request, bytes, rulebook), request, rulebook));
