import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { agree, ask } from '../../../journeys/send-path-api.ts';
import { ADVERTISER, must, verdictOf, type World } from './world.ts';

/** 23:30 in Paris: a promotional text waits for eight o'clock. */
const NIGHT = '2026-11-24T22:30:00Z';
const BEFORE_EIGHT = '2026-11-25T06:59:40Z';

export const inReview = async ({ stack, api }: World): Promise<void> => {
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/compte/versions/1`, {
    ...{ mode: 'web', wording: 'Je crée mon compte gratuit. Je peux refuser les offres par e-mail.' },
    channels: [{ channel: 'email', words: 'les offres par e-mail' }],
    ...{ mechanism: 'checkbox', defaultState: 'empty' },
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    refusal: { words: 'Je refuse les offres par e-mail.' },
    shown: { sha256: '6'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00Z' },
  });
  const contact = { email: 'compte@example.fr' };
  await api.post('/v1/sales', {
    ...{
      advertiserId: ADVERTISER,
      contact,
      reference: 'COMPTE-1',
      type: 'free-account',
      soldAt: '2026-05-20T09:00:00Z',
    },
    ...{ lines: [{ category: 'wine' }], form: { formId: 'compte', version: '1' } },
  });
  await ask(api, contact);
  await stack.idle();
  const { reviews } = await api.get(`/v1/reviews?advertiserId=${ADVERTISER}`);
  const [review] = reviews as readonly { id: string }[];
  must(review !== undefined, 'a message of a doubtful sale is in no review');
  await api.post(`/v1/reviews/${review?.id}/decision?advertiserId=${ADVERTISER}`, {
    ...{ decision: 'allowed', reason: 'Compte gratuit : CJUE, C-654/23.', decider: 'Jeanne Roy, DPO' },
  });
  await stack.clock.advance(60);
  await stack.idle();
  must(
    stack.inbox().some(({ to }) => to === contact.email),
    'a message does not leave within a minute of its review',
  );
};

/** What is on the send queue and none of ours ends with a human, who is told. */
export const poisoned = async ({ stack }: World): Promise<void> => {
  const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
  const sqs = new SQSClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const QueueUrl = stack.environmentOf('send-message').SEND_QUEUE_URL;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'no message' }));
  sqs.destroy();
  const isParked = async () => ((await stack.queueDepths())['aval-local-send-parked']?.ready ?? 0) > 0;
  for (let tries = 0; tries < 8 && !(await isParked()); tries += 1) {
    await stack.idle();
    await stack.clock.advance(400);
  }
  must(await isParked(), 'what cannot be read stays on the send queue');
  const ringing = (await stack.alarms()).map(({ name }) => name);
  must(ringing.includes('aval-local-send-parked-depth'), 'nobody is told of what was parked');
};

export const atNight = async (world: World): Promise<void> => {
  const { stack, api } = world;
  const phone = '+33612345602';
  await stack.clock.set(NIGHT);
  await agree(api, { phone });
  const said = await verdictOf(world, { phone });
  must(said.startsWith('deferred'), `a text at night: ${said}`);
  await stack.clock.set(BEFORE_EIGHT);
  await stack.idle();
  const hasLeft = () => stack.smsSink().some(({ to }) => to === phone);
  must(!hasLeft(), 'a text leaves before eight');
  await stack.clock.advance(60);
  await stack.idle();
  must(hasLeft(), 'a text that waited for eight does not leave within a minute');
};

/** A stored item that has a time to go is gone after it: a copy of one, whose time is an hour from now. */
export const expired = async ({ stack }: World): Promise<void> => {
  const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
  const store = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const TableName = stack.environmentOf('put-advertiser').TABLE_NAME ?? '';
  const ofRequests = { FilterExpression: 'entity = :of', ExpressionAttributeValues: { ':of': { S: 'request' } } };
  const { Items = [] } = await store.send(new ScanCommand({ TableName, ...ofRequests }));
  const now = Date.parse(stack.clock.now()) / 1000;
  const [timed = {}] = Items;
  const [time] = Object.entries(timed).find(([, { N }]) => Number(N) > now) ?? [];
  must(time !== undefined, 'nothing that is stored has a time to go');
  const copy = { ...timed, pk: { S: 'WIRING' }, [time ?? '']: { N: String(Math.ceil(now + 3600)) } };
  await store.send(new PutItemCommand({ TableName, Item: copy }));
  await stack.clock.advance(3700);
  const Key = { pk: copy.pk, sk: timed.sk ?? { S: '' } };
  const { Item } = await store.send(new GetItemCommand({ TableName, Key }));
  store.destroy();
  must(Item === undefined, 'what has its time is still there after it');
};
