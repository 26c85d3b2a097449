import type { Stack } from 'aws-cdk-lib';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { storedArns } from '../constructs/stored.ts';

/** Each hour, what was handed off is compared with oppositions: by a function of its own, which can only read. */
export const handOffAudit = (scope: Stack, platform: Platform): void => {
  const { config } = platform;
  const audit = avalFunction(scope, 'audit-hand-offs', platform, {
    environment: { STAGE: config.stage, TABLE_NAME: readLink(scope, config.stage, 'table-name') },
    grantArns: { table: [storedArns(scope, config.stage).table] },
  });
  onSchedule(scope, config, 'audit-hand-offs', { target: audit, next: 'the next two look at the same hour again' });
};
