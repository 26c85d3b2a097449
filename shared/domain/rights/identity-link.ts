import type { FactId, MessageId } from '../ids.ts';

/** Begins what the link of a request has in place of the id of a message: no message has it, but by a chance of one in 2^72. */
const OF_REQUEST = 'msg_identityPage';
const LENGTH = 'msg_'.length + 22;

/** How the forms of a page name a request of their contact: nothing in it says whose it is. */
export const markOf = (id: FactId): string => id.slice(id.lastIndexOf('.') + 1);

/** What is in place of a message in the link by which the person of a request shows who they are (docs/decisions/0082): the same request, the same link. */
export const idInLink = (id: FactId): MessageId => `${OF_REQUEST}${markOf(id)}`.slice(0, LENGTH) as MessageId;

/** Whether this is the link of a request: no message carried it, and none is stored under this id. */
export const isOfRequest = (messageId: MessageId): boolean => messageId.startsWith(OF_REQUEST);
