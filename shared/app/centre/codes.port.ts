import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';

/** Codes that were sent to the address of a contact: of each contact the latest alone, as a hash. */
export interface Codes {
  /**
   * Notes that a code with this hash is sent now, in place of the one before. False: it got as many as it may, and nothing is
   * noted.
   */
  begin(
    access: AdvertiserAccess,
    contactId: ContactId,
    code: { readonly hash: string; readonly at: Instant },
  ): Promise<boolean>;
  /** Takes back the code with this hash, which was not sent: it does not count. */
  release(access: AdvertiserAccess, contactId: ContactId, hash: string): Promise<void>;
  /**
   * Counts one try, and then says the hash that it is compared with. `undefined`: there is no code, it is too old, or it was tried
   * too often; however many try at once, no more of them get a hash than may try.
   */
  takeTry(access: AdvertiserAccess, contactId: ContactId, at: Instant): Promise<string | undefined>;
  /** Ends the code with this hash. True for whoever was first. */
  consume(access: AdvertiserAccess, contactId: ContactId, hash: string): Promise<boolean>;
}

/** Whom a code, or an open centre, is for. */
export interface OfContact {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
}

/** What is made under the secret of links: hashes of codes, and the value that says that a code was typed. */
export interface CodeKeys {
  /** A keyed hash of a code; `salt`: 16 bytes of chance, so that the same code twice has two hashes. */
  hashOf(of: OfContact, code: string, salt: string): string;
  /** In constant time. */
  isOf(hash: string, of: OfContact, code: string): boolean;
  /** Says that the centre of this contact is open until then. No personal data. */
  passOf(of: OfContact, until: Instant): string;
  /** In constant time. False for that of another contact, and for one that is over. */
  isPass(pass: string, of: OfContact, now: Instant): boolean;
}
