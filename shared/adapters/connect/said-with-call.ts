import { ConnectClient, GetContactAttributesCommand } from '@aws-sdk/client-connect';
import type { SaidWithCall } from '#shared/app/feedback/said-with-call.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { STORE_TIMEOUTS_MS } from '../timeouts.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('What was said with a call', cause);
const isMissing = (error: unknown): boolean => Object(error).name === 'ResourceNotFoundException';

/** The client that reads what Amazon Connect keeps of a call. */
export const readingCallClient = (): ConnectClient =>
  new ConnectClient({
    maxAttempts: 3,
    requestHandler: STORE_TIMEOUTS_MS,
  });

/**
 * The attributes of a call, as it was begun with them and its flow set them.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_GetContactAttributes.html
 */
export const saidWithCallOf = (client: ConnectClient): SaidWithCall => ({
  of: async (instanceId, callId) => {
    const command = new GetContactAttributesCommand({ InstanceId: instanceId, InitialContactId: callId });
    try {
      const { Attributes = {} } = await orUnavailable(client.send(command), unreachable, isMissing);
      return Attributes;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});
