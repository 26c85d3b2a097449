import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openedBy } from '#local/aws/iam/gateway-role.ts';
import { createGateway } from '#local/gateway/gateway.ts';
import type { Route } from '#local/gateway/routes.ts';
import type { Runner } from '#local/lambda/runner.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

const ROLE = 'arn:aws:iam::000000000000:role/caller';
const arnOf = (name: string) => `arn:aws:lambda:eu-west-3:000000000000:function:aval-local-${name}`;
const CALL: JsonObject = {
  Effect: 'Allow',
  Action: 'lambda:InvokeFunction',
  Resource: [arnOf('sales'), arnOf('people')],
};
const TAKE: JsonObject = {
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

const opens = (name: string, statements: readonly JsonObject[], trust: JsonObject = TAKE): boolean => {
  const properties = {
    AssumeRolePolicyDocument: { Statement: [trust] },
    Policies: [{ PolicyName: 'grants', PolicyDocument: { Statement: [...statements] } }],
  };
  const role = { type: 'AWS::IAM::Role', arn: ROLE, ref: 'caller', properties } as unknown as Resource;
  const model = { ofType: (...types: string[]) => [role].filter(({ type }) => types.includes(type)) };
  return openedBy(model as unknown as Model, ROLE)(arnOf(name));
};

describe('API Gateway calls with a role', () => {
  test('what the role may call', () => {
    expect(opens('sales', [CALL])).toBe(true);
    expect(opens('people', [CALL])).toBe(true);
  });

  test.each<[string, readonly JsonObject[], JsonObject?]>([
    ['no function that its policy does not name', [{ ...CALL, Resource: arnOf('people') }]],
    ['none with another action', [{ ...CALL, Action: 'lambda:InvokeAsync' }]],
    ['none that is forbidden beside', [CALL, { ...CALL, Effect: 'Deny' }]],
    ['none without a policy', []],
    ['none with a role of another service', [CALL], { ...TAKE, Principal: { Service: 'lambda.amazonaws.com' } }],
    ['none with a role that may not be taken', [CALL], { ...TAKE, Action: 'sts:TagSession' }],
    // API Gateway says neither when it takes the role of an integration, and is refused.
    [
      'none where the role asks for an account',
      [CALL],
      { ...TAKE, Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } } },
    ],
    [
      'none where the role asks for an API',
      [CALL],
      { ...TAKE, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:*' } } },
    ],
  ])('%s', (_, statements, trust) => {
    expect(opens('sales', statements, trust)).toBe(false);
  });

  test('nothing with a role that is not in the template', () => {
    const model = { ofType: () => [] } as unknown as Model;
    expect(openedBy(model, ROLE)(arnOf('sales'))).toBe(false);
  });
});

test('a route whose role may not call its function is answered as AWS does, and the function never runs', async () => {
  const asked: string[] = [];
  const routeOf = (path: string, isOpen: boolean): Route => ({
    ...{ method: 'GET', path, functionName: 'sales', authorizer: undefined },
    isOpen,
  });
  const api = {
    ...{ id: 'api', name: 'application', binaryMediaTypes: [], gatewayResponses: [], stage: undefined },
    routes: [routeOf('/open', true), routeOf('/closed', false)],
  };
  const invoke = async (name: string) => {
    asked.push(name);
    return { kind: 'result', result: { statusCode: 204 } };
  };
  const runner = { invoke } as unknown as Runner;
  const server = createServer(createGateway({ api, runner, nowMs: () => 0 })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const statuses = [await fetch(`${base}/open`), await fetch(`${base}/closed`)].map(({ status }) => status);
  server.close();
  expect(statuses).toEqual([204, 500]);
  expect(asked).toEqual(['sales']);
});
