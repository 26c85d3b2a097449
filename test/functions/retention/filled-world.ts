import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { vi } from 'vitest';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../audience/followed-world.ts';
import { aWorldOfCampaigns } from '../campaigns/campaign-functions.ts';
import { ADVERTISER } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { streamed } from './passing-time.ts';

export const [ALIX, CAMILLE, CLAUDE] = [
  'alix.robin@example.com',
  'camille.martin@example.com',
  'claude.henry@example.com',
] as const;
/** Who opposed from the first day, and is known by nothing else. */
export const UNKNOWN = 'inconnu@example.com';

const WITH_TIME = { getRemainingTimeInMillis: () => 60_000 };
const queued = (body: object): SQSEvent =>
  ({
    Records: [{ messageId: 'one', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: '1' } }],
  }) as unknown as SQSEvent;

const example = (name: keyof typeof EXAMPLES) => EXAMPLES[name] as object;

/** A world in which all that one can do was done once: by its routes and functions, not by writing to the table. */
export const aFilledWorld = async () => {
  const world = await aWorldOfCampaigns();
  const of = (email: string) => ({ advertiserId: ADVERTISER, contact: { email } });
  const post = async (name: keyof typeof EXAMPLES, body: object) => {
    const { status, text } = await world.call(name, { body });
    if (status >= 400) throw new Error(`${name} answered ${status}: ${text}`);
  };
  for (const email of [ALIX, CAMILLE, CLAUDE]) await world.agree(email);
  const form = { advertiserId: ADVERTISER, formId: 'checkout', version: '7' };
  await world.call('put-form-version', { path: form, body: example('put-form-version') });
  await followed(() => post('record-sale', { ...example('record-sale'), ...of(ALIX) }));
  const linked = { personRef: 'client-42', attributes: { loyalty: 'gold' } };
  await followed(() => post('declare-contact', { ...of(ALIX), ...linked }));
  await followed(() => post('declare-contact', { ...of(CLAUDE), ...linked }));
  await followed(() => post('declare-contact', { ...of(CAMILLE), ...linked, personRef: 'client-7' }));
  await followed(() => post('record-activity', { ...example('record-activity'), ...of(CAMILLE) }));
  vi.stubEnv('SEND_QUEUE_URL', `${world.queue.url}/000000000000/send`);
  vi.stubEnv('SEND_PARKED_QUEUE_URL', `${world.queue.url}/000000000000/send-parked`);
  const messages = (example('accept-messages') as { readonly messages: readonly object[] }).messages;
  const accepted = await world.call('accept-messages', {
    body: {
      advertiserId: ADVERTISER,
      messages: messages.slice(0, 1).map((each) => ({ ...each, contact: { email: CAMILLE } })),
    },
  });
  const { handler } = await started<typeof import('#functions/workers/send-message.ts')>('workers/send-message');
  const entry = { advertiserId: ADVERTISER, messageId: accepted.body.messages[0].id, attempt: 0 };
  await streamed(() => askedBy('send-message', () => handler(queued(entry), WITH_TIME)));
  await streamed(() => world.create());
  await streamed(async () => world.send(await world.minute()));
  const opposing = { via: 'letter', of: { scope: 'global' } };
  await followed(() => post('register-opposition', { ...of(CLAUDE), ...opposing }));
  await followed(() => post('register-opposition', { ...of(UNKNOWN), ...opposing }));
  const file = { advertiserId: ADVERTISER, bytes: 10, sha256: 'f'.repeat(64) };
  await post('create-upload', file);
  await world.call('create-api-key', { body: example('create-api-key') });
  return world;
};

/** Puts an item as no function does. */
export const plant = async (item: object): Promise<void> => {
  await dynamoDbClient().send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: toImage(item) }));
};

/** Takes an item out of the table. */
export const unplant = async (key: object): Promise<void> => {
  await dynamoDbClient().send(new DeleteItemCommand({ TableName: process.env.TABLE_NAME, Key: toImage(key) }));
};
