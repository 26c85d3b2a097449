import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { optedOutLogOf } from '#shared/adapters/sns/opted-out-log.ts';
import type { Instant } from '#shared/domain/ids.ts';

const SINCE = '2026-11-24T10:00:00.000Z' as Instant;
const LOG = 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber/Failure';

/** CloudWatch Logs that answers this, and what it was asked. */
const logWith = (answer: object) => {
  const asked: unknown[] = [];
  const client = {
    send: async ({ input }: { input: unknown }) => {
      asked.push(input);
      return answer;
    },
  } as unknown as CloudWatchLogsClient;
  return { asked, log: optedOutLogOf(client, LOG) };
};

/** As Amazon SNS shows it ("SMS delivery monitoring with Amazon CloudWatch metrics and logs"), with a whole number. */
const line = (change: object = {}) => ({
  timestamp: Date.parse('2026-11-24T10:00:01.000Z'),
  message: JSON.stringify({
    notification: { messageId: '1077257a-92f3-5ca3-bc97-6a915b310625', timestamp: '2026-11-24 10:00:00.559' },
    delivery: {
      ...{ mnc: 0, mcc: 0, destination: '+33639980001', priceInUSD: 0.0, smsType: 'Promotional' },
      ...{ providerResponse: 'Phone number is opted out', dwellTimeMs: 1420, dwellTimeMsUntilDeviceAck: 1692 },
    },
    status: 'FAILURE',
    ...change,
  }),
});

test('asks for the lines of numbers that opted out, unhidden, and reads the number and the time in UTC', async () => {
  const { asked, log } = logWith({ events: [line()], nextToken: 'more' });
  expect(await log.page(SINCE, 'from')).toEqual({
    texts: [
      {
        phone: '+33639980001',
        takenAt: '2026-11-24T10:00:00.559Z',
        loggedAt: '2026-11-24T10:00:01.000Z',
      },
    ],
    next: 'more',
  });
  expect(asked).toEqual([
    {
      logGroupName: LOG,
      filterPattern: '{ $.delivery.providerResponse = "Phone number is opted out" }',
      startTime: Date.parse(SINCE),
      nextToken: 'from',
      unmask: true,
    },
  ]);
});

test.each<[string, object]>([
  ['a number that is hidden', line({ delivery: { destination: '************' } })],
  ['no time', line({ notification: { messageId: 'a', timestamp: 'yesterday' } })],
  ['a day that no month has', line({ notification: { messageId: 'a', timestamp: '2026-13-41 10:00:00.000' } })],
  ['no JSON', { ...line(), message: 'Phone number is opted out' }],
])('a line with %s is said to be unreadable, and never left out', async (_, event) => {
  const { log } = logWith({ events: [event] });
  expect(await log.page(SINCE, undefined)).toEqual({
    texts: [{ unreadable: true, loggedAt: '2026-11-24T10:00:01.000Z' }],
    next: undefined,
  });
});

test('what cannot be read is tried again: no line is taken for none', async () => {
  const client = { send: () => Promise.reject(new Error('ThrottlingException')) } as unknown as CloudWatchLogsClient;
  await expect(optedOutLogOf(client, LOG).page(SINCE, undefined)).rejects.toMatchObject({
    code: 'dependency-unavailable',
  });
});
