/** What the stream of the table says. Apart, so that what only puts messages on queues does not carry what it is read by. */
export { changeOf, parkedChangeOf } from '#shared/adapters/dynamodb/stream-change.ts';
