import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ProofArchive } from '#shared/app/retention/proof-archive.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { orUnreachable, type Table, toImage } from '../table.ts';
import { archivedCampaignKey, proofKey } from './retention-keys.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The table', cause);

/** The place of the proof of a campaign itself: then it is listed, too. */
const CAMPAIGN = 'CAMPAIGN';

/** The archive on DynamoDB: its own beginning of keys, which roles name apart. */
export const proofArchiveOf = ({ client, tableName }: Table): ProofArchive => {
  const put = (item: object) =>
    orUnreachable(client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) })), unreachable);
  return {
    keep: async (access, { of, place, at, facts }, until) => {
      const expiresAt = epochSeconds(until);
      const item = { ...proofKey(access, of, place), entity: 'sent-proof', v: 1, at, facts, expiresAt };
      await put(item);
      if (place !== CAMPAIGN) return;
      await put({ ...archivedCampaignKey(access, of), entity: 'archived-campaign', v: 1, at, expiresAt });
    },
  };
};
