import type { Stack } from 'aws-cdk-lib';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';

/** Once a day, the provider's lists of suppressed addresses and the ledger are made to say the same. */
export const suppressions = (scope: Stack, platform: Platform): void => {
  const { config } = platform;
  const { uploads } = storedArns(scope, config.stage);
  const target = avalFunction(scope, 'reconcile-suppressions', platform, {
    environment: {
      ...ledgerEnvironment(scope, config.stage),
      UPLOAD_BUCKET: readLink(scope, config.stage, 'upload-bucket-name'),
    },
    grantArns: { ...ledgerArns(scope, config.stage), 'reports:remove': [uploads, `${uploads}/reports/*`] },
  });
  onSchedule(scope, config, 'reconcile-suppressions', {
    target: target,
    next: 'the next hour goes on from what is stored',
  });
};
