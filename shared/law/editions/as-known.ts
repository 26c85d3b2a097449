import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { BasisFacts } from '../facts/basis.ts';
import type { Facts } from '../facts/facts.ts';
import { isBefore } from './edition.ts';

/** Since this edition a verdict says each fault of one code, and its facts say more of some. */
export const SAYS_EACH_FAULT = '2026-11-30.5';

/** A form that was approved after the act was said to be of another time, as one rebuilt is. */
export const APPROVED_LATER = '/form/approver/approvedAt';
/** What is missing, as editions before said it. */
export const missingBefore = (pointer: string): string =>
  pointer === APPROVED_LATER ? '/form/reconstruction' : pointer;

const basisBefore = ({
  otherFaultyMechanisms: _others,
  partnersNotNamed: _partners,
  refusalIsNotRecorded: _refusal,
  functionIsNotRecorded: _function,
  capacityLacks: _capacity,
  dayOfCollectionIsMissing: _day,
  ...known
}: BasisFacts): BasisFacts => ({ ...known, missing: known.missing.map(missingBefore) });

/**
 * Since this edition a number of Jersey is no British one, Åland is of Finland, a verdict says which French rules are not shown to hold where the
 * person lives, and facts say that a form names other partners.
 */
export const KNOWS_WHERE = '2026-12-01';

/** Since this edition a call to a professional fetches nothing of the private person (L. 223-1, al. 1). */
const KNOWS_WHO_IS_CALLED = '2026-12-01.3';

/** What is asked, as an edition read whose address it is, and where: general addresses were fewer, and of no one but who was declared. */
export const asReadIn = (edition: string, request: VetRequest): VetRequest => {
  if (!isBefore(edition, KNOWS_WHO_IS_CALLED)) return request;
  const called = { ...request, callsAreReadAsBefore: true as const };
  if (!isBefore(edition, KNOWS_WHERE)) return called;
  const asked = { ...called, countryIsReadAsBefore: true as const };
  return isBefore(edition, SAYS_EACH_FAULT) ? { ...asked, isReadAsBefore: true } : asked;
};

/** Since this edition a verdict says that a change of address ended a consent, and judges what a call fetched by L. 223-1, al. 1. */
const SAYS_WHO_MOVED = '2026-11-30.7';

const beforeOtherPartners = ({ formNamesOthers: _others, ...known }: BasisFacts): BasisFacts => known;
const beforeMovesAndCalls = ({ endedBecause: _because, wasDrawnByCall: _call, ...known }: BasisFacts): BasisFacts =>
  known;

/**
 * Since this edition a refusal for want of a basis says what is not on record of a mailbox that may need no consent or
 * how an address came that may not be used.
 */
const SAYS_WHOSE = '2026-12-01.2';

/** Since this edition a relational message to an address that was scraped or guessed asks whether its person gave it since. */
const ASKS_WHO_GAVE_IT = '2026-12-01.3';

/** Since this edition the first reason of a refusal is one that refuses, and facts say that no offer concerns a function. */
const REFUSES_FIRST = '2026-12-01.4';

/** Whether an edition gave the reasons of a refusal in their order alone, also where one that waits for a human came first. */
export const mixesReasons = (edition: string): boolean => isBefore(edition, REFUSES_FIRST);

/** Nor did facts say what is wrong with the refusal that a checkout offers. */
const beforeQuestions = ({
  noOfferConcernsTheFunction: _offers,
  refusalFault: _fault,
  ...known
}: BasisFacts): BasisFacts => known;

/** Facts as an edition knew them: what is only said of a fault, and decides nothing, is not in the hash of its verdicts (P4). */
export const asKnownIn = (edition: string, now: Facts): Facts => {
  if (!isBefore(edition, REFUSES_FIRST)) return now;
  const asked = { ...now, bases: now.bases.map(beforeQuestions) };
  if (!isBefore(edition, ASKS_WHO_GAVE_IT)) return asked;
  const { gatheredAndNotGiven: _given, ...known } = asked;
  if (!isBefore(edition, SAYS_WHOSE)) return known;
  const { notSaidOfAddress: _whose, gatheredUnfairly: _how, ...facts } = known;
  if (!isBefore(edition, KNOWS_WHERE)) return facts;
  const others = facts.bases.map(beforeOtherPartners);
  if (!isBefore(edition, SAYS_WHO_MOVED)) return { ...facts, bases: others };
  const bases = others.map(beforeMovesAndCalls);
  if (!isBefore(edition, SAYS_EACH_FAULT)) return { ...facts, bases };
  const { whyItLiftsNothing: _why, sensitiveUseLacks: _lacks, ...saidOfAll } = facts;
  return { ...saidOfAll, bases: bases.map(basisBefore) };
};
