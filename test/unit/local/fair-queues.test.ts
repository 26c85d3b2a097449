import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { FairShares } from '#local/emulators/fair-shares.ts';
import { startMessaging } from '#local/emulators/messaging.ts';

const line = (...groups: string[]) => groups.map((group, oldest) => ({ group, oldest }));

test('who has thirty in flight, more than a tenth of all, comes after the others', () => {
  const shares = new FairShares();
  for (let index = 0; index < 29; index += 1) shares.taken(`a${index}`, 'a', 1000);
  expect(shares.next(line('a', 'b'), 1000)).toBe('a');
  shares.taken('a29', 'a', 1000);
  expect(shares.next(line('a', 'b'), 1000)).toBe('b');
  expect(shares.next(line('a'), 1000)).toBe('a');
});

test('who took more than a tenth of the recent working time comes after the others, until five minutes are over', () => {
  const shares = new FairShares();
  for (const [group, lasted] of [
    ['a', 900],
    ['b', 50],
    ['c', 50],
  ] as const) {
    shares.taken(group, group, 0);
    shares.ended(group, lasted);
  }
  expect(shares.next(line('a', 'b'), 1000)).toBe('b');
  expect(shares.next(line('a', 'b'), 302_000)).toBe('a');
});

test('of several that are noisy, who has the fewest in flight comes first', () => {
  const shares = new FairShares();
  for (let index = 0; index < 40; index += 1) shares.taken(`a${index}`, 'a', 0);
  for (let index = 0; index < 30; index += 1) shares.taken(`b${index}`, 'b', 0);
  expect(shares.next(line('a', 'b'), 0)).toBe('b');
});

test('the local queue gives a message of another before the rest of a backlog', async () => {
  const messaging = await startMessaging({
    init: { queues: [{ name: 'work' }] },
    region: 'eu-west-3',
    offset: new SharedArrayBuffer(8),
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new SQSClient({ endpoint: messaging.messagingUrl, region: 'eu-west-3', credentials });
  const QueueUrl = `${messaging.messagingUrl}/000000000000/work`;
  const put = (group: string, name: string) =>
    client.send(new SendMessageCommand({ QueueUrl, MessageBody: name, MessageGroupId: group }));
  const take = async () => {
    const command = new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] });
    const [message] = (await client.send(command)).Messages ?? [];
    return message;
  };
  try {
    for (let index = 0; index < 5; index += 1) await put('a', `a${index}`);
    const first = await take();
    expect([first?.Body, first?.Attributes?.MessageGroupId]).toEqual(['a0', 'a']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
    await put('b', 'b0');
    const order = [];
    for (let index = 0; index < 5; index += 1) order.push((await take())?.Body);
    expect(order).toEqual(['b0', 'a1', 'a2', 'a3', 'a4']);
  } finally {
    client.destroy();
    await messaging.stop();
  }
});
