import type { Clock } from '#shared/app/clock.port.ts';
import type { SentValues } from '#shared/app/messages/sent/sent-values.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { SentHoles } from '#shared/domain/message/sent-variant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { contextOfHoles } from '../../../crypto/encryption-context.ts';
import type { Vault } from '../../../crypto/vault.ts';
import { wrappedKeysOf } from '../../ledger/contact-keys.ts';
import { holesInText } from '../../messages/holes-text.ts';
import type { Table } from '../../table.ts';

/** What opens that which chunks said of each reader alone. */
export interface OpensHoles extends Table {
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'unwrap' | 'decrypt'>;
  readonly values: Pick<SentValues, 'of'>;
}

/** `undefined`: it was encrypted under another key. */
const decrypted = ({ vault }: OpensHoles, ...of: Parameters<Vault['decrypt']>): string | undefined => {
  try {
    return vault.decrypt(...of);
  } catch {
    return undefined;
  }
};

/**
 * What a message of a campaign said of this reader alone. Empty once it is kept no more, or the contact has another key, or none: what was encrypted
 * for them is not read again. Throws `dependency-unavailable`, and `stored-unreadable` for what is damaged.
 */
export const holesOfRecipient = async (
  deps: OpensHoles,
  access: AdvertiserAccess,
  run: RunName,
  { chunkId, settledAt, valuesMonths }: Pick<ChunkResult, 'chunkId' | 'settledAt' | 'valuesMonths'>,
  contactId: ContactId,
): Promise<SentHoles> => {
  if (valuesMonths === undefined) return {};
  const { campaignId, scheduledAt } = run;
  const chunk = { campaignId, scheduledAt, chunkId, settledAt, valuesMonths };
  const encrypted = await deps.values.of(access, chunk, contactId);
  const wrapped = encrypted && (await wrappedKeysOf(deps, access, [contactId])).get(contactId);
  if (encrypted === undefined || wrapped === undefined) return {};
  const key = await deps.vault.unwrap(access.advertiserId, wrapped);
  const clear = decrypted(deps, key, encrypted, contextOfHoles(access, recipientMessageIdOf(run, contactId)));
  return clear === undefined ? {} : readable(() => holesInText(clear));
};
