import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Quotas } from '#shared/app/campaigns/runs.port.ts';
import type { SendingQuota } from '#shared/domain/campaign/pace.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('What the account may send', cause);

/** SES says so of an account without a quota for 24 hours (API reference, `SendQuota`). */
const WITHOUT_QUOTA = -1;

/** End User Messaging takes one request a second of an account in France, unless more was agreed ("SMS quotas"). */
const SMS: SendingQuota = { perSecond: 1, in24Hours: undefined, sentInLast24Hours: 0 };

/**
 * What the account may send: by e-mail as SES says it, for all advertisers together, counting recipients.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html
 */
export const quotasOf = (client: SESv2Client): Quotas => ({
  of: async (channel) => {
    if (channel !== 'email') return SMS;
    const { SendQuota: quota } = await orUnavailable(client.send(new GetAccountCommand({})), unreachable);
    const { Max24HourSend: most = 0, MaxSendRate: perSecond = 0, SentLast24Hours: sentInLast24Hours = 0 } = quota ?? {};
    return { perSecond, in24Hours: most === WITHOUT_QUOTA ? undefined : most, sentInLast24Hours };
  },
});
