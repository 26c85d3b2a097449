import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { coversBinding } from '#shared/domain/advertiser/key-strength.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Halts } from '../halts/halts.port.ts';
import type { ApiKeys } from '../keys/api-keys.port.ts';

/** The latest pause of a campaign, as it is shown. */
export interface ShownPause {
  readonly at: Instant;
  /** Absent: a version before did not note it. */
  readonly by?: 'itself' | 'key' | undefined;
  /** Why it paused itself: a code. */
  readonly because?: string | undefined;
  readonly apiKeyId?: string | undefined;
  /** By what people recognise the key. Absent: it is that of the deployer, or is bound to others as well, or could not be read. */
  readonly keyName?: string | undefined;
}

/** What names a key. */
export type NamingKeys = { readonly apiKeys: Pick<ApiKeys, 'get'> };

/**
 * Who paused a campaign last, and when; `undefined`: nobody did. A key that cannot be read is named by its id alone, and so is one that is not bound to this advertiser
 * alone: its name may be that of a person, and whoever reads of the campaign may see no such key.
 */
export const shownPauseOf = async (
  { apiKeys }: NamingKeys,
  { advertiserId, control, pausedAt, pausedBecause, lastPause }: Campaign,
): Promise<ShownPause | undefined> => {
  if (lastPause === undefined) {
    if (control !== 'paused' || pausedAt === undefined) return undefined;
    return { at: pausedAt, ...(pausedBecause === undefined ? {} : { by: 'itself', because: pausedBecause }) };
  }
  const { at, because, apiKeyId } = lastPause;
  if (because !== undefined) return { at, by: 'itself', because };
  if (apiKeyId === undefined) return { at };
  const keyName = await apiKeys.get(apiKeyId).then(
    (key) => (key !== undefined && coversBinding([advertiserId], key.advertisers) ? key.name : undefined),
    () => undefined,
  );
  return { at, by: 'key', apiKeyId, ...(keyName === undefined ? {} : { keyName }) };
};

/** Since when an operator lets nothing leave, of this advertiser or of all; `undefined`: nobody does. Who, and why, is for operators. */
export const haltedSince = async (
  { halts }: { readonly halts: Pick<Halts, 'read'> },
  { advertiserId }: AdvertiserAccess,
): Promise<Instant | undefined> => {
  const { halts: all } = await halts.read();
  const own = all.filter((halt) => halt.advertiserId === undefined || halt.advertiserId === advertiserId);
  return own.map(({ since }) => since).toSorted()[0];
};
