import { Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
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
import { dashboard } from '../constructs/watching/dashboard.ts';
import { countTurnedAway } from '../constructs/watching/logged.ts';
import { stoppedAdvertisers } from '../constructs/watching/stopped-advertisers.ts';
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
    countTurnedAway(this, config);
    stoppedAdvertisers(this, config, alarms, `${RUNBOOK}/reputation.md`);
    const watches = watchesOf(this, config);
    const all = watches.map((watch) => alarm(this, config, watch));
    for (const each of all) each.addAlarmAction(new SnsAction(alarms));
    dashboard(this, config, watches, all);
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
