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

/** What a stack says to whoever deploys it, by the name of each output; empty where it is not there. Throws what CloudFormation refuses. */
export const outputsInAccount = async (
  options: { readonly region: string; readonly endpoint?: string },
  name: string,
): Promise<ReadonlyMap<string, string>> => {
  try {
    const { Stacks: [stack] = [] } = await new CloudFormationClient(options).send(
      new DescribeStacksCommand({ StackName: name }),
    );
    return new Map((stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (error) {
    if (isMissing(error)) return new Map();
    throw error;
  }
};

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
