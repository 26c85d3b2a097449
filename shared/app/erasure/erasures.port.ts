import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId, MessageId } from '#shared/domain/ids.ts';
import type { Erasure, Removed } from '#shared/domain/ledger/erasure.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** One that is to be looked at once more. */
export type DueErasure = Pick<Erasure, 'advertiserId' | 'contactId' | 'seq'>;

/** Erasures that were begun. Each keeps address and key of its contact until it is done, so that whoever continues it has them. */
export interface Erasures {
  /** Those of a contact, in no order. Strongly consistent. */
  of(access: AdvertiserAccess, contactId: ContactId): Promise<readonly Erasure[]>;
  /** Strongly consistent. */
  find(access: AdvertiserAccess, contactId: ContactId, id: FactId): Promise<Erasure | undefined>;
  /** The address in clear. `undefined`: none was kept, or the key is destroyed. */
  addressOf(access: AdvertiserAccess, erasure: Erasure): Promise<string | undefined>;
  /** Destroys address and key, and notes what was removed. What is done already stays as it was noted. */
  finish(access: AdvertiserAccess, erasure: Erasure, removed: Removed): Promise<Erasure>;
  /** Those of every advertiser that are to be looked at once more, and how many entries of the page cannot be read. */
  due(page: PageAsked): Promise<Page<DueErasure> & { readonly unreadable: number }>;
  get(access: AdvertiserAccess, due: DueErasure): Promise<Erasure | undefined>;
  /** It needs no look any more. */
  settle(due: DueErasure): Promise<void>;
}

/** Files that were made to answer the person, with this contact in them. */
export interface ExportedContacts {
  removeFiles(access: AdvertiserAccess, contactId: ContactId): Promise<void>;
}

/** What is left of a contact, and how it goes. Each may be done again, and takes nothing that was stored after the erasure. */
export interface Traces {
  /**
   * Takes address, merge values, reference and what opens their own text from its messages, and the names of these texts. Resolves to how many had some, and to those that still wait.
   */
  stripMessages(
    access: AdvertiserAccess,
    erasure: Erasure,
  ): Promise<{ readonly stripped: number; readonly waiting: readonly MessageId[] }>;
  /** What people wrote about its requests until then. */
  stripRequests(access: AdvertiserAccess, erasure: Erasure): Promise<void>;
  /** Its events of before, those in the archive too. */
  removeEvents(access: AdvertiserAccess, erasure: Erasure): Promise<number>;
  removeProfile(access: AdvertiserAccess, erasure: Erasure): Promise<void>;
  /** From every list of the audience index. */
  removeRows(access: AdvertiserAccess, erasure: Erasure): Promise<void>;
  /** From every list that was uploaded; from none where the person acted since. Resolves to how many had it. */
  removeFromLists(access: AdvertiserAccess, contactId: ContactId): Promise<number>;
}
