import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import type { Stacks } from './termination-protection.ts';

/** CloudFormation answers so for a stack that is not there: it has no code of its own for it. */
const isMissing = (error: unknown): boolean =>
  error instanceof CloudFormationServiceException &&
  error.name === 'ValidationError' &&
  /does not exist/.test(error.message);

/** The stacks of the account that the credentials of this shell open. Throws what CloudFormation refuses. */
export const stacksInAccount = (options: { readonly region: string; readonly endpoint?: string }): Stacks => {
  const client = new CloudFormationClient(options);
  return {
    read: async (name) => {
      try {
        const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
        return stack && { status: stack.StackStatus ?? '', isProtected: stack.EnableTerminationProtection ?? false };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    protect: async (name, on) => {
      await client.send(new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: on }));
    },
  };
};
