import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { DAYS_MAILS_ARE_KEPT } from '#shared/domain/retention/days-of-mails.ts';
import { daysOfMonths, MONTHS_OF_VALUES } from '#shared/domain/retention/months-of-values.ts';
import type { Config } from '../config.ts';
import { acknowledge, READ_BY_ROLES } from '../constructs/acknowledged.ts';
import { removalOf } from '../constructs/removal.ts';

/** A bucket that roles of the stack alone can read, over TLS, under the customer key. */
const closedBucket = (scope: Construct, id: string, key: IKey, more: BucketProps): Bucket => {
  const bucket = new Bucket(scope, id, {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    ...more,
  });
  acknowledge(bucket, 'AwsSolutions-S1', READ_BY_ROLES);
  return bucket;
};

const { least, most } = MONTHS_OF_VALUES;
/** What lies under `values/` and each of these is kept for so many months. */
const byMonths = Array.from({ length: most - least + 1 }, (_, index) => least + index);

/**
 * What authors write, under its hash: nothing of it is ever replaced. What went to readers of campaigns alone ends by its months: S3 begins the
 * term at the next midnight, and a version that is no longer the present one stays for a day more.
 */
export const contentBucket = (scope: Construct, key: IKey, kept: RemovalPolicy): Bucket =>
  closedBucket(scope, 'Contents', key, {
    removalPolicy: kept,
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ...byMonths.map((months) => ({
        prefix: `values/${months}/`,
        expiration: Duration.days(daysOfMonths(months)),
        noncurrentVersionExpiration: Duration.days(1),
      })),
      { prefix: 'values/', expiredObjectDeleteMarker: true },
    ],
  });

/** Where SES puts mails that are to be read: what reads one removes it. */
export const FOLDER_OF_MAILS = 'mails/';

/** SES puts mails there for this account, where a stage has replies read. */
export const letKeepMails = (bucket: Bucket): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`${FOLDER_OF_MAILS}*`)],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
};

/**
 * What callers upload is deleted within seven days: it is kept for four, S3 begins a term at the next midnight, and a version that
 * is no longer the present one stays for a day more. A mail waits for longer, as the message that names it may: of two terms S3 takes the shorter.
 */
export const uploadBucket = (scope: Construct, key: IKey, kept: RemovalPolicy): Bucket =>
  closedBucket(scope, 'Uploads', key, {
    removalPolicy: kept,
    lifecycleRules: [
      {
        expiration: Duration.days(DAYS_MAILS_ARE_KEPT),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      ...['uploads/', 'reports/'].map((prefix) => ({ prefix, expiration: Duration.days(4) })),
      { expiredObjectDeleteMarker: true },
    ],
  });

/**
 * Each entry is locked from its first second; once it is not, it is deleted.
 *
 * @param bucketName of the copy in a second Region, which the first one names; absent: CloudFormation chooses it
 */
export const journalBucket = (scope: Construct, key: IKey, config: Config, bucketName?: string): Bucket => {
  const { lock, days } = config.journal;
  const term = Duration.days(days);
  return closedBucket(scope, 'Journal', key, {
    ...(bucketName !== undefined && { bucketName }),
    removalPolicy: removalOf(config),
    objectLockDefaultRetention:
      lock === 'COMPLIANCE' ? ObjectLockRetention.compliance(term) : ObjectLockRetention.governance(term),
    lifecycleRules: [{ expiration: term, noncurrentVersionExpiration: Duration.days(1) }],
  });
};

/** Records that the outbox or the index gave up, whole (a queue would hold their positions only), for a human to redrive. */
export const failedRecords = (scope: Construct, config: Config, key: IKey): Bucket =>
  closedBucket(scope, 'FailedRecords', key, {
    removalPolicy: removalOf(config),
    lifecycleRules: [
      { expiration: Duration.days(config.retention.failedRecordDays), noncurrentVersionExpiration: Duration.days(1) },
    ],
  });
