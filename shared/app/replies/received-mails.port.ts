/** A mail as it was received, as far as it is read; addresses and words are the person's, and stay in memory. */
export interface MailAsReceived {
  /** Of its headers From, and of those that a list puts in its place. */
  readonly from: readonly string[];
  readonly subject: string | undefined;
  readonly text: string | undefined;
  readonly html: string | undefined;
  /** In the order of the mail; names in lower case. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Mails that are attached to it, each whole. What they say is not said by who sent it. */
  readonly attached: readonly MailAsReceived[];
  /** It goes on behind what was read, or holds mails deeper than is read. */
  readonly isCut: boolean;
}

/** A mail that waits to be read, as it is stored. */
interface StoredMail {
  readonly mail: MailAsReceived;
  /** Of what was read: a store may hold others under the same key. */
  readonly version: string;
}

/** Mails that wait to be read, once. */
export interface ReceivedMails {
  /** `undefined`: it is there no more. Throws `dependency-unavailable`. */
  read(key: string): Promise<StoredMail | undefined>;
  /** Removes the version that was read for good; what is not there is removed already. Throws `dependency-unavailable`. */
  remove(key: string, version: string): Promise<void>;
}
