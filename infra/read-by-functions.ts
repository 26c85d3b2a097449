import type { Config } from './config.ts';

/** As the functions read it: requests and parts a second. */
export const smsRateOf = ({ smsRoute }: Config): string => `${smsRoute.requestsPerSecond} ${smsRoute.partsPerSecond}`;

/** Where data are, and how long what the stage sets is kept: functions read it back. */
export const whereHeldOf = ({ region, retention, journal }: Config): string =>
  `${region} ${retention.logDays} ${retention.failedRecordDays} ${journal.days}`;
