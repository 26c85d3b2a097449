import { Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { NO_TEXTS } from '#functions/manifest/sms-route.ts';
import type { TextRoute } from '#shared/domain/sending/text-route.ts';
import type { Config } from '../config.ts';
import { acknowledge, wildcardIn } from '../constructs/acknowledged.ts';
import { policyOf } from '../constructs/function.ts';
import { originationOf } from './end-user-messaging.ts';

/** The configuration set under which the events of a stage's texts are published. */
export const textSetNameOf = ({ stage }: Config): string => `aval-${stage}-sms`;

/** What SMS leave by at End User Messaging. `undefined`: they leave by another, also where events of former ones are still received. */
const leavingBy = ({ endUserMessaging: stated }: Config) => (stated?.isEnding === true ? undefined : stated);

/** What SMS leave by, as its senders read it. */
export const smsRouteOf = (config: Config): string => {
  const stated = leavingBy(config);
  if (stated === undefined) return NO_TEXTS;
  const { protectConfigurationId, maxPriceUsd, longestSeconds } = stated;
  const route: TextRoute = {
    configurationSet: textSetNameOf(config),
    ...originationOf(stated),
    protectConfigurationId,
    maxPriceUsd,
    longestSeconds,
  };
  return JSON.stringify(route);
};

/**
 * What `SendTextMessage` names, as IAM compares it: sender ids, the number or pool, the configuration set, and the protect configuration of
 * the deployer (Service Authorization Reference, "AWS End User Messaging SMS and Voice V2"). A sender id in every country: which are open
 * is for the protect configuration to say, which refuses one text where IAM would keep it waiting. Empty where SMS leave by another.
 */
export const textArns = (scope: Stack, config: Config): readonly string[] => {
  const stated = leavingBy(config);
  if (stated === undefined) return [];
  const { senderIds, number } = originationOf(stated);
  const named = [
    ...senderIds.map((senderId) => `sender-id/${senderId}/*`),
    ...(number === undefined ? [] : [`${number.startsWith('pool-') ? 'pool' : 'phone-number'}/${number}`]),
    `configuration-set/${textSetNameOf(config)}`,
    ...(stated.protectConfigurationId === undefined ? [] : [`protect-configuration/${stated.protectConfigurationId}`]),
  ];
  return named.map((name) => {
    const [resource = '', ...rest] = name.split('/');
    return scope.formatArn({ service: 'sms-voice', resource, resourceName: rest.join('/') });
  });
};

/** The secret of the providers, for what sends texts alone; empty where SMS leave by AWS. */
export const textSecretArns = ({ providers }: Config, secretArn: string): readonly string[] =>
  providers.some(({ channels }) => channels.includes('sms')) ? [secretArn] : [];

/** The same, as what sends texts alone reads it. */
export const textSecretIdOf = (config: Config, secretArn: string): string =>
  textSecretArns(config, secretArn)[0] ?? 'none';

/** Says why this function may send by a sender id in any country. */
export const sendsTexts = (target: LambdaFunction, config: Config): void => {
  for (const arn of textArns(Stack.of(target), config).filter((each) => each.endsWith('/*')))
    acknowledge(
      policyOf(target),
      wildcardIn(target, arn),
      'One sender id of the settings: the last part is the country, and the protect configuration of the stage says which are open.',
    );
};
