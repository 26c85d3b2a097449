import { describe, expect, test } from 'vitest';
import type { AwsCall } from '#local/aws/call.ts';
import { accessesOf } from '#local/aws/iam/accesses.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Model } from '#local/template/model.ts';

const TABLE = { name: 'aval', ref: 'aval', properties: { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] } };
const MODEL = { ofType: () => [TABLE] } as unknown as Model;
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const keysOf = (operation: string, input: JsonObject) =>
  accessesOf({ service: 'dynamodb', operation, input } as unknown as AwsCall, MODEL).map(
    ({ action, context }) => `${action} ${context?.['dynamodb:LeadingKeys']?.join(' ')}`,
  );

describe('dynamodb:LeadingKeys, which the roles are judged by, are the partition keys', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['GetItem', { TableName: 'aval', Key: key('A') }, ['dynamodb:GetItem A']],
    ['PutItem', { TableName: 'aval', Item: key('A') }, ['dynamodb:PutItem A']],
    ['DeleteItem', { TableName: 'aval', Key: key('A') }, ['dynamodb:DeleteItem A']],
    [
      'Query',
      {
        TableName: 'aval',
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':from': { S: 'F' }, ':pk': { S: 'A' } },
      },
      ['dynamodb:Query A'],
    ],
    ['BatchGetItem', { RequestItems: { aval: { Keys: [key('A'), key('B')] } } }, ['dynamodb:BatchGetItem A B']],
    [
      'BatchWriteItem',
      { RequestItems: { aval: [{ DeleteRequest: { Key: key('A') } }, { PutRequest: { Item: key('B') } }] } },
      ['dynamodb:BatchWriteItem A B'],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { ConditionCheck: { TableName: 'aval', Key: key('A') } },
          { Put: { TableName: 'aval', Item: key('B') } },
        ],
      },
      ['dynamodb:ConditionCheckItem A', 'dynamodb:PutItem B'],
    ],
  ])('of %s', (operation, input, expected) => {
    expect(keysOf(operation, input)).toEqual(expected);
  });
});
