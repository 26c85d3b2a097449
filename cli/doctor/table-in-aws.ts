import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { TableFacts } from './account.ts';

/** What there is of a table, by its ARN; `undefined` where there is none. It reads and changes nothing. */
export const tableInAws = async (client: DynamoDBClient, arn: string): Promise<TableFacts | undefined> => {
  const TableName = arn.slice(arn.indexOf('/') + 1);
  try {
    const [{ Table = {} }, { TimeToLiveDescription }, { ContinuousBackupsDescription }] = await Promise.all([
      client.send(new DescribeTableCommand({ TableName })),
      client.send(new DescribeTimeToLiveCommand({ TableName })),
      client.send(new DescribeContinuousBackupsCommand({ TableName })),
    ]);
    const isExpiring = TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED';
    const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
    return {
      indexes: (Table.GlobalSecondaryIndexes ?? []).flatMap(({ IndexName }) => IndexName ?? []),
      streamArn: Table.LatestStreamArn,
      streamView: Table.StreamSpecification?.StreamViewType,
      expiresIn: isExpiring ? TimeToLiveDescription.AttributeName : undefined,
      isRecoverable: recovery === 'ENABLED',
      isProtected: Table.DeletionProtectionEnabled ?? false,
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};
