import type { AdvertiserId, Instant } from '../ids.ts';

/** Advertisers at which one part of a reply is registered, at the most: each takes up to six calls of the store. */
export const MOST_OF_A_PART = 200;

/** A reply as the operator relays it. */
export interface SmsReply {
  /** Of the reply: the same again is the same act. */
  readonly replyId: string;
  readonly from: string;
  /** The code or number that the person answered to. */
  readonly replyCode: string;
  /** The id that the provider gave to the message which this answers. Absent: the provider does not say. */
  readonly answers?: string | undefined;
  readonly text: string;
  /** A provider outside AWS brought it, whose words may be anybody's: it can stop messages. */
  readonly broughtBy?: 'provider' | undefined;
  /** Beside `broughtBy`: whoever asks in it who writes, or says stop, may be answered. Its provider signed it, or signs nothing and was given a URL that nobody guesses. */
  readonly mayBeAnswered?: true | undefined;
  /** It said stop, and that is registered: it waits to be confirmed, and for nothing else. */
  readonly isRegistered?: true | undefined;
  /** Its name says when it was said, as its provider has it: whatever comes under it, however late, is the same. Absent: a provider may give one name to two. */
  readonly isDated?: true | undefined;
  /** When it was said, where its provider says so, else when it came: what left after that, it does not answer. Absent: not known. */
  readonly receivedAt?: Instant | undefined;
  /** A part of a reply that is for many, or one of which it is known: whom it is for. Absent: the whole. */
  readonly among?: readonly AdvertiserId[] | undefined;
}
