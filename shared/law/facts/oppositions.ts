import type { Consent } from '#shared/domain/consent/consent.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import {
  comesAfter,
  coversUse,
  isOwnAct,
  NOT_OWN_ACTS,
  type NotOwnAct,
  whyNotOwnAct,
} from '#shared/domain/opposition/lifting.ts';
import type { Opposition, OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { BasisFacts } from './basis.ts';
import { type Judge, NO_OFFER, questionOf } from './judge.ts';

/** The oppositions in force against one message. */
export interface OppositionFacts {
  /** The latest of each scope, by its id; `undefined`: none, or lifted. */
  readonly globalOpposition: string | undefined;
  readonly channelOpposition: string | undefined;
  readonly purposeOpposition: string | undefined;
  /** The one that came after this message was already allowed. */
  readonly oppositionAfterVerdict: string | undefined;
  /**
   * The latest to everything, before this message was allowed, whatever was agreed to since: a consent is to offers, and lifts
   * nothing of what is asked of a relational message (OPP-4: within its own scope).
   */
  readonly everythingRefused: string | undefined;
  /**
   * In the same way, the latest of a narrower scope than all that was given by means which a relational message carried; before
   * this message was allowed, and of any scope after.
   */
  readonly relationalOpposition: string | undefined;
  readonly relationalOppositionAfterVerdict: string | undefined;
  /** A consent later than the last opposition in force, which it cannot lift (OPP-4). */
  readonly consentThatLiftsNothing: string | undefined;
  /** Why such consents are no acts of the person that lift one; absent: they are, or there is none. */
  readonly whyItLiftsNothing?: readonly NotOwnAct[] | undefined;
  /** The restriction of its use that is in force, by its id; `undefined`: none, or lifted (GDPR art. 18). */
  readonly restriction?: string | undefined;
}

/** A consent that held on the day it was given and still counts, in its own channel and purpose, and is an act of the person (OPP-4). */
const couldLift = (basis: BasisFacts, consent: Consent, { message, advertiser }: VetRequest, judge: Judge): boolean =>
  basis.state === 'given' &&
  isOwnAct(consent, advertiser.siren) &&
  judge.holds(consent, consent.givenAt, { ...questionOf(message), offerCategory: NO_OFFER });

const isLater = (consent: Consent, opposition: Opposition): boolean =>
  millisecondsOf(consent.givenAt) > millisecondsOf(opposition.occurredAt);

/** The latest of the oppositions in force, by ledger position, not by a clock. */
const latestOf = (oppositions: readonly Opposition[]): string | undefined =>
  oppositions.toSorted((one, other) => other.seq - one.seq)[0]?.id;

/** What the recorded oppositions say of this message, once later consents have lifted what they can. */
export const oppositionFacts = (
  request: VetRequest,
  consents: readonly { readonly consent: Consent; readonly basis: BasisFacts }[],
  judge: Judge,
): OppositionFacts => {
  const covering = (request.standing?.oppositions ?? []).filter(({ of }) => coversUse(of, request.message));
  const lifting = (covering.length === 0 ? [] : consents).filter(({ consent, basis }) =>
    couldLift(basis, consent, request, judge),
  );
  const inForce = covering.filter((opposition) => !lifting.some(({ consent }) => comesAfter(consent, opposition)));
  const { allowedAtSeq } = request;
  const isAfterVerdict = ({ seq }: Opposition) => allowedAtSeq !== undefined && seq > allowedAtSeq;
  const latestIn = (oppositionScope: OppositionScope['scope']) =>
    latestOf(inForce.filter((each) => each.of.scope === oppositionScope && !isAfterVerdict(each)));
  const pretended = consents.filter(
    ({ consent, basis }) =>
      basis.channel !== 'not-named' &&
      basis.coversPurpose &&
      inForce.length > 0 &&
      inForce.every((each) => isLater(consent, each)),
  );
  const notOwn = new Set(pretended.flatMap(({ consent }) => whyNotOwnAct(consent, request.advertiser.siren)));
  const because = NOT_OWN_ACTS.filter((each) => notOwn.has(each));
  return {
    globalOpposition: latestIn('global'),
    channelOpposition: latestIn('channel'),
    purposeOpposition: latestIn('purpose'),
    oppositionAfterVerdict: latestOf(inForce.filter(isAfterVerdict)),
    everythingRefused: latestOf(covering.filter((each) => each.of.scope === 'global' && !isAfterVerdict(each))),
    relationalOpposition: latestOf(
      covering.filter((each) => each.coversRelational && each.of.scope !== 'global' && !isAfterVerdict(each)),
    ),
    relationalOppositionAfterVerdict: latestOf(
      covering.filter((each) => isAfterVerdict(each) && (each.coversRelational || each.of.scope === 'global')),
    ),
    consentThatLiftsNothing: pretended[0]?.consent.id,
    ...(because.length === 0 ? {} : { whyItLiftsNothing: because }),
    restriction: request.standing?.restrictions?.[0],
  };
};
