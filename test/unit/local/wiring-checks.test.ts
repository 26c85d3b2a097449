import { describe, expect, test } from 'vitest';
import { checkWiring } from '#local/boot/wiring-checks.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

const FUNCTION = 'arn:aws:lambda:eu-west-3:000000000000:function:page';
const QUEUE = 'arn:aws:sqs:eu-west-3:000000000000:replies';
const URI = `arn:aws:apigateway:eu-west-3:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
const SNS = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage' };

/** A template that AWS takes; a test spoils one resource of it. */
const GOOD: Readonly<Record<string, JsonObject>> = {
  'AWS::Lambda::Function': { Timeout: 60 },
  'AWS::SQS::Queue': { VisibilityTimeout: 60 },
  'AWS::Lambda::EventSourceMapping': { EventSourceArn: QUEUE, FunctionName: 'page' },
  'AWS::ApiGateway::Method': { Integration: { Uri: URI } },
  'AWS::Lambda::Permission': { Principal: 'apigateway.amazonaws.com', FunctionName: FUNCTION },
  'AWS::ApiGateway::GatewayResponse': {
    ResponseType: 'THROTTLED',
    ResponseParameters: {
      'gatewayresponse.header.Retry-After': "'1'",
      'gatewayresponse.header.X-Id': 'context.requestId',
    },
  },
  'AWS::SNS::Subscription': { Protocol: 'sqs', Endpoint: QUEUE },
  'AWS::SQS::QueuePolicy': { Queues: ['replies'], PolicyDocument: { Statement: [SNS] } },
};
const IDENTIFIERS: Readonly<Record<string, { readonly name: string; readonly arn: string }>> = {
  'AWS::Lambda::Function': { name: 'page', arn: FUNCTION },
  'AWS::SQS::Queue': { name: 'replies', arn: QUEUE },
};
const modelOf = (spoilt: Readonly<Record<string, JsonObject>>): Model => {
  const resources = Object.entries({ ...GOOD, ...spoilt }).map(
    ([type, properties]) => ({ type, properties, ...(IDENTIFIERS[type] ?? { name: type, arn: type }) }) as Resource,
  );
  return {
    resources,
    outputs: new Map(),
    ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
    find: (identifier, type) =>
      resources.find((each) => each.type === type && [each.name, each.arn].includes(identifier)),
    assetFolder: () => '',
  };
};

describe('what AWS would refuse', () => {
  test('a good template boots', () => {
    expect(() => checkWiring(modelOf({}))).not.toThrow();
  });

  test.each<[string, Readonly<Record<string, JsonObject>>, string]>([
    ['a visibility below the time-out', { 'AWS::SQS::Queue': { VisibilityTimeout: 59 } }, 'hides a message for 59 s'],
    ['a visibility left to SQS', { 'AWS::SQS::Queue': {} }, 'hides a message for 30 s'],
    ['a route without permission', { 'AWS::Lambda::Permission': {} }, 'API Gateway may not call page'],
    [
      'a permission of another service',
      { 'AWS::Lambda::Permission': { Principal: 'events.amazonaws.com', FunctionName: FUNCTION } },
      'API Gateway may not call page',
    ],
    [
      'a route with a role that is not there',
      { 'AWS::ApiGateway::Method': { Integration: { Uri: URI, Credentials: 'arn:aws:iam::000000000000:role/none' } } },
      'API Gateway may not call page by the role arn:aws:iam::000000000000:role/none',
    ],
    [
      'an authorizer without permission',
      {
        'AWS::ApiGateway::Method': {},
        'AWS::ApiGateway::Authorizer': { AuthorizerUri: URI },
        'AWS::Lambda::Permission': {},
      },
      'API Gateway may not call page',
    ],
    [
      'a header without quotes',
      {
        'AWS::ApiGateway::GatewayResponse': {
          ResponseType: 'THROTTLED',
          ResponseParameters: { 'x.header.A': 'no-store' },
        },
      },
      'The header x.header.A of THROTTLED is neither in quotes',
    ],
    ['a queue without policy', { 'AWS::SQS::QueuePolicy': {} }, 'SNS may not put messages on replies'],
    [
      'a policy that only denies',
      { 'AWS::SQS::QueuePolicy': { Queues: ['replies'], PolicyDocument: { Statement: [{ ...SNS, Effect: 'Deny' }] } } },
      'SNS may not put messages on replies',
    ],
  ])('%s', (_what, spoilt, sentence) => {
    expect(() => checkWiring(modelOf(spoilt))).toThrow(sentence);
  });
});
