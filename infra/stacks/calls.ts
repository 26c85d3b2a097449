import { Aws, type Stack } from 'aws-cdk-lib';
import { CfnContactFlow, CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { CfnPermission, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Config } from '../config.ts';
import { eventsToQueue, type WorkQueue } from '../constructs/queue.ts';
import { callFlow } from '../routes/call-flow.ts';
import { CALL_FLOW } from '../routes/call-route.ts';

/**
 * Where calls leave by Amazon Connect: the flow of a call, in the instance of the settings; the right of that instance to report a key to the
 * function; and the ends of calls, which wait in the queue of what is reported of messages. Instance and numbers are referred to and never made.
 * Nothing where calls leave by another.
 */
export const calls = (scope: Stack, config: Config, receiver: LambdaFunction, reports: WorkQueue): void => {
  const { connect: stated, stage } = config;
  if (stated === undefined) return;
  const { instanceArn } = stated;
  const permission = new CfnPermission(scope, 'CallKeyPermission', {
    action: 'lambda:InvokeFunction',
    functionName: receiver.functionArn,
    principal: 'connect.amazonaws.com',
    sourceAccount: Aws.ACCOUNT_ID,
    sourceArn: instanceArn,
  });
  const known = new CfnIntegrationAssociation(scope, 'CallKeyAssociation', {
    instanceId: instanceArn,
    integrationType: 'LAMBDA_FUNCTION',
    integrationArn: receiver.functionArn,
  });
  const flow = new CfnContactFlow(scope, CALL_FLOW, {
    instanceArn,
    name: `aval-${stage}-calls`,
    description: 'Says what a call of Aval says, and listens to keys',
    type: 'CONTACT_FLOW',
    content: callFlow(receiver.functionArn),
  });
  known.addResourceDependency(permission);
  flow.addResourceDependency(known);
  endsToQueue(scope, config, instanceArn, reports);
};

/** Both names of the event: AWS's own page has either (Amazon Connect, "Contact events", 2026-11-29). */
const DETAIL_TYPES = ['Amazon Connect Contact Event', 'Connect Customer Contact Event'];

/** Brings the ends of calls that a program began. */
const endsToQueue = (scope: Stack, { stage }: Config, instanceArn: string, reports: WorkQueue): void =>
  eventsToQueue(scope, 'calls-rule', reports, {
    name: `aval-${stage}-calls`,
    description: 'Brings the ends of calls to the queue of what is reported of messages',
    eventPattern: {
      source: ['aws.connect'],
      'detail-type': DETAIL_TYPES,
      detail: { instanceArn: [instanceArn], eventType: ['DISCONNECTED'], initiationMethod: ['API'] },
    },
    state: 'ENABLED',
  });
