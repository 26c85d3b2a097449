import type { Consent } from '#shared/domain/consent/consent.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { legalPersonBasis, professionalBasis, speaksOfLegalPerson } from './address-basis.ts';
import type { BasisFacts } from './basis.ts';
import { consentBasis } from './consent-basis.ts';
import { customerBasis, customerWithoutSale } from './customer-basis.ts';
import type { Judge } from './judge.ts';

const declaredBases = (request: VetRequest, declared: DeclaredFacts, judge: Judge): BasisFacts[] => [
  ...(declared.profession === undefined ? [] : [professionalBasis(request, declared, judge)]),
  ...(speaksOfLegalPerson(request, declared) ? [legalPersonBasis(request, declared)] : []),
];

/** What a claimed basis looks like when nothing of it is recorded; a consent is then simply missing. */
const unrecorded = (
  statedBasis: BasisKind,
  request: VetRequest,
  declared: DeclaredFacts,
  judge: Judge,
): BasisFacts[] => {
  if (statedBasis === 'existing-customer') return [customerWithoutSale()];
  if (statedBasis === 'professional-interest') return [professionalBasis(request, declared, judge)];
  return statedBasis === 'legal-person' ? [legalPersonBasis(request, declared)] : [];
};

/**
 * Every basis of which a record exists, or those of the kind that the message claims (D21); and each consent with its
 * basis, whatever is claimed, since consents also lift oppositions.
 */
export const basesOf = (
  request: VetRequest,
  judge: Judge,
): { bases: readonly BasisFacts[]; consents: readonly { consent: Consent; basis: BasisFacts }[] } => {
  const { standing } = request;
  const declared = standing?.declared ?? {};
  const consents =
    standing?.consents
      .filter(({ givenAt }) => givenAt <= request.at)
      .map((consent) => ({ consent, basis: consentBasis(consent, request, judge) })) ?? [];
  const sales = standing?.sales.filter(({ soldAt }) => soldAt <= request.at) ?? [];
  const all = [
    ...consents.map(({ basis }) => basis),
    ...sales.map((sale) => customerBasis(sale, request, judge)),
    ...declaredBases(request, declared, judge),
  ];
  const { basis: statedBasis } = request.message;
  if (statedBasis === undefined) return { bases: all, consents };
  const named = all.filter(({ kind }) => kind === statedBasis);
  return { bases: named.length > 0 ? named : unrecorded(statedBasis, request, declared, judge), consents };
};
