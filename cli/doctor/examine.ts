import type { Config } from '#infra/config.ts';
import { configurationSetNames } from '#infra/constructs/email.ts';
import { regionsOf, stackNamesOf, workersAtOnce } from '#infra/deployment.ts';
import type { Account, Dns } from './account.ts';
import { ofAdoptedTable } from './adopted.ts';
import { ofAlarmReaders } from './alarms.ts';
import { ofCalls } from './calls.ts';
import { ofCertificate } from './certificate.ts';
import { ofConfigurationSets, ofEmailAccount, ofIdentity } from './email.ts';
import { type Finding, fail, isDenied, ok, warn } from './finding.ts';
import { ofInbox } from './inbox.ts';
import { ofNamesTaken } from './names-taken.ts';
import { ofApiRate, ofSmsRate, ofTenants } from './quotas.ts';
import { ofRounds } from './rounds.ts';
import { ofRoutes } from './routes.ts';
import { ofSms } from './sms.ts';
import { ofSmsStatus } from './sms-status.ts';

/** Calls at once that routes need beside the workers, at the least. */
const LEFT_FOR_ROUTES = 50;

/**
 * Looks at what must be there before a stage is deployed: what the account may do, who it may write from, and the DNS. What
 * cannot be read is a finding as well, and stops nothing else.
 */
export const examine = async (config: Config, account: Account, dns: Dns): Promise<readonly Finding[]> => {
  const unasked = await account.accountId().then(() => undefined, noCredentials);
  if (unasked !== undefined) return [unasked];
  const ofEach = (about: string, look: () => Promise<readonly Finding[]>) =>
    look().catch((error) => unread(about, error));
  const found = await Promise.all([
    ofEach('account', async () => [ok('account', `${await account.accountId()} in ${config.region}`)]),
    ofEach('routes', async () => ofRoutes(config)),
    ...regionsOf(config).map((region) =>
      ofEach('CDK', async () => [ofBootstrap(await account.isBootstrapped(region), region)]),
    ),
    ...(config.isProduction ? [ofEach('journal', async () => ofJournal(config))] : []),
    ofEach('concurrency', async () => [ofConcurrency(await account.concurrency())]),
    ofEach('functions that go round', () => ofRounds(account, config)),
    ofEach('API Gateway rate', async () => [ofApiRate(await account.quotas('apigateway'), config)]),
    ofEach('SES tenants', async () => [ofTenants(await account.quotas('ses'))]),
    ofEach('names taken', () => ofNamesTaken(account, config)),
    ofEach('keys of advertisers', () => keysOf(account, config.stage)),
    ...(config.keepsSmsStatus ? [ofEach('log of SMS', () => ofSmsStatus(account, config))] : []),
    ...(config.inbox === undefined ? [] : [ofEach('inbox', () => ofInbox(config, account, dns))]),
    ...(config.adopt.table === undefined
      ? []
      : [ofEach('adopted table', () => adoptedTable(config.adopt.table, account))]),
    ofEach('SES', async () => ofEmailAccount(await account.email(), config.isProduction)),
    ofEach('SES configuration sets', async () =>
      ofConfigurationSets(await account.deliveries(configurationSetNames(config))),
    ),
    ...config.emailIdentities.map((name) =>
      ofEach(name, async () => ofIdentity(name, await account.emailIdentity(name), dns, config.region)),
    ),
    ...(config.alarms.email === undefined
      ? []
      : [ofEach('alarms', async () => ofAlarmReaders(await account.readers(`aval-${config.stage}-alarms`)))]),
    ...(config.connect === undefined
      ? []
      : [ofEach('calls by Amazon Connect', () => callsOf(config.connect, account))]),
    ofEach('SMS', async () =>
      config.smsSenders.length === 0 && config.endUserMessaging === undefined
        ? [warn('SMS', 'no sender is named', 'Name yours in `senders.sms` if this stage sends SMS.')]
        : [
            ...ofSms(await account.sms(), config, `aval-${config.stage}-sms-replies`),
            ofSmsRate(await account.quotas('sms-voice'), config),
          ],
    ),
    ...[config.publicDomain, config.apiDomain].flatMap((domain) => {
      const { host, certificateArn: arn } = domain ?? {};
      if (host === undefined || arn === undefined) return [];
      const of = { host, arn, region: config.region };
      return [ofEach(`certificate of ${host}`, async () => [await ofCertificate(of, account.certificate)])];
    }),
    ...[[config.publicDomain, 'PublicDomainTarget'] as const, [config.apiDomain, 'ApiDomainTarget'] as const].flatMap(
      ([domain, output]) =>
        domain === undefined
          ? []
          : [
              ofEach(domain.host, async () => {
                const outputs = await account.outputs(stackNamesOf(config)[1]);
                return [await ofHost(domain.host, { name: output, value: outputs.get(output) }, dns)];
              }),
            ],
    ),
  ]);
  return found.flat();
};

