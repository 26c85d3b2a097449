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
  /** A provider outside AWS brought it: nobody signed it, and its number is none that we answer from. */
  readonly broughtBy?: 'provider' | undefined;
}
