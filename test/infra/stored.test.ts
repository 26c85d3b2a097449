import { describe, expect, test } from 'vitest';
import { MESSAGE_INDEXES, MESSAGE_POSITION } from '#shared/adapters/dynamodb/keys.ts';
import { deploymentOf } from './deployment.ts';

const dev = deploymentOf('dev');
const production = deploymentOf('production');
const both = [
  ['dev', dev],
  ['production', production],
] as const;

describe.each(both)('what stage %s stores', (_stage, deployment) => {
  test('every table is encrypted with the customer key, recoverable to the second and streamed whole', () => {
    const tables = deployment.all('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');
    expect(tables).toHaveLength(1);
    for (const { Properties } of tables) {
      expect(Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.StreamSpecification.StreamViewType).toBe('NEW_AND_OLD_IMAGES');
      expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
      expect(Properties.KeySchema.map((key: { AttributeName: string }) => key.AttributeName)).toEqual(['pk', 'sk']);
      for (const replica of Properties.Replicas) {
        expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
        expect(replica.SSESpecification.KMSMasterKeyId).toBeDefined();
      }
    }
  });

  test('the table has the indexes that the store reads, of keys alone', () => {
    const [table] = deployment.all('AWS::DynamoDB::GlobalTable');
    const indexes = table?.Properties.GlobalSecondaryIndexes as readonly Record<string, unknown>[];
    expect(indexes).toEqual(
      Object.values(MESSAGE_INDEXES).map(({ name, attribute }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: attribute, KeyType: 'HASH' },
          { AttributeName: MESSAGE_POSITION, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    );
  });

  test('every bucket is encrypted, versioned and closed to the public', () => {
    const buckets = deployment.all('AWS::S3::Bucket');
    expect(buckets.length).toBeGreaterThan(0);
    for (const { Properties } of buckets) {
      const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
      expect(rule.ServerSideEncryptionByDefault).toMatchObject({ SSEAlgorithm: 'aws:kms' });
      expect(Properties.VersioningConfiguration.Status).toBe('Enabled');
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    }
  });

  test('every queue, topic, secret and log group is encrypted', () => {
    // Addresses and numbers are in the messages of these: they take the customer key to read.
    const personal = /-(?:sms-replies|email-feedback|opposition-mails|inbound-events)(?:-dlq)?$/;
    const queues = deployment.all('AWS::SQS::Queue').map(({ Properties }) => Properties);
    expect(queues.filter(({ QueueName }) => personal.test(QueueName))).toHaveLength(8);
    for (const { QueueName, KmsMasterKeyId, SqsManagedSseEnabled } of queues)
      expect([
        QueueName,
        KmsMasterKeyId !== undefined || SqsManagedSseEnabled === true,
        KmsMasterKeyId !== undefined,
      ]).toEqual([QueueName, true, personal.test(QueueName)]);
    for (const topic of deployment.some('AWS::SNS::Topic')) expect(topic.Properties.KmsMasterKeyId).toBeDefined();
    for (const secret of deployment.some('AWS::SecretsManager::Secret'))
      expect(secret.Properties.KmsKeyId).toBeDefined();
    for (const group of deployment.some('AWS::Logs::LogGroup')) expect(group.Properties.KmsKeyId).toBeDefined();
  });

  test('every bucket, queue and topic refuses what does not come by TLS', () => {
    const guarded = deployment
      .all('AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy')
      .filter(({ Properties }) => JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'));
    const holders = deployment.some('AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic');
    expect(guarded).toHaveLength(holders.length);
  });

  test('every key turns each year', () => {
    const keys = deployment.all('AWS::KMS::Key');
    // Of all that is stored, and of the archive of what was sent.
    expect(keys).toHaveLength(2);
    for (const { Properties } of keys) expect(Properties.EnableKeyRotation).toBe(true);
  });

  test('every secret starts as one generated key of 64 characters', () => {
    const secrets = deployment.all('AWS::SecretsManager::Secret');
    expect(secrets).toHaveLength(5);
    for (const { Properties } of secrets) {
      expect(Properties.GenerateSecretString).toEqual({
        SecretStringTemplate: '{}',
        GenerateStringKey: 'key1',
        PasswordLength: 64,
        ExcludePunctuation: true,
      });
    }
  });

  test('every log group forgets', () => {
    for (const { Properties } of deployment.some('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays).toBeGreaterThan(0);
    }
  });
});

const HOLDS_DATA = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
  'AWS::Logs::LogGroup',
];

test('production keeps table, buckets, key, secrets and logs when a stack is removed; dev leaves nothing behind', () => {
  for (const resource of production.some(...HOLDS_DATA)) {
    // A creation that fails leaves nothing whose name the next attempt needs; a protected table can only stay.
    const kept = resource.Type === 'AWS::DynamoDB::GlobalTable' ? 'Retain' : 'RetainExceptOnCreate';
    expect([resource.id, resource.DeletionPolicy]).toEqual([resource.id, kept]);
  }
  for (const resource of dev.some(...HOLDS_DATA)) expect(resource.DeletionPolicy, resource.id).toBe('Delete');
});

describe('the journal', () => {
  const journalOf = (own: object = {}, stage: 'dev' | 'production' = 'production') =>
    deploymentOf(stage, own)
      .all('AWS::S3::Bucket')
      .filter(({ Properties }) => Properties.ObjectLockEnabled === true);
  const lockOf = (own: object = {}, stage?: 'dev' | 'production') =>
    journalOf(own, stage).map(({ Properties }) => Properties.ObjectLockConfiguration.Rule.DefaultRetention);

  test('is one bucket, whose objects nobody can delete before their days are over', () => {
    expect(lockOf()).toEqual([{ Mode: 'COMPLIANCE', Days: 400 }]);
    expect(lockOf({}, 'dev')).toEqual([{ Mode: 'GOVERNANCE', Days: 1 }]);
    expect(lockOf({ journal: { lock: 'GOVERNANCE', days: 36 } })).toEqual([{ Mode: 'GOVERNANCE', Days: 36 }]);
  });

  test('lets each entry go once it is no longer locked', () => {
    const [rule] = journalOf({ journal: { days: 50 } })[0]?.Properties.LifecycleConfiguration.Rules ?? [];
    expect(rule).toMatchObject({ ExpirationInDays: 50, NoncurrentVersionExpiration: { NoncurrentDays: 1 } });
  });

  test('is written by the outbox and what redrives it, and no role may delete from it or open its lock', () => {
    const onJournal = (action: string) =>
      production
        .policies()
        .filter(({ Properties }) =>
          Properties.PolicyDocument.Statement.some(
            (statement: object) =>
              JSON.stringify(statement).includes('journal') && JSON.stringify(statement).includes(action),
          ),
        )
        .map(({ id }) => id.replace(/role(?:DefaultPolicy)?\w{8}$/, ''));
    expect(onJournal('s3:PutObject').sort()).toEqual(['outbox', 'redrive']);
    for (const action of ['s3:Delete', 's3:Bypass', 's3:PutObjectRetention', 's3:*'])
      expect(onJournal(action)).toEqual([]);
  });

  test('of production goes back as far as a table can be restored', () => {
    expect(() => deploymentOf('production', { journal: { days: 35 } })).toThrow(
      'needs a journal of at least 36 days, as far back as a table can be restored: set `stages.production.journal.days`',
    );
  });
});

test('the table of production cannot be deleted by mistake', () => {
  const [table] = production.all('AWS::DynamoDB::GlobalTable');
  expect(table?.Properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
});
