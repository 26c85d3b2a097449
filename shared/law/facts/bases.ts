import { namesOf } from '#shared/domain/advertiser/advertiser.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { useLack } from '../readings/wording/use-said.ts';
import { legalPersonBasis, professionalBasis, speaksOfLegalPerson } from './address-basis.ts';
import type { BasisFacts } from './basis.ts';
import { consentBasis } from './consent-basis.ts';
import { customerBasis, customerWithoutSale } from './customer-basis.ts';
import { type Judge, NO_OFFER, questionOf } from './judge.ts';

const declaredBases = (request: VetRequest, declared: DeclaredFacts, judge: Judge): BasisFacts[] => [
  ...(declared.profession === undefined ? [] : [professionalBasis(request, declared, judge)]),
  ...(speaksOfLegalPerson(request, declared) ? [legalPersonBasis(request, declared)] : []),
];

/** What a stated basis looks like when nothing of it is recorded; a consent is then simply missing. */
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
 * Every basis of which a record exists, or those of the kind that the message states (D21); and each consent with its
 * basis, whatever is stated, since consents also lift oppositions.
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

/**
 * Whether a consent that holds for this very message was given on a form whose wording names the use outright (GDPR 9(2)(a)). Where none
 * was, `sensitiveUseLacks` is what the form of the latest lacks that says anything of the category.
 */
export const sensitiveUse = ({ at, message, standing, formOf, advertiser }: VetRequest, judge: Judge) => {
  const question = { ...questionOf(message), offerCategory: NO_OFFER };
  const names = namesOf(advertiser);
  const said = (standing?.consents ?? []).flatMap((consent) => {
    const form = consent.form && formOf(consent.form);
    if (form === undefined || consent.givenAt > at) return [];
    const lack = useLack(form, message.offerCategory, names);
    return lack === 'unsaid' || !judge.holds(consent, at, question) ? [] : [lack];
  });
  const hasExplicitConsentToSensitiveUse = said.includes(undefined);
  const sensitiveUseLacks = hasExplicitConsentToSensitiveUse ? undefined : said.at(-1);
  return { hasExplicitConsentToSensitiveUse, ...(sensitiveUseLacks === undefined ? {} : { sensitiveUseLacks }) };
};
