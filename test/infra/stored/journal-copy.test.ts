import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { placesOf, regionsOf } from '#infra/deployment.ts';
import { JournalReplica } from '#infra/journal-replica.ts';
import type { StageSettings } from '#infra/settings.ts';
import { type Access, isAllowed, statementsIn } from '#local/aws/iam/policy.ts';
import type { Json } from '#local/template/json.ts';
import { transferOf } from '#shared/domain/processing/processors.ts';
import { lossesOf } from '#tools/rules/replacements.ts';
import { type Stacks, stacksByRegion } from '../../../cli/termination-protection.ts';
import { type Deployment, deploymentOf, PRODUCTION } from '../deployment.ts';

const ACCOUNT = '111122223333';
const COPY = `aval-production-journal-${ACCOUNT}-eu-central-1`;
const COPY_ARN = `arn:aws:s3:::${COPY}`;
const ALIAS = 'alias/aval-production-journal';
const TWO_REGIONS: StageSettings = { journalReplica: { region: 'eu-central-1' } };
const copied = deploymentOf('production', TWO_REGIONS);
const alone = deploymentOf('production');

/** A value of a template as CloudFormation makes it, where `NAME.Arn` stands for the ARN of what a stack makes itself. */
const resolved = (value: Json, region: string): Json => {
  if (Array.isArray(value)) return value.map((one) => resolved(one, region));
  if (typeof value !== 'object' || value === null) return value;
  const [[intrinsic, argument] = []] = Object.entries(value);
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': ACCOUNT,
    'AWS::Region': region,
  };
  if (intrinsic === 'Ref') return pseudo[String(argument)] ?? String(argument);
  if (intrinsic === 'Fn::GetAtt') return (argument as string[]).join('.');
  if (intrinsic === 'Fn::Join')
    return ((argument as Json[])[1] as Json[])
      .map((part) => resolved(part, region))
      .join(String((argument as Json[])[0]));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one as Json, region)]));
};
const only = (deployment: Deployment, stack: string, type: string, id = '') => {
  const found = deployment.all(type).filter((one) => one.stack.endsWith(stack) && one.id.startsWith(id));
  expect(found).toHaveLength(1);
  const [{ Properties, DeletionPolicy, id: logicalId } = expect.fail(`no ${type}`)] = found;
  return {
    id: logicalId,
    DeletionPolicy,
    // biome-ignore lint/suspicious/noExplicitAny: templates are JSON whose shape each assertion states for itself
    is: resolved(Properties, stack === '-Data' ? 'eu-west-3' : 'eu-central-1') as any,
  };
};

const journal = only(copied, '-Data', 'AWS::S3::Bucket', 'Journal');
const key = only(copied, '-Data', 'AWS::KMS::Key', 'Key');
const entry = `${journal.id}.Arn/journal/2026-11-28T09/a`;
/**
 * What S3 does with the role, by its own pages: "Setting up permissions for live replication", "Replicating encrypted objects" (with a
 * bucket key), "Object Lock considerations".
 */
