import { openQueues } from '../aws/rules.ts';
import { openObjects } from '../aws/s3/objects.ts';
import { openSmsReplies } from '../aws/sms/sms-replies.ts';
import { openTopics } from '../aws/topics.ts';
import { connectAws } from '../boot/aws.ts';
import { prepareBoot } from '../boot/boot-base.ts';
import { type Cleanup, createCleanup } from '../boot/cleanup.ts';
import { startEmulators } from '../boot/emulators.ts';
import { startFunctions } from '../boot/functions.ts';
import { openProviders } from '../provider/home/providers.ts';
import { assembleStack } from './assemble-stack.ts';
import type { StackOptions } from './options.ts';
import type { Stack } from './stack.ts';

const boot = async (options: StackOptions, cleanup: Cleanup): Promise<Stack> => {
  const base = await prepareBoot(options, cleanup);
  const emulators = await startEmulators(base, options, cleanup);
  const topics = openTopics(emulators.messaging.messagingUrl);
  cleanup.add(topics.close);
  const queues = openQueues(emulators.messaging.messagingUrl);
  cleanup.add(queues.close);
  const objects = openObjects(emulators.messaging.messagingUrl);
  cleanup.add(objects.close);
  const aws = connectAws(base, emulators, options, { topics, queues, objects });
  const { recordCallsIn } = options;
  if (recordCallsIn !== undefined) cleanup.add(() => aws.calls.write(recordCallsIn));
  const functions = await startFunctions(
    {
      base,
      emulators,
      measure: aws.measure,
      records: aws.records,
      reports: aws.reports,
      logs: aws.logs,
      put: queues.put,
      writes: aws.writes,
    },
    options,
    cleanup,
  );
  aws.run(functions.runner);
  const provider = openProviders(base, aws.secrets, options);
  const replies = openSmsReplies(base.deployment, topics, options.smsReplies);
  const stack = assembleStack({
    ...base,
    ...emulators,
    ...aws,
    ...functions,
    replies,
    provider,
    queues,
    refused: { seen: 0 },
    stop: cleanup.run,
  });
  if (options.console) base.publicPorts.console?.serve(options.console.createListener(stack));
  return stack;
};

/**
 * Starts what a cloud assembly deploys, on this machine. Throws `BootFailure` with a sentence for a person when it
 * cannot; nothing is left running then.
 */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const cleanup = createCleanup();
  try {
    return await boot(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
};
