import { Duration, type Stack } from 'aws-cdk-lib';
import { FUNCTION_NAMES } from '../../bundle.ts';
import type { Config } from '../../config.ts';
import { REPLICA_RULE, replicaBucketOf } from '../../journal-replica.ts';
import { functionNameOf } from '../function.ts';
import { hasReplica } from '../kept/journal-copy.ts';
import { readLink } from '../links.ts';
import { lateness } from './lateness.ts';
import { answersNobody } from './logged.ts';
import { failingMinutesOf, ringsOf } from './rings.ts';
import { turnedAway } from './turned-away.ts';
import { metric, type Watch } from './watch.ts';

/** Queues where one message already is news. */
const LAST_QUEUES = [
  'send-dlq',
  'send-parked',
  'campaign-dlq',
  'outbox-parked',
  'project-parked',
  'sms-replies-dlq',
  'email-feedback-dlq',
  'opposition-mails-dlq',
  'inbound-events-dlq',
  'jobs-dlq',
  'release-due-messages-dlq',
  'dispatch-campaigns-dlq',
  'release-reviewed-messages-dlq',
  'sweep-dlq',
  'reconcile-suppressions-dlq',
  'audit-hand-offs-dlq',
  'expire-dlq',
] as const;

const depth =
  (config: Config) =>
  (queue: (typeof LAST_QUEUES)[number]): Watch => ({
    id: `${queue}-depth`,
    sentence: `Messages wait for a human in ${queue}`,
    page: 'waiting-for-a-human',
    metric: metric(
      'AWS/SQS',
      'ApproximateNumberOfMessagesVisible',
      { QueueName: `aval-${config.stage}-${queue}` },
      'Maximum',
    ),
    above: 0,
    periods: 1,
  });

const errors =
  (config: Config) =>
  (name: (typeof FUNCTION_NAMES)[number]): Watch => ({
    id: `${name}-errors`,
    sentence: `${name} fails`,
    page: 'failing-functions',
    metric: metric('AWS/Lambda', 'Errors', { FunctionName: functionNameOf(config, name) }, 'Sum'),
    above: 0,
    periods: failingMinutesOf(name),
  });

const APIS = ['application', 'public'] as const;
const unanswered =
  (config: Config) =>
  (name: (typeof APIS)[number]): Watch => ({
    id: `${name}-5xx`,
    sentence:
      name === 'public' ? 'Somebody who wanted to oppose was answered an error' : 'Applications are answered errors',
    page: 'answered-errors',
    metric: metric('AWS/ApiGateway', '5XXError', { ApiName: `aval-${config.stage}-${name}` }, 'Sum'),
    above: 0,
    periods: name === 'public' ? 1 : 3,
  });

/**
 * Of the whole account. SES reviews an account at 5 % of bounces or 0.1 % of complaints, and may stop it at 10 % or 0.5 %
 * (Amazon SES, "Monitoring your sender reputation"). It gives these numbers only now and then: an alarm that looked at each
 * minute would end between two of them and ring again with the next.
 */
const reputation = (metricName: string, sentence: string, above: number): Watch => ({
  id: metricName === 'BounceRate' ? 'bounce-rate' : 'complaint-rate',
  sentence,
  page: 'reputation',
  metric: metric('AWS/SES', `Reputation.${metricName}`, {}, 'Maximum', Duration.hours(1)),
  above,
  periods: 1,
});
const REPUTATION: readonly Watch[] = [
  reputation('BounceRate', 'Four mails of a hundred come back: SES reviews the account at five', 0.04),
  reputation('ComplaintRate', 'Eight mails of ten thousand are called spam: SES reviews the account at ten', 0.0008),
];

/** Alarms cost by the month: where no application may speak by events, or no mail arrives, nobody is woken for what cannot happen. */
const isInUse = ({ eventSources, inbox }: Config, { id }: Watch): boolean =>
  (eventSources.length > 0 || !/^(?:inbound-events|apply-event)-/.test(id)) &&
  (inbox !== undefined || !/^(?:(?:opposition-mails|apply-opposition-mail)-|unreadable-mailboxes$)/.test(id));

/** All that wakes a human. */
export const watchesOf = (scope: Stack, config: Config): readonly Watch[] =>
  everyWatch(scope, config).filter((each) => isInUse(config, each));

/** S3 counts what it could not copy in the Region of the journal (Amazon S3, "Using S3 Replication metrics"); it tries no entry again. */
const uncopied = (scope: Stack, config: Config): readonly Watch[] =>
  hasReplica(config)
    ? [
        {
          id: 'journal-uncopied',
          sentence: `Entries of the journal were not copied to ${config.journalReplica.region}`,
          page: 'failing-functions',
          metric: metric(
            'AWS/S3',
            'OperationsFailedReplication',
            {
              SourceBucket: readLink(scope, config.stage, 'journal-bucket-name'),
              DestinationBucket: replicaBucketOf(config, scope.account),
              RuleId: REPLICA_RULE,
            },
            'Sum',
          ),
          above: 0,
          periods: 1,
        },
      ]
    : [];

const everyWatch = (scope: Stack, config: Config): readonly Watch[] => [
  ...LAST_QUEUES.map(depth(config)),
  ...FUNCTION_NAMES.filter(answersNobody).map(errors(config)),
  ...FUNCTION_NAMES.flatMap(ringsOf(config)),
  ...APIS.map(unanswered(config)),
  ...lateness(config),
  ...turnedAway(config),
  ...REPUTATION,
  ...uncopied(scope, config),
];
