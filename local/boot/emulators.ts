import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '../aws/tables.ts';
import { startDynamoDb } from '../emulators/dynamodb.ts';
import { type Messaging, startMessaging } from '../emulators/messaging.ts';
import { type OwnStore, storeIn } from '../emulators/own-store.ts';
import type { StackOptions } from '../stack/options.ts';
import { REGION } from '../template/attributes.ts';
import { messagingConfig } from '../template/messaging.ts';
import type { BootBase } from './boot-base.ts';
import type { Cleanup } from './cleanup.ts';

/** The emulators that hold state, with the template's tables, queues, topics and buckets in them. */
export interface Emulators {
  readonly storeUrl: string;
  /** By which the emulator knows whose tables are asked for. */
  readonly storeKey: string;
  readonly store: DynamoDBClient;
  readonly messaging: Messaging;
}

const startedOrThrow = <T>(settled: PromiseSettledResult<T>): T => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

/** A DynamoDB Local of this stack alone, or its part of one that runs. */
const startStore = async (url: string | undefined, folder: string | undefined): Promise<OwnStore> =>
  url === undefined ? { ...(await startDynamoDb({ folder })), accessKeyId: 'local' } : storeIn(url);

/** Starts both at once; when one fails, the other is ended too. */
const startBoth = async (
  { clock, deployment, kept }: BootBase,
  storeUrl: string | undefined,
  cleanup: Cleanup,
): Promise<[OwnStore, Messaging]> => {
  const init = messagingConfig(deployment.model);
  const ended = <T extends { stop(): Promise<void> }>(started: T): T => {
    cleanup.add(started.stop);
    return started;
  };
  const [database, messaging] = await Promise.allSettled([
    startStore(storeUrl, kept?.store).then(ended),
    startMessaging({ init, region: REGION, offset: clock.shared, dataDir: kept?.messages }).then(ended),
  ]);
  return [startedOrThrow(database), startedOrThrow(messaging)];
};

/** Starts the emulators. Throws `BootFailure` when Java cannot. */
export const startEmulators = async (
  base: BootBase,
  { storeUrl }: Pick<StackOptions, 'storeUrl'>,
  cleanup: Cleanup,
): Promise<Emulators> => {
  const [database, messaging] = await startBoth(base, storeUrl, cleanup);
  const credentials = { accessKeyId: database.accessKeyId, secretAccessKey: 'local' };
  const store = new DynamoDBClient({ endpoint: database.url, region: REGION, credentials });
  cleanup.add(() => store.destroy());
  await createTables(store, base.deployment.model);
  return { storeUrl: database.url, storeKey: database.accessKeyId, store, messaging };
};
