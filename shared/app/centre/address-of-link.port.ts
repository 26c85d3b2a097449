import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Sends } from '#shared/domain/message/message.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';

/** Whom the message of a link went to. */
interface LinkedContact {
  /** In clear: to write to it, and to show it in the open centre. Absent: it is held no more. */
  readonly address?: Address | undefined;
  /** What is held of the contact, with what partners listed of its address. Absent: nothing is. */
  readonly standing?: Standing | undefined;
  /** What left for it, as a vet reads it. */
  readonly sends: readonly Sends[];
}

/** The contact that the message of a link went to. */
export interface AddressOfLink {
  /** Strongly consistent. Throws `stored-unreadable`. */
  of(access: AdvertiserAccess, link: OppositionToken): Promise<LinkedContact>;
}
