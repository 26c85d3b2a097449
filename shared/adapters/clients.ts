import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STORE_TIMEOUTS_MS } from './timeouts.ts';

/** The DynamoDB client of this process. Region, credentials and endpoint come from the runtime's environment. */
export const dynamoDbClient = (): DynamoDBClient =>
  new DynamoDBClient({ requestHandler: STORE_TIMEOUTS_MS, maxAttempts: 3 });
