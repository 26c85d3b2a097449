import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, test } from 'vitest';
import { acknowledge, wildcardIn } from '#infra/constructs/acknowledged.ts';
import { complaintsOfNag } from '#tools/rules/findings.ts';

const REASON = 'Work ends here and waits for a human, whom an alarm wakes.';
/** Rules that a queue without dead letters and without TLS breaks, by both packs. */
const RULES = ['AwsSolutions-SQS3', 'AwsSolutions-SQS4', 'Serverless-SQSRedrivePolicy'];

const stackWithQueue = () => {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const stack = new Stack(app, 'Stack');
  return { app, stack, queue: new Queue(stack, 'queue') };
};

describe('the rules of cdk-nag', () => {
  test('what nobody acknowledged is told, of both packs', () => {
    expect(complaintsOfNag(stackWithQueue().app).toSorted()).toEqual(
      RULES.map((rule) => `not acknowledged: ${rule} at Stack/queue/Resource`),
    );
  });

  test('a reason for each finding of the resource is enough', () => {
    const { app, queue } = stackWithQueue();
    for (const rule of RULES) acknowledge(queue, rule, REASON);
    expect(complaintsOfNag(app)).toEqual([]);
  });

  test('a stack cannot acknowledge for all that it holds', () => {
    const { app, stack } = stackWithQueue();
    for (const rule of RULES) acknowledge(stack, rule, REASON);
    expect(complaintsOfNag(app)).toEqual([
      ...RULES.map((rule) => `not acknowledged: ${rule} at Stack/queue/Resource`),
      ...RULES.map((rule) => `acknowledged for more than one resource: ${rule} at Stack`),
    ]);
  });

  test.each([
    ['without being found', 'AwsSolutions-SQS2', REASON],
    ['twice', 'AwsSolutions-SQS3', REASON],
    ['without a reason', 'AwsSolutions-SQS3', 'It is fine.'],
  ])('acknowledged %s', (what, rule, reason) => {
    const { app, queue } = stackWithQueue();
    for (const one of RULES) if (one !== rule || reason === REASON) acknowledge(queue, one, REASON);
    acknowledge(queue, rule, reason);
    expect(complaintsOfNag(app)).toEqual([`acknowledged ${what}: ${rule} at Stack/queue/Resource`]);
  });

  test('one wildcard of a policy is acknowledged, and not the next', () => {
    const { app, stack, queue } = stackWithQueue();
    for (const rule of RULES) acknowledge(queue, rule, REASON);
    const role = new Role(stack, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const [known, other] = [`${queue.queueArn}/a/*`, `${queue.queueArn}/b/*`];
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [known, other] }));
    const policy = role.node.findChild('DefaultPolicy');
    acknowledge(policy, wildcardIn(stack, known), REASON);
    expect(complaintsOfNag(app)).toEqual([
      `not acknowledged: ${wildcardIn(stack, other)} at Stack/role/DefaultPolicy/Resource`,
    ]);
  });
});
