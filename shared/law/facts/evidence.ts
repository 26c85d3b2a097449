import type { ConsentFacts } from '#shared/domain/consent/consent.ts';
import type { CollectionMode, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { SaleFacts } from '#shared/domain/sale/sale.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { Day } from '#shared/domain/time/day.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { isFreelyOffered } from '../readings/wording/refusal-offered.ts';

type WithProof = Pick<ConsentFacts, 'form' | 'proof' | 'givenAt'> & { readonly observed?: boolean };

/** Modes in which one person's act leaves its own trace, which must be on file (D9). */
const NEEDS_A_PROOF_OF_THE_ACT: readonly CollectionMode[] = ['paper', 'recorded-call', 'till-spoken', 'hosted'];

/** A page of ours, on which we saw the act: it shows itself. That a form is said to be hosted shows nothing. */
const showsItself = ({ mode }: FormVersion, wasSeenByUs: boolean): boolean => mode === 'hosted' && wasSeenByUs;

const missingOfForm = (form: FormVersion, wasSeenByUs: boolean): string[] => {
  const missing: string[] = [];
  if (form.mechanism === undefined) missing.push('/form/mechanism');
  if (form.defaultState === undefined && needsDefaultState(form)) missing.push('/form/defaultState');
  if (form.shown === undefined && !showsItself(form, wasSeenByUs)) missing.push('/form/shown');
  if (form.notice === undefined) missing.push('/form/notice');
  // Deceptive design is for a human to see (FR-CONSENT-3): somebody looked at every version that counts.
  if (form.approver === undefined) missing.push('/form/approver');
  return missing;
};

/** A box or a choice has a state before the person acts; a signature, a spoken yes or a hosted form has none to show. */
const needsDefaultState = (form: FormVersion): boolean =>
  ['web', 'app', 'till-screen'].includes(form.mode) &&
  form.mechanism !== 'signature' &&
  form.mechanism !== 'spoken-yes';

const isDay = (text: string): boolean => Day.safeParse(text).success;

/** The days of a period are those of Paris, as everywhere in the law. What begins or ends on no day is no period. */
export const isOutsideReconstruction = (actAt: Instant, { reconstruction }: FormVersion): boolean => {
  if (reconstruction === undefined) return false;
  const { from, until } = reconstruction;
  const day = dayInParis(millisecondsOf(actAt));
  return !isDay(from) || !isDay(until) || day < from || day > until;
};

/**
 * Approved on a later day than the act, and not said to be rebuilt: the version is of another time, and shows nothing of that day (GDPR
 * 7(1), PROOF-1; D9). A day that nobody said contradicts nothing: the advertiser answers for what it declares was shown.
 */
const isApprovedLater = (actAt: Instant, { approver, reconstruction }: FormVersion): boolean => {
  if (reconstruction !== undefined || approver?.approvedAt === undefined) return false;
  return dayInParis(millisecondsOf(approver.approvedAt)) > dayInParis(millisecondsOf(actAt));
};

/**
 * What a consent lacks to be demonstrable (GDPR 7(1), PROOF-1, by mode of collection D9), as JSON pointers into the
 * recorded fact; below `/form`, fields of the form version it names. Empty: complete. Used by the API, which stores the
 * consent all the same (D23), and by the verdict.
 */
export const missingEvidence = (facts: WithProof, form: FormVersion | undefined): string[] => {
  if (form === undefined) return ['/form'];
  const wasSeenByUs = facts.observed === true;
  const missing = missingOfForm(form, wasSeenByUs);
  if (isApprovedLater(facts.givenAt, form)) missing.push('/form/approver/approvedAt');
  if (isOutsideReconstruction(facts.givenAt, form)) missing.push('/form/reconstruction');
  if (NEEDS_A_PROOF_OF_THE_ACT.includes(form.mode) && facts.proof === undefined && !wasSeenByUs) missing.push('/proof');
  return missing;
};

/**
 * What shows a checkout as the customer saw it (S7), and is missing: pointers into the sale. None is a page of ours, whatever it is
 * said to be. A checkout that is not known lacks its notice and its refusal, and is refused for that.
 */
export const missingOfCheckout = ({ soldAt }: Pick<SaleFacts, 'soldAt'>, form: FormVersion | undefined): string[] => {
  if (form === undefined) return [];
  const isUnanswered = form.reconstruction !== undefined && form.approver === undefined;
  return [
    ...(form.shown === undefined ? ['/form/shown'] : []),
    ...(isUnanswered ? ['/form/approver'] : []),
    ...(isOutsideReconstruction(soldAt, form) ? ['/form/reconstruction'] : []),
  ];
};

/** What a sale lacks for the exception: notice and refusal offered at collection (L. 34-5 al. 4), shown, and its goods. */
export const missingOfSale = (facts: Pick<SaleFacts, 'lines' | 'soldAt'>, form: FormVersion | undefined): string[] => [
  ...(form === undefined ? ['/form'] : []),
  ...(form !== undefined && form.notice === undefined ? ['/form/notice'] : []),
  ...(form !== undefined && !isFreelyOffered(form) ? ['/form/refusal'] : []),
  ...missingOfCheckout(facts, form),
  ...(facts.lines.length === 0 ? ['/lines'] : []),
];
