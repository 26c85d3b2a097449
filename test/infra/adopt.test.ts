import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import type { StageSettings } from '#infra/settings.ts';
import { lossesOf } from '#tools/rules/replacements.ts';
import { type Deployment, deploymentOf, PRODUCTION } from './deployment.ts';

const IN = 'eu-west-3:111122223333';
const TABLE = {
  arn: `arn:aws:dynamodb:${IN}:table/aval-restored`,
  streamArn: `arn:aws:dynamodb:${IN}:table/aval-restored/stream/2026-11-27T16:00:00.000`,
};
const secret = (name: string) => `arn:aws:secretsmanager:${IN}:secret:${name}-AbCdEf`;
const LOGS = ['/aval/production/send-message', '/aval/production/access-public'];
/** All that a former stack of production left behind. */
const KEPT: NonNullable<StageSettings['adopt']> = {
  table: TABLE,
  keyArn: `arn:aws:kms:${IN}:key/11111111-2222-3333-4444-555555555555`,
  proofKeyArn: `arn:aws:kms:${IN}:key/22222222-2222-3333-4444-555555555555`,
  contentBucket: 'aval-production-data-contents-abc',
  journalBucket: 'aval-production-data-journal-abc',
  fingerprintSecretArn: secret('Fingerprint'),
  tokenSecretArn: secret('Token'),
  dataSecretArn: secret('Data'),
  rootKeySecretArn: secret('RootKey'),
  providerSecretArn: secret('Provider'),
  publicDomainTarget: 'd-abc123.execute-api.eu-west-3.amazonaws.com',
  logGroups: LOGS,
};

const own = deploymentOf('production');
const anew = deploymentOf('production', { adopt: KEPT });
const restored = deploymentOf('production', {
  adopt: { table: { ...TABLE, restoredTo: '2026-11-27T09:30:00Z' } },
});

const linksOf = (deployment: Deployment): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    deployment
      .all('AWS::SSM::Parameter')
      .map(({ Properties }) => [Properties.Name.replace('/aval/production/', ''), Properties.Value]),
  );
const idsOf = (deployment: Deployment, ...types: string[]) =>
  deployment.all(...types).map(({ stack, id }) => `${stack} ${id}`);
/** What the functions of a deployment are told of their table, by their names. */
const adoptedOf = (deployment: Deployment) =>
  deployment
    .all('AWS::Lambda::Function')
    .flatMap(({ Properties }) => Properties.Environment?.Variables.TABLE_ADOPTED ?? []);

describe('a set that a former stack left behind', () => {
  test('is made known to all functions as it is, and none of it is made again', () => {
    expect(linksOf(anew)).toMatchObject({
      'key-arn': KEPT.keyArn,
      'proof-key-arn': KEPT.proofKeyArn,
      'table-name': 'aval-restored',
      'table-arn': TABLE.arn,
      'table-stream-arn': TABLE.streamArn,
      'content-bucket-name': KEPT.contentBucket,
      'journal-bucket-name': KEPT.journalBucket,
      'fingerprint-secret-arn': KEPT.fingerprintSecretArn,
      'token-secret-arn': KEPT.tokenSecretArn,
      'data-secret-arn': KEPT.dataSecretArn,
      'root-key-secret-arn': KEPT.rootKeySecretArn,
      'provider-secret-arn': KEPT.providerSecretArn,
    });
    expect(JSON.stringify(linksOf(anew)['journal-bucket-arn'])).toContain(`:s3:::${KEPT.journalBucket}`);
    const made = ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::KMS::Alias', 'AWS::SecretsManager::Secret'];
    expect([idsOf(own, ...made).length, idsOf(anew, ...made)]).toEqual([9, []]);
    // What callers upload lasts for days: no deployment takes it over from another.
    const buckets = idsOf(anew, 'AWS::S3::Bucket').filter((id) => id.includes('-Data'));
    expect(buckets).toEqual([expect.stringContaining('-Data Uploads')]);
  });

  test('publishes the same names, whatever of it is adopted: the other stacks change in nothing but values', () => {
    for (const deployment of [anew, restored])
      expect(Object.keys(linksOf(deployment)).sort()).toEqual(Object.keys(linksOf(own)).sort());
  });

  test('has the logs whose names are taken, and those that are not there are made', () => {
    const namesOf = (deployment: Deployment) =>
      deployment.all('AWS::Logs::LogGroup').map(({ Properties }) => Properties.LogGroupName as string);
    expect(
      namesOf(own)
        .filter((name) => !namesOf(anew).includes(name))
        .sort(),
    ).toEqual([...LOGS].sort());
    expect(namesOf(anew).length).toBeGreaterThan(40);
    // What is counted in a log is counted there all the same.
    expect(anew.all('AWS::Logs::MetricFilter')).toHaveLength(own.all('AWS::Logs::MetricFilter').length);
  });
});

