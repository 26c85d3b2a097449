import type { TestProject } from 'vitest/node';
import { startDynamoDb } from '#local/emulators/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB Local of this run listens. */
    dynamoDbUrl: string;
  }
}

/**
 * Starts one DynamoDB Local, in memory and on a free port, for all test files of a project. Its JVM hangs on a guard
 * process that ends with ours, however ours ends.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dynamoDb = await startDynamoDb();
  project.provide('dynamoDbUrl', dynamoDb.url);
  return dynamoDb.stop;
};
