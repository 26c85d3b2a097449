import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { FullRequest, RightsRequest, WithWords } from '#shared/domain/rights/rights-request.ts';
import type { RequestHash } from '../records/ledger.port.ts';

/** What is known of a request without its words. */
type OpenRequest = Pick<RightsRequest, 'id' | 'kind' | 'state' | 'receivedAt' | 'dueAt' | 'acknowledgedAt'>;

/** Requests of people. What people wrote about each is encrypted under a key of its own. */
export interface RightsRequests {
  /**
   * Stores it once. Resolves to what is stored: of the same call, the first one as it is now. Throws `idempotency-key-reused`,
   * `dependency-unavailable`.
   */
  create(access: AdvertiserAccess, full: WithWords, asked: RequestHash): Promise<FullRequest>;
  /** Strongly consistent. */
  get(access: AdvertiserAccess, id: FactId): Promise<FullRequest | undefined>;
  /** Open ones first, by when they are due. */
  list(access: AdvertiserAccess, page: PageAsked): Promise<Page<FullRequest>>;
  /** False: somebody changed it since, or removed its words. */
  replace(access: AdvertiserAccess, before: FullRequest, after: WithWords): Promise<boolean>;
}

/** Open requests of an advertiser, for what looks whether they wait too long. */
export interface OpenRequests {
  open(access: AdvertiserAccess): Promise<readonly OpenRequest[]>;
}
