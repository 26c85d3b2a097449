import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, fitsAddress } from '#shared/domain/message/channel.ts';
import { codesIn, type StoredReason } from '#shared/domain/message/verdict.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { missingEvidence, missingOfSale } from '../facts/evidence.ts';
import { piecesAt } from '../facts/evidence-words.ts';
import { judgeRecords, questionsOn } from '../fold/judge-records.ts';
import { RULEBOOK } from '../register.ts';

/** Why a basis supports nothing on these channels: a reason code. */
interface BasisFault {
  readonly code: string;
  readonly channels: readonly Channel[];
}

/** Whether a basis can be relied on for a channel. */
interface OnChannel {
  readonly channel: Channel;
  /** False where the channel goes to another kind of address than that of the contact. */
  readonly fitsAddress: boolean;
  /** The codes of what forbids relying on it there. */
  readonly codes: readonly string[];
  /** Why, as a verdict gives it: each fault, with the text that gave it and what was found. */
  readonly faults: readonly StoredReason[];
}

/** Whether a recorded basis can be relied on (D23), on each channel of the record, and the evidence that it lacks. */
export interface Usability {
  readonly channels: readonly OnChannel[];
  readonly reasons: readonly BasisFault[];
  readonly missing: readonly Missing[];
}

/** True when the basis can support a message on this channel: nothing forbids it, and the contact can get it there. */
export const isUsableOn = ({ fitsAddress, codes }: OnChannel): boolean => fitsAddress && codes.length === 0;

/** Where and when a basis is judged. */
export interface BasisContext {
  readonly at: Instant;
  readonly advertiser: Advertiser;
  /** The standing that the basis belongs to. */
  readonly standing: Standing;
  readonly formOf: (form: FormReference) => FormVersion | undefined;
  /** What humans decided of the causes that the basis meets (D6); absent: nothing. */
  readonly decisions?: DecisionOn | undefined;
  /** Whom the message that asked for a consent went to, or the number, whose prefix says the country (D15); absent: what is known of the person is declared. */
  readonly address?: string;
  readonly isPublicMailbox?: boolean;
}

/** Of a mailbox no sentence on a sale reads more than what is declared of the person. */
const NO_ADDRESS = { address: '', isPublicMailbox: false };

const missingOf = ({ formOf }: BasisContext, record: Consent | Sale): readonly Missing[] => {
  const form = record.form && formOf(record.form);
  const pointers = record.kind === 'consent' ? missingEvidence(record, form) : missingOfSale(record, form);
  return piecesAt(pointers, record.form);
};

/** Judged as for a message that suits it best, on each channel: what is forbidden even then is the fault of the basis. */
const usabilityOf = (context: BasisContext, record: Consent | Sale): Usability => {
  const { at } = context;
  const questions = questionsOn(record, context);
  const judge = judgeRecords({ ...NO_ADDRESS, ...context }, RULEBOOK);
  const found = questions.map((question): OnChannel => {
    const reasons = judge.faultsOf(record, at, question).map(({ reason }) => reason);
    return {
      channel: question.channel,
      fitsAddress: fitsAddress(question.channel, context.standing.addressKind),
      codes: codesIn(reasons),
      faults: reasons,
    };
  });
  const codes = [...new Set(found.flatMap((each) => each.codes))];
  const channelsOf = (code: string) => found.filter((each) => each.codes.includes(code)).map((each) => each.channel);
  return {
    channels: found,
    missing: missingOf(context, record),
    reasons: codes.map((code) => ({ code, channels: channelsOf(code) })),
  };
};

/** Whether a consent can be relied on, by the sentences in force on consents, on each channel that it names. Pure. */
export const usabilityOfConsent = (context: BasisContext, consent: Consent): Usability => usabilityOf(context, consent);

/** Whether a sale can be relied on, by the sentences on the existing-customer exception, for goods of its own kind. Pure. */
export const usabilityOfSale = (context: BasisContext, sale: Sale): Usability => usabilityOf(context, sale);

/**
 * Whether the private person might be called when a call fetched this consent (L. 223-1, al. 1), or was where it followed from: what a
 * professional may be called about shows nothing of that. Pure.
 */
export const wasCalledLawfully = (context: BasisContext, { askedLawfully, copiedFrom, givenAt }: Consent): boolean =>
  askedLawfully === true ||
  (copiedFrom === undefined && judgeRecords({ ...NO_ADDRESS, ...context }, RULEBOOK).mayCall(givenAt));
