import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { manifest } from '#functions/manifest.ts';
import { createFaults } from './aws/faults.ts';
import { forwardTo } from './aws/forward.ts';
import { openGates } from './aws/gates.ts';
import { createMeasure } from './aws/measure.ts';
import { makeSecrets } from './aws/secrets.ts';
import { createServices } from './aws/services.ts';
import { createExpiry, createTables } from './aws/tables.ts';
import { checkDeployment } from './boot-checks.ts';
import { BootFailure } from './boot-failure.ts';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { createClock } from './clock.ts';
import { createConsole } from './console/console.ts';
import { concurrencyOf, readDeployment } from './deployment.ts';
import { startDynamoDb } from './emulators/dynamodb.ts';
import { startMessaging } from './emulators/messaging.ts';
import { openDoors } from './front-door.ts';
import { createGateway } from './gateway/gateway.ts';
import { createRunner } from './lambda/runner.ts';
import { synthesiseOwn } from './own-assembly.ts';
import { createRecords } from './records.ts';
import { createSmsReplies, repliesTopic } from './sms-replies.ts';
import { startSources } from './sources/start.ts';
import { assembleStack } from './stack-handle.ts';
import type { Stack, StackOptions } from './stack-options.ts';
import { REGION } from './template/attributes.ts';
import { messagingConfig } from './template/messaging.ts';
import { readModel } from './template/model.ts';

const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

const startInstant = (at: string | undefined): number | undefined => {
  if (at === undefined) return undefined;
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) throw new BootFailure(`"${at}" is not an instant: write it as 2026-11-24T10:00:00Z.`);
  return instant;
};

const boot = async (options: StackOptions, cleanup: Cleanup): Promise<Stack> => {
  const folder = mkdtempSync(join(tmpdir(), 'aval-'));
  cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createClock(join(folder, 'clock-offset'), startInstant(options.at));
  const doors = await openDoors(options.ports, cleanup);
  const gates = await openGates(cleanup);
  const assembly = options.assembly ?? (await synthesiseOwn());
  const parameters = { PublicBaseUrl: doors.public.url, ClockOffsetFile: clock.file };
  const model = readModel(assembly, { queueBase: gates.urls.main, parameters });
  const deployment = readDeployment(model, options.manifest ?? manifest);
  checkDeployment(deployment);

  const [database, messaging] = await Promise.all([
    startDynamoDb().then((started) => {
      cleanup.add(started.stop);
      return started;
    }),
    startMessaging({ init: messagingConfig(model), region: REGION, offset: clock.shared }).then((started) => {
      cleanup.add(started.stop);
      return started;
    }),
  ]);
  const store = new DynamoDBClient({ endpoint: database.url, region: REGION, credentials: LOCAL_CREDENTIALS });
  cleanup.add(() => store.destroy());
  await createTables(store, model);

  const records = createRecords();
  const measure = createMeasure();
  const faults = createFaults();
  const secrets = makeSecrets(model);
  const plainStore = forwardTo(database.url);
  const storeService = options.isMeasuring === true ? measure.measured(plainStore) : plainStore;
  const services = createServices({
    model,
    messaging,
    store: storeService,
    secrets,
    records,
    now: clock.now,
    maxMailRate: options.maxMailRate,
  });
  const writes = { lastAt: 0 };
  gates.connect({
    model,
    statements: deployment.statements,
    services,
    faults,
    onDenied: (call, { action, resource }) => options.onLog?.(call.caller, `denied: ${action} on ${resource}`),
    onCall: (call) => {
      measure.count(call);
      if (call.service === 'dynamodb' && /^(Put|Update|Delete|Transact|BatchWrite)/.test(call.operation))
        writes.lastAt = performance.now();
    },
  });

  const definitions = [...deployment.functions.values()];
  const runner = createRunner({
    definitions,
    urls: gates.urls,
    concurrency: concurrencyOf(deployment),
    onLog: options.onLog,
  });
  const expiry = createExpiry(store, model);
  clock.restart();
  const sources = await startSources({
    definitions: deployment.sources,
    runner,
    messagingUrl: messaging.messagingUrl,
    storeUrl: database.url,
    store,
    expiry,
    nowMs: clock.nowMs,
    onGivenUp: (given) => void records.givenUp.push(...given),
  });
  cleanup.add(() => Promise.all([runner.stop(), sources.stop()]));
  doors.application.serve(createGateway({ api: deployment.apis.application, runner, nowMs: clock.nowMs }));
  doors.public.serve(createGateway({ api: deployment.apis.public, runner, nowMs: clock.nowMs }));

  const repliesQueue = deployment.sources.queues.find(
    ({ functionName }) => functionName === deployment.functions.get('apply-sms-reply')?.name,
  );
  const replies = createSmsReplies(messaging.messagingUrl, repliesTopic(model, repliesQueue?.queueArn));
  cleanup.add(replies.close);
  const stack = assembleStack({
    deployment,
    doors,
    gates,
    messaging,
    records,
    measure,
    faults,
    secrets,
    clock,
    runner,
    sources,
    expiry,
    replies,
    writes,
    stop: cleanup.run,
  });
  doors.console.serve(createConsole(stack));
  return stack;
};

/**
 * Boots the system on this machine from a cloud assembly. Throws `BootFailure` with a sentence for a person when it
 * cannot; nothing is left running then.
 */
export const startStack = async (options: StackOptions = {}): Promise<Stack> => {
  const cleanup = createCleanup();
  try {
    return await boot(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
};
