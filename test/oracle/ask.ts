/** What is asked of a basis, and what it comes to. */

/** What is asked of a basis: by which channel, for what, about what. */
export interface Ask {
  readonly channel: string;
  readonly purpose: string;
  readonly category: string;
  readonly partner?: string | undefined;
  /** A message that offers nothing in particular (a renewal request, a request for consent): no analogy, no link with a profession is asked. */
  readonly offersNothing?: true;
  /** The person is written to as a private one, whatever else they are (FR-B2B-3). */
  readonly asConsumer?: true;
  /** Only what the person did as a private one is looked at, or only the rest. Absent: everything. */
  readonly only?: 'private' | 'other';
}

/** What a basis comes to: codes that refuse it, codes that wait for a human. */
export interface Judgement {
  readonly fails: readonly string[];
  readonly waits: readonly string[];
}
