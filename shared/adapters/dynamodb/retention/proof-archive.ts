import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ProofArchive } from '#shared/app/retention/proof-archive.port.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import type { ArchiveKey } from '../../crypto/archive-keys.ts';
import { tableAway } from '../../stores-away.ts';
import { orUnreachable, type Table, toImage } from '../table.ts';
import { encryptedFacts } from './encrypted-facts.ts';
import { archivedCampaignKey, proofKey } from './retention-keys.ts';

/** The place of the proof of a campaign itself: then it is listed, too. */
const CAMPAIGN = 'CAMPAIGN';

/**
 * The archive on DynamoDB: its own beginning of keys, which roles name apart, and facts under the key of the archive. In clear are whose
 * proof it is, of which message or campaign, the instant and the term.
 */
export const proofArchiveOf = ({
  client,
  tableName,
  keyFor,
}: Table & { readonly keyFor: (advertiserId: AdvertiserId) => Promise<ArchiveKey> }): ProofArchive => {
  const put = (item: object) =>
    orUnreachable(client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) })), tableAway);
  return {
    keep: async (access, { of, place, at, facts }, until) => {
      const expiresAt = epochSeconds(until);
      const encrypted = encryptedFacts(await keyFor(access.advertiserId), access, { of, place, facts });
      await put({ ...proofKey(access, of, place), entity: 'sent-proof', v: 1, at, ...encrypted, expiresAt });
      if (place !== CAMPAIGN) return;
      await put({ ...archivedCampaignKey(access, of), entity: 'archived-campaign', v: 1, at, expiresAt });
    },
  };
};
