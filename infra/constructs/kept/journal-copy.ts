import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { type CfnPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Config } from '../../config.ts';
import { REPLICA_RULE, replicaAliasOf, replicaBucketOf } from '../../journal-replica.ts';
import { acknowledge, IN_THE_JOURNAL, wildcardIn } from '../acknowledged.ts';
import { serviceIn } from '../grants/key-statements.ts';
import { removalOf } from '../removal.ts';

/** A stage whose journal is copied to a second Region. */
export type ConfigWithReplica = Config & { readonly journalReplica: NonNullable<Config['journalReplica']> };

/** The ARNs of the copy, as the first Region writes them. */
export const replicaArns = (scope: Stack, config: ConfigWithReplica) => {
  const { region } = config.journalReplica;
  const name = replicaBucketOf(config, scope.account);
  const bucket = scope.formatArn({ service: 's3', region: '', account: '', resource: name });
  return {
    name,
    bucket,
    objects: `${bucket}/*`,
    alias: scope.formatArn({
      service: 'kms',
      region,
      resource: replicaAliasOf(config),
      arnFormat: ArnFormat.NO_RESOURCE_NAME,
    }),
    keys: scope.formatArn({ service: 'kms', region, resource: 'key', resourceName: '*' }),
  };
};

/** The Region and the bucket of the copy, as functions read them; `none`: there is no copy. */
export const replicaRead = (scope: Stack, config: Config): string =>
  hasReplica(config) ? `${config.journalReplica.region} ${replicaArns(scope, config).name}` : 'none';

/** The use of the key of the copy: known by its alias, for its bucket alone, through S3 of its Region. */
export const useOfReplicaKey = (scope: Stack, config: ConfigWithReplica, actions: string[]): PolicyStatement => {
  const { bucket, keys } = replicaArns(scope, config);
  return new PolicyStatement({
    actions,
    resources: [keys],
    conditions: {
      StringEquals: {
        'kms:ViaService': serviceIn('s3', config.journalReplica.region),
        'kms:EncryptionContext:aws:s3:arn': bucket,
      },
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': replicaAliasOf(config) },
    },
  });
};

/** Why a role may use keys of the second Region that are not named. */
export const KEY_BY_ALIAS =
  'The id of the key is not known in the first Region: the condition asks for its alias, its bucket and S3 of its Region.';

/**
 * Has S3 copy each new entry of the journal, with its lock, to the second Region. The role may copy and not delete; it outlives the
 * stack as the journal does, so that a journal which waits to be adopted is copied still.
 *
 * @see Amazon S3, "Replicating encrypted objects" (an alias for a key, the ARN of the bucket as context where it has a bucket key)
 *   and "Object Lock considerations" (the two rights more)
 */
export const copyJournal = (scope: Stack, journal: Bucket, key: IKey, config: Config): void => {
  if (!hasReplica(config)) return;
  const { bucket, objects, alias, keys } = replicaArns(scope, config);
  const role = new Role(scope, 'JournalCopyRole', {
    assumedBy: new ServicePrincipal('s3.amazonaws.com'),
    description: `Aval ${config.stage}: S3 copies the journal to ${config.journalReplica.region}`,
  });
  const entries = journal.arnForObjects('*');
  const statements = [
    new PolicyStatement({
      actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      resources: [journal.bucketArn],
    }),
    new PolicyStatement({
      actions: [
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionAcl',
        's3:GetObjectRetention',
        's3:GetObjectLegalHold',
      ],
      resources: [entries],
    }),
    new PolicyStatement({ actions: ['s3:ReplicateObject'], resources: [objects] }),
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: {
          'kms:ViaService': serviceIn('s3', config.region),
          'kms:EncryptionContext:aws:s3:arn': journal.bucketArn,
        },
      },
    }),
    useOfReplicaKey(scope, config, ['kms:Encrypt', 'kms:Decrypt']),
  ];
  for (const statement of statements) role.addToPolicy(statement);
  const policy = role.node.findChild('DefaultPolicy');
  role.applyRemovalPolicy(removalOf(config));
  (policy.node.defaultChild as CfnPolicy).applyRemovalPolicy(removalOf(config));
  for (const arn of [entries, objects]) acknowledge(policy, wildcardIn(scope, arn), IN_THE_JOURNAL);
  acknowledge(policy, wildcardIn(scope, keys), KEY_BY_ALIAS);
  (journal.node.defaultChild as CfnBucket).replicationConfiguration = {
    role: role.roleArn,
    rules: [
      {
        id: REPLICA_RULE,
        priority: 1,
        status: 'Enabled',
        filter: { prefix: '' },
        // What is deleted here stays there.
        deleteMarkerReplication: { status: 'Disabled' },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
        destination: {
          bucket,
          encryptionConfiguration: { replicaKmsKeyId: alias },
          metrics: { status: 'Enabled' },
        },
      },
    ],
  };
};

/** Whether the journal of a stage is copied. */
export const hasReplica = (config: Config): config is ConfigWithReplica => config.journalReplica !== undefined;
