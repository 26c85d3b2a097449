import { sha256OfJson } from '../canonical.ts';
import { toInstant } from '../instant.ts';
import type { StoredVerdict } from '../verdict.ts';
import type { BytesFacts, VetRequest } from '../vet.ts';
import { decide } from './decide.ts';
import { type Facts, prepareFacts } from './facts.ts';
import { RULEBOOK } from './register.ts';
import type { Rulebook } from './rulebook.ts';

export { explain } from './explain.ts';

const verdictOn = (facts: Facts, request: VetRequest, rulebook: Rulebook): StoredVerdict => {
  const { outcome, reasons, notes, notBefore, cause } = decide(facts, rulebook);
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
