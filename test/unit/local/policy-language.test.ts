import { expect, test } from 'vitest';
import { checkLanguage } from '#local/boot/wiring/language.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Resource } from '#local/template/model.ts';

const TRUST = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const GOOD: JsonObject = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:::table/aval' };

/** What is said of a role that holds these policies itself. */
const saidOf = (...documents: readonly JsonObject[]): readonly string[] => {
  const properties = {
    AssumeRolePolicyDocument: TRUST,
    Policies: documents.map((PolicyDocument) => ({ PolicyName: 'grants', PolicyDocument })),
  };
  const role = { logicalId: 'Role', type: 'AWS::IAM::Role', properties } as unknown as Resource;
  const ofType = (...types: readonly string[]) => [role].filter(({ type }) => types.includes(type));
  return checkLanguage({ model: { ofType } } as unknown as Parameters<typeof checkLanguage>[0]);
};

test('the policies that a role holds itself are read as those beside it', () => {
  expect(saidOf()).toEqual([]);
  expect(saidOf({ Statement: [GOOD] })).toEqual([]);
});

test.each<[JsonObject, string]>([
  [{}, 'no statement'],
  [{ Statement: [] }, 'no statement'],
  [{ Statement: [{ ...GOOD, Effect: 'Alow' }] }, 'neither Allow nor Deny'],
  [{ Statement: [{ ...GOOD, Action: 'GetItem' }] }, 'no action that AWS knows'],
  [{ Statement: [{ ...GOOD, Resource: 'aval' }] }, 'no resource that it is of'],
  [{ Statement: [{ ...GOOD, Principal: '*' }] }, 'a principal where none may be'],
  [
    { Statement: [{ ...GOOD, Condition: { StringLik: { 'dynamodb:LeadingKeys': 'A' } } }] },
    'a condition that AWS does not know',
  ],
])('%j is refused', (document, problem) => {
  expect(saidOf({ Statement: [GOOD] }, document)).toEqual([`AWS refuses the policy Role: ${problem}.`]);
});
