import type { FailureKind } from '../contact/delivery-failure.ts';
import type { Instant } from '../ids.ts';
import type { UndeliveredCause } from './message.ts';

/** What SES reports of one mail that it took, in its own words. */
export type EmailReport =
  /** It will try, or is still trying. */
  | { readonly kind: 'taken' }
  /** It found a virus and tries nothing. */
  | { readonly kind: 'rejected' }
  | {
      readonly kind: 'bounce';
      readonly at: Instant;
      /** `Permanent`, `Transient`, `Undetermined`. */
      readonly type: string;
      readonly subType: string;
      /** Of the mailbox's answer: `5.1.1`. Absent: it gave none. */
      readonly status?: string | undefined;
    }
  | {
      readonly kind: 'complaint';
      readonly at: Instant;
      readonly feedbackId: string;
      /** Where SES says that it made the complaint itself: `OnAccountSuppressionList`. */
      readonly subType?: string | undefined;
      /** `abuse`, `fraud`, `not-spam`… Absent: the mailbox provider did not say. */
      readonly feedbackType?: string | undefined;
    };

/** What a report means here. Nothing of it: the provider took the mail, which settles a message without an answer. */
export interface Meaning {
  /** The person opposed to mail. */
  readonly opposes?: true;
  /** What it says of the address. */
  readonly failure?: FailureKind;
  readonly undelivered?: UndeliveredCause;
}

/** On a list of the provider: what put the address there was reported then, and is no new fact. */
const ON_A_LIST = /^On\w*SuppressionList$|^EmailValidationSuppressed$/;
/** The mailbox refused this message: another one may be taken. */
const OF_THE_MESSAGE = new Set(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected']);
/** No opposition: the person said the contrary, or a machine speaks of the mail. */
const NO_OPPOSITION = new Set(['not-spam', 'auth-failure', 'virus']);

const ofBounce = ({ type, subType, status }: Extract<EmailReport, { kind: 'bounce' }>): Meaning => {
  if (ON_A_LIST.test(subType)) return { undelivered: 'suppressed' };
  if (OF_THE_MESSAGE.has(subType)) return { undelivered: 'refused-by-mailbox' };
  if (subType === 'CustomTimeoutExceeded') return { undelivered: 'expired' };
  if (type === 'Permanent' && subType === 'Suppressed') return { failure: 'blocked', undelivered: 'suppressed' };
  if (type === 'Permanent') return { failure: 'permanent', undelivered: 'bounced' };
  if (type === 'Transient' && subType === 'MailboxFull') return { failure: 'passing', undelivered: 'bounced' };
  // What an absent reader's mailbox answers is reported so: that mail arrived.
  if (type === 'Transient' && !status?.startsWith('5.')) return {};
  return type === 'Transient' ? { failure: 'passing', undelivered: 'bounced' } : { undelivered: 'bounced' };
};

/**
 * What a report of SES means: docs/decisions/0040. A complaint of any other type than those that are none is an opposition,
 * also of a type that nobody knows yet.
 */
export const meaningOf = (report: EmailReport): Meaning => {
  if (report.kind === 'taken') return {};
  if (report.kind === 'rejected') return { undelivered: 'rejected' };
  if (report.kind === 'bounce') return ofBounce(report);
  if (ON_A_LIST.test(report.subType ?? '')) return { undelivered: 'suppressed' };
  return NO_OPPOSITION.has(report.feedbackType ?? '') ? {} : { opposes: true };
};
