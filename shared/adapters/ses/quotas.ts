import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Quotas } from '#shared/app/campaigns/runs.port.ts';
import type { SendingQuota } from '#shared/domain/campaign/pace.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('What the account may send', cause);

/** SES says so of an account without a quota for 24 hours (API reference, `SendQuota`). */
const WITHOUT_QUOTA = -1;

/** SES says so of an account that it lets send nothing any more (API reference, `GetAccount`, `EnforcementStatus`). */
const SHUT_DOWN = 'SHUTDOWN';

/** What the route of SMS takes a second: requests, and parts of texts (End User Messaging, "SMS quotas"). */
export interface SmsRate {
  readonly requests: number;
  readonly parts: number;
}

/** As the environment says it: `1 10`. */
export const smsRateIn = (text: string): SmsRate => {
  const [requests = 0, parts = 0] = text.split(' ').map(Number);
  return { requests, parts };
};

/** The most parts of one text that an advertiser may allow: with fewer the route takes no more texts, but needs no waiting either. */
const MOST_PARTS = 8;

/** Nobody says how many messages of a day are left. */
const UNCOUNTED = { in24Hours: undefined, sentInLast24Hours: 0 } as const;

const smsQuota = ({ requests, parts }: SmsRate): SendingQuota => ({
  ...UNCOUNTED,
  perSecond: Math.min(requests, parts / MOST_PARTS),
});

/** What a provider of other channels takes a second, of all of them together. */
interface ProviderRate {
  readonly channels: readonly string[];
  readonly requestsPerSecond: number;
}

/**
 * What the account may send: by e-mail as SES says it, for all advertisers together, counting recipients; by SMS, and by the providers of
 * other channels, as the settings say it.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html
 */
export const quotasOf = (client: SESv2Client, sms: SmsRate, providers: readonly ProviderRate[] = []): Quotas => ({
  of: async (channel) => {
    const provider = providers.find(({ channels }) => channels.includes(channel));
    if (provider !== undefined) {
      const { channels: sharedBy, requestsPerSecond: perSecond } = provider;
      return { ...UNCOUNTED, perSecond, sharedBy };
    }
    if (channel !== 'email') return smsQuota(sms);
    const account = await orUnavailable(client.send(new GetAccountCommand({})), unreachable);
    const { SendQuota: quota, SendingEnabled, EnforcementStatus } = account;
    const isStopped = SendingEnabled === false || EnforcementStatus === SHUT_DOWN;
    const { Max24HourSend: most = 0, MaxSendRate: perSecond = 0, SentLast24Hours: sentInLast24Hours = 0 } = quota ?? {};
    return { perSecond, in24Hours: most === WITHOUT_QUOTA ? undefined : most, sentInLast24Hours, isStopped };
  },
});
