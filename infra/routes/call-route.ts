import type { Stack } from 'aws-cdk-lib';
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { NO_CALLS } from '#functions/manifest/routes/call-route.ts';
import { ANY_NUMBER } from '#functions/manifest/routes/shown-senders.ts';
import type { CallRoute } from '#shared/domain/sending/call-route.ts';
import type { Config } from '../config.ts';
import { acknowledge, wildcardIn } from '../constructs/acknowledged.ts';
import { policyOf } from '../constructs/function.ts';

/** The construct of the flow, by which calls of a stage are made. */
export const CALL_FLOW = 'CallFlow';

/** What calls leave by. `undefined`: by another, also where those that go on may still have a key pressed. */
const leavingBy = ({ connect: stated }: Config) => (stated?.isEnding === true ? undefined : stated);

/** What calls leave by, as whoever makes them reads it. The flow must be made before. */
export const callRouteOf = (scope: Stack, config: Config): string => {
  const stated = leavingBy(config);
  const flow = scope.node.tryFindChild(CALL_FLOW);
  if (stated === undefined || !(flow instanceof CfnContactFlow)) return NO_CALLS;
  const route: CallRoute = { flowArn: flow.attrContactFlowArn, numbers: stated.numbers };
  return JSON.stringify(route);
};

/** The numbers that calls leave from, as whoever shows settings reads them. */
export const callNumbersOf = (config: Config): string => leavingBy(config)?.numbers.join(',') ?? ANY_NUMBER;

/** The calls of the instance, as IAM names them (Service Authorization Reference, "Amazon Connect", `contact`). */
const callsOf = (instanceArn: string): string => `${instanceArn}/contact/*`;

/** Where calls may be begun. Empty where they leave by another. */
export const callArns = (config: Config): readonly string[] => {
  const stated = leavingBy(config);
  return stated === undefined ? [] : [callsOf(stated.instanceArn)];
};

/** Of which calls what was said may be read. Empty where the settings name no instance. */
export const readCallArns = ({ connect }: Config): readonly string[] =>
  connect === undefined ? [] : [callsOf(connect.instanceArn)];

/** Says why this function may do so with each call of the instance. */
export const namesCalls = (target: LambdaFunction, arns: readonly string[]): void => {
  for (const arn of arns)
    acknowledge(
      policyOf(target),
      wildcardIn(target, arn),
      'The calls of the one instance of the settings: Amazon Connect names each when it begins.',
    );
};
