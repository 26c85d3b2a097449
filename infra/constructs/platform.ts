import { CfnParameter } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundle.ts';
import type { Config } from '../config.ts';
import type { Platform } from './function.ts';
import { readLink } from './links.ts';

/** What every function of this stack shares: configuration, bundles, the customer key, and the local clock's file. */
export const platformOf = (scope: Construct, config: Config, bundles: Bundles): Platform => ({
  config,
  bundles,
  key: Key.fromKeyArn(scope, 'Key', readLink(scope, config.stage, 'key-arn')),
  localEnvironment: config.isLocal ? { CLOCK_OFFSET_FILE: clockOffsetFile(scope) } : {},
});

/** The movable clock exists on a developer's machine alone: no other template has the parameter. */
const clockOffsetFile = (scope: Construct): string =>
  new CfnParameter(scope, 'ClockOffsetFile', {
    type: 'String',
    description: 'File that holds the offset of the local clock, in milliseconds',
  }).valueAsString;
