import { Aws, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnConfigurationSet, CfnProtectConfiguration } from 'aws-cdk-lib/aws-smsvoice';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Config } from '../config.ts';
import type { WorkQueue } from '../constructs/queue.ts';
import { SMS_COUNTRIES } from '../routes/countries-of-end-user-messaging.ts';
import { textSetNameOf } from '../routes/sms-route.ts';

/**
 * Where SMS leave by End User Messaging: the configuration set under which they are sent, the topic of its events, which wait in the queue of
 * what is reported of messages, and the protect configuration that opens the countries of the settings alone. Numbers, pools and sender
 * ids are referred to and never made. Nothing where SMS leave by another.
 */
export const texts = (scope: Stack, config: Config, key: IKey, reports: WorkQueue): void => {
  const { endUserMessaging: stated, stage } = config;
  if (stated === undefined) return;
  const topic = new Topic(scope, 'text-feedback-topic', {
    topicName: `aval-${stage}-text-feedback`,
    masterKey: key,
    enforceSSL: true,
  });
  letSetPublish(scope, config, topic);
  topic.addSubscription(new SqsSubscription(reports.queue, { deadLetterQueue: reports.deadLetters }));
  const own =
    stated.protectConfigurationId === undefined
      ? countriesOf(scope, stated.countries).attrProtectConfigurationId
      : undefined;
  const set = new CfnConfigurationSet(scope, 'TextConfigurationSet', {
    configurationSetName: textSetNameOf(config),
    ...(own === undefined ? {} : { protectConfigurationId: own }),
    eventDestinations: [
      {
        eventDestinationName: 'feedback',
        enabled: true,
        // All of them: a kind of tomorrow may be a person who opted out.
        matchingEventTypes: ['TEXT_ALL'],
        snsDestination: { topicArn: topic.topicArn },
      },
    ],
  });
  set.node.addDependency(topic);
};

/** AWS End User Messaging SMS, "Amazon SNS access policy": of this configuration set of this account, and of nobody else. */
const letSetPublish = (scope: Stack, config: Config, topic: Topic): void => {
  const sourceArn = scope.formatArn({
    service: 'sms-voice',
    resource: 'configuration-set',
    resourceName: textSetNameOf(config),
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:SourceArn': sourceArn },
      },
    }),
  );
};

/** A country without a rule is open (AWS End User Messaging SMS, "Fraud Protection"), so that each has one. */
const countriesOf = (scope: Stack, open: readonly string[]): CfnProtectConfiguration =>
  new CfnProtectConfiguration(scope, 'TextCountries', {
    countryRuleSet: {
      sms: SMS_COUNTRIES.map((countryCode) => ({
        countryCode,
        protectStatus: open.includes(countryCode) ? 'ALLOW' : 'BLOCK',
      })),
    },
  });
