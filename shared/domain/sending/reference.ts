import type { MessageId } from '../ids.ts';

/** Our name of a message as every provider can echo it: the 128 bits of its id in 32 hexadecimal digits. */
export const providerReferenceOf = (messageId: MessageId): string =>
  Buffer.from(messageId.slice('msg_'.length), 'base64url').toString('hex');
