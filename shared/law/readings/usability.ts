import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { judgeRecords, questionsOn } from '../fold/judge-records.ts';
import { RULEBOOK } from '../register.ts';

/** Why a basis supports nothing on these channels: a reason code. */
interface BasisFault {
  readonly code: string;
  readonly channels: readonly Channel[];
}

/** Whether a recorded basis can be relied on (D23). `usable`: it supports a message on at least one channel. */
export interface Usability {
  readonly usable: boolean;
  readonly reasons: readonly BasisFault[];
}

/** Where and when a basis is judged. */
export interface BasisContext {
  readonly at: Instant;
  readonly advertiser: Advertiser;
  /** The standing that the basis belongs to. */
  readonly standing: Standing;
  readonly formOf: (form: FormReference) => FormVersion | undefined;
  /** What humans decided of the causes that the basis meets (D6); absent: nothing. */
  readonly decisions?: DecisionOn | undefined;
}

/** No sentence on a consent or a sale reads the address: what is known of the person is declared. */
const NO_ADDRESS = { address: '', isPublicMailbox: false };

/** Judged as for a message that suits it best, on each channel: what is forbidden even then is the fault of the basis. */
const usabilityOf = (context: BasisContext, record: Consent | Sale): Usability => {
  const { at } = context;
  const questions = questionsOn(record, context);
  const judge = judgeRecords({ ...context, ...NO_ADDRESS }, RULEBOOK);
  const found = questions.map((question) => ({
    channel: question.channel,
    codes: judge.faultsOf(record, at, question).map(({ reason }) => reason.code),
  }));
  const codes = [...new Set(found.flatMap((each) => each.codes))];
  const channelsOf = (code: string) => found.filter((each) => each.codes.includes(code)).map((each) => each.channel);
  return {
    usable: found.some((each) => each.codes.length === 0),
    reasons: codes.map((code) => ({ code, channels: channelsOf(code) })),
  };
};

/** Whether a consent can be relied on, by the sentences in force on consents, on each channel that it names. Pure. */
export const usabilityOfConsent = (context: BasisContext, consent: Consent): Usability => usabilityOf(context, consent);

/** Whether a sale can be relied on, by the sentences on the existing-customer exception, for goods of its own kind. Pure. */
export const usabilityOfSale = (context: BasisContext, sale: Sale): Usability => usabilityOf(context, sale);
