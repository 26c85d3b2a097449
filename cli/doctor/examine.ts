import type { Config } from '#infra/config.ts';
import { configurationSetNames } from '#infra/constructs/email.ts';
import { regionsOf, stackNamesOf } from '#infra/deployment.ts';
import type { Account, Dns } from './account.ts';
import { ofAdoptedTable } from './adopted.ts';
import { ofAlarmReaders } from './alarms.ts';
import { ofCalls } from './calls.ts';
import { ofConfigurationSets, ofEmailAccount, ofIdentity } from './email.ts';
import { type Finding, fail, isDenied, ok, warn } from './finding.ts';
import { ofCertificate, ofHost } from './hosts.ts';
import { ofInbox } from './inbox.ts';
import { ofNamesTaken } from './names-taken.ts';
import { ofApiRate, ofConcurrency, ofSmsRate, ofTenants } from './quotas.ts';
import { ofRounds } from './rounds.ts';
import { ofRoutes } from './routes.ts';
import { ofSms } from './sms.ts';
import { ofSmsStatus } from './sms-status.ts';

/** Something that is looked at: its name in the findings, and how. */
type Look = readonly [about: string, look: () => Promise<readonly Finding[]>];

/** What is looked at where a setting is named. */
const when = <T>(setting: T | undefined, looks: (setting: T) => readonly Look[]): readonly Look[] =>
  setting === undefined ? [] : looks(setting);

/**
 * Looks at what must be there before a stage is deployed: what the account may do, who it may write from, and the DNS. What
 * cannot be read is a finding as well, and stops nothing else.
 */
export const examine = async (config: Config, account: Account, dns: Dns): Promise<readonly Finding[]> => {
  const unasked = await account.accountId().then(() => undefined, noCredentials);
  if (unasked !== undefined) return [unasked];
  const looks = [
    ...looksAtAccount(config, account),
    ...looksAtData(config, account),
    ...looksAtMail(config, account, dns),
    ...looksAtTexts(config, account),
    ...when(config.alarms.email, () => [
      ['alarms', async () => ofAlarmReaders(await account.readers(`aval-${config.stage}-alarms`))],
    ]),
    ...looksAtHost('PublicDomainTarget', config.publicDomain, config, account, dns),
    ...looksAtHost('ApiDomainTarget', config.apiDomain, config, account, dns),
  ];
  const found = await Promise.all(looks.map(([about, look]) => look().catch((error) => unread(about, error))));
  return found.flat();
};

const looksAtAccount = (config: Config, account: Account): readonly Look[] => [
  ['account', async () => [ok('account', `${await account.accountId()} in ${config.region}`)]],
  ['routes', async () => ofRoutes(config)],
  ...regionsOf(config).map(
    (region): Look => ['CDK', async () => [ofBootstrap(await account.isBootstrapped(region), region)]],
  ),
  ['concurrency', async () => [ofConcurrency(await account.concurrency())]],
  ['functions that go round', () => ofRounds(account, config)],
  ['API Gateway rate', async () => [ofApiRate(await account.quotas('apigateway'), config)]],
  ['SES tenants', async () => [ofTenants(await account.quotas('ses'))]],
  ['names taken', () => ofNamesTaken(account, config)],
];

const looksAtData = (config: Config, account: Account): readonly Look[] => [
  ...when(config.isProduction ? config : undefined, (production) => [['journal', async () => ofJournal(production)]]),
  ['keys of advertisers', () => keysOf(account, config.stage)],
  ...when(config.adopt.table, (table) => [
    ['adopted table', async () => ofAdoptedTable(table, await account.table(table.arn))],
  ]),
];

const looksAtMail = (config: Config, account: Account, dns: Dns): readonly Look[] => [
  ...when(config.inbox, () => [['inbox', () => ofInbox(config, account, dns)]]),
  ['SES', async () => ofEmailAccount(await account.email(), config.isProduction)],
  ['SES configuration sets', async () => ofConfigurationSets(await account.deliveries(configurationSetNames(config)))],
  ...config.emailIdentities.map(
    (name): Look => [name, async () => ofIdentity(name, await account.emailIdentity(name), dns, config.region)],
  ),
];

/** SMS, MMS and calls. */
const looksAtTexts = (config: Config, account: Account): readonly Look[] => [
  ...when(config.keepsSmsStatus ? config : undefined, (keeping) => [
    ['log of SMS', () => ofSmsStatus(account, keeping)],
  ]),
  ...when(config.connect, (connect) => [
    ['calls by Amazon Connect', async () => ofCalls(await account.calls(connect.instanceArn), connect)],
  ]),
  ['SMS', () => ofSmsSenders(config, account)],
];

const ofSmsSenders = async (config: Config, account: Account): Promise<readonly Finding[]> =>
  config.smsSenders.length === 0 && config.endUserMessaging === undefined
    ? [warn('SMS', 'no sender is named', 'Name yours in `senders.sms` if this stage sends SMS.')]
    : [
        ...ofSms(await account.sms(), config, `aval-${config.stage}-sms-replies`),
        ofSmsRate(await account.quotas('sms-voice'), config),
      ];

/** A host of the stage's own: its certificate, and where it leads. `output` names what it is to lead to. */
const looksAtHost = (
  output: string,
  domain: Config['publicDomain'],
  config: Config,
  account: Account,
  dns: Dns,
): readonly Look[] =>
  when(domain, ({ host, certificateArn }) => [
    ...when(certificateArn, (arn) => [
      [
        `certificate of ${host}`,
        async () => [await ofCertificate({ host, arn, region: config.region }, account.certificate)],
      ],
    ]),
    [
      host,
      async () => {
        const outputs = await account.outputs(stackNamesOf(config)[1]);
        return [await ofHost(host, { name: output, value: outputs.get(output) }, dns)];
      },
    ],
  ]);

/** That nothing can be asked, once and not by each question; `undefined`: it is another fault. */
const noCredentials = (error: unknown): Finding | undefined =>
  error instanceof Error && error.name === 'CredentialsProviderError'
    ? fail(
        'account',
        'this shell has no credentials of AWS, so that nothing was looked at',
        'Sign in (aws sso login, or AWS_PROFILE) and run this again.',
      )
    : undefined;

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
