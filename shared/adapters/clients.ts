import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * Stores answer in milliseconds or not at all: a call that hangs is given up early, so that there is time to try again
 * and to answer the caller (Retry-After) before the function's own time is over.
 */
const TIMEOUTS = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
} as const;

/** The DynamoDB client of this process. Region, credentials and endpoint come from the runtime's environment. */
export const dynamoDbClient = (): DynamoDBClient => new DynamoDBClient({ ...TIMEOUTS, maxAttempts: 3 });
