import type { Outcome } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import type { Fields } from '../world.ts';

/** The addresses that a row may name; each row has its own advertiser and its own people. */
const ADDRESS_NAMES = [
  'mailbox',
  'mobile',
  'mobile-in-reunion',
  'landline',
  'work-mailbox',
  'free-mailbox',
  'role-mailbox',
  'direction-mailbox',
] as const;
export type AddressName = (typeof ADDRESS_NAMES)[number];

/** An instant, in days before the message is asked about; negative: after it. Stands in the fields of acts and messages. */
export interface Age {
  readonly daysAgo: number;
}
export const ago = (daysAgo: number): Age => ({ daysAgo });
/** So many hours after the message is asked about. */
export const inHours = (hours: number): Age => ago(-hours / 24);

/** Stands for the SIREN of the row's own advertiser. */
export const OWN_SIREN = { own: 'siren' } as const;

/** What is recorded of one contact; `of`: of another address than the one written to. */
export interface ContactAct {
  readonly kind: 'contact' | 'consent' | 'sale' | 'opposition' | 'activity';
  readonly of?: AddressName;
  readonly fields: Fields;
}
/** What is recorded of an earlier act: the last consent (withdrawal, invalidation), or the last record (annulment). */
export interface ActOnRecord {
  readonly kind: 'withdrawal' | 'invalidation' | 'annulment';
  readonly fields: Fields;
}
/** A named human decides a cause (D6), which a message must have met before. */
export interface DecisionAct {
  readonly kind: 'decision';
  readonly cause: string;
  readonly fields: Fields;
  /** How the message that meets the cause differs from the row's own. */
  readonly met?: { readonly to?: AddressName; readonly message?: Fields };
}
/** A message that was sent to the contact before. */
interface SentAct {
  readonly kind: 'message';
  readonly fields: Fields;
}
/** Time passes before the next act, or before the message is asked about. */
interface TimeAct {
  readonly kind: 'time';
  readonly hours: number;
}
export type Act = ContactAct | ActOnRecord | DecisionAct | SentAct | TimeAct;

/** What a message is judged on in process: the request, and what was found in its final bytes. */
export interface Judged {
  readonly request: VetRequest;
  readonly bytes?: BytesFacts | undefined;
}

/** Why no call of the API can bring the row about, and what is set in process in its place. */
export interface OnlyInProcess {
  readonly why: string;
  readonly as: (judged: Judged) => Judged;
}

/**
 * One row of the decision table: what was recorded, in order, in a world that is lawful but for these changes; the message
 * that is asked about, and when; and the verdict. One runner folds it in process, another posts it to the running stack.
 */
export interface Row {
  /** Number in the table; a letter tells apart the cases of one number. Names the row: no two rows share it. */
  readonly row: string;
  readonly title: string;
  /** Wall clock when the message is asked about, in Paris or in the zone in brackets; absent: Tuesday 24 November 2026, 11:00. */
  readonly at?: string;
  /** To whom the message goes; absent: a consumer's mailbox or mobile number, by the channel. */
  readonly to?: AddressName;
  /** Changes of the advertiser's lawful settings, and of the lawful form. */
  readonly settings?: Fields;
  readonly form?: Fields;
  /** The template version that the message is made from. */
  readonly template?: Fields;
  readonly recorded?: readonly Act[];
  /** The message, without its contact. */
  readonly asked: Fields;
  /** It is handed in to be sent, with these fields more, because only the send path reads them. */
  readonly sent?: Fields;
  readonly outcome: Outcome;
  /** Every reason, in order; the first is the primary one. */
  readonly codes: readonly string[];
  /** Every note, where the row names them. */
  readonly notes?: readonly string[];
  /** First lawful instant of a deferred message, where the row names it (RFC 3339). */
  readonly notBefore?: string;
  readonly onlyInProcess?: OnlyInProcess;
}

/** Codes that a mail is given by two texts, each with its own fine: L. 34-5, al. 5 CPCE and L. 122-8, al. 2 C. conso. */
export const MENTION_MISSING_BY_MAIL = ['OPPOSITION_MENTION_MISSING', 'OPPOSITION_MENTION_MISSING'] as const;
export const ROAD_NOT_WORKING_BY_MAIL = ['OPPOSITION_ROAD_NOT_WORKING', 'OPPOSITION_ROAD_NOT_WORKING'] as const;
