import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, ContextAttribute } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../config.ts';
import { acknowledge } from './acknowledged.ts';
import { lastQueue } from './queue.ts';

const minutesOf = (name: FunctionName): number => {
  const { trigger }: FunctionEntry = manifest[name];
  if (trigger.kind !== 'schedule') throw new Error(`${name} is not triggered by a schedule.`);
  return trigger.everyMinutes;
};

/**
 * The expression of EventBridge Scheduler: `rate(5 minutes)`, and each minute at its start. A rate counts from when it was made: one that begins at the
 * end of a minute is called now in this one, now in the next, and a minute that is done once would be left out.
 */
const expressionOf = (minutes: number): string => (minutes === 1 ? 'cron(* * * * ? *)' : `rate(${minutes} minutes)`);

/**
 * Calls the function at the manifest's rate; a call that Scheduler cannot deliver ends in a dead-letter queue. Lambda keeps a call until
 * the next is due, and repeats none: `next` says what the next one does in its place.
 */
export const onSchedule = (
  scope: Construct,
  config: Config,
  name: FunctionName,
  { target, next }: { readonly target: LambdaFunction; readonly next: string },
): void => {
  const minutes = minutesOf(name);
  target.configureAsyncInvoke({ maxEventAge: Duration.minutes(minutes), retryAttempts: 0 });
  acknowledge(
    target.node.findChild('EventInvokeConfig'),
    'Serverless-LambdaAsyncFailureDestination',
    `A run that fails needs no repeating: ${next}. Its log counts the failure, which rings.`,
  );
  const undelivered = lastQueue(scope, config, `${name}-dlq`);
  const role = new Role(scope, `${name}-scheduler-role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }));
  const schedule = new CfnSchedule(scope, `${name}-schedule`, {
    name: `aval-${config.stage}-${name}`,
    scheduleExpression: expressionOf(minutes),
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: target.functionArn,
      roleArn: role.roleArn,
      // A `ScheduledCall`. The call may come at any second of its minute, and more than once.
      input: JSON.stringify({ scheduledAt: ContextAttribute.scheduledTime }),
      deadLetterConfig: { arn: undelivered.queueArn },
      retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 2 },
    },
  });
  schedule.node.addDependency(role);
};
