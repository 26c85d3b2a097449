import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Messages } from './messages.port.ts';

/** A message as it stands. Throws `message-not-found`. */
export const getMessage = async (
  ports: { readonly messages: Pick<Messages, 'get'> },
  command: { readonly scope: AdvertiserScope; readonly messageId: MessageId },
): Promise<Message> => {
  const message = await ports.messages.get(command.scope, command.messageId);
  if (!message) throw messageNotFound();
  return message;
};
