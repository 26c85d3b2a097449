import { ConnectClient } from '@aws-sdk/client-connect';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeAccountAttributesCommand,
  DescribeOptedOutNumbersCommand,
  DescribePhoneNumbersCommand,
  DescribePoolsCommand,
  DescribeSpendLimitsCommand,
  GetResourcePolicyCommand,
  PinpointSMSVoiceV2Client,
  paginateDescribeSenderIds,
  ResourceNotFoundException,
  type SenderIdInformation,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { smsStatusIn } from '../account/in-aws.ts';
import { linkIn } from '../after/deployment.ts';
import { areDerivedInAccount } from '../keys/first-keys.ts';
import { outputsInAccount, stacksInAccount } from '../stacks-in-account.ts';
import type { Account, EmailAccount, EmailIdentity, SmsAccount, SmsSender } from './account.ts';
import { readersInAws } from './alarms.ts';
import { callsInAws } from './calls-in-aws.ts';
import { certificateInAws, keyOfAliasInAws, lambdaInAws, logGroupsInAws, quotasInAws } from './limits-in-aws.ts';
import { tableInAws } from './table-in-aws.ts';

interface Options {
  readonly region: string;
  /** Another address for every service; the SDK's own where absent. */
  readonly endpoint?: string;
}

/** States of a stack whose creation did not end well, or that is going (AWS CloudFormation, "Stack status codes"). */
const NOT_MADE = /^(?:ROLLBACK|REVIEW|DELETE|CREATE_FAILED)/;

/** The account that the credentials of this shell open. It reads and changes nothing. */
export const accountInAws = (options: Options): Account => {
  const email = new SESv2Client(options);
  return {
    accountId: () => accountId(options),
    isBootstrapped: (region) => isBootstrapped({ ...options, region }),
    isMade: async (name) => {
      const stack = await stacksInAccount(options).read(name);
      return stack !== undefined && !NOT_MADE.test(stack.status);
    },
    outputs: (stack) => outputsInAccount(options, stack),
    email: () => emailAccount(email),
    emailIdentity: (name) => emailIdentity(email, name),
    deliveries: async (names) => {
      const found = await Promise.all(names.map((name) => deliveryOf(email, name)));
      return new Map(found.flat());
    },
    sms: () => smsAccount(new PinpointSMSVoiceV2Client(options)),
    smsStatus: () => smsStatusIn(new SNSClient(options)),
    smsStatusRole: (stage) => linkIn({ ...options, stage }, 'sms-status-role-arn'),
    areKeysDerived: (stage) => areDerivedInAccount({ ...options, stage }),
    calls: (instanceArn) => callsInAws(new ConnectClient(options), instanceArn),
    table: (arn) => tableInAws(new DynamoDBClient(options), arn),
    readers: async (topic) =>
      readersInAws(new SNSClient(options), `arn:aws:sns:${options.region}:${await accountId(options)}:${topic}`),
    quotas: (service) => quotasInAws(options, service),
    certificate: (arn) => certificateInAws(options, arn),
    logGroups: (prefix) => logGroupsInAws(options, prefix),
    keyOfAlias: (alias) => keyOfAliasInAws(options, alias),
    ...lambdaInAws(options),
  };
};

const accountId = async (options: Options): Promise<string> =>
  (await new STSClient(options).send(new GetCallerIdentityCommand({}))).Account ?? '';

const isBootstrapped = async (options: Options): Promise<boolean> =>
  (await stacksInAccount(options).read('CDKToolkit')) !== undefined;

const emailAccount = async (client: SESv2Client): Promise<EmailAccount> => {
  const account = await client.send(new GetAccountCommand({}));
  return {
    isOutOfSandbox: account.ProductionAccessEnabled ?? false,
    isEnabled: account.SendingEnabled ?? false,
    enforcement: account.EnforcementStatus ?? '',
    perDay: account.SendQuota?.Max24HourSend ?? 0,
    perSecond: account.SendQuota?.MaxSendRate ?? 0,
    delivery: account.DeliveryAttributes?.SharedPoolDeliveryMode,
  };
};

