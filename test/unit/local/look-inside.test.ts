import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCall } from '#local/aws/call.ts';

import type { AwsService } from '#local/aws/endpoint.ts';
import { createParametersService } from '#local/aws/parameters.ts';
import { createSecretsService } from '#local/aws/secrets.ts';
import { callerService } from '#local/aws/services.ts';
import type { Model, Resource } from '#local/template/model.ts';

const resource = (type: string, name: string, properties = {}) =>
  ({ type, name, arn: `arn:aws:local:eu-west-3:000000000000:${name}`, properties }) as Resource;
const RESOURCES = [
  resource('AWS::SSM::Parameter', '/aval/dev/table-name', { Value: 'table' }),
  resource('AWS::SSM::Parameter', '/aval/dev/deep/link', { Value: 'deep' }),
  resource('AWS::SSM::Parameter', '/aval/devil/table-name', { Value: 'other' }),
  resource('AWS::SecretsManager::Secret', 'TokenSecret'),
];
const model: Model = {
  resources: RESOURCES,
  outputs: new Map(),
  ofType: (...types) => RESOURCES.filter(({ type }) => types.includes(type)),
  find: () => undefined,
  assetFolder: () => '',
};
const SERVICES: Readonly<Record<string, AwsService>> = {
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
