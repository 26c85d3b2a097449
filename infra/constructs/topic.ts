import { Aws, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Config } from '../config.ts';

/**
 * Who brings a reply to an SMS. The pages of AWS End User Messaging name the first ("Topic policies for Amazon SNS topics"); a
 * report of 2023 says that an encrypted topic took replies of the second alone, under which the same service ran as Amazon
 * Pinpoint (awsdocs/amazon-pinpoint-user-guide, pull request 13). A reply that neither may bring is an opposition lost without
 * a sign.
 */
export const BRINGERS_OF_REPLIES = ['sms-voice.amazonaws.com', 'mobile.amazonaws.com'] as const;

/** The topic of replies by its name: it is of a stack that comes after that of the APIs, whose functions publish on it as well. */
export const repliesTopicArn = (scope: Stack, { stage }: Pick<Config, 'stage'>): string =>
  scope.formatArn({ service: 'sns', resource: `aval-${stage}-sms-replies` });

/** Lets services of AWS publish to the topic on behalf of this account, and no other account. */
export const letPublish = (topic: Topic, ...services: readonly string[]): void => {
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: services.map((service) => new ServicePrincipal(service)),
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
};
