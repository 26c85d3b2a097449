import type { Stack } from 'aws-cdk-lib';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Config } from '../config.ts';
import { acknowledge, wildcardIn } from '../constructs/acknowledged.ts';
import { avalFunction, type Platform, policyOf } from '../constructs/function.ts';
import { publishLink, readLink } from '../constructs/links.ts';
import { feedFromQueue, workQueue } from '../constructs/queue.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';
import { letPublish } from '../constructs/topic.ts';
import { FOLDER_OF_MAILS } from './buckets.ts';

/**
 * Mails that oppose: receipt rule, topic, encrypted queue, function. Where the configuration names no inbox, no rule is there and
 * nothing runs, so that nothing costs.
 */
export const inboundMail = (scope: Stack, platform: Platform): void => {
  const { config, key } = platform;
  const { stage, inbox } = config;
  const work = workQueue(scope, config, 'apply-opposition-mail', key);
  publishLink(scope, stage, 'opposition-mails-queue-url', work.queue.queueUrl);
  publishLink(scope, stage, 'opposition-mails-queue-arn', work.queue.queueArn);
  const { token, uploads } = storedArns(scope, stage);
  const mails = `${uploads}/${FOLDER_OF_MAILS}*`;
  const { KEY_ARN: _, ...environment } = ledgerEnvironment(scope, stage);
  const target = avalFunction(scope, 'apply-opposition-mail', platform, {
    environment: {
      ...environment,
      TOKEN_SECRET_ID: token,
      UPLOAD_BUCKET: readLink(scope, stage, 'upload-bucket-name'),
      REPLIES_DOMAIN: inbox?.replies ?? 'none',
    },
    grantArns: {
      ...ledgerArns(scope, stage),
      'secret:token': [token],
      'mails:take': [uploads, mails],
    },
  });
  acknowledge(
    policyOf(target),
    wildcardIn(scope, mails),
    'One folder of the bucket: SES names each mail that it keeps there by an id of its own, which is not known in advance.',
  );
  feedFromQueue('apply-opposition-mail', target, work.queue, inbox !== undefined);
  if (inbox === undefined) return;
  const topic = new Topic(scope, 'opposition-mails-topic', {
    topicName: `aval-${stage}-opposition-mails`,
    masterKey: key,
    enforceSSL: true,
  });
  letPublish(topic, 'ses.amazonaws.com');
  topic.addSubscription(new SqsSubscription(work.queue, { deadLetterQueue: work.deadLetters }));
  receive(scope, stage, inbox, topic);
};

/**
 * The rule that takes what is addressed to the inbox, and where replies are read the one that keeps these for a moment. The first keeps no mail: `Stop` ends the rules and publishes the envelope and the
 * headers. Mail in clear is taken as well, since it opposes all the same. Of a rule set that is yours it is one more rule, after
 * the one that you name; no rule set is ever made the active one.
 */
const receive = (scope: Stack, stage: string, inbox: NonNullable<Config['inbox']>, topic: Topic): void => {
  const own =
    inbox.ruleSet === undefined
      ? new CfnReceiptRuleSet(scope, 'inbox-rules', { ruleSetName: `aval-${stage}` })
      : undefined;
  const ruleOf = (id: string, name: string, domain: string, after: string | undefined, action: Action) => {
    const rule = new CfnReceiptRule(scope, id, {
      ruleSetName: inbox.ruleSet ?? `aval-${stage}`,
      ...(after === undefined ? {} : { after }),
      rule: {
        name: `aval-${stage}-${name}`,
        enabled: true,
        recipients: [domain],
        scanEnabled: false,
        tlsPolicy: 'Optional',
        actions: [action, ...(action.s3Action === undefined ? [] : [{ stopAction: { scope: 'RuleSet' } }])],
      },
    });
    if (own !== undefined) rule.addResourceDependency(own);
    rule.node.addDependency(topic);
    return rule;
  };
  const { topicArn } = topic;
  const first = ruleOf('inbox-rule', 'oppositions', inbox.domain, inbox.after, {
    stopAction: { scope: 'RuleSet', topicArn },
  });
  if (inbox.replies === undefined) return;
  const kept = { bucketName: readLink(scope, stage, 'upload-bucket-name'), objectKeyPrefix: FOLDER_OF_MAILS };
  const second = ruleOf('replies-rule', 'replies', inbox.replies, `aval-${stage}-oppositions`, {
    s3Action: { ...kept, topicArn },
  });
  second.addResourceDependency(first);
};

type Action = CfnReceiptRule.ActionProperty;
