import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Attributes } from '#shared/domain/audience/attributes.ts';
import type { ContactId } from '#shared/domain/ids.ts';

/** The attributes of a contact as they were read. */
export interface Profile {
  /** Empty: none are kept. */
  readonly attributes: Attributes;
  /** Those that are beside them in clear: by the settings of when they were stored. */
  readonly labels: Attributes;
  /** Grows with each change; 0: none was ever stored. */
  readonly revision: number;
  /** The requests that changed them last, the latest at the end. */
  readonly requests: readonly string[];
  /** What encrypts them. Absent: the contact is unknown, or no address of it is kept, so that there is no key. */
  readonly key?: { readonly wrapped: string; readonly chainStart: number } | undefined;
}

/** Words of the advertiser's own about its contacts. What is stored and cannot be read throws `stored-unreadable`. */
export interface Profiles {
  /** Strongly consistent. Those of a contact that has expired are never returned. */
  read(access: AdvertiserAccess, contactId: ContactId): Promise<Profile>;
  /**
   * Stores the attributes, encrypted, and beside them those of these names in clear. Throws `concurrent-change` where others
   * were stored since they were read.
   */
  put(
    access: AdvertiserAccess,
    contactId: ContactId,
    change: {
      readonly seen: Profile;
      readonly attributes: Attributes;
      readonly labelNames: readonly string[];
      readonly requests: readonly string[];
    },
  ): Promise<void>;
}