/** That nothing can be asked, once and not by each question; `undefined`: it is another fault. */
const noCredentials = (error: unknown): Finding | undefined =>
  error instanceof Error && error.name === 'CredentialsProviderError'
    ? fail(
        'account',
        'this shell has no credentials of AWS, so that nothing was looked at',
        'Sign in (aws sso login, or AWS_PROFILE) and run this again.',
      )
    : undefined;

const callsOf = async (connect: Config['connect'], account: Account): Promise<readonly Finding[]> =>
  connect === undefined ? [] : ofCalls(await account.calls(connect.instanceArn), connect);

const adoptedTable = async (table: Config['adopt']['table'], account: Account): Promise<readonly Finding[]> =>
  table === undefined ? [] : ofAdoptedTable(table, await account.table(table.arn));

const unread = (about: string, error: unknown): readonly Finding[] => [
  fail(
    about,
    `could not be looked at: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    'The rights that the doctor needs are in docs/deploy.md.',
  ),
];

const ofBootstrap = (isBootstrapped: boolean, region: string): Finding =>
  isBootstrapped
    ? ok('CDK', `bootstrapped in ${region}`)
    : fail(
        'CDK',
        `not bootstrapped in ${region}`,
        `Once per account and Region: npx cdk bootstrap aws://ACCOUNT/${region}`,
      );

/** Names of keys of KMS that can have a replica in another Region begin so. */
const OF_SEVERAL_REGIONS = /:key\/mrk-/;

const ofJournal = ({ region, journalReplica, adopt }: Config): readonly Finding[] => {
  if (journalReplica === undefined)
    return [warn('journal', `kept in ${region} alone`, 'A copy in a second Region: `journalReplica` in the settings.')];
  const copied = ok('journal', `copied to ${journalReplica.region}`);
  if (OF_SEVERAL_REGIONS.test(adopt.keyArn ?? '')) return [copied];
  return [
    copied,
    warn(
      'key of the stage',
      `opens nothing outside ${region}: where advertisers have keys of their own, their addresses are lost with the Region, and oppositions are not`,
      'Leave those keys derived, or adopt a multi-Region key of KMS before the first of them is made: docs/restore.md.',
    ),
  ];
};

/** The secret that says it opens the data of all advertisers where it is as warned of: the doctor goes on without it. */
const keysOf = async (account: Account, stage: string): Promise<readonly Finding[]> => {
  const about = 'keys of advertisers';
  try {
    return ofKeys(about, await account.areKeysDerived(stage), stage);
  } catch (error) {
    if (!isDenied(error)) throw error;
    return [
      warn(
        about,
        'not looked at: these credentials may not read the secret of data',
        'Ask once as who operates, who may read it, and give this right to no pipeline: docs/deploy.md#keys-of-advertisers.',
      ),
    ];
  }
};

const ofKeys = (about: string, areDerived: boolean | undefined, stage: string): readonly Finding[] => {
  if (areDerived === undefined) return [];
  if (!areDerived) return [ok(about, 'their own, encrypted by KMS')];
  return [
    warn(
      about,
      'derived from the data secret: whoever reads it can open the data of all of them',
      `npm run aval -- rotate-keys --stage ${stage} --key data --apply: docs/deploy.md#keys-of-advertisers.`,
    ),
  ];
};

const ofConcurrency = (limit: number): Finding => {
  const needed = workersAtOnce() + LEFT_FOR_ROUTES;
  return limit >= needed
    ? ok('concurrency', `${limit} functions at once`)
    : fail(
        'concurrency',
        `${limit} functions at once, of which workers take ${workersAtOnce()}: routes would be answered 429`,
        `Ask for ${Math.max(1000, needed)} "Concurrent executions" of AWS Lambda.`,
      );
};

interface Output {
  readonly name: string;
  /** Where the host is to lead; absent before the first deployment. */
  readonly value: string | undefined;
}

const ofHost = async (host: string, { name, value }: Output, dns: Dns): Promise<Finding> => {
  const [found] = await dns.records(host, 'CNAME');
  const target = found?.replace(/\.$/, '');
  if (target === undefined)
    return value === undefined
      ? warn(host, 'leads nowhere yet', `After the deployment: a CNAME to the output ${name}.`)
      : fail(host, 'leads nowhere: what is sent now has links that are dead', `${host} CNAME ${value}`);
  return value === undefined || target === value
    ? ok(host, `leads to ${target}`)
    : fail(host, `leads to ${target}, and not to this stage`, `${host} CNAME ${value}`);
};
