import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { type Facts, prepareFacts } from '../facts/facts.ts';
import { mayTrackOpens } from '../readings/tracking.ts';
import { RULEBOOK } from '../register.ts';
import { decide } from './decide.ts';
import { standingDecisions, told } from './decided.ts';
import type { Rulebook } from './rulebook.ts';

export { explain } from '../reasons/explain.ts';

/**
 * The fold with what humans decided of the causes it meets, and no other: a decision on one cause may let the fold meet
 * another, and each is asked for once.
 */
const withDecisions = (facts: Facts, request: VetRequest, rulebook: Rulebook) => {
  const used: string[] = [];
  let known = facts;
  let found = decide(known, rulebook);
  for (;;) {
    const standing = standingDecisions(found.causes, request);
    if (standing.length === 0) return { facts: known, found, used };
    used.push(...standing.map(([cause, { number }]) => `${cause}#${number}`));
    known = { ...known, decided: { ...known.decided, ...told(standing) } };
    found = decide(known, rulebook);
  }
};

/** Pixels that count openings leave the mail unless the reader agreed to be counted (D11). */
const withoutTracking = (facts: Facts, request: VetRequest, rulebook: Rulebook): Facts => {
  const pixels = request.message.trackingPixels ?? 0;
  return pixels === 0 || mayTrackOpens(request, rulebook) ? facts : { ...facts, strippedPixels: pixels };
};

const verdictOn = (prepared: Facts, request: VetRequest, rulebook: Rulebook): StoredVerdict => {
  const facts = withoutTracking(prepared, request, rulebook);
  const decided = withDecisions(facts, request, rulebook);
  const { outcome, reasons, notes, notBefore, cause } = decided.found;
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
    factsSha256: sha256OfJson(decided.facts),
    sendsCounted: facts.sendsCounted,
    ...(decided.used.length === 0 ? {} : { decisions: [...decided.used] }),
  };
};

/** May this message be sent, now, to this person? Pure and total: same request, same verdict. */
export const vet = (request: VetRequest, rulebook: Rulebook = RULEBOOK): StoredVerdict =>
  verdictOn(prepareFacts(request), request, rulebook);

/**
 * The verdict on the very bytes to be handed over (P3): the same request judged again with what was found in them. Only
 * an `allow` can be taken away; any other verdict stays as it is.
 */
export const vetBytes = (
  request: VetRequest,
  verdict: StoredVerdict,
  bytes: BytesFacts,
  rulebook: Rulebook = RULEBOOK,
): StoredVerdict =>
  verdict.outcome === 'allow' ? verdictOn(prepareFacts(request, bytes), request, rulebook) : verdict;
