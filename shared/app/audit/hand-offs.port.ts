import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { Claim } from '#shared/domain/message/message.ts';

/** The sends of one month and channel to one contact. */
export interface SendsOfContact {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly month: string;
  readonly channel: Channel;
}

/** What was claimed of them, and every event of the contact from the first one on, those in the archive included. */
interface SendsAndEvents {
  readonly entries: readonly Claim[];
  readonly events: readonly LedgerEvent[];
  /** Events that cannot be read. */
  readonly unreadable: number;
}

/** Claims, which are the last act before a hand-off, and ledgers; both follow the table within a second or so. */
export interface HandOffs {
  /** Page by page, the sends of all advertisers whose latest claim is of the hour of this instant: several lists, which may be read at once. */
  handedOffIn(hour: Instant): readonly AsyncGenerator<readonly SendsOfContact[]>[];
  /** Throws where the claims cannot be read. */
  read(access: AdvertiserAccess, sends: SendsOfContact): Promise<SendsAndEvents>;
}
