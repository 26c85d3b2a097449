import { expect, test } from 'vitest';
import { specification } from '#tools/rules/specification.ts';

const { complaintsOf } = specification();
const ofOne = (Type: string, Properties: object) => complaintsOf({ Resources: { One: { Type, Properties } } });
const KEY = { AttributeName: 'pk', KeyType: 'HASH' };

test('a resource as CloudFormation knows it is not complained of, with values that are filled later', () => {
  expect(
    ofOne('AWS::Logs::LogGroup', {
      RetentionInDays: 90,
      KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] },
      LogGroupName: { Ref: 'Name' },
      Tags: [{ Key: 'stage', Value: 'dev' }],
    }),
  ).toEqual([]);
});

test.each([
  ['AWS::Logs::Group', {}, 'One: there is no resource type AWS::Logs::Group'],
  ['AWS::Logs::LogGroup', { Retention: 1 }, 'One (AWS::Logs::LogGroup).Retention: no such property'],
  [
    'AWS::Logs::LogGroup',
    { RetentionInDays: 'long' },
    'One (AWS::Logs::LogGroup).RetentionInDays: must be of type integer',
  ],
  ['AWS::Logs::LogGroup', { Tags: 'dev' }, 'One (AWS::Logs::LogGroup).Tags: must be a list'],
  ['AWS::Logs::LogGroup', { Tags: [{ Name: 'dev' }] }, 'One (AWS::Logs::LogGroup).Tags[0]: must be a tag'],
  [
    'AWS::S3::Bucket',
    { VersioningConfiguration: {} },
    'One (AWS::S3::Bucket).VersioningConfiguration.Status: must be there',
  ],
  [
    'AWS::S3::Bucket',
    { VersioningConfiguration: { Status: 'On' } },
    'One (AWS::S3::Bucket).VersioningConfiguration.Status: On is not among Enabled, Suspended',
  ],
  [
    'AWS::S3::Bucket',
    { VersioningConfiguration: true },
    'One (AWS::S3::Bucket).VersioningConfiguration: must be an object',
  ],
])('%s %j', (type, properties, complaint) => {
  expect(ofOne(type, properties)).toEqual([complaint]);
});

test('a property deep in lists is read', () => {
  expect(ofOne('AWS::DynamoDB::Table', { KeySchema: [KEY, { ...KEY, Kind: 'RANGE' }] })).toEqual([
    'One (AWS::DynamoDB::Table).KeySchema[1].Kind: no such property',
  ]);
});

test('days that CloudWatch Logs does not keep are refused', () => {
  expect(ofOne('AWS::Logs::LogGroup', { RetentionInDays: 42 })[0]).toMatch(/RetentionInDays: 42 is not among 1, 3, 5/);
});
