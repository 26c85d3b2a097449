/** What a route can carry and what it reports back: docs/channels.md is written from it, and settings that promise more are refused. */
export interface SendingRoute {
  /** As `routes` of aval.config.json names it. */
  readonly name: 'ses' | 'sns' | 'end-user-messaging' | 'https' | 'vonage' | 'smsmode' | 'spot-hit' | 'connect';
  readonly service: string;
  readonly carries: readonly {
    readonly channel: 'email' | 'sms' | 'mms' | 'automated-call';
    /** Where to. */
    readonly countries: string;
    /** By what the reader sees it come. */
    readonly senders: string;
    /** How a person's answer reaches us, and by what it finds its message. */
    readonly answered: string;
    /** How many a second. */
    readonly ceiling: string;
    /** How what the provider answers, and reports later, settles a message. */
    readonly settled: string;
  }[];
  /** It adds words of its own, or waits by itself. */
  readonly changes: string;
  /** A list of its own of those who asked it to stop. */
  readonly ownList: string;
  readonly source: string;
  /** The day on which the source was read. */
  readonly asOf: string;
}
