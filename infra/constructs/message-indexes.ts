/**
 * The indexes that find messages, and the attribute that each goes by; the names of `shared/adapters/dynamodb/keys.ts`,
 * as a test holds.
 */
export const MESSAGE_INDEXES = [
  { name: 'MessagesOfContact', attribute: 'ofContact' },
  { name: 'MessagesOfDay', attribute: 'ofDay' },
  { name: 'MessagesByReference', attribute: 'ofReference' },
  { name: 'MessagesByProviderId', attribute: 'ofProviderId' },
] as const;
/** The sort key of each. */
export const MESSAGE_POSITION = 'position';

/** The attribute of an item that says when DynamoDB may delete it, in seconds. */
export const EXPIRES_AT = 'expiresAt';
