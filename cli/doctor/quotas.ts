import type { Config } from '#infra/config.ts';
import { workersAtOnce } from '#infra/deployment.ts';
import type { Quota } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Requests a second of all APIs of an account and Region (API Gateway, "Quotas": the throttle quota). */
const API_RATE = 'L-8A5B8E43';
/** What is not listed is as AWS gives it to everybody (Amazon SES, "Tenants"; End User Messaging SMS, "Quotas"). */
const USUAL = { tenants: 10_000, smsPerSecond: 1 };
/** The application API and the public one. */
const APIS = 2;

/** Calls at once that routes need beside the workers, at the least. */
const LEFT_FOR_ROUTES = 50;

const valueWhere = (quotas: readonly Quota[], is: (quota: Quota) => boolean): number | undefined =>
  quotas.find(is)?.value;

/** What API Gateway admits of the whole account, beside what the settings let each API of this stage admit. */
export const ofApiRate = (quotas: readonly Quota[], { quotas: { requestsPerSecond } }: Config): Finding => {
  const about = 'API Gateway rate';
  const admitted = valueWhere(quotas, ({ code }) => code === API_RATE);
  const needed = APIS * requestsPerSecond;
  if (admitted === undefined)
    return warn(about, 'Service Quotas does not say it', `Two APIs admit ${needed} requests a second by the settings.`);
  return admitted >= needed
    ? ok(about, `${admitted} requests a second for all APIs of the account; this stage admits ${needed}`)
    : fail(
        about,
        `${admitted} requests a second for all APIs of the account, and this stage would admit ${needed}`,
        `Ask for ${needed} of quota ${API_RATE} of \`apigateway\`, or set \`quotas.requestsPerSecond\` to ${Math.floor(admitted / APIS)}.`,
      );
};

/** How many advertisers may write: each has a tenant of SES. */
export const ofTenants = (quotas: readonly Quota[]): Finding => {
  const listed = valueWhere(quotas, ({ name }) => /tenant/i.test(name));
  return ok(
    'SES tenants',
    listed === undefined
      ? `not listed: ${USUAL.tenants} unless raised, one for each advertiser that sends mail`
      : `${listed}, one for each advertiser that sends mail`,
  );
};

/** How fast SMS leave: what AWS admits, beside what the settings say for the reckoning of campaigns. */
export const ofSmsRate = (quotas: readonly Quota[], { smsRoute: { requestsPerSecond } }: Config): Finding => {
  const about = 'SMS rate';
  const listed = valueWhere(quotas, ({ name }) => /SendTextMessage/i.test(name));
  const admitted = listed ?? USUAL.smsPerSecond;
  const said = listed === undefined ? `not listed: ${admitted} a second unless raised` : `${admitted} a second`;
  return requestsPerSecond <= admitted
    ? ok(about, said)
    : warn(
        about,
        `${said}, and \`smsRoute.requestsPerSecond\` says ${requestsPerSecond}`,
        'Ask for it at Support ("SendTextMessage" of End User Messaging SMS): what is faster is throttled, and waits.',
      );
};

/** How many functions may run at once: workers take a fixed part, and routes need the rest. */
export const ofConcurrency = (limit: number): Finding => {
  const needed = workersAtOnce() + LEFT_FOR_ROUTES;
  return limit >= needed
    ? ok('concurrency', `${limit} functions at once`)
    : fail(
        'concurrency',
        `${limit} functions at once, of which workers take ${workersAtOnce()}: routes would be answered 429`,
        `Ask for ${Math.max(1000, needed)} "Concurrent executions" of AWS Lambda.`,
      );
};
