import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AudienceList, AudienceRow } from '#shared/domain/audience/audience-row.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';

/** A contact as the index is made from it. */
export interface IndexedContact {
  /** Absent: there is none, or it has expired. */
  readonly standing?: Standing | undefined;
  /** Position of the first event of its present life; absent with the standing. */
  readonly chainStart?: number | undefined;
  /** How a telephone number begins. */
  readonly prefix?: string | undefined;
  /** Seconds since the epoch; absent: it does not expire. */
  readonly expiresAt?: number | undefined;
  /** What its profile keeps in clear. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of its profile; 0: it has none. */
  readonly revision: number;
  /** The revision of a profile from before the contact expired, which nothing reads any more. */
  readonly remainder?: number | undefined;
}

/** The state of a contact: what was made from an earlier one gives way to it. */
export interface RowVersion {
  readonly seq: number;
  readonly revision: number;
  /** The first position of its present life: whatever is of an earlier position was made before it expired. */
  readonly chainStart: number;
}

/** An item of the table that the index is made from, or that it holds. */
export interface IndexedItem {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  /** The list that the item is a row of. Absent: it is the standing of the contact. */
  readonly row?: {
    readonly list: AudienceList;
    readonly version: { readonly seq: number; readonly revision: number } | undefined;
  };
}

/** The rows of the audience index, and what they are made from. */
export interface AudienceIndex {
  /** The standing first and the profile after it, each strongly consistent. Throws `stored-unreadable`. */
  read(access: AdvertiserAccess, contactId: ContactId): Promise<IndexedContact>;
  /**
   * Writes a row unless one is there that was made from a later standing or profile. Resolves to true where none was there.
   */
  put(
    access: AdvertiserAccess,
    row: AudienceRow,
    of: { readonly version: RowVersion; readonly expiresAt: number | undefined },
  ): Promise<boolean>;
  /**
   * Removes the row of a contact from a list, unless it was made from a later state. Without a version, removes whatever is
   * there.
   */
  remove(access: AdvertiserAccess, list: AudienceList, contactId: ContactId, version?: RowVersion): Promise<void>;
  /** Removes a profile, unless it was written again since. */
  removeProfile(access: AdvertiserAccess, contactId: ContactId, revision: number): Promise<void>;
  /** Notes that all changes of an advertiser that were brought are followed, the latest of this instant. */
  follow(access: AdvertiserAccess, upTo: Instant): Promise<void>;
}
