import type { Outcome } from '#shared/domain/message/verdict.ts';
import type { Contact } from '../identity.ts';
import type { RecordingCall } from '../requests.ts';
import type { Fields } from '../world.ts';

/** Whose addresses a row may speak of. */
export type AddressName = 'mailbox' | 'mobile' | 'mobile-in-reunion' | 'work-mailbox' | 'free-mailbox' | 'role-mailbox';

/** Where a row is told: an advertiser of its own, its people, and the moment of asking (ms), from which ages count. */
export interface Ground {
  readonly advertiserId: string;
  readonly siren: string;
  readonly addresses: Readonly<Record<AddressName, Contact>>;
  /** To whom the message goes, and of whom facts are recorded unless they say of whom. */
  readonly contact: Contact;
  readonly now: number;
}

/** Something that is recorded. */
export type Step = (ground: Ground) => RecordingCall;

/** Fields of a request; those that name the advertiser are made once it is known. */
export type Told = Fields | ((ground: Ground) => Fields);
export const fieldsOf = (told: Told | undefined, ground: Ground): Fields | undefined =>
  typeof told === 'function' ? told(ground) : told;

/**
 * One row of the decision table: what is recorded, in order, in a lawful world with these changes, the message that is
 * asked about, and the verdict.
 */
export interface TableRow {
  /** Number in the table; a letter tells apart what one row names together. */
  readonly row: string;
  readonly says: string;
  /** What the clock shows, in Paris unless a zone stands behind it; absent: a Tuesday at 11:00. */
  readonly at?: string;
  /** Absent: a consumer's mailbox or mobile number, by the channel. */
  readonly to?: AddressName;
  /** Changes of the advertiser's lawful settings and form. */
  readonly settings?: Fields;
  readonly form?: Told;
  /** The template version that the message is made from. */
  readonly template?: Fields;
  readonly recorded?: readonly Step[];
  /** The message, without its contact. */
  readonly asked: Fields;
  /** It is handed in to be sent, with this content and for so many days, since only the send path tells this row. */
  readonly sent?: { readonly content: Fields; readonly days: number };
  readonly expected: Outcome;
  /** Every reason, in order; the first is the primary one. */
  readonly codes: readonly string[];
  /** Every note, where the row names one. */
  readonly notes?: readonly string[];
}

/** A row that is not told through the API, and why. */
export interface ToldElsewhere {
  readonly row: string;
  readonly why: string;
}
