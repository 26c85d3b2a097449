import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  Metric,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { FUNCTION_NAMES } from '../bundle.ts';
import type { Config } from '../config.ts';
import { monthlyBudget } from '../constructs/budget.ts';
import { functionNameOf } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { letPublish } from '../constructs/topic.ts';

/** Queues where one message already is news. */
const LAST_QUEUES = [
  'send-dlq',
  'send-parked',
  'sms-replies-dlq',
  'release-due-messages-dlq',
  'release-reviewed-messages-dlq',
] as const;

interface Watch {
  readonly id: string;
  readonly sentence: string;
  readonly metric: Metric;
  readonly above: number;
  readonly periods: number;
}

/** What wakes a human, and the one page to look at then. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, props: StackProps) {
    super(scope, id, props);
    const alarms = new Topic(this, 'Alarms', {
      topicName: `aval-${config.stage}-alarms`,
      masterKey: Key.fromKeyArn(this, 'Key', readLink(this, config.stage, 'key-arn')),
      enforceSSL: true,
    });
    letPublish(alarms, 'cloudwatch.amazonaws.com');
    if (config.alarmEmail !== undefined) alarms.addSubscription(new EmailSubscription(config.alarmEmail));
    const watches = [...LAST_QUEUES.map(depth(config)), ...FUNCTION_NAMES.map(errors(config)), ...lateness(config)];
    for (const watch of watches) alarm(this, config, watch).addAlarmAction(new SnsAction(alarms));
    dashboard(this, config, watches);
    monthlyBudget(this, config);
  }
}

const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string,
): Metric => new Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(1) });

const depth =
  (config: Config) =>
  (queue: (typeof LAST_QUEUES)[number]): Watch => ({
    id: `${queue}-depth`,
    sentence: `Messages wait for a human in ${queue}`,
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
    metric: metric('AWS/Lambda', 'Errors', { FunctionName: functionNameOf(config, name) }, 'Sum'),
    above: 0,
    periods: 3,
  });

/** Stored is not yet enqueued, or enqueued is not yet sent: a backlog in minutes. */
const lateness = (config: Config): readonly Watch[] => [
  {
    id: 'outbox-iterator-age',
    sentence: 'Accepted messages are enqueued more than five minutes late',
    metric: metric('AWS/Lambda', 'IteratorAge', { FunctionName: functionNameOf(config, 'outbox') }, 'Maximum'),
    above: Duration.minutes(5).toMilliseconds(),
    periods: 3,
  },
  {
    id: 'send-age',
    sentence: 'The oldest message to send has waited for more than an hour',
    metric: metric('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName: `aval-${config.stage}-send` }, 'Maximum'),
    above: Duration.hours(1).toSeconds(),
    periods: 5,
  },
];

const alarm = (scope: Construct, config: Config, watch: Watch): Alarm =>
  new Alarm(scope, watch.id, {
    alarmName: `aval-${config.stage}-${watch.id}`,
    alarmDescription: watch.sentence,
    metric: watch.metric,
    threshold: watch.above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: watch.periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });

const dashboard = (scope: Construct, config: Config, watches: readonly Watch[]): void => {
  const graph = (title: string, ending: string) =>
    new GraphWidget({
      title,
      width: 12,
      left: watches.filter(({ id }) => id.endsWith(ending)).map(({ metric: shown }) => shown),
    });
  new Dashboard(scope, 'Dashboard', {
    dashboardName: `aval-${config.stage}`,
    widgets: [
      [
        new TextWidget({
          width: 24,
          height: 1,
          markdown: `Aval, stage ${config.stage}: what waits, what fails, what is late`,
        }),
      ],
      [graph('Waiting for a human', '-depth'), graph('Failures of functions', '-errors')],
      [graph('Late', '-age')],
    ],
  });
};
