import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Alias } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { customerKey } from '../constructs/kept/customer-key.ts';
import type { ConfigWithReplica } from '../constructs/kept/journal-copy.ts';
import { removalOf } from '../constructs/removal.ts';
import { replicaAliasOf, replicaBucketOf } from '../journal-replica.ts';
import { journalBucket } from './buckets.ts';

/**
 * The copy of the journal in a second Region, with a key of that Region: it is set as the journal is, so that a stage that is made there
 * can adopt both.
 */
export class JournalReplicaStack extends Stack {
  constructor(scope: Construct, id: string, config: ConfigWithReplica, props: StackProps) {
    super(scope, id, props);
    const { region } = config.journalReplica;
    const key = customerKey(this, config, region, `Aval ${config.stage}: the copy of the journal`);
    new Alias(this, 'KeyAlias', {
      aliasName: replicaAliasOf(config),
      targetKey: key,
      removalPolicy: removalOf(config),
    });
    const bucket = journalBucket(this, key, config, replicaBucketOf(config, this.account));
    new CfnOutput(this, 'JournalReplicaBucket', { value: bucket.bucketName });
    new CfnOutput(this, 'JournalReplicaKeyArn', { value: key.keyArn });
  }
}
