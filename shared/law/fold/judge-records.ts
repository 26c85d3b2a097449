import type { AddressKind } from '#shared/channels/record.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { givenUntil } from '#shared/domain/consent/given-again.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, electronicMailTo, isSent } from '#shared/domain/message/channel.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { ONE_YEAR_MS } from '../articles/consommation/r223-1.ts';
import type { BasisFacts } from '../facts/basis.ts';
import { isCallAgreedTo, isUnderContract } from '../facts/calls.ts';
import { consentBasis } from '../facts/consent-basis.ts';
import { customerBasis } from '../facts/customer-basis.ts';
import { type Facts, factsOf } from '../facts/facts.ts';
import { type Judge, NO_OFFER, type Question } from '../facts/judge.ts';
import { faultsLeftOn } from './decisions.ts';
import type { Fault } from './fault.ts';
import type { Rulebook, RulesInForce } from './rulebook.ts';

/** A basis that the ledger records. */
export type RecordedBasis = Consent | Sale;

const dateOf = (record: RecordedBasis): Instant => (record.kind === 'consent' ? record.givenAt : record.soldAt);

/** What had happened before an instant, with what was replaced since. Of activities the standing knows the latest alone; an earlier one is not known. */
const before = (standing: Standing, at: Instant): Standing => ({
  ...standing,
  consents: givenUntil(standing, at),
  sales: standing.sales.filter(({ soldAt }) => soldAt < at),
  oppositions: standing.oppositions.filter(({ occurredAt }) => occurredAt < at),
});

/** What is known of a contact, whatever is asked. */
type Known = Omit<VetRequest, 'message' | 'sends' | 'allowedAtSeq' | 'blocksStoppedBy'>;

/** The request as it would have been asked then: what leaves a message open otherwise is not asked for. */
const requestAsOf = (request: Known, at: Instant, question: Question): VetRequest => {
  const { address, isPublicMailbox, isReadAsBefore, advertiser, formOf, decisions } = request;
  const standing = request.standing && before(request.standing, at);
  const message = { ...question, validUntil: at };
  const known = { address, isPublicMailbox, isReadAsBefore, advertiser, formOf, decisions };
  return { at, knownAt: request.knownAt ?? request.at, message, standing, sends: [], ...known };
};

/** The channels of which an answer says whether a sale can be relied on: electronic mail to such an address, that Aval sends. */
export const channelsOfSale = (kind: AddressKind): readonly Channel[] => electronicMailTo(kind).filter(isSent);

const offersLike = ({ lines }: Sale, channels: readonly Channel[]): readonly Question[] => {
  const offerCategory = lines[0]?.category ?? NO_OFFER;
  return channels.map((channel) => ({ channel, purpose: 'own-offers', offerCategory }));
};

/** Who was informed of something at that instant was not informed before the message which they answered then (D18). */
const informedBefore = (request: Known, at: Instant): Known => {
  const profession = request.standing?.declared.profession;
  if (request.standing === undefined || profession === undefined) return request;
  const { noticeGivenAt, refusalOfferedAt, ...rest } = profession;
  const known = Object.entries({ noticeGivenAt, refusalOfferedAt }).filter(([, day]) => day !== undefined && day < at);
  const declared = { ...request.standing.declared, profession: { ...rest, ...Object.fromEntries(known) } };
  return { ...request, standing: { ...request.standing, declared } };
};

/**
 * The messages that a record suits best: what is forbidden even then is its own fault. Of an order one by each electronic mail: who
 * refused texts at the checkout is still a customer, to whom a message with a picture may go.
 */
export const questionsOn = (
  record: RecordedBasis,
  { standing, formOf }: { readonly standing: Standing } & Pick<VetRequest, 'formOf'>,
): readonly Question[] => {
  if (record.kind === 'sale') return offersLike(record, channelsOfSale(standing.addressKind));
  const { channels, purpose, form } = record;
  // Read of partners’ offers alone.
  const [partner] = (form && formOf(form)?.partnersNamed) ?? [];
  return channels.map((channel) => ({ channel, purpose, offerCategory: NO_OFFER, ...(partner ? { partner } : {}) }));
};

const isOpposed = ({ globalOpposition, channelOpposition, purposeOpposition }: Facts): boolean =>
  (globalOpposition ?? channelOpposition ?? purposeOpposition) !== undefined;

/** A call that asks for a consent is made by a human or a machine: which of the two, no record says. */
const CALLS: readonly Channel[] = ['live-call', 'automated-call'];

