import type { Stack } from 'aws-cdk-lib';
import { BY_SNS, type SmsRoute } from '#functions/manifest/sms-route.ts';
import type { Config } from '../config.ts';
import { originationOf } from './end-user-messaging.ts';

/** The configuration set under which the events of a stage's texts are published. */
export const textSetNameOf = ({ stage }: Config): string => `aval-${stage}-sms`;

/** What SMS leave by, as its senders read it. */
export const smsRouteOf = (config: Config): string => {
  const { endUserMessaging: stated } = config;
  if (stated === undefined) return BY_SNS;
  const { protectConfigurationId, maxPriceUsd, longestSeconds } = stated;
  const route: SmsRoute = {
    configurationSet: textSetNameOf(config),
    ...originationOf(stated),
    ...{ protectConfigurationId, maxPriceUsd, longestSeconds },
  };
  return JSON.stringify(route);
};

/**
 * What `SendTextMessage` names, as IAM compares it: sender ids in each country where texts go, the number or pool, the configuration set, and
 * the protect configuration of the deployer (Service Authorization Reference, "AWS End User Messaging SMS and Voice V2"). Empty where SMS
 * leave by another.
 */
export const textArns = (scope: Stack, config: Config): readonly string[] => {
  const { endUserMessaging: stated } = config;
  if (stated === undefined) return [];
  const { senderIds, number } = originationOf(stated);
  const named = [
    ...senderIds.flatMap((senderId) => stated.countries.map((country) => `sender-id/${senderId}/${country}`)),
    ...(number === undefined ? [] : [`${number.startsWith('pool-') ? 'pool' : 'phone-number'}/${number}`]),
    `configuration-set/${textSetNameOf(config)}`,
    ...(stated.protectConfigurationId === undefined ? [] : [`protect-configuration/${stated.protectConfigurationId}`]),
  ];
  return named.map((name) => {
    const [resource = '', ...rest] = name.split('/');
    return scope.formatArn({ service: 'sms-voice', resource, resourceName: rest.join('/') });
  });
};