const emailIdentity = async (client: SESv2Client, name: string): Promise<EmailIdentity | undefined> => {
  try {
    const identity = await client.send(new GetEmailIdentityCommand({ EmailIdentity: name }));
    const mailFrom = identity.MailFromAttributes;
    return {
      isVerified: identity.VerifiedForSendingStatus ?? false,
      dkimStatus: identity.DkimAttributes?.Status ?? 'NOT_STARTED',
      dkimTokens: identity.DkimAttributes?.Tokens ?? [],
      dkimZone: identity.DkimAttributes?.SigningHostedZone,
      mailFrom: mailFrom?.MailFromDomain
        ? { domain: mailFrom.MailFromDomain, status: mailFrom.MailFromDomainStatus ?? '' }
        : undefined,
    };
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};

const deliveryOf = async (
  client: SESv2Client,
  name: string,
): Promise<readonly (readonly [string, string | undefined])[]> => {
  try {
    const { DeliveryOptions } = await client.send(new GetConfigurationSetCommand({ ConfigurationSetName: name }));
    return [[name, DeliveryOptions?.SharedPoolDeliveryMode]];
  } catch (error) {
    if (error instanceof NotFoundException) return [];
    throw error;
  }
};

const smsAccount = async (client: PinpointSMSVoiceV2Client): Promise<SmsAccount> => {
  const [{ AccountAttributes = [] }, { SpendLimits = [] }, senders] = await Promise.all([
    client.send(new DescribeAccountAttributesCommand({})),
    client.send(new DescribeSpendLimitsCommand({})),
    sendersOf(client),
  ]);
  return {
    isOutOfSandbox: AccountAttributes.find(({ Name }) => Name === 'ACCOUNT_TIER')?.Value === 'PRODUCTION',
    spendLimitUsd: SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT')?.EnforcedLimit ?? 0,
    senders,
  };
};

const sendersOf = async (client: PinpointSMSVoiceV2Client): Promise<readonly SmsSender[]> => {
  const [{ PhoneNumbers = [] }, { Pools = [] }, senderIds] = await Promise.all([
    client.send(new DescribePhoneNumbersCommand({})),
    client.send(new DescribePoolsCommand({})),
    senderIdsOf(client),
  ]);
  const optOuts = await optOutsOf(client, [
    ...new Set([...PhoneNumbers, ...Pools].flatMap(({ OptOutListName }) => OptOutListName ?? [])),
  ]);
  const found = [
    ...[
      ...PhoneNumbers.map((number) => ({ ...number, name: number.PhoneNumber, arn: number.PhoneNumberArn })),
      ...Pools.map((pool) => ({ ...pool, name: pool.PoolId, arn: pool.PoolArn })),
    ].map((number) => ({
      name: number.name ?? '',
      arn: number.arn ?? '',
      canReceive: number.TwoWayEnabled ?? false,
      repliesTo: number.TwoWayChannelArn,
      isSelfManaged: number.SelfManagedOptOutsEnabled ?? false,
      optOuts: optOuts.find(({ list }) => list === number.OptOutListName),
    })),
    ...senderIds.map(({ SenderId, SenderIdArn, IsoCountryCode }) => ({
      name: SenderId ?? '',
      country: IsoCountryCode,
      arn: SenderIdArn ?? '',
      canReceive: false,
      isSelfManaged: false,
    })),
  ];
  return Promise.all(found.map(async (sender) => ({ ...sender, policy: await policyOf(client, sender.arn) })));
};

/** In every country, page by page. */
const senderIdsOf = async (client: PinpointSMSVoiceV2Client) => {
  const found: SenderIdInformation[] = [];
  for await (const { SenderIds = [] } of paginateDescribeSenderIds({ client }, {})) found.push(...SenderIds);
  return found;
};

/** How many numbers a list holds is counted on its first page; no number is kept. AWS answers one such call a second. */
const optOutsOf = async (client: PinpointSMSVoiceV2Client, lists: readonly string[]) => {
  const counted: { readonly list: string; readonly count: number }[] = [];
  for (const list of lists) {
    const page = new DescribeOptedOutNumbersCommand({ OptOutListName: list, MaxResults: 100 });
    const { OptedOutNumbers = [] } = await client.send(page);
    counted.push({ list, count: OptedOutNumbers.length });
  }
  return counted;
};

const policyOf = async (client: PinpointSMSVoiceV2Client, arn: string): Promise<string | undefined> => {
  try {
    return (await client.send(new GetResourcePolicyCommand({ ResourceArn: arn }))).Policy;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};