/**
 * A consent to be called by a human lasts a year, as to be called by a machine (R. 223-1). A sale allows no call (L. 34-5, al. 4), nor does a
 * profession allow one to the private person, of whom alone this is asked; editions before 2026-12-01.3 held that it did.
 */
const allowsCalls = ({ kind, givenAt }: BasisFacts, channel: Channel, instant: Instant, known: Known): boolean =>
  kind === 'consent'
    ? channel !== 'live-call' || millisecondsOf(instant) <= givenAt + ONE_YEAR_MS
    : known.callsAreReadAsBefore === true && kind === 'professional-interest';

/** A request, its facts, and the sentences that it is judged by. */
interface Situation {
  readonly asked: VetRequest;
  readonly facts: Facts;
  readonly rules: RulesInForce;
}

const faultsIn = ({ asked, facts, rules }: Situation, basis: BasisFacts): readonly Fault[] =>
  faultsLeftOn(basis, facts, rules, asked);

const supports = (situation: Situation, basis: BasisFacts): boolean => faultsIn(situation, basis).length === 0;

/** Each question is answered once: a chain of consents that messages asked for is gone through once, not once per link. */
const answeredOnce = <Answer>() => {
  const known = new Map<string, Answer>();
  return (key: readonly unknown[], answer: () => Answer): Answer => {
    const name = JSON.stringify(key);
    const found = known.get(name) ?? answer();
    known.set(name, found);
    return found;
  };
};

/** Judges the records of one contact. */
export interface RecordJudge extends Judge {
  /** What the sentences hold against a record, at an instant, for such a message: nothing where it can be relied on. */
  readonly faultsOf: (record: RecordedBasis, at: Instant, question: Question) => readonly Fault[];
}

/**
 * The one judge of the bases that are recorded of a contact, at `request.at`: by the sentences in force on that day, with
 * what humans decided. What it asks about the past is always about less than it was asked: a consent that a message asked for
 * rests on what was there before it was given, so that the longest chain ends at its first record.
 */
export const judgeRecords = (request: Known, rulebook: Rulebook): RecordJudge => {
  const day = dayInParis(millisecondsOf(request.at));
  const [heldOnce, writtenOnce, calledOnce] = [
    answeredOnce<boolean>(),
    answeredOnce<boolean>(),
    answeredOnce<boolean>(),
  ];
  const situationOf = (asked: VetRequest): Situation => ({
    asked,
    facts: factsOf(asked, judge),
    rules: rulebook.rulesOn(day, asked.message.channel),
  });
  const situationAt = (instant: Instant, question: Question, known = request): Situation =>
    situationOf(requestAsOf(known, instant, question));
  const judge: RecordJudge = {
    faultsOf: (record, instant, question) => {
      const situation = situationAt(instant, question);
      const { asked } = situation;
      return faultsIn(
        situation,
        record.kind === 'consent' ? consentBasis(record, asked, judge) : customerBasis(record, asked, judge),
      );
    },
    holds: (record, instant, question) =>
      heldOnce([record.id, instant, question], () => judge.faultsOf(record, instant, question).length === 0),
    supported: (record) => {
      const { standing, formOf } = request;
      const questions = standing === undefined ? [] : questionsOn(record, { standing, formOf });
      return questions.some((each) => judge.holds(record, dateOf(record), each));
    },
    basesThatHold: (question) => {
      const now = situationOf({ ...requestAsOf(request, request.at, question), standing: request.standing });
      return now.facts.bases.filter((basis) => supports(now, basis));
    },
    mayWrite: (instant, question) =>
      writtenOnce([instant, question], () => {
        const then = situationAt(instant, question, informedBefore(request, instant));
        return !isOpposed(then.facts) && then.facts.bases.some((basis) => supports(then, basis));
      }),
    mayCall: (instant) =>
      CALLS.some((channel) =>
        calledOnce([instant, channel], () => {
          const question = { channel, purpose: 'own-offers', offerCategory: NO_OFFER } as const;
          const then = situationAt(instant, question, informedBefore(request, instant));
          const { asked, facts } = then;
          // The private person is asked about, whatever a consent to calls would say to the professional.
          const isPrivate = request.callsAreReadAsBefore === true ? {} : { isPrivate: true as const };
          const holds = (basis: BasisFacts) =>
            allowsCalls(basis, channel, instant, request) && supports(then, { ...basis, ...isPrivate });
          const isFree = isUnderContract(asked) || isCallAgreedTo(asked);
          return !isOpposed(facts) && (isFree || facts.bases.some(holds));
        }),
      ),
  };
  return judge;
};
