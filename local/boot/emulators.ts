import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '../aws/tables.ts';
import { type DynamoDbProcess, startDynamoDb } from '../emulators/dynamodb.ts';
import { type Messaging, startMessaging } from '../emulators/messaging.ts';
import { REGION } from '../template/attributes.ts';
import { messagingConfig } from '../template/messaging.ts';
import type { BootBase } from './boot-base.ts';
import type { Cleanup } from './cleanup.ts';

/** The emulators that hold state, with the template's tables, queues, topics and buckets in them. */
export interface Emulators {
  readonly storeUrl: string;
  readonly store: DynamoDBClient;
  readonly messaging: Messaging;
}

const startedOrThrow = <T>(settled: PromiseSettledResult<T>): T => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

/** Starts both at once; when one fails, the other is ended too. */
const startBoth = async (
  { clock, deployment, kept }: BootBase,
  cleanup: Cleanup,
): Promise<[DynamoDbProcess, Messaging]> => {
  const init = messagingConfig(deployment.model);
  const ended = <T extends { stop(): Promise<void> }>(started: T): T => {
    cleanup.add(started.stop);
    return started;
  };
  const [database, messaging] = await Promise.allSettled([
    startDynamoDb(kept?.store).then(ended),
    startMessaging({ init, region: REGION, offset: clock.shared, dataDir: kept?.messages }).then(ended),
  ]);
  return [startedOrThrow(database), startedOrThrow(messaging)];
};

/** Starts the emulators. Throws `BootFailure` when Java cannot. */
export const startEmulators = async (base: BootBase, cleanup: Cleanup): Promise<Emulators> => {
  const [database, messaging] = await startBoth(base, cleanup);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const store = new DynamoDBClient({ endpoint: database.url, region: REGION, credentials });
  cleanup.add(() => store.destroy());
  await createTables(store, base.deployment.model);
  return { storeUrl: database.url, store, messaging };
};
