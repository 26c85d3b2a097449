import { jsonIn } from '../json.ts';
import { textOf } from '../queue.ts';

/** The id that AWS gives each message received. */
const MESSAGE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What is kept of a reply that can never be handled: the id under which its operator knows it. Never the number that it came
 * from, nor what it says (P8).
 */
export const parkedReply = (body: string): string => {
  const { inboundMessageId } = Object(jsonIn(textOf(jsonIn(body)))) as { readonly inboundMessageId?: unknown };
  const isId = typeof inboundMessageId === 'string' && MESSAGE_ID.test(inboundMessageId);
  return JSON.stringify(isId ? { inboundMessageId } : {});
};
