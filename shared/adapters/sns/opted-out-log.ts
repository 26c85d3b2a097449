import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod/mini';
import type { OptedOutLog, OptedOutPage } from '#shared/app/feedback/opted-out-log.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { millisecondsOf, toInstant } from '#shared/domain/time/instant.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** Amazon SNS, "SMS delivery failure reasons". */
const PATTERN = '{ $.delivery.providerResponse = "Phone number is opted out" }';

const unreachable = (cause: unknown) => dependencyUnavailable('The log of what became of texts', cause);

/** Amazon SNS, "SMS delivery monitoring with Amazon CloudWatch metrics and logs": its times are in UTC. */
const Line = z.object({
  notification: z.object({
    timestamp: z.string().check(z.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?$/)),
  }),
  delivery: z.object({ destination: z.string().check(z.regex(/^\+[1-9]\d{6,14}$/)) }),
});

const textIn = (message: string, loggedAt: Instant): OptedOutPage['texts'][number] => {
  const { success, data } = Line.safeParse(fieldsOfJson(message));
  const takenAt = success ? Date.parse(`${data.notification.timestamp.replace(' ', 'T')}Z`) : Number.NaN;
  return success && !Number.isNaN(takenAt)
    ? {
        phone: data.delivery.destination,
        takenAt: toInstant(takenAt),
        loggedAt,
      }
    : { unreadable: true, loggedAt };
};

/** The client of CloudWatch Logs. */
export const logsClient = (): CloudWatchLogsClient =>
  new CloudWatchLogsClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  });

/**
 * What SNS wrote of texts to numbers that had opted out, from the log of those that did not arrive (`logGroupName`); the numbers are hidden
 * there from every reader but who may `logs:Unmask`.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export const optedOutLogOf = (client: CloudWatchLogsClient, logGroupName: string): OptedOutLog => ({
  channel: 'sms',
  page: async (since, from) => {
    const { events = [], nextToken } = await orUnavailable(
      client.send(
        new FilterLogEventsCommand({
          logGroupName,
          filterPattern: PATTERN,
          startTime: millisecondsOf(since),
          nextToken: from,
          unmask: true,
        }),
      ),
      unreachable,
    );
    const texts = events.map(({ message = '', timestamp = millisecondsOf(since) }) =>
      textIn(message, toInstant(timestamp)),
    );
    return { texts, next: nextToken };
  },
});
