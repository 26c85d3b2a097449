import { Duration } from 'aws-cdk-lib';
import type { Config } from '../../config.ts';
import { functionNameOf } from '../function.ts';
import { metric, type Watch } from './watch.ts';

/** How long the oldest message of a queue has waited, in seconds. */
const age = (config: Config, queue: string) =>
  metric('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName: `aval-${config.stage}-${queue}` }, 'Maximum');

/** What may be an opposition rings after five minutes. */
const perhapsOpposition = (config: Config, queue: string, sentence: string): Watch => ({
  id: `${queue}-age`,
  sentence,
  page: 'unregistered-oppositions',
  metric: age(config, queue),
  above: Duration.minutes(5).toSeconds(),
  periods: 1,
});

/** Stored is not yet enqueued, or enqueued is not yet sent: a backlog in minutes. */
export const lateness = (config: Config): readonly Watch[] => [
  {
    id: 'outbox-iterator-age',
    sentence: 'Accepted messages are enqueued more than five minutes late',
    page: 'late-messages',
    metric: metric('AWS/Lambda', 'IteratorAge', { FunctionName: functionNameOf(config, 'outbox') }, 'Maximum'),
    above: Duration.minutes(5).toMilliseconds(),
    periods: 3,
  },
  {
    id: 'project-iterator-age',
    sentence:
      'The audience index follows more than five minutes late: campaigns may select who has just opposed, and are refused',
    page: 'late-messages',
    metric: metric('AWS/Lambda', 'IteratorAge', { FunctionName: functionNameOf(config, 'project') }, 'Maximum'),
    above: Duration.minutes(5).toMilliseconds(),
    periods: 3,
  },
  {
    id: 'send-age',
    sentence: 'The oldest message to send has waited for more than an hour',
    page: 'late-messages',
    metric: age(config, 'send'),
    above: Duration.hours(1).toSeconds(),
    periods: 5,
  },
  {
    id: 'campaign-age',
    sentence:
      'Recipients of a campaign have waited in its queue, which holds two minutes of work, for more than an hour',
    page: 'late-messages',
    metric: age(config, 'campaign'),
    above: Duration.hours(1).toSeconds(),
    periods: 5,
  },
  {
    id: 'jobs-age',
    sentence: 'A job on an uploaded file has not gone on for more than an hour',
    page: 'late-messages',
    metric: age(config, 'jobs'),
    above: Duration.hours(1).toSeconds(),
    periods: 5,
  },
  perhapsOpposition(config, 'sms-replies', 'A reply by SMS, perhaps an opposition, has waited for five minutes'),
  // One that comes before its sender is done comes again after three minutes.
  perhapsOpposition(
    config,
    'email-feedback',
    'A report on a mail or a text, perhaps a complaint, has waited for five minutes',
  ),
  perhapsOpposition(config, 'opposition-mails', 'A mail that opposes has waited for five minutes'),
  perhapsOpposition(
    config,
    'inbound-events',
    'An event of an application, perhaps an opposition, has waited for five minutes',
  ),
];
