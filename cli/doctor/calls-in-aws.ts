import {
  type ConnectClient,
  DescribeInstanceCommand,
  paginateListPhoneNumbersV2,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import type { CallsAccount } from './account.ts';

/** What there is of an instance of Amazon Connect, by its ARN; `undefined` where there is none. It reads and changes nothing. */
export const callsInAws = async (client: ConnectClient, instanceArn: string): Promise<CallsAccount | undefined> => {
  try {
    const { Instance } = await client.send(new DescribeInstanceCommand({ InstanceId: instanceArn }));
    const numbers: string[] = [];
    for await (const page of paginateListPhoneNumbersV2({ client }, { TargetArn: instanceArn }))
      numbers.push(...(page.ListPhoneNumbersSummaryList ?? []).flatMap(({ PhoneNumber }) => PhoneNumber ?? []));
    return {
      isActive: Instance?.InstanceStatus === 'ACTIVE',
      callsOut: Instance?.OutboundCallsEnabled ?? false,
      numbers,
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};
