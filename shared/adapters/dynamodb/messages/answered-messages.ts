import type { AnsweredMessages } from '#shared/app/replies/answered-messages.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId, MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { messagesByProviderId } from '../deployment-keys.ts';
import { MESSAGE_INDEXES } from '../keys.ts';
import { queryItems, type Table, toImage } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The index of messages by their provider', cause);

/** What the index finds a message by, where its provider named it. */
export const indexedByProvider = ({ providerMessageId }: Partial<Message>): { readonly ofProviderId?: string } =>
  providerMessageId === undefined ? {} : { ofProviderId: messagesByProviderId(providerMessageId) };

/** By the keys of an index that holds nothing else, and from which a message goes when it is deleted. */
export const answeredMessagesOf = (table: Table): Pick<AnsweredMessages, 'withProviderId'> => ({
  withProviderId: async (providerMessageId) => {
    const { name, attribute } = MESSAGE_INDEXES.providerId;
    const query = {
      IndexName: name,
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': attribute },
      ExpressionAttributeValues: toImage({ ':partition': messagesByProviderId(providerMessageId) }),
    };
    const keys = await queryItems(table, query, unreachable);
    return keys.flatMap(({ pk }) => {
      const [, advertiser, message] = String(pk).split('#');
      const advertiserId = AdvertiserId.safeParse(advertiser).data;
      const messageId = MessageId.safeParse(message).data;
      return advertiserId === undefined || messageId === undefined ? [] : [{ advertiserId, messageId }];
    });
  },
});
