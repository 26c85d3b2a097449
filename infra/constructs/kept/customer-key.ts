import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Config } from '../../config.ts';
import { serviceIn } from '../grants/key-statements.ts';
import { removalOf } from '../removal.ts';
import { BRINGERS_OF_REPLIES } from '../topic.ts';

/**
 * A customer key under which a stage can store all that it stores; rotated each year.
 *
 * @param region the Region of the stack
 */
export const customerKey = (scope: Stack, config: Config, region: string, description: string): Key => {
  const key = new Key(scope, 'Key', {
    description,
    enableKeyRotation: true,
    removalPolicy: removalOf(config),
  });
  key.addToResourcePolicy(logsOf(scope, config, region));
  key.addToResourcePolicy(publishersOf(scope));
  return key;
};

/** CloudWatch Logs encrypts our log groups, and only ours, and the log of SMS where the stage keeps it. */
const logsOf = (scope: Stack, config: Config, region: string): PolicyStatement => {
  const arnOf = (resourceName: string): string =>
    scope.formatArn({ service: 'logs', resource: 'log-group', resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const own = arnOf(`/aval/${config.stage}/*`);
  // What becomes of SMS is written under names of AWS's own.
  const logGroups = config.keepsSmsStatus
    ? [own, arnOf(`sns/${region}/${scope.account}/DirectPublishToPhoneNumber*`)]
    : own;
  return new PolicyStatement({
    principals: [new ServicePrincipal(serviceIn('logs', region))],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
  });
};

/**
 * The services of this account that publish to our encrypted topics (replies to our SMS, reports on our mail, alarms), and SNS,
 * which brings replies and reports to their encrypted queues, as EventBridge brings events of applications to theirs.
 */
const publishersOf = (scope: Stack): PolicyStatement =>
  new PolicyStatement({
    principals: [
      ...BRINGERS_OF_REPLIES,
      ...['ses', 'sns', 'events', 'cloudwatch'].map((name) => `${name}.amazonaws.com`),
    ].map((service) => new ServicePrincipal(service)),
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
  });
