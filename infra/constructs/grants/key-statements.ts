import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import type { Grant } from '#functions/manifest/grants.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../../config.ts';
import { isOfTable } from './table-statements.ts';

/** What DynamoDB does with the key of a table for whoever reads it, and for whoever writes. */
const READ_TABLE = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE_TABLE = [
  ...READ_TABLE,
  ...['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
  ...['kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'],
];
const READ = ['kms:Decrypt'];

/**
 * The AWS service through which a grant uses the key, and what that service does with it. EventBridge, SES and SNS encrypt
 * with their own, and so does the send queue.
 */
const KEY_USES: Readonly<Partial<Record<Grant, readonly [string, readonly string[]]>>> = {
  'contents:read': ['s3', READ],
  'contents:write': ['s3', ['kms:GenerateDataKey']],
  'sent:write': ['s3', ['kms:GenerateDataKey']],
  'sent:read': ['s3', READ],
  'values:write': ['s3', ['kms:GenerateDataKey']],
  'values:read': ['s3', READ],
  'given-up:take': ['s3', READ],
  'journal:write': ['s3', ['kms:GenerateDataKey']],
  'journal:read': ['s3', READ],
  'uploads:write': ['s3', ['kms:GenerateDataKey']],
  'uploads:find': ['s3', READ],
  'uploads:read': ['s3', READ],
  'reports:write': ['s3', ['kms:GenerateDataKey']],
  'reports:read': ['s3', READ],
  'reports:find': ['s3', READ],
  'reports:remove': ['s3', READ],
  'mails:take': ['s3', READ],
  'last-queues:take': ['sqs', READ],
  'inbound-queues:put': ['sqs', ['kms:Decrypt', 'kms:GenerateDataKey']],
  'sms-replies:park': ['sqs', ['kms:Decrypt', 'kms:GenerateDataKey']],
  'sms-replies:publish': ['sns', ['kms:Decrypt', 'kms:GenerateDataKey']],
  'inbound-events:park': ['sqs', ['kms:Decrypt', 'kms:GenerateDataKey']],
  'secret:fingerprint': ['secretsmanager', READ],
  'secret:token': ['secretsmanager', READ],
  'secret:provider': ['secretsmanager', READ],
  'secret:provider-of-texts': ['secretsmanager', READ],
  'secret:data': ['secretsmanager', READ],
  'secret:root-key': ['secretsmanager', READ],
};
const keyUseOf = (grant: Grant): readonly [string, readonly string[]] | undefined => {
  if (isOfKey(grant)) return undefined;
  if (!isOfTable(grant)) return KEY_USES[grant];
  return ['dynamodb', /^(?:get|get-many|query|list):/.test(grant) ? READ_TABLE : WRITE_TABLE];
};

/** What a function does with a key itself: those of advertisers are encrypted under that of the stage, those of proof under that of the archive. */
const DIRECT_USES = {
  'advertiser-keys:open': ['key', 'kms:Decrypt'],
  'advertiser-keys:make': ['key', 'kms:GenerateDataKey'],
  'proof-key:open': ['proofKey', 'kms:Decrypt'],
  'proof-key:make': ['proofKey', 'kms:GenerateDataKey'],
} as const satisfies Readonly<Partial<Record<Grant, readonly ['key' | 'proofKey', string]>>>;
export type KeyGrant = keyof typeof DIRECT_USES;
export const isOfKey = (grant: Grant): grant is KeyGrant => grant in DIRECT_USES;

/**
 * With the words of an advertiser of this stage, and no others (`shared/adapters/crypto/kms.ts`): nothing that a service of AWS encrypted
 * has them, so that all of it opens through that service alone.
 */
const ofAdvertisers = (stage: string) => ({
  StringEquals: { 'kms:EncryptionContext:stage': stage },
  StringLike: { 'kms:EncryptionContext:advertiser': '?*' },
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['advertiser', 'stage'] },
});

/** Queues under the customer key: their messages carry addresses or numbers. */
const QUEUES_WITH_KEY: readonly string[] = ['sms-replies', 'email-feedback', 'opposition-mails', 'inbound-events'];

/** A service of a Region as policies name it; the European Sovereign Cloud and China have a domain of their own. */
export const serviceIn = (service: string, region: string): string =>
  `${service}.${region}.${RegionInfo.get(region).domainSuffix ?? 'amazonaws.com'}`;

/** The key opens only for a call that comes through this service. */
export const through = (service: string, region: string) => ({
  StringEquals: { 'kms:ViaService': serviceIn(service, region) },
});

/**
 * The use of the keys that the function's grants imply: a statement for each service through which it is used, and one for what
 * the function does with it itself.
 */
export const keyStatements = (
  name: FunctionName,
  arns: { readonly key: string; readonly proofKey: () => string },
  { stage, region }: Pick<Config, 'stage' | 'region'>,
): PolicyStatement[] => {
  const { grants, trigger }: FunctionEntry = manifest[name];
  const fed = trigger.kind === 'queue' && QUEUES_WITH_KEY.includes(trigger.queue) ? [['sqs', READ] as const] : [];
  const uses = [...grants.flatMap((grant) => [keyUseOf(grant) ?? []].filter((use) => use.length === 2)), ...fed];
  const services = [...new Set(uses.map(([service]) => service))].sort();
  const direct = Map.groupBy(new Set(grants.filter(isOfKey).map((grant) => DIRECT_USES[grant])), ([key]) => key);
  return [
    ...services.map((service) => {
      const actions = uses.filter((use) => use[0] === service).flatMap((use) => use[1]);
      return new PolicyStatement({
        actions: [...new Set(actions)],
        resources: [arns.key],
        conditions: through(service, region),
      });
    }),
    ...[...direct].map(
      ([key, uses]) =>
        new PolicyStatement({
          actions: uses.map(([, action]) => action),
          resources: [key === 'key' ? arns.key : arns.proofKey()],
          conditions: ofAdvertisers(stage),
        }),
    ),
  ];
};
