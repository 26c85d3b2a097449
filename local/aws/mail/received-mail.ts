/** A mail that the local SES took. */
export interface ReceivedMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly tags: Readonly<Record<string, string>>;
  /** Instant of the stack's clock. */
  readonly at: string;
}
