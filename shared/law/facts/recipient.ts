import { isRoleAddress, wasRoleAddress } from '#shared/domain/contact/address-facts.ts';
import {
  type CollectionSource,
  type ContactKind,
  collectionSourceOf,
  isFirmOfOne,
  type Organisation,
} from '#shared/domain/contact/contact.ts';
import { isFrenchMobile } from '#shared/domain/contact/phone/national-number.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { isOwnPurchaseAsProfessional } from '../readings/purchase.ts';
import { isOfWrongAddress, wasSoldToWrongAddress } from '../readings/wrong-address.ts';
import { NO_OFFER } from './judge.ts';

/** Whose address it is, and what is on record of them; `advertiser`: who writes to them, and who may have sold to them. */
export type Recipient = Pick<
  VetRequest,
  'at' | 'knownAt' | 'standing' | 'address' | 'isPublicMailbox' | 'isReadAsBefore'
> & {
  readonly advertiser: Pick<VetRequest['advertiser'], 'siren' | 'professionalOffers'>;
};

/** What the law asks of the capacity in which the recipient is written to: a kind other than consumer is believed when shown (FR-B2B-3). */
export interface RecipientFacts {
  /** Unknown kind, or one that nothing shows: a consumer, never a refusal by itself (D2). */
  readonly isConsumer: boolean;
  /** Declared to be something else than a consumer, and nothing shows it. */
  readonly kindIsNotShown: boolean;
  /** The generic address of a legal person, or its number that is no mobile: what it opposes is honoured by a house rule. */
  readonly isRoleAddressOfLegalPerson: boolean;
  /**
   * What nobody said of a mailbox at a host that is no public one: whose general address it is, or in what capacity its reader is written to.
   * `undefined`: a basis is recorded, the kind or that it is a child's is declared, no such mailbox, or one that was guessed or scraped.
   */
  readonly notSaidOfAddress?: 'organisation-not-recorded' | 'quality-not-recorded' | undefined;
}

/** Whether the reader of a test agreed to receive tests. */
export interface TestFacts {
  /** `undefined`: the message is no test. Nothing recorded: `never`. */
  readonly test?: 'agreed' | 'never' | 'withdrawn' | 'under-15' | 'given-under-15' | 'not-shown' | undefined;
}

/** A purchase made as a professional by who reads the address, which is a sale of the advertiser's own and was not cancelled. */
const showsProfession = (sale: Sale, request: Recipient): boolean =>
  isOwnPurchaseAsProfessional(sale, request.advertiser.siren) &&
  sale.soldAt <= request.at &&
  !wasSoldToWrongAddress(sale, request) &&
  isUnaltered(sale);

/** Something was sold to whoever this is, in a professional capacity. */
const boughtAsProfessional = (request: Recipient): boolean =>
  request.standing?.sales.some((sale) => showsProfession(sale, request)) ?? false;

const isAtOwnHost = ({ address, isPublicMailbox }: Recipient): boolean => address.includes('@') && !isPublicMailbox;

/** Something else than the advertiser's word: a registry number, an address at a host of its own, or a purchase. */
const kindIsShown = (request: Recipient): boolean =>
  request.standing?.declared.organisation?.siren !== undefined || isAtOwnHost(request) || boughtAsProfessional(request);

/**
 * A firm that may be one person is believed without more; anything milder when a SIREN shows it, or a purchase in that capacity (L5); of an
 * association its number in the register of associations, in which nothing else is. Its own host shows a capacity and no form, and where
 * the form is said to be known from is the advertiser's word.
 */
export const shownForm = (request: Recipient): Organisation['legalForm'] => {
  const { siren, rna, legalForm } = request.standing?.declared.organisation ?? {};
  const isInARegister = siren !== undefined || (rna !== undefined && legalForm === 'association');
  return isFirmOfOne(legalForm) || isInARegister || boughtAsProfessional(request) ? legalForm : undefined;
};

/** The general address of an organisation that is shown to be a legal person, and no firm of one. */
const isOfShownLegalPerson = (request: Recipient): boolean => {
  const form = shownForm(request);
  return form !== undefined && !isFirmOfOne(form) && isHouseAddress(request);
};

/**
 * What is said of the recipient. The general address of a legal person is that legal person's, whoever reads it (FR-B2B-2). Who trades alone
 * is a human being there too, and behind a form that nothing shows there may be one (D2).
 */
const declaredKind = (request: Recipient): ContactKind => {
  const kind = request.standing?.declared.kind ?? 'consumer';
  return request.isReadAsBefore !== true && kind !== 'sole-trader' && isOfShownLegalPerson(request)
    ? 'legal-person'
    : kind;
};

/** What the recipient is believed to be. */
export const believedKind = (request: Recipient): ContactKind =>
  kindIsShown(request) ? declaredKind(request) : 'consumer';

