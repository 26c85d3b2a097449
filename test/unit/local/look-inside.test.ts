import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectLockConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCall } from '#local/aws/call.ts';

import type { AwsService } from '#local/aws/endpoint.ts';
import { createParametersService } from '#local/aws/parameters.ts';
import { withLocks } from '#local/aws/s3/locks.ts';
import { createSecretsService } from '#local/aws/secrets.ts';
import { callerService } from '#local/aws/services.ts';
import { withTtl } from '#local/aws/tables.ts';
import type { Model, Resource } from '#local/template/model.ts';

const resource = (type: string, name: string, properties = {}) =>
  ({ type, name, arn: `arn:aws:local:eu-west-3:000000000000:${name}`, properties }) as Resource;
const RESOURCES = [
  resource('AWS::SSM::Parameter', '/aval/dev/table-name', { Value: 'table' }),
  resource('AWS::SSM::Parameter', '/aval/dev/deep/link', { Value: 'deep' }),
  resource('AWS::SSM::Parameter', '/aval/devil/table-name', { Value: 'other' }),
  resource('AWS::SecretsManager::Secret', 'TokenSecret'),
  resource('AWS::DynamoDB::GlobalTable', 'expires', {
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  }),
  resource('AWS::DynamoDB::GlobalTable', 'stays', { TimeToLiveSpecification: { AttributeName: 'at', Enabled: false } }),
  resource('AWS::S3::Bucket', 'locked', {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } },
    },
  }),
  resource('AWS::S3::Bucket', 'open'),
];
const model: Model = {
  resources: RESOURCES,
  outputs: new Map(),
  ofType: (...types) => RESOURCES.filter(({ type }) => types.includes(type)),
  find: () => undefined,
  assetFolder: () => '',
};
const elsewhere: AwsService = () => expect.fail('the emulator does not know it');
const SERVICES: Readonly<Record<string, AwsService>> = {
  dynamodb: withTtl(model, elsewhere),
  s3: withLocks(model, elsewhere),
  sts: callerService,
  ssm: createParametersService(model),
  secretsmanager: createSecretsService(new Map(), model),
};

const server = createServer(async (request, response) => {
  const call = await readCall(request);
  const answer = call && (await SERVICES[call.service]?.(call));
  response.writeHead(answer?.status ?? 500, answer?.headers).end(answer?.body);
});
let options: { region: string; endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string } };
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  options = { region: 'eu-west-3', endpoint, credentials: { accessKeyId: 'LOOKER', secretAccessKey: 'local' } };
});
afterAll(() => void server.close());

test('who one is', async () => {
  expect(await new STSClient(options).send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: '000000000000',
    Arn: 'arn:aws:sts::000000000000:assumed-role/LOOKER/local',
  });
});

test('which secrets there are, by name and ARN', async () => {
  const { SecretList } = await new SecretsManagerClient(options).send(new ListSecretsCommand({}));
  expect(SecretList).toEqual([{ Name: 'TokenSecret', ARN: 'arn:aws:local:eu-west-3:000000000000:TokenSecret' }]);
});

test.each([
  ['/aval/dev', false, ['table']],
  ['/aval/dev/', true, ['deep', 'table']],
  ['/none', true, []],
])('the parameters below %s, recursive: %s', async (Path, Recursive, values) => {
  const { Parameters } = await new SSMClient(options).send(new GetParametersByPathCommand({ Path, Recursive }));
  expect(Parameters?.map(({ Value }) => Value)).toEqual(values);
});

const ttlOf = (TableName: string) => new DynamoDBClient(options).send(new DescribeTimeToLiveCommand({ TableName }));
test('whether what has expired is deleted, as the template says', async () => {
  expect((await ttlOf('expires')).TimeToLiveDescription).toEqual({
    TimeToLiveStatus: 'ENABLED',
    AttributeName: 'expiresAt',
  });
  expect((await ttlOf('stays')).TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'DISABLED' });
  await expect(ttlOf('none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

const lockOf = (Bucket: string) =>
  new S3Client({ ...options, forcePathStyle: true }).send(new GetObjectLockConfigurationCommand({ Bucket }));
test('whether a bucket is locked and for how long, as the template says', async () => {
  expect((await lockOf('locked')).ObjectLockConfiguration).toEqual({
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } },
  });
  await expect(lockOf('open')).rejects.toMatchObject({ name: 'ObjectLockConfigurationNotFoundError' });
  await expect(lockOf('none')).rejects.toMatchObject({ name: 'NoSuchBucket' });
});
