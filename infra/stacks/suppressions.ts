import type { Stack } from 'aws-cdk-lib';
import type { Config } from '../config.ts';
import { acknowledge, wildcardIn } from '../constructs/acknowledged.ts';
import { avalFunction, type Platform, policyOf } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { notDeliveredLog } from '../constructs/sms-status.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';
import { providerRouteOf } from '../routes/provider-route.ts';

/** The list that the settings name; none where they name none. */
const optOutArns = (scope: Stack, { optOutList }: Config): readonly string[] =>
  optOutList === undefined
    ? []
    : [scope.formatArn({ service: 'sms-voice', resource: 'opt-out-list', resourceName: optOutList })];

/** Each hour, who opted out of SMS at the provider is registered; once a day, its lists of suppressed addresses and the ledger are made to say the same. */
export const suppressions = (scope: Stack, platform: Platform): void => {
  const { config } = platform;
  const { uploads, provider } = storedArns(scope, config.stage);
  const log = notDeliveredLog(scope, config);
  const target = avalFunction(scope, 'reconcile-suppressions', platform, {
    environment: {
      ...ledgerEnvironment(scope, config.stage),
      UPLOAD_BUCKET: readLink(scope, config.stage, 'upload-bucket-name'),
      SMS_STATUS_LOG: log.name,
      OPT_OUT_LIST: config.optOutList ?? 'none',
      PROVIDER_ROUTE: providerRouteOf(scope, config),
      PROVIDER_SECRET_ID: provider,
    },
    grantArns: {
      ...ledgerArns(scope, config.stage),
      'reports:remove': [uploads, `${uploads}/reports/*`],
      'sms-status:read': log.arns,
      'opt-outs:read': optOutArns(scope, config),
      'secret:provider': [provider],
    },
  });
  for (const arn of log.arns)
    acknowledge(
      policyOf(target),
      wildcardIn(scope, arn),
      'The streams of one log, which SNS names when it writes: what did not arrive is read there, to know who had opted out.',
    );
  onSchedule(scope, config, 'reconcile-suppressions', {
    target: target,
    next: 'the next hour goes on from what is stored',
  });
};
