import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { BasisFacts } from '../facts/basis.ts';
import { type Judge, NO_OFFER } from '../facts/judge.ts';
import { faultsLeftOn } from '../fold/decisions.ts';
import { faultsOfMessage } from '../fold/judge-message.ts';
import { judgeRecords } from '../fold/judge-records.ts';
import { prepareFacts } from '../fold/prepare-facts.ts';
import type { Rulebook } from '../fold/rulebook.ts';
import type { ReasonCode } from '../reasons/reasons.ts';

/**
 * CNIL, délibération 2026-042 of 12 March 2026, published on 14 April 2026 (LIL art. 82): counting who opens a mail needs a
 * consent of its own. For addresses collected before it was published, whose owners were informed by 14 July 2026, that
 * information was enough. Stricter than the text: it also exempts the deliverability of a service that was asked for, and
 * security; a pixel is never known to serve these alone, so that none is exempted here (D11).
 */
const CONSENT_ASKED_SINCE = '2026-04-14T00:00:00+02:00';
const INFORMED_UNTIL = '2026-07-15T00:00:00+02:00';

const isBefore = (at: Instant, limit: string): boolean => Date.parse(at) < Date.parse(limit);

/** What is declared of a professional's collection, where it supports a message to that professional today. */
const collectionOfProfessional = ({ declared }: Standing, judge: Judge): readonly Instant[] => {
  const collectedAt = declared.profession?.source?.collectedAt;
  if (collectedAt === undefined) return [];
  const question = { channel: 'email', purpose: 'own-offers', offerCategory: NO_OFFER } as const;
  return judge.basesThatHold(question).some(({ kind }) => kind === 'professional-interest') ? [collectedAt] : [];
};

/**
 * When the address was collected, as far as we know: the first record, an earlier consent or sale that supported
 * something on its day, or the collection from a professional. What supports nothing does not make an address old, nor does a consent that
 * was given at an address of before.
 */
const collectedAt = (standing: Standing, judge: Judge): Instant => {
  const [first = standing.firstRecordedAt] = [
    standing.firstRecordedAt,
    ...standing.consents
      .filter((consent) => consent.copiedFrom === undefined && judge.supported(consent))
      .map(({ givenAt }) => givenAt),
    ...standing.sales.filter((sale) => judge.supported(sale)).map(({ soldAt }) => soldAt),
    ...collectionOfProfessional(standing, judge),
  ].toSorted();
  return first;
};

const wasInformedInTime = (standing: Standing, judge: Judge, at: Instant): boolean => {
  const notice = standing.declared.trackingNotice;
  return (
    notice !== undefined &&
    notice.givenAt <= at &&
    isBefore(notice.givenAt, INFORMED_UNTIL) &&
    isBefore(collectedAt(standing, judge), CONSENT_ASKED_SINCE)
  );
};

/** What says no more than that there is no consent to be counted: having been informed in time takes its place. */
const LACKS_CONSENT: readonly string[] = ['CONSENT_MISSING', 'EVIDENCE_MISSING'] satisfies readonly ReasonCode[];

/**
 * May it be counted that this reader opened this mail (D11)? A consent to `tracking` that holds by the rules of any
 * consent, or having been informed in time; and nothing else that forbids the message, such as an opposition to it.
 */
export const mayTrackOpens = (request: VetRequest, rulebook: Rulebook): boolean => {
  const { template: _, trackingPixels: __, ...message } = request.message;
  const asked: VetRequest = { ...request, message: { ...message, purpose: 'tracking', basis: 'consent' } };
  const facts = prepareFacts(asked, undefined, rulebook);
  const rules = rulebook.rulesOn(facts.day, facts.channel);
  const holds = (basis: BasisFacts): boolean => faultsLeftOn(basis, facts, rules, asked).length === 0;
  const faults = faultsOfMessage(facts, rules);
  if (facts.bases.some(holds)) return faults.length === 0;
  if (faults.some(({ reason: { code } }) => !LACKS_CONSENT.includes(code))) return false;
  const judge = judgeRecords(request, rulebook);
  return request.standing !== undefined && wasInformedInTime(request.standing, judge, request.at);
};
