import { Failure } from '#shared/domain/failure.ts';
import { type AcceptedMessage, acceptMessages, type RequestedMessage } from './accept-messages.ts';

type Command = Parameters<typeof acceptMessages>[1];

/** Stores one message (`acceptMessages`). Throws what is wrong with it. */
export const acceptMessage = async (
  ports: Parameters<typeof acceptMessages>[0],
  { requested, ...command }: Omit<Command, 'items'> & { readonly requested: RequestedMessage | Failure | undefined },
): Promise<AcceptedMessage> => {
  const [outcome] = await acceptMessages(ports, { ...command, items: requested === undefined ? [] : [requested] });
  if (outcome === undefined || outcome instanceof Failure) throw outcome;
  return outcome;
};
