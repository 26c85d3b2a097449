import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { quotasOf } from '#shared/adapters/ses/quotas.ts';
import { capacityOf, isUsedUp } from '#shared/domain/campaign/pace.ts';

const QUOTA = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 };
const capacityWhere = async (account: object) => {
  const client = { send: async () => ({ SendQuota: QUOTA, ...account }) } as unknown as SESv2Client;
  const quota = await quotasOf(client, { requests: 1, parts: 10 }).of('email');
  return { capacity: capacityOf(quota), isUsedUp: isUsedUp(quota) };
};

test.each([
  ['that may send', { SendingEnabled: true, EnforcementStatus: 'HEALTHY' }, 672],
  ['on probation, which still may', { SendingEnabled: true, EnforcementStatus: 'PROBATION' }, 672],
  ['whose sending is off', { SendingEnabled: false, EnforcementStatus: 'HEALTHY' }, 0],
  ['that is shut down', { SendingEnabled: true, EnforcementStatus: 'SHUTDOWN' }, 0],
  ['of which SES says neither', {}, 672],
])('an account %s', async (_what, account, capacity) => {
  expect(await capacityWhere(account)).toEqual({ capacity, isUsedUp: false });
});
