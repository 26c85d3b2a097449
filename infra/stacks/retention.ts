import type { Stack } from 'aws-cdk-lib';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { storedArns } from '../constructs/stored.ts';

/** Each hour, what ended on days that are over is carried out. */
export const sweepOfExpired = (scope: Stack, platform: Platform): void => {
  const { config } = platform;
  const target = avalFunction(scope, 'expire', platform, {
    environment: {
      STAGE: config.stage,
      TABLE_NAME: readLink(scope, config.stage, 'table-name'),
      PROOF_KEY_ARN: readLink(scope, config.stage, 'proof-key-arn'),
    },
    grantArns: { table: [storedArns(scope, config.stage).table] },
  });
  onSchedule(scope, config, 'expire', { target: target, next: 'the next hour goes on from the same list' });
};