describe('the domain of links', () => {
  const outputOf = (deployment: Deployment) =>
    (deployment.templates.get('Aval-production-Api') as unknown as { Outputs: Record<string, { Value: unknown }> })
      .Outputs.PublicDomainTarget?.Value;

  test('outlives a stack of production with its certificate, but for a first attempt that fails, and none of dev', () => {
    const policies = (deployment: Deployment) =>
      deployment
        .all('AWS::ApiGateway::DomainName', 'AWS::CertificateManager::Certificate')
        .map(({ DeletionPolicy }) => DeletionPolicy);
    expect(policies(own)).toEqual(['RetainExceptOnCreate', 'RetainExceptOnCreate']);
    expect(policies(deploymentOf('dev', { publicDomain: { host: 'stop.example.fr' } }))).toEqual(['Delete', 'Delete']);
  });

  test('is adopted with the target that its CNAME names: it is only brought to the new API', () => {
    expect(anew.all('AWS::ApiGateway::DomainName', 'AWS::CertificateManager::Certificate')).toEqual([]);
    expect(outputOf(anew)).toBe(KEPT.publicDomainTarget);
    const mapped = (deployment: Deployment) =>
      deployment.all('AWS::ApiGateway::BasePathMapping').map((mapping) => ({
        host: deployment.readable(mapping, mapping.Properties.DomainName),
        api: mapping.Properties.RestApiId,
        stage: mapping.Properties.Stage,
      }));
    expect(mapped(anew)).toEqual([{ ...mapped(own)[0], host: 'stop.example.fr' }]);
    expect(JSON.stringify(linksOf(anew)['public-base-url'])).toBe('"https://stop.example.fr"');
  });
});

describe('a table that was restored', () => {
  test('takes the place of the one of the stack, which stays in the account', () => {
    const [left] = own.all('AWS::DynamoDB::GlobalTable');
    expect(left?.DeletionPolicy).toBe('Retain');
    expect(idsOf(restored, 'AWS::DynamoDB::GlobalTable')).toEqual([]);
    expect(linksOf(restored)['table-name']).toBe('aval-restored');
  });

  test('is adopted without a loss of anything else: the difference that CloudFormation sees is the table alone', () => {
    const templates = ({ templates: all }: Deployment) => all as unknown as Parameters<typeof lossesOf>[0];
    expect(lossesOf(templates(own), templates(restored))).toEqual([
      expect.stringMatching(/^Aval-production-Data: Table\w+ \(AWS::DynamoDB::GlobalTable\) is left behind$/),
    ]);
  });

  test('is told to the senders, to the dispatcher, to who foresees a run and to who halts, and a table of the stack is not', () => {
    const five = (value: string) => [value, value, value, value, value];
    expect(adoptedOf(restored)).toEqual(five('2026-11-27T09:30:00.000Z'));
    expect(adoptedOf(anew)).toEqual(five('kept'));
    expect(adoptedOf(own)).toEqual(five('no'));
  });
});

test.each([
  [{ table: { ...TABLE, arn: 'aval-restored' } }, 'adopt.table.arn`: not the ARN of a table'],
  [{ table: { arn: TABLE.arn } }, 'adopt.table.streamArn`'],
  [{ table: { ...TABLE, restoredTo: 'yesterday' } }, 'adopt.table.restoredTo`: not an instant'],
  [{ keyArn: secret('x') }, 'adopt.keyArn`: not the ARN of a key'],
  [{ proofKeyArn: secret('x') }, 'adopt.proofKeyArn`: not the ARN of a key'],
  [{ publicDomainTarget: 'stop.example.fr' }, 'adopt.publicDomainTarget`: not the target of a domain'],
  [{ contentBucket: 'arn:aws:s3:::contents' }, 'adopt.contentBucket`: not the name of a bucket'],
  [{ logGroups: ['/aws/lambda/x'] }, 'adopt.logGroups.0`: a log group of Aval is named'],
  [{ bucket: 'contents' }, 'adopt.bucket`'],
])('%j is refused at its place', (adopt, sentence) => {
  const settings = { stages: { production: { ...PRODUCTION, adopt } } };
  expect(() => configOf('production', settings)).toThrow(sentence);
});
