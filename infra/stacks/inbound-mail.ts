import type { Stack } from 'aws-cdk-lib';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Config } from '../config.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { publishLink } from '../constructs/links.ts';
import { feedFromQueue, workQueue } from '../constructs/queue.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';
import { letPublish } from '../constructs/topic.ts';

/**
 * Mails that oppose: receipt rule, topic, encrypted queue, function. Where the configuration names no inbox, no rule is there and
 * nothing runs, so that nothing costs.
 */
export const inboundMail = (scope: Stack, platform: Platform): void => {
  const { config, key } = platform;
  const { stage, inbox } = config;
  const mails = workQueue(scope, config, 'apply-opposition-mail', key);
  publishLink(scope, stage, 'opposition-mails-queue-url', mails.queue.queueUrl);
  publishLink(scope, stage, 'opposition-mails-queue-arn', mails.queue.queueArn);
  const { table } = ledgerArns(scope, stage);
  const { token } = storedArns(scope, stage);
  const { STAGE, TABLE_NAME } = ledgerEnvironment(scope, stage);
  const target = avalFunction(scope, 'apply-opposition-mail', platform, {
    environment: { STAGE, TABLE_NAME, TOKEN_SECRET_ID: token },
    grantArns: { table, 'secret:token': [token] },
  });
  feedFromQueue('apply-opposition-mail', target, mails.queue, inbox !== undefined);
  if (inbox === undefined) return;
  const topic = new Topic(scope, 'opposition-mails-topic', {
    topicName: `aval-${stage}-opposition-mails`,
    masterKey: key,
    enforceSSL: true,
  });
  letPublish(topic, 'ses.amazonaws.com');
  topic.addSubscription(new SqsSubscription(mails.queue, { deadLetterQueue: mails.deadLetters }));
  receive(scope, stage, inbox, topic);
};

/**
 * The rule that takes what is addressed to the inbox. It keeps no mail: `Stop` ends the rules and publishes the envelope and the
 * headers. Mail in clear is taken as well, since it opposes all the same. Of a rule set that is yours it is one more rule, after
 * the one that you name; no rule set is ever made the active one.
 */
const receive = (scope: Stack, stage: string, inbox: NonNullable<Config['inbox']>, topic: Topic): void => {
  const own =
    inbox.ruleSet === undefined
      ? new CfnReceiptRuleSet(scope, 'inbox-rules', { ruleSetName: `aval-${stage}` })
      : undefined;
  const rule = new CfnReceiptRule(scope, 'inbox-rule', {
    ruleSetName: inbox.ruleSet ?? `aval-${stage}`,
    ...(inbox.after === undefined ? {} : { after: inbox.after }),
    rule: {
      name: `aval-${stage}-oppositions`,
      enabled: true,
      recipients: [inbox.domain],
      scanEnabled: false,
      tlsPolicy: 'Optional',
      actions: [{ stopAction: { scope: 'RuleSet', topicArn: topic.topicArn } }],
    },
  });
  if (own !== undefined) rule.addResourceDependency(own);
  rule.node.addDependency(topic);
};
