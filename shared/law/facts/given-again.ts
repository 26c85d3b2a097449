import type { Consent } from '#shared/domain/consent/consent.ts';
import { isOfTheSame } from '#shared/domain/consent/given-again.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { isOutsideReconstruction } from './evidence.ts';

/**
 * What is asked with the earlier consents that still count beside those that replaced them in the ledger: a consent that was given again outside
 * the days which its rebuilt form covers shows nothing (PROOF-1, D9), and so takes nothing away. The ledger keeps the first of what was
 * replaced alone: one between two others that show nothing is not known.
 */
export const withEarlierConsents = <Asked extends Pick<VetRequest, 'standing' | 'formOf'>>(request: Asked): Asked => {
  const { standing, formOf } = request;
  if (standing?.givenBefore === undefined) return request;
  const isOutside = ({ form, givenAt }: Consent): boolean => {
    const version = form && formOf(form);
    return version !== undefined && isOutsideReconstruction(givenAt, version);
  };
  const outside = standing.consents.filter(isOutside);
  const earlier = standing.givenBefore.filter(
    (first) => !isOutside(first) && outside.some((later) => isOfTheSame(later, first)),
  );
  return earlier.length === 0
    ? request
    : { ...request, standing: { ...standing, consents: [...standing.consents, ...earlier] } };
};
