import { providerRoutesIn } from '#functions/manifest/provider-route.ts';
import { once } from '#functions/wiring/once.ts';
import { sqs } from '#functions/wiring/workers.ts';
import { clock, table } from '#functions/wiring.ts';
import { campaignsOf } from '#shared/adapters/dynamodb/campaigns/campaigns.ts';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { startsOf } from '#shared/adapters/dynamodb/campaigns/runs/starts.ts';
import { quotasOf, smsRateIn } from '#shared/adapters/ses/quotas.ts';
import { listingSesClient } from '#shared/adapters/ses/suppressions.ts';
import { tenantStatusOf } from '#shared/adapters/ses/tenant-status.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import { chunkQueueOf } from '#shared/adapters/sqs/chunk-queue.ts';
import { parkingOf } from '#shared/adapters/sqs/send-queue.ts';
import type { Campaigns, Starts } from '#shared/app/campaigns/campaigns.port.ts';
import type { ChunkQueue, Quotas, Runs, Tenants } from '#shared/app/campaigns/runs.port.ts';
import type { SendQueue } from '#shared/app/send/send-queue.port.ts';

/** The composition root of campaigns. */
type Needs<V extends string> = Readonly<Record<V, string>>;

export const campaigns = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): Campaigns => campaignsOf({ ...table(env), clock }),
);
export const starts = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Starts => startsOf({ ...table(env), clock }));
export const runs = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Runs => runsOf({ ...table(env), clock }));
export const chunkQueue = /* @__PURE__ */ once(
  (env: Needs<'CAMPAIGN_QUEUE_URL'>): ChunkQueue => chunkQueueOf(sqs(env), env.CAMPAIGN_QUEUE_URL),
);
/** Keeps poison of the queue of campaigns. */
export const chunkParking = /* @__PURE__ */ once(
  (env: Needs<'CAMPAIGN_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> =>
    parkingOf(sqs(env), env.CAMPAIGN_PARKED_QUEUE_URL),
);
/** SES that does not answer leaves of the minute what the other channels need. */
const QUOTA_TIMES = { maxAttempts: 2, requestTimeout: 3_000 };
export const quotas = /* @__PURE__ */ once(
  ({ SMS_RATE, PROVIDER_ROUTE }: Needs<'SMS_RATE' | 'PROVIDER_ROUTE'>): Quotas =>
    quotasOf(listingSesClient(QUOTA_TIMES), smsRateIn(SMS_RATE), providerRoutesIn(PROVIDER_ROUTE)),
);
/** One question each: who is not answered of is asked again in a later minute. */
const TENANT_TIMES = { maxAttempts: 1, requestTimeout: 1_500 };
/** Whether SES lets an advertiser send. */
export const tenants = /* @__PURE__ */ once(
  ({ STAGE }: Needs<'STAGE'>): Tenants =>
    tenantStatusOf(listingSesClient(TENANT_TIMES), (advertiserId) => tenantNameOf(STAGE, advertiserId)),
);
