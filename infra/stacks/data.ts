import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { acknowledge } from '../constructs/acknowledged.ts';
import { customerKey } from '../constructs/kept/customer-key.ts';
import { copyJournal } from '../constructs/kept/journal-copy.ts';
import { proofKey } from '../constructs/kept/proof-key.ts';
import { type LinkName, publishLink } from '../constructs/links.ts';
import { EXPIRES_AT, MESSAGE_INDEXES, MESSAGE_POSITION } from '../constructs/message-indexes.ts';
import { removalOf } from '../constructs/removal.ts';
import { contentBucket, journalBucket, letKeepMails, uploadBucket } from './buckets.ts';
import { jobQueue } from './jobs.ts';

/**
 * What must outlive every other stack: the table, the journal, the contents, the secrets and their key. What the settings
 * adopt is not made here: only the links to it are.
 */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, props: StackProps) {
    super(scope, id, props);
    const { adopt } = config;
    const kept = removalOf(config);
    const key =
      adopt.keyArn === undefined
        ? customerKey(this, config, config.region, `Aval ${config.stage}: everything stored`)
        : Key.fromKeyArn(this, 'Key', adopt.keyArn);
    const bucketOf = (name: string | undefined, id: string, make: () => NamedBucket): NamedBucket =>
      name === undefined ? make() : Bucket.fromBucketName(this, id, name);
    const contents = bucketOf(adopt.contentBucket, 'Contents', () => contentBucket(this, key, kept));
    const journal = bucketOf(adopt.journalBucket, 'Journal', () => {
      const made = journalBucket(this, key, config);
      copyJournal(this, made, key, config);
      return made;
    });
    const uploads = uploadBucket(this, key, kept);
    if (config.inbox?.replies !== undefined) letKeepMails(uploads);
    jobQueue(this, config);
    const links: Links = [
      ['key-arn', key.keyArn],
      ['proof-key-arn', adopt.proofKeyArn ?? proofKey(this, config).keyArn],
      ...(adopt.table === undefined ? linksOfTable(this, key, config) : linksOfAdopted(adopt.table)),
      ['content-bucket-name', contents.bucketName],
      ['content-bucket-arn', contents.bucketArn],
      ['journal-bucket-name', journal.bucketName],
      ['journal-bucket-arn', journal.bucketArn],
      ['upload-bucket-name', uploads.bucketName],
      ['upload-bucket-arn', uploads.bucketArn],
      ['fingerprint-secret-arn', adopt.fingerprintSecretArn ?? generatedKey(this, 'FingerprintSecret', key, kept)],
      ['token-secret-arn', adopt.tokenSecretArn ?? generatedKey(this, 'TokenSecret', key, kept)],
      ['data-secret-arn', adopt.dataSecretArn ?? generatedKey(this, 'DataSecret', key, kept)],
      ['root-key-secret-arn', adopt.rootKeySecretArn ?? generatedKey(this, 'RootKeySecret', key, kept)],
      ['provider-secret-arn', adopt.providerSecretArn ?? generatedKey(this, 'ProviderSecret', key, kept)],
    ];
    for (const [name, value] of links) publishLink(this, config.stage, name, value);
  }
}

type NamedBucket = Pick<Bucket, 'bucketName' | 'bucketArn'>;
type Links = readonly (readonly [LinkName, string])[];

const linksOfTable = (scope: Construct, key: IKey, config: Config): Links => {
  const table = new TableV2(scope, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    timeToLiveAttribute: EXPIRES_AT,
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryptionV2.customerManagedKey(key),
    globalSecondaryIndexes: MESSAGE_INDEXES.map(messageIndex),
    deletionProtection: config.isProduction,
    // Deletion protection would stop CloudFormation from deleting it: an attempt that fails leaves an empty table.
    removalPolicy: config.isProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const { tableName, tableArn, tableStreamArn = '' } = table;
  return [
    ['table-name', tableName],
    ['table-arn', tableArn],
    ['table-stream-arn', tableStreamArn],
  ];
};

/** The name of a table is the end of its ARN. */
const linksOfAdopted = ({ arn, streamArn }: { readonly arn: string; readonly streamArn: string }): Links => [
  ['table-name', arn.slice(arn.indexOf('/') + 1)],
  ['table-arn', arn],
  ['table-stream-arn', streamArn],
];

/** An index that finds messages: keys alone, so that a message that changes its state writes none of them. */
const messageIndex = ({ name, attribute }: { readonly name: string; readonly attribute: string }) => ({
  indexName: name,
  partitionKey: { name: attribute, type: AttributeType.STRING },
  sortKey: { name: MESSAGE_POSITION, type: AttributeType.STRING },
  projectionType: ProjectionType.KEYS_ONLY,
});

/** A secret that starts as `{"key1":"<64 characters>"}`; a later key is added beside it (`aval rotate-keys`), never instead of it. */
const generatedKey = (scope: Construct, id: string, key: IKey, kept: RemovalPolicy): string => {
  const secret = new Secret(scope, id, {
    encryptionKey: key,
    removalPolicy: kept,
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'key1',
      passwordLength: 64,
      excludePunctuation: true,
    },
  });
  acknowledge(
    secret,
    'AwsSolutions-SMG4',
    'What a former key signed, encrypted or fingerprinted must be readable for years: a key is added beside the others by a person, never replaced by a clock.',
  );
  return secret.secretArn;
};
