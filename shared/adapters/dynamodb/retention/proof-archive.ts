import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ProofArchive } from '#shared/app/retention/proof-archive.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { orUnreachable, type Table, toImage } from '../table.ts';
import { proofKey } from './retention-keys.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The table', cause);

/** The archive on DynamoDB: its own beginning of keys, which roles name apart. */
export const proofArchiveOf = ({ client, tableName }: Table): ProofArchive => ({
  keep: async (access, { of, place, at, facts }, until) => {
    const expiresAt = epochSeconds(until);
    const item = { ...proofKey(access, of, place), entity: 'sent-proof', v: 1, at, facts, expiresAt };
    await orUnreachable(client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) })), unreachable);
  },
});
