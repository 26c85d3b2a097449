import { type CollectionSource, collectionSourceOf, type DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import type { ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { wasOfferedSince } from '#shared/domain/sending/offers-sent.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { wasSoldToWrongAddress } from '../readings/wrong-address.ts';
import { type BasisFacts, faultless } from './basis.ts';
import { type Judge, NO_OFFER } from './judge.ts';
import { isCancelled, professionalKept } from './kept.ts';
import {
  believedKind,
  concernsTheFunction,
  isHouseAddress,
  isOfTheHouse,
  type Recipient,
  shownForm,
} from './recipient.ts';

const SOURCES = {
  'data-subject': 'person',
  'public-source': 'public',
  'third-party': 'third-party',
  guessed: 'guessed',
  scraped: 'scraped',
} as const satisfies Record<CollectionSource, BasisFacts['addressSource']>;

/** Unknown: as if it came from a third party, whose first message must name the source (D2). */
const sourceOf = (declared: DeclaredFacts): BasisFacts['addressSource'] => SOURCES[collectionSourceOf(declared)];

const dayOf = (at: Instant): string => dayInParis(millisecondsOf(at));

/**
 * Whoever gave the address was informed when it was collected, on that day at the latest (FR-B2B-1); of one that came from
 * elsewhere, the person was informed before the message (D18). A collection without a date shows nothing.
 */
const cameInTime = (informedAt: Instant | undefined, { at }: VetRequest, declared: DeclaredFacts): boolean => {
  if (informedAt === undefined || informedAt > at) return false;
  if (collectionSourceOf(declared) !== 'data-subject') return true;
  const collectedAt = declared.profession?.source?.collectedAt;
  return collectedAt !== undefined && dayOf(informedAt) <= dayOf(collectedAt);
};

const wasInformed = (request: VetRequest, declared: DeclaredFacts): boolean =>
  cameInTime(declared.profession?.noticeGivenAt, request, declared) &&
  cameInTime(declared.profession?.refusalOfferedAt, request, declared);

/** The information and the refusal are on record, and the day of the collection, at which they were to be given, is not. */
const dayOfCollectionIsMissing = ({ at }: VetRequest, declared: DeclaredFacts): true | undefined => {
  const { noticeGivenAt, refusalOfferedAt, source } = declared.profession ?? {};
  const wasEver = [noticeGivenAt, refusalOfferedAt].every((given) => given !== undefined && given <= at);
  return (wasEver && collectionSourceOf(declared) === 'data-subject' && source?.collectedAt === undefined) || undefined;
};

/** More than a word shows that the person is no consumer. */
export const isShownProfessional = (request: Recipient): boolean => believedKind(request) !== 'consumer';

/** Nothing else is said of who it is: then nothing that is shown makes it a professional. */
const isConsumerByWord = ({ kind }: DeclaredFacts): boolean => kind === undefined || kind === 'consumer';

/** A professional's interest, as declared of the contact (FR-B2B-1). */
export const professionalBasis = (request: VetRequest, declared: DeclaredFacts, judge: Judge): BasisFacts => {
  const addressSource = sourceOf(declared);
  return {
    ...faultless('professional-interest'),
    ...professionalKept(request, judge),
    coversPurpose: request.message.purpose === 'own-offers',
    capacityIsShown: isShownProfessional(request),
    capacityLacks: !isShownProfessional(request) && isConsumerByWord(declared) ? 'kind' : undefined,
    concernsTheFunction: concernsTheFunction(request, request.message.offerCategory),
    ...(declared.profession?.function === undefined ? { functionIsNotRecorded: true } : {}),
    ...(concernsTheFunction(request, NO_OFFER) ? {} : { noOfferConcernsTheFunction: true }),
    professionalWasInformed: wasInformed(request, declared),
    dayOfCollectionIsMissing: dayOfCollectionIsMissing(request, declared),
    addressSource,
    cameIndirectly: addressSource !== 'person',
    wasOfferedSince: wasOfferedSince(request.sends, declared.profession?.source?.collectedAt) || undefined,
  };
};

/** A generic address of a known organisation; or a legal person's other address, when no professional is declared there. */
export const speaksOfLegalPerson = (request: Recipient, { kind, organisation, profession }: DeclaredFacts): boolean =>
  kind === 'legal-person'
    ? profession === undefined || isHouseAddress(request)
    : organisation !== undefined && isHouseAddress(request);

/** Its general address, or any number that more than a word shows to be its own; that a mobile is a human's, `isAHumans` says. */
export const isShownLegalPerson = (request: Recipient): boolean =>
  isHouseAddress(request) || (!request.address.includes('@') && believedKind(request) === 'legal-person');

/** A number that nobody says to be a legal person's, or a mailbox that is not its general one; `undefined`: nothing shows in what capacity it is used, or all is there. */
const lackOfLegalPerson = (request: Recipient, { kind }: DeclaredFacts): BasisFacts['capacityLacks'] => {
  if (isShownLegalPerson(request)) return undefined;
  if (request.address.includes('@')) return 'general-address';
  return kind === 'legal-person' ? undefined : 'kind';
};

/** Own offers, or those of a partner that the message names. */
const isOwnOrNamed = ({ purpose, partner }: ProposedMessage): boolean =>
  purpose === 'own-offers' || (purpose === 'partner-offers' && partner !== undefined);

/** A generic address of a legal person, or its number, out of the scope of consent (FR-B2B-2). */
export const legalPersonBasis = (request: VetRequest, declared: DeclaredFacts): BasisFacts => ({
  ...faultless('legal-person'),
  coversPurpose: isOwnOrNamed(request.message),
  capacityIsShown: isShownLegalPerson(request),
  capacityLacks: lackOfLegalPerson(request, declared),
  legalForm: shownForm(request),
  isAHumans: !isOfTheHouse(request) || undefined,
  addressSource: sourceOf({ source: 'public-source', ...declared }),
});

/** How the address of a human came, where that was unfair (art. 226-18 C. pén.). */
export interface GatheredFacts {
  /** It was guessed, or a program gathered it, and no act of its person is on record; `undefined`: neither, or it is a house's. */
  readonly gatheredUnfairly?: 'guessed' | 'scraped' | undefined;
  /** It was guessed or gathered, and its person gave it by no purchase of the advertiser's own and no consent that counted on its day. */
  readonly gatheredAndNotGiven?: 'guessed' | 'scraped' | undefined;
}

/** A purchase of the advertiser's own, by which its person gave this address. */
const gaveAddress = (sale: Sale, request: VetRequest): boolean =>
  (sale.sellerSiren ?? request.advertiser.siren) === request.advertiser.siren &&
  sale.coordinatesFrom === 'data-subject' &&
  !isCancelled(sale, request.at) &&
  !wasSoldToWrongAddress(sale, request) &&
  isUnaltered(sale);

/** How the address came, and whether its person gave it since: a consent that supported nothing on its day is no other origin. */
export const gatheredFacts = (request: VetRequest, judge: Judge): GatheredFacts => {
  const { declared = {}, consents = [], sales = [] } = request.standing ?? {};
  const source = collectionSourceOf(declared);
  const isOfAHouse = isHouseAddress(request) || (believedKind(request) === 'legal-person' && isOfTheHouse(request));
  if ((source !== 'guessed' && source !== 'scraped') || isOfAHouse) return {};
  const given = consents.filter(({ givenAt }) => givenAt <= request.at);
  const sold = sales.filter(({ soldAt }) => soldAt <= request.at);
  const hasGiven = sold.some((sale) => gaveAddress(sale, request)) || given.some((each) => judge.supported(each));
  return {
    ...(given.length === 0 && sold.length === 0 ? { gatheredUnfairly: source } : {}),
    ...(hasGiven ? {} : { gatheredAndNotGiven: source }),
  };
};
