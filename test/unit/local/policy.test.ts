import { describe, expect, test } from 'vitest';
import { type Access, isAllowed, type Statement } from '#local/aws/iam/policy.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-3:000000000000:table/aval';
const statement = (change: Partial<Statement>): Statement => ({
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  isActionExcluded: false,
  resources: [TABLE],
  isResourceExcluded: false,
  conditions: {},
  ...change,
});
const get = (context: Access['context'] = {}): Access => ({ action: 'dynamodb:GetItem', resource: TABLE, context });

describe('the policies of a role', () => {
  test.each<[string, readonly Statement[], Access, boolean]>([
    ['nothing when there is none', [], get(), false],
    ['what is named', [statement({})], get(), true],
    ['an action in another case', [statement({ actions: ['DynamoDB:getitem'] })], get(), true],
    ['an action by a wildcard', [statement({ actions: ['dynamodb:Get*'] })], get(), true],
    ['no other action', [statement({ actions: ['dynamodb:PutItem'] })], get(), false],
    ['no other resource', [statement({ resources: [`${TABLE}-2`] })], get(), false],
    ['no dot as a wildcard', [statement({ resources: [TABLE.replace(':table', '.table')] })], get(), false],
    ['all but excluded actions', [statement({ actions: ['dynamodb:PutItem'], isActionExcluded: true })], get(), true],
    ['no excluded action', [statement({ isActionExcluded: true })], get(), false],
    [
      'all but excluded resources',
      [statement({ resources: ['arn:aws:sns:*:*:*'], isResourceExcluded: true })],
      get(),
      true,
    ],
    ['no excluded resource', [statement({ isResourceExcluded: true })], get(), false],
    [
      'nothing that a statement denies',
      [statement({}), statement({ effect: 'Deny', actions: ['*'], resources: ['*'] })],
      get(),
      false,
    ],
    ['nothing by a denial alone', [statement({ effect: 'Deny', actions: ['dynamodb:PutItem'] })], get(), false],
    [
      'what a condition names',
      [statement({ conditions: { StringLike: { 'ses:FromAddress': '*@maison.example' } } })],
      get({ 'ses:FromAddress': ['news@maison.example'] }),
      true,
    ],
    [
      'nothing beside a condition',
      [statement({ conditions: { StringEquals: { 'ses:FromAddress': 'a@b.example' } } })],
      get({ 'ses:FromAddress': ['c@b.example'] }),
      false,
    ],
    [
      'nothing when a condition has no value',
      [statement({ conditions: { StringEquals: { 'aws:x': 'y' } } })],
      get(),
      false,
    ],
    [
      'what a negated condition leaves',
      [statement({ conditions: { StringNotEquals: { 'aws:x': 'y' } } })],
      get({ 'aws:x': ['z'] }),
      true,
    ],
    [
      'values that are all wanted',
      [statement({ conditions: { 'ForAllValues:StringEquals': { 'aws:x': ['y', 'z'] } } })],
      get({ 'aws:x': ['y', 'w'] }),
      false,
    ],
  ])('allow %s', (_, statements, access, allowed) => {
    expect(isAllowed(statements, access)).toBe(allowed);
  });

  test('with a condition that is not known are an error, never a permission', () => {
    const statements = [statement({ conditions: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01' } } })];

    expect(() => isAllowed(statements, get())).toThrow('DateGreaterThan');
  });
});
