import { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Config } from '../../config.ts';
import { acknowledge } from '../acknowledged.ts';

/** What SES publishes when it stops a tenant, and when it lets it go on (Amazon EventBridge, "Amazon Simple Email Service events"). */
const KINDS = ['Sending Status Disabled', 'Sending Status Enabled'];

/**
 * SES stops the mail of one advertiser by itself when too much of it comes back: whom alarms reach is written to at once, with the
 * tenant, which names the advertiser, and the cause that SES gives. On this machine SES stops nobody.
 */
export const stoppedAdvertisers = (scope: Stack, config: Config, alarms: Topic, page: string): void => {
  if (config.isLocal) return;
  const tenants = Stack.of(scope).formatArn({
    service: 'ses',
    resource: 'tenant',
    resourceName: `aval-${config.stage}_`,
  });
  const rule = new CfnRule(scope, 'stopped-advertisers', {
    name: `aval-${config.stage}-stopped-advertisers`,
    description: 'Says that SES stopped the mail of one advertiser, or lets it go on',
    eventPattern: { source: ['aws.ses'], 'detail-type': KINDS, resources: [{ prefix: tenants }] },
    state: 'ENABLED',
    targets: [
      {
        id: 'alarms',
        arn: alarms.topicArn,
        inputTransformer: {
          inputPathsMap: { what: '$.detail-type', tenant: '$.resources[0]', cause: '$.detail.data.record.cause' },
          inputTemplate: `"SES: <what> for one advertiser, whose tenant is <tenant>. Cause: <cause>. What to do: ${page}"`,
        },
      },
    ],
  });
  acknowledge(
    rule,
    'Serverless-EventBusDLQ',
    'EventBridge tries for a day, and SES promises no more than its best effort: while a tenant is stopped its messages wait, and late-messages or untaken-campaigns rings.',
  );
  alarms.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [alarms.topicArn],
      conditions: { ArnEquals: { 'aws:SourceArn': rule.attrArn } },
    }),
  );
};