/** Whether this offer concerns the function that is on record; no goods in particular: whether any offer does. */
export const concernsTheFunction = ({ advertiser, standing }: Recipient, offerCategory: string): boolean => {
  const held = standing?.declared.profession?.function;
  return advertiser.professionalOffers.some(
    ({ function: concerned, offered }) =>
      concerned === held && (offerCategory === NO_OFFER || offered.includes(offerCategory)),
  );
};

/** `contact@`, `info@` and the like at a host that is the house's own (FR-B2B-2). */
export const isHouseAddress = (request: Recipient): boolean =>
  isAtOwnHost(request) && (request.isReadAsBefore === true ? wasRoleAddress : isRoleAddress)(request.address);

/** The same, or a telephone number that is no mobile: those are in somebody's hands. */
export const isOfTheHouse = (request: Recipient): boolean =>
  request.address.includes('@') ? isHouseAddress(request) : !isFrenchMobile(request.address);

/**
 * A legal person acts by its general address or number; a named mailbox or a mobile is a human's (FR-B2B-2), and so is what a firm of one
 * has, whose owner it may be.
 */
const actsAsLegalPerson = (request: Recipient): boolean => {
  const form = request.standing?.declared.organisation?.legalForm;
  return believedKind(request) === 'legal-person' && isOfTheHouse(request) && !isFirmOfOne(form);
};

/**
 * A consent of a human being who is no consumer, to what does not concern the function that is on record: nothing else says that it was given
 * in that capacity, and nobody is prospected as a professional for anything else (FR-B2B-1).
 */
export const agreedPrivately = (request: Recipient, offerCategory: string): true | undefined => {
  const isHuman = believedKind(request) !== 'consumer' && !actsAsLegalPerson(request);
  return (isHuman && !concernsTheFunction(request, offerCategory)) || undefined;
};

/**
 * A purchase of one who is no consumer, made as one: said so, or said nothing of by a human being, who is a consumer where nobody knows
 * (D2). A legal person buys as nothing else.
 */
export const boughtPrivately = (request: Recipient, { boughtAs }: Sale): true | undefined => {
  const isSo = boughtAs === 'consumer' || (boughtAs === undefined && !actsAsLegalPerson(request));
  return (believedKind(request) !== 'consumer' && isSo) || undefined;
};

/** By an address that nobody may use, nobody is written to as a professional. */
const MAY_NOT_BE_USED: readonly CollectionSource[] = ['guessed', 'scraped'];

/** What nobody said of the address: of somebody of whom no basis is recorded. */
const notSaidOfAddress = (request: Recipient): RecipientFacts['notSaidOfAddress'] => {
  const declared = request.standing?.declared ?? {};
  if (declared.kind !== undefined || declared.ageBand === 'under-15' || !isAtOwnHost(request)) return undefined;
  if (isHouseAddress(request)) return 'organisation-not-recorded';
  return MAY_NOT_BE_USED.includes(collectionSourceOf(declared)) ? undefined : 'quality-not-recorded';
};

export const recipientFacts = (request: VetRequest, bases: readonly unknown[]): RecipientFacts => {
  const kind = believedKind(request);
  return {
    isConsumer: kind === 'consumer',
    kindIsNotShown: kind !== declaredKind(request),
    isRoleAddressOfLegalPerson: kind === 'legal-person' && isOfTheHouse(request),
    notSaidOfAddress: bases.length === 0 ? notSaidOfAddress(request) : undefined,
  };
};

/**
 * Given while the person was declared to be under fifteen, who is not any more; a parent agrees together with a child, and
 * one who agrees when the child has grown up agrees with nobody (art. 45 LIL, al. 2).
 */
export const wasGivenByAChildAlone = (givenAt: Instant, { standing, at }: VetRequest): boolean => {
  if (standing?.childUntil === undefined || standing.declared.ageBand === 'under-15') return false;
  const agreedAt = standing.declared.parentalConsent?.agreedAt;
  const aParentAgreed = agreedAt !== undefined && agreedAt < standing.childUntil && agreedAt <= at;
  return givenAt < standing.childUntil && !aParentAgreed;
};

/** Who is under fifteen agrees together with a holder of parental authority (LIL, art. 45); nothing but evidence shows it. */
const agreementToTests = (request: VetRequest): NonNullable<TestFacts['test']> => {
  const { testsAgreed, ageBand, parentalConsent } = request.standing?.declared ?? {};
  if (testsAgreed === undefined || testsAgreed.agreedAt > request.at) return 'never';
  if (isOfWrongAddress(request, testsAgreed.agreedAt)) return 'never';
  if (testsAgreed.endedAt !== undefined) return 'withdrawn';
  const isChildAlone = parentalConsent === undefined || parentalConsent.agreedAt > request.at;
  if (ageBand === 'under-15' && isChildAlone) return 'under-15';
  if (wasGivenByAChildAlone(testsAgreed.agreedAt, request)) return 'given-under-15';
  return testsAgreed.evidence === undefined ? 'not-shown' : 'agreed';
};

export const testFacts = (request: VetRequest): TestFacts =>
  request.message.isTest === undefined ? {} : { test: agreementToTests(request) };
