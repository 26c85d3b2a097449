import type { Config } from '#infra/config.ts';
import { isWrittenBy, writtenBy } from '../account/settings-of-account.ts';
import type { Account } from './account.ts';
import { type Finding, fail, ok } from './finding.ts';

/**
 * Whether SNS writes what becomes of SMS to the log that the settings promise: no template can have it do so, and until it does nobody
 * knows who had opted out. Nothing before the stage is deployed with such a log: then it is the next deployment that makes it.
 */
export const ofSmsStatus = async (account: Account, { stage }: Pick<Config, 'stage'>): Promise<readonly Finding[]> => {
  const role = await account.smsStatusRole(stage);
  if (role === undefined) return [];
  const status = await account.smsStatus();
  return [
    isWrittenBy(role, status)
      ? ok('log of SMS', `SNS writes what becomes of each by ${role}`)
      : fail(
          'log of SMS',
          `what becomes of SMS is written ${writtenBy(status)}, and not by ${role}: who opted out stays unknown`,
          `npm run aval -- account --stage ${stage} --apply`,
        ),
  ];
};
