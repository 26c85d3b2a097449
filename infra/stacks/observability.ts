import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { acknowledge } from '../constructs/acknowledged.ts';
import { monthlyBudget } from '../constructs/budget.ts';
import { readLink } from '../constructs/links.ts';
import { letPublish } from '../constructs/topic.ts';
import type { Watch } from '../constructs/watching/watch.ts';
import { watchesOf } from '../constructs/watching/watches.ts';

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
    if (config.alarms.email !== undefined)
      acknowledge(
        alarms.addSubscription(new EmailSubscription(config.alarms.email)),
        'Serverless-SNSRedrivePolicy',
        'SNS tries a mail for six hours, and the alarm stays on until its cause is gone; a queue of lost mails would wake nobody.',
      );
    const watches = watchesOf(config);
    for (const watch of watches) alarm(this, config, watch).addAlarmAction(new SnsAction(alarms));
    dashboard(this, config, watches);
    monthlyBudget(this, config);
  }
}

/** Where an operator finds the pages, in the version that they deployed. */
const RUNBOOK = 'docs/runbook';

const alarm = (scope: Construct, config: Config, watch: Watch): Alarm =>
  new Alarm(scope, watch.id, {
    alarmName: `aval-${config.stage}-${watch.id}`,
    alarmDescription: `${watch.sentence}. What to do: ${RUNBOOK}/${watch.page}.md`,
    metric: watch.metric,
    threshold: watch.above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: watch.within ?? watch.periods,
    datapointsToAlarm: watch.periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });

const dashboard = (scope: Construct, config: Config, watches: readonly Watch[]): void => {
  const graph = (title: string, ...endings: readonly string[]) =>
    new GraphWidget({
      title,
      width: 12,
      left: watches.filter(({ id }) => endings.some((ending) => id.endsWith(ending))).map(({ metric: shown }) => shown),
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
      [graph('Waiting for a human', '-depth', 'parked'), graph('Failures of functions', '-errors')],
      [graph('Late', '-age', '-messages'), graph('Said in logs', '-failures', '-unreconciled')],
      [graph('Answered with an error', '-5xx'), graph('Reputation at SES', '-rate')],
    ],
  });
};
