import { isFreeMail, isRoleAddress } from '#shared/domain/contact/address-facts.ts';
import type { CollectionSource, DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { type BasisFacts, faultless } from './basis.ts';

const SOURCES = {
  'data-subject': 'person',
  'public-source': 'public',
  'third-party': 'third-party',
  guessed: 'guessed',
  scraped: 'scraped',
} as const satisfies Record<CollectionSource, BasisFacts['addressSource']>;

/** Unknown: as if it came from a third party, whose first message must name the source (D2). */
const sourceOf = (declared: DeclaredFacts): BasisFacts['addressSource'] =>
  SOURCES[declared.profession?.source?.kind ?? declared.source ?? 'third-party'];

/**
 * A professional is shown by declaration, but not on a free mailbox without a registry number, nor a sole trader
 * without one (FR-B2B-3); a legal person's named addresses are read as professionals' (FR-B2B-2).
 */
const isProfessional = ({ address }: VetRequest, { kind, organisation }: DeclaredFacts): boolean => {
  if (kind === undefined || kind === 'consumer') return false;
  return organisation?.siren !== undefined || (kind !== 'sole-trader' && !isFreeMail(address));
};

const concernsTheFunction = (request: VetRequest, declared: DeclaredFacts): boolean => {
  const held = declared.profession?.function;
  return request.advertiser.professionalOffers.some(
    (offer) => offer.function === held && offer.offered.includes(request.message.offerCategory),
  );
};

const wasInformed = ({ at }: VetRequest, { profession }: DeclaredFacts): boolean =>
  profession?.noticeGivenAt !== undefined &&
  profession.noticeGivenAt <= at &&
  profession.refusalOfferedAt !== undefined &&
  profession.refusalOfferedAt <= at;

/** A professional's interest, as declared of the contact (FR-B2B-1). */
export const professionalBasis = (request: VetRequest, declared: DeclaredFacts): BasisFacts => {
  const addressSource = sourceOf(declared);
  return {
    ...faultless('professional-interest'),
    coversPurpose: request.message.purpose === 'own-offers',
    capacityIsShown: isProfessional(request, declared),
    concernsTheFunction: concernsTheFunction(request, declared),
    professionalWasInformed: wasInformed(request, declared),
    addressSource,
    cameIndirectly: addressSource !== 'person',
  };
};

/** A generic address of a legal person, out of the scope of consent (FR-B2B-2). */
export const legalPersonBasis = (request: VetRequest, declared: DeclaredFacts): BasisFacts => ({
  ...faultless('legal-person'),
  capacityIsShown: isRoleAddress(request.address),
  legalForm: declared.organisation?.legalForm,
  addressSource: sourceOf({ source: 'public-source', ...declared }),
});
