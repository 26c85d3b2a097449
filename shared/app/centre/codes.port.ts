import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';

/** What became of a code that is to be sent. */
interface CodeBegun {
  /** False: the contact got as many as it may, and nothing is noted. */
  readonly isNoted: boolean;
  /** When codes were sent in the last day, this one left out, in their order. */
  readonly sentBefore: readonly Instant[];
}

/** What the centre was last opened by: the code and the page on which it was typed, as a hash, and until when it is open. */
interface OpenedBy {
  readonly hash: string;
  readonly until: Instant;
}

/** Codes that were sent to the address of a contact: of each contact the latest alone, as a hash. */
export interface Codes {
  /** Notes that a code with this hash is sent now, in place of the one before. */
  begin(
    access: AdvertiserAccess,
    contactId: ContactId,
    code: { readonly hash: string; readonly at: Instant },
  ): Promise<CodeBegun>;
  /** Takes back the code with this hash, which was not sent: it does not count. */
  release(access: AdvertiserAccess, contactId: ContactId, hash: string): Promise<void>;
  /**
   * Counts one try, and then gives the hash that it is compared with. `undefined`: there is no code, it is too old, or it was tried
   * too often; however many try at once, no more of them get a hash than may try.
   */
  takeTry(access: AdvertiserAccess, contactId: ContactId, at: Instant): Promise<string | undefined>;
  /** Ends the code with this hash, and keeps what it opened, which nobody tried yet. True for whoever was first. */
  consume(access: AdvertiserAccess, contactId: ContactId, hash: string, opened: OpenedBy): Promise<boolean>;
  /**
   * Counts one try of a page that is loaded again, and then says what it is compared with: what the last code opened. `undefined`: nothing,
   * another code was sent since, or it was tried wrong too often; however many try at once, as for `takeTry`.
   */
  tryAgain(access: AdvertiserAccess, contactId: ContactId): Promise<OpenedBy | undefined>;
  /** Takes back a try of such a page that was right: it does not count. */
  wasRight(access: AdvertiserAccess, contactId: ContactId, opened: OpenedBy): Promise<void>;
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