const BY_S3: readonly Access[] = [
  ...['s3:GetReplicationConfiguration', 's3:ListBucket'].map((action) => ({ action, resource: `${journal.id}.Arn` })),
  ...[
    's3:GetObjectVersionForReplication',
    's3:GetObjectVersionAcl',
    's3:GetObjectRetention',
    's3:GetObjectLegalHold',
  ].map((action) => ({ action, resource: entry })),
  { action: 's3:ReplicateObject', resource: `${COPY_ARN}/journal/2026-11-28T09/a` },
  {
    action: 'kms:Decrypt',
    resource: `${key.id}.Arn`,
    context: {
      'kms:ViaService': ['s3.eu-west-3.amazonaws.com'],
      'kms:EncryptionContext:aws:s3:arn': [`${journal.id}.Arn`],
    },
  },
  ...['kms:Encrypt', 'kms:Decrypt'].map((action) => ({
    action,
    resource: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`,
    context: {
      'kms:ViaService': ['s3.eu-central-1.amazonaws.com'],
      'kms:EncryptionContext:aws:s3:arn': [COPY_ARN],
      'kms:ResourceAliases': [ALIAS],
    },
  })),
];
/** The accesses that a policy does not allow. */
const lacking = (document: Json): readonly string[] => {
  const statements = statementsIn(document);
  return BY_S3.filter((access) => !isAllowed(statements, access)).map(
    ({ action, resource }) => `${action} ${resource}`,
  );
};
const policy = only(copied, '-Data', 'AWS::IAM::Policy', 'JournalCopyRole').is.PolicyDocument;

describe('the copy of the journal in a second Region', () => {
  test('is asked for by the settings alone, and needs nothing else of them', () => {
    const namesOf = ({ templates }: Deployment) => [...templates.keys()];
    expect(namesOf(copied)).toEqual(['Aval-production-JournalReplica', ...namesOf(alone)]);
    expect(placesOf(configOf('production', { stages: { production: { ...PRODUCTION, ...TWO_REGIONS } } }))[0]).toEqual({
      name: 'Aval-production-JournalReplica',
      region: 'eu-central-1',
    });
    const of = (own: StageSettings) =>
      regionsOf(configOf('production', { stages: { production: { ...PRODUCTION, ...own } } }));
    expect([of({}), of(TWO_REGIONS)]).toEqual([['eu-west-3'], ['eu-west-3', 'eu-central-1']]);
  });

  test.each([
    ['eu-west-3', '`stages.production.journalReplica.region` is eu-west-3, where the journal itself is'],
    ['us-east-1', '`stages.production.journalReplica.region`: a Region in the European Union: eu-west-1, eu-west-3'],
    ['eu-west-2', 'a Region in the European Union'],
  ])('is not made in %s', (region, sentence) => {
    const own = { ...PRODUCTION, journalReplica: { region } };
    expect(() => configOf('production', { stages: { production: own } })).toThrow(sentence);
  });

  test('stays in the European Economic Area, as what is said of its Region says, in the second Region as in the first', () => {
    const options = [...JournalReplica.shape.region.values];
    for (const region of options) expect(transferOf(region).fr).toContain('dans l’Espace économique européen');
    expect(options).toHaveLength(6);
  });

  test('is locked, encrypted and kept as the journal is, and has the name that the first Region says', () => {
    const copy = only(copied, '-JournalReplica', 'AWS::S3::Bucket');
    const { BucketName, BucketEncryption: _, ...set } = copy.is;
    const { ReplicationConfiguration, BucketEncryption: __, ...own } = journal.is;
    expect(set).toEqual(own);
    expect(BucketName).toBe(COPY);
    // A name of S3 has 63 characters at the most.
    expect(COPY.length + 20 - 'production'.length).toBeLessThanOrEqual(63);
    const alias = only(copied, '-JournalReplica', 'AWS::KMS::Alias');
    expect(alias.is.AliasName).toBe(ALIAS);
    const { Destination, ...rule } = ReplicationConfiguration.Rules[0];
    expect(rule).toEqual({
      Id: 'second-region',
      Priority: 1,
      Status: 'Enabled',
      Filter: { Prefix: '' },
      DeleteMarkerReplication: { Status: 'Disabled' },
      SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
    });
    expect(Destination).toEqual({
      Bucket: COPY_ARN,
      EncryptionConfiguration: { ReplicaKmsKeyID: `arn:aws:kms:eu-central-1:${ACCOUNT}:${ALIAS}` },
      Metrics: { Status: 'Enabled' },
    });
    const kept = [
      copy,
      alias,
      only(copied, '-JournalReplica', 'AWS::KMS::Key'),
      only(copied, '-Data', 'AWS::IAM::Role', 'JournalCopy'),
    ];
    const policyKept = only(copied, '-Data', 'AWS::IAM::Policy', 'JournalCopyRole');
    for (const { DeletionPolicy } of [...kept, policyKept]) expect(DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('is made by a role that may do what S3 does with it, and nothing that deletes', () => {
    expect(lacking(policy)).toEqual([]);
    const actions = statementsIn(policy).flatMap((statement) => statement.actions);
    expect(actions.toSorted()).toEqual(BY_S3.map(({ action }) => action).toSorted());
    // Not of another bucket, not by another key, and not through another service.
    for (const access of BY_S3) {
      const { context = {}, resource } = access;
      const elsewhere = resource.replace(`${journal.id}.Arn`, 'arn:aws:s3:::another').replace(COPY, 'another');
      const others = [
        ...(elsewhere === resource ? [] : [{ ...access, resource: elsewhere }]),
        ...Object.keys(context).map((name) => ({ ...access, context: { ...context, [name]: ['another'] } })),
      ];
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect([other, isAllowed(statementsIn(policy), other)]).toEqual([other, false]);
    }
  });

  test('each statement that is left out, and each of its actions, is missed', () => {
    const statements: readonly { readonly Action: string | readonly string[] }[] = policy.Statement;
    const faults = statements.flatMap((statement, index) =>
      [statement.Action].flat().map((left) => {
        const Action = [statement.Action].flat().filter((action) => action !== left);
        return { Statement: statements.with(index, { ...statement, Action }) } as unknown as Json;
      }),
    );
    expect(faults).toHaveLength(BY_S3.length);
    for (const fault of faults) expect(lacking(fault).length).toBeGreaterThan(0);
  });

  test('an installation with one Region gets it without a replacement, and loses nothing without it', () => {
    expect(lossesOf(alone.templates as never, copied.templates as never)).toEqual([]);
    const lost = lossesOf(copied.templates as never, alone.templates as never);
    expect(lost.filter((loss) => !/JournalReplica/.test(loss))).toEqual([]);
  });

  test('an adopted journal is copied by what its former stack left', () => {
    const adopted = deploymentOf('production', { ...TWO_REGIONS, adopt: { journalBucket: 'aval-journal-of-before' } });
    expect([...adopted.templates.keys()]).toEqual([...alone.templates.keys()]);
    expect(JSON.stringify([...adopted.templates.values()])).not.toContain('ReplicationConfiguration');
  });

  test('rings where S3 could not copy, and can be read by what restores', () => {
    const named = (deployment: Deployment) =>
      deployment.all('AWS::CloudWatch::Alarm').find(({ Properties }) => /journal-uncopied$/.test(Properties.AlarmName));
    expect(named(alone)).toBeUndefined();
    const { MetricName, Namespace, Dimensions } = named(copied)?.Properties ?? expect.fail('no alarm');
    expect([Namespace, MetricName]).toEqual(['AWS/S3', 'OperationsFailedReplication']);
    expect(Dimensions.map(({ Name }: { Name: string }) => Name)).toEqual([
      'DestinationBucket',
      'RuleId',
      'SourceBucket',
    ]);
    const [restore] = copied
      .all('AWS::Lambda::Function')
      .filter(({ Properties }) => /-restore$/.test(Properties.FunctionName));
    expect(resolved(restore?.Properties.Environment.Variables.JOURNAL_REPLICA, 'eu-west-3')).toBe(
      `eu-central-1 ${COPY}`,
    );
    const rights = copied.policies().filter(({ id }) => /^restore/.test(id));
    const statements = rights.flatMap(({ Properties }) =>
      statementsIn(resolved(Properties.PolicyDocument, 'eu-west-3')),
    );
    const use = BY_S3.at(-1) ?? expect.fail('no use of the key');
    expect(use.action).toBe('kms:Decrypt');
    for (const access of [
      { action: 's3:ListBucket', resource: COPY_ARN },
      { action: 's3:GetObject', resource: `${COPY_ARN}/journal/2026-11-28T09/a` },
      use,
    ])
      expect([access.action, isAllowed(statements, access)]).toEqual([access.action, true]);
    for (const action of ['s3:PutObject', 's3:DeleteObject'])
      expect(isAllowed(statements, { action, resource: `${COPY_ARN}/journal/2026-11-28T09/a` })).toBe(false);
  });
});

describe('termination protection', () => {
  test('is set on each stack in its own Region', async () => {
    const asked: string[] = [];
    const stacksIn = (region: string): Stacks => ({
      read: async (name) => void asked.push(`read ${name} in ${region}`) as undefined,
      protect: async (name, on) => void asked.push(`protect ${name} in ${region}: ${on}`),
    });
    const stacks = stacksByRegion(
      [
        { name: 'copy', region: 'eu-central-1' },
        { name: 'data', region: 'eu-west-3' },
      ],
      stacksIn,
    );
    await stacks.read('copy');
    await stacks.protect('data', true);
    expect(asked).toEqual(['read copy in eu-central-1', 'protect data in eu-west-3: true']);
    expect(() => stacks.read('another')).toThrow('another is in no Region that is known.');
  });
});
