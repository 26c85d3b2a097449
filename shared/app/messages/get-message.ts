import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Messages } from './messages.port.ts';

/** The present state of a message. Throws `message-not-found`. */
export const getMessage = async (
  ports: { readonly messages: Pick<Messages, 'get'> },
  command: { readonly access: AdvertiserAccess; readonly messageId: MessageId },
): Promise<Message> => {
  const message = await ports.messages.get(command.access, command.messageId);
  if (!message) throw messageNotFound();
  return message;
};
