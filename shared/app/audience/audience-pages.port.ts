import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Segment } from '#shared/domain/audience/segment.ts';
import type { AudienceListId, ContactId, Instant } from '#shared/domain/ids.ts';

/** Whom a campaign is for: those of a segment as the index knows them now, or those of a list that was uploaded. */
type Audience = { readonly segment: Segment } | { readonly listId: AudienceListId };

/** Where one goes on in a shard. */
export interface AudiencePageAsked {
  /** 0 to 31 (`AUDIENCE_SHARDS`). */
  readonly shard: number;
  /** The `next` of the page before; absent: the beginning of the shard. */
  readonly after?: ContactId | undefined;
  /** Contacts at most, 1 to 1,000. */
  readonly limit: number;
  /** Rows that are looked at first, 1 to 1,000, of a segment that few meet. Absent: as many as contacts. */
  readonly rows?: number | undefined;
  /** With those of a segment who took another address after this instant. Absent: with none who did. */
  readonly movedSince?: Instant | undefined;
  /** The zone of each decides when they are written to: those of a list are read again, which may be months old. */
  readonly isForWaves?: boolean;
}

/** How far a shard was read. Without either: not at all. */
interface ReadUpTo {
  readonly after?: ContactId | undefined;
  readonly isDone?: true | undefined;
}

/** A contact that was selected. It may be written to only if a verdict allows it. */
export interface SelectedContact {
  readonly contactId: ContactId;
  /** The IANA name of its time zone, the first where it may be in several. Absent: not known. */
  readonly zone?: string | undefined;
}

export interface AudiencePage {
  /** By id, ascending. */
  readonly contacts: readonly SelectedContact[];
  /** The last contact looked at. Absent: the shard ends here. A page may hold fewer contacts than its limit, or none, and go on. */
  readonly next?: ContactId | undefined;
}

export interface AudienceCount {
  readonly count: number;
  /** By shard, 0 to 31. */
  readonly byShard: readonly number[];
  /** When the counting began. */
  readonly countedAt: Instant;
  /** When the latest change was made that the index has taken in; earlier ones may still be on their way. Absent: none was yet. */
  readonly upTo?: Instant | undefined;
}

/** The audience index. It selects, and it never decides: an index follows the ledger, and the verdict reads the ledger. */
export interface AudiencePages {
  /** One page of one shard, with strongly consistent reads. A contact of a list that has expired since is in no page. */
  page(access: AdvertiserAccess, audience: Audience, asked: AudiencePageAsked): Promise<AudiencePage>;
  /** Counts all shards at once. */
  count(access: AdvertiserAccess, segment: Segment): Promise<AudienceCount>;
  /** How many are after these contacts, by shard; of a shard with `isDone`: nobody. It may lag behind changes by some seconds. */
  countAfter(access: AdvertiserAccess, audience: Audience, readUpTo: readonly ReadUpTo[]): Promise<number>;
}
