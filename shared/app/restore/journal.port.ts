import type { Instant } from '#shared/domain/ids.ts';
import type { JournalEntry } from '#shared/domain/ledger/journal-entry.ts';

/** Where the journal is written: outside the table, where nothing is changed or deleted before its time. */
export interface Journal {
  /** Keeps an entry; one that is there already is left as it is. Throws `dependency-unavailable`. */
  append(entry: JournalEntry): Promise<void>;
}

/** A page of the journal, oldest hour first; in an hour the entries of one contact are in their order. */
interface JournalPage {
  readonly entries: readonly JournalEntry[];
  /** Where the next page begins. Absent: this was the last. */
  readonly next?: string | undefined;
}

export interface JournalReader {
  /**
   * At most `most` entries after a position, or from the hour of `since`; from the first where neither is given. Throws
   * `dependency-unavailable`, and for an object that is no entry an error that names it.
   */
  page(
    from: { readonly since?: Instant | undefined; readonly after?: string | undefined },
    most: number,
  ): Promise<JournalPage>;
}
