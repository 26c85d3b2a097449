import { type DynamoDbProcess, startDynamoDb } from '#local/emulators/dynamodb.ts';

/** What DynamoDB Local is for: tables of tests, which all find, or stacks, of which each has its own. */
type Use = 'tables' | 'stacks';
interface Running {
  readonly started: Promise<DynamoDbProcess>;
  users: number;
}

/** Of this process: each project loads its setup, and this module with it, for itself. */
const running = (): Map<Use, Running> => {
  const held = globalThis as { dynamoDbOfTests?: Map<Use, Running> };
  held.dynamoDbOfTests ??= new Map();
  return held.dynamoDbOfTests;
};

/**
 * One DynamoDB Local for each use, in memory and on a free port, whichever project asks first: a JVM that begins is slow, and costs as much as a
 * small journey. Its JVM hangs on a guard process that ends with ours, however ours ends. `stop` ends it once all who asked have called it.
 */
export const onceForAll = async (use: Use): Promise<DynamoDbProcess> => {
  const one = running().get(use) ?? { started: startDynamoDb({ isApart: use === 'stacks' }), users: 0 };
  running().set(use, one);
  one.users += 1;
  const { url, stop } = await one.started;
  const leave = async () => {
    one.users -= 1;
    if (one.users > 0) return;
    running().delete(use);
    await stop();
  };
  return { url, stop: leave };
};
