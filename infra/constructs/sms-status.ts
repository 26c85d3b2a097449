import { ArnFormat, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CustomDataIdentifier,
  DataProtectionPolicy,
  FilterPattern,
  LogGroup,
  MetricFilter,
  RetentionDays,
} from 'aws-cdk-lib/aws-logs';
import { namespaceOf } from '#functions/manifest/figures.ts';
import type { Config } from '../config.ts';
import { acknowledge, wildcardIn } from './acknowledged.ts';
import type { Platform } from './function.ts';
import { publishLink } from './links.ts';

/**
 * Where SNS writes what became of each SMS, one log for those that arrived and one for those that did not. The names are AWS's own, for
 * the account and Region (Amazon SNS, "Viewing Amazon CloudWatch metrics and logs for SMS deliveries").
 */
const LOGS = [
  { id: 'Delivered', path: '', metricName: 'sms-delivered', says: 'SUCCESS', label: 'arrived' },
  { id: 'NotDelivered', path: '/Failure', metricName: 'sms-not-delivered', says: 'FAILURE', label: 'did not arrive' },
] as const;

const nameOf = ({ region, account }: Stack, path: string): string =>
  `sns/${region}/${account}/DirectPublishToPhoneNumber${path}`;

/** The log of SMS that did not arrive, for who reads there who had opted out; its ARN as IAM compares it, with its streams. None where the stage keeps none. */
export const notDeliveredLog = (scope: Stack, { keepsSmsStatus }: Config) => {
  const name = nameOf(scope, '/Failure');
  const arn = scope.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: `${name}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return keepsSmsStatus ? { name, arns: [arn] } : { name: 'none', arns: [] };
};

/** A telephone number as SNS writes it. */
const NUMBER = '\\+[0-9]{6,15}';

/** What arrived and what did not, each hour, for one graph; none where the stage keeps nothing of it. */
export const smsStatusMetrics = ({ stage, keepsSmsStatus }: Config): readonly (readonly Metric[])[] =>
  keepsSmsStatus
    ? [
        LOGS.map(
          ({ metricName, label }) =>
            new Metric({
              namespace: namespaceOf(stage),
              metricName,
              label,
              statistic: 'Sum',
              period: Duration.hours(1),
            }),
        ),
      ]
    : [];

/**
 * What SNS reports of SMS: logged for a week under the key of the stage with the numbers masked, and counted. SNS writes once the account has the role
 * (`aval account`), and there is one such role for an account and Region: one stage has this.
 */
export const smsStatus = (scope: Stack, { config, key }: Pick<Platform, 'config' | 'key'>): void => {
  if (!config.keepsSmsStatus) return;
  const role = new Role(scope, 'SmsStatusRole', {
    assumedBy: new ServicePrincipal('sns.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
    }),
    description: `Aval ${config.stage}: SNS writes what became of each SMS`,
  });
  for (const { id, path, metricName, says } of LOGS) {
    const logGroupName = nameOf(scope, path);
    const logGroup = new LogGroup(scope, `Sms${id}`, {
      logGroupName,
      encryptionKey: key,
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
      dataProtectionPolicy: new DataProtectionPolicy({
        name: `aval-${config.stage}-numbers`,
        description: 'Nobody reads a telephone number here.',
        identifiers: [new CustomDataIdentifier('TelephoneNumber', NUMBER)],
      }),
    });
    new MetricFilter(logGroup, 'counted', {
      logGroup,
      metricNamespace: namespaceOf(config.stage),
      metricName,
      filterPattern: FilterPattern.allTerms(says),
      metricValue: '1',
      defaultValue: 0,
    });
    const streams = scope.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${logGroupName}:log-stream:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [streams] }),
    );
    acknowledge(
      role.node.findChild('DefaultPolicy'),
      wildcardIn(scope, streams),
      'The streams of this log alone, which SNS names when it writes.',
    );
  }
  publishLink(scope, config.stage, 'sms-status-role-arn', role.roleArn);
};
