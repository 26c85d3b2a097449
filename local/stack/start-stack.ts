import { openSmsReplies } from '../aws/sms-replies.ts';
import { connectAws } from '../boot/aws.ts';
import { type Cleanup, createCleanup } from '../boot/cleanup.ts';
import { startEmulators } from '../boot/emulators.ts';
import { startFunctions } from '../boot/functions.ts';
import { prepareGround } from '../boot/ground.ts';
import { assembleStack } from './assemble-stack.ts';
import type { StackOptions } from './options.ts';
import type { Stack } from './stack.ts';

const boot = async (options: StackOptions, cleanup: Cleanup): Promise<Stack> => {
  const ground = await prepareGround(options, cleanup);
  const emulators = await startEmulators(ground, cleanup);
  const aws = connectAws(ground, emulators, options);
  const functions = await startFunctions({ ground, emulators, records: aws.records }, options, cleanup);
  const replies = openSmsReplies(ground.deployment, emulators.messaging.messagingUrl, options.smsReplies);
  cleanup.add(replies.close);
  const stack = assembleStack({ ...ground, ...emulators, ...aws, ...functions, replies, stop: cleanup.run });
  if (options.console) ground.doors.console?.serve(options.console.createListener(stack));
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
