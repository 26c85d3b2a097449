import { ACMClient, DescribeCertificateCommand, ResourceNotFoundException } from '@aws-sdk/client-acm';
import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeKeyCommand, KMSClient, NotFoundException } from '@aws-sdk/client-kms';
import {
  GetAccountSettingsCommand,
  GetFunctionRecursionConfigCommand,
  LambdaClient,
  ResourceNotFoundException as NoSuchFunction,
} from '@aws-sdk/client-lambda';
import {
  paginateListAWSDefaultServiceQuotas,
  paginateListServiceQuotas,
  type ServiceQuota,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import type { Account, Certificate, Quota } from './account.ts';

interface Options {
  readonly region: string;
  readonly endpoint?: string;
}

/** The quotas of a service, by code: what everybody has, and in its place what this account was given. */
export const quotasInAws = async (options: Options, service: string): Promise<readonly Quota[]> => {
  const client = new ServiceQuotasClient(options);
  const found = new Map<string, Quota>();
  const note = (quotas: readonly ServiceQuota[] = []) => {
    for (const { QuotaCode: code = '', QuotaName: name = '', Value: value } of quotas)
      if (value !== undefined) found.set(code, { code, name, value });
  };
  for await (const page of paginateListAWSDefaultServiceQuotas({ client }, { ServiceCode: service })) note(page.Quotas);
  for await (const page of paginateListServiceQuotas({ client }, { ServiceCode: service })) note(page.Quotas);
  return [...found.values()];
};

/** `undefined`: ACM has no such certificate. */
export const certificateInAws = async (options: Options, arn: string): Promise<Certificate | undefined> => {
  try {
    const { Certificate: found } = await new ACMClient(options).send(
      new DescribeCertificateCommand({ CertificateArn: arn }),
    );
    const { DomainName, SubjectAlternativeNames = [], DomainValidationOptions = [] } = found ?? {};
    return {
      status: found?.Status ?? '',
      names: [...new Set([...(DomainName === undefined ? [] : [DomainName]), ...SubjectAlternativeNames])],
      records: DomainValidationOptions.flatMap(({ ResourceRecord: record }) =>
        record === undefined ? [] : [`${record.Name} ${record.Type} ${record.Value}`],
      ),
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** The names of all log groups that begin so. */
export const logGroupsInAws = async (options: Options, prefix: string): Promise<readonly string[]> => {
  const client = new CloudWatchLogsClient(options);
  const names: string[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: prefix }))
    names.push(...logGroups.flatMap(({ logGroupName }) => logGroupName ?? []));
  return names;
};

/** The id of the key that an alias names; `undefined`: KMS has no such alias. */
export const keyOfAliasInAws = async (options: Options, alias: string): Promise<string | undefined> => {
  try {
    return (await new KMSClient(options).send(new DescribeKeyCommand({ KeyId: alias }))).KeyMetadata?.KeyId;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};

/** What Lambda lets the account and its functions do. */
export const lambdaInAws = (options: Options): Pick<Account, 'concurrency' | 'mayGoRound'> => {
  const client = new LambdaClient(options);
  return {
    concurrency: async () => {
      const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    mayGoRound: async (functionName) => {
      try {
        const asked = new GetFunctionRecursionConfigCommand({ FunctionName: functionName });
        return (await client.send(asked)).RecursiveLoop === 'Allow';
      } catch (error) {
        if (error instanceof NoSuchFunction) return undefined;
        throw error;
      }
    },
  };
};
