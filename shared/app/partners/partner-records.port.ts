import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Disclosure } from '#shared/domain/partner/disclosure.ts';
import type { PartnerNotification } from '#shared/domain/partner/partner-notification.ts';
import type { RequestHash } from '../records/ledger.port.ts';

/** Which data went to which partner. */
export interface Disclosures {
  /**
   * Stores it once. Resolves to what is stored: of the same call, the first one. Throws `idempotency-key-reused`,
   * `dependency-unavailable`.
   */
  keep(access: AdvertiserAccess, disclosure: Disclosure, asked: RequestHash): Promise<Disclosure>;
  /** All of a contact that have not ended, strongly consistent. */
  of(access: AdvertiserAccess, contactId: ContactId): Promise<readonly Disclosure[]>;
}

/** What partners are to be notified of, and the proof that they were. */
export interface PartnerNotifications {
  /** Stores it as open, unless it is there in any state. */
  open(access: AdvertiserAccess, notification: PartnerNotification): Promise<void>;
  /** Strongly consistent. */
  get(access: AdvertiserAccess, id: FactId): Promise<PartnerNotification | undefined>;
  /** Open ones first, then those that no partner has confirmed, those that one has, and closed ones; each by since when they are due. */
  list(access: AdvertiserAccess, page: PageAsked): Promise<Page<PartnerNotification>>;
  /** False: somebody changed it since. */
  replace(access: AdvertiserAccess, before: PartnerNotification, after: PartnerNotification): Promise<boolean>;
}

/** Whether notifications wait for too long. */
export interface LateNotifications {
  /** How many are open that were due from one instant to another. */
  openSince(access: AdvertiserAccess, due: { readonly from: Instant; readonly to: Instant }): Promise<number>;
}

/** What the consents of a contact are for. */
export interface ConsentUses {
  /** `undefined`: the contact has no such consent any more. */
  usesOf(access: AdvertiserAccess, contactId: ContactId, consentId: FactId): Promise<OppositionScope | undefined>;
}
