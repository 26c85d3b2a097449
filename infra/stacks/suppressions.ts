import type { Stack } from 'aws-cdk-lib';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { ledgerArns, ledgerEnvironment } from '../constructs/stored.ts';

/** Once a day, the provider's lists of suppressed addresses and the ledger are made to say the same. */
export const suppressions = (scope: Stack, platform: Platform): void => {
  const { config } = platform;
  const target = avalFunction(scope, 'reconcile-suppressions', platform, {
    environment: ledgerEnvironment(scope, config.stage),
    grantArns: ledgerArns(scope, config.stage),
  });
  onSchedule(scope, config, 'reconcile-suppressions', {
    target: target,
    next: 'the next hour goes on from what is stored',
  });
};
