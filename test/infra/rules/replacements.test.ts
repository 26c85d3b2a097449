import { describe, expect, test } from 'vitest';
import { frozenReleases } from '#tools/rules/frozen.ts';
import { lossesOf } from '#tools/rules/replacements.ts';
import type { Template } from '#tools/rules/specification.ts';
import { deploymentOf } from '../deployment.ts';

type Templates = ReadonlyMap<string, Template>;
const [first] = frozenReleases();
const deployed = first?.templates ?? new Map<string, Template>();
const idOf = (type: string): [stack: string, id: string] => {
  for (const [stack, { Resources = {} }] of deployed)
    for (const [id, { Type }] of Object.entries(Resources)) if (Type === type) return [stack, id];
  return expect.fail(`no ${type}`);
};

/** The first version with one resource of a type changed; `undefined` takes it out. */
const changed = (type: string, change: (resource: object) => object | undefined): Templates => {
  const [stack, id] = idOf(type);
  const { [id]: resource = { Type: type }, ...others } = deployed.get(stack)?.Resources ?? {};
  const next = change(resource);
  const Resources = next === undefined ? others : { ...others, [id]: next };
  return new Map([...deployed, [stack, { Resources } as Template]]);
};
const withProperties = (properties: object) => (resource: object) => ({
  ...resource,
  Properties: { ...('Properties' in resource ? (resource.Properties as object) : {}), ...properties },
});

describe('what an update loses', () => {
  test('there is a former version with data in five stacks', () => {
    expect([first?.name, deployed.size]).toEqual(['2026-11-27', 5]);
    expect(frozenReleases().map(({ name, templates }) => [name, templates.size])).toEqual([
      ['2026-11-27', 5],
      ['2026-11-27-05h44', 5],
    ]);
  });

  test('nothing, from every former version to today', () => {
    const today = deploymentOf('production');
    for (const { name, templates } of frozenReleases())
      expect([name, lossesOf(templates, today.templates)]).toEqual([name, []]);
  });

  test.each([
    ['AWS::DynamoDB::GlobalTable', { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] }],
    ['AWS::DynamoDB::GlobalTable', { TableName: 'aval' }],
    ['AWS::S3::Bucket', { BucketName: 'aval-contents' }],
    ['AWS::SQS::Queue', { QueueName: 'aval-production-other' }],
    ['AWS::SQS::Queue', { FifoQueue: true }],
    ['AWS::SNS::Topic', { TopicName: 'aval-production-other' }],
    ['AWS::SecretsManager::Secret', { Name: 'aval' }],
    ['AWS::Logs::LogGroup', { LogGroupName: '/other' }],
    ['AWS::Events::EventBus', { Name: 'other' }],
    ['AWS::ApiGateway::DomainName', { DomainName: 'other.example.fr' }],
  ])('%s with %j is replaced', (type, properties) => {
    const [stack, id] = idOf(type);
    expect(lossesOf(deployed, changed(type, withProperties(properties)))).toEqual([
      expect.stringMatching(new RegExp(`^${stack}: ${id} \\(${type}\\) (is|may be) replaced$`)),
    ]);
  });

  test.each([
    'AWS::DynamoDB::GlobalTable',
    'AWS::S3::Bucket',
    'AWS::SQS::Queue',
    'AWS::KMS::Key',
    'AWS::SNS::Topic',
    'AWS::SecretsManager::Secret',
    'AWS::ApiGateway::RestApi',
  ])('%s that is no more is deleted or left behind', (type) => {
    const [stack, id] = idOf(type);
    expect(
      lossesOf(
        deployed,
        changed(type, () => undefined),
      ),
    ).toEqual([expect.stringMatching(new RegExp(`^${stack}: ${id} \\(${type}\\) is (deleted|left behind)$`))]);
  });

  test('another logical id is another resource', () => {
    const [stack, id] = idOf('AWS::DynamoDB::GlobalTable');
    const { [id]: table, ...others } = deployed.get(stack)?.Resources ?? {};
    const renamed = new Map([...deployed, [stack, { Resources: { ...others, Renamed: table } } as Template]]);
    expect(lossesOf(deployed, renamed)).toHaveLength(1);
  });

  test('a stack that is no more loses all that it holds', () => {
    const without = new Map([...deployed].filter(([stack]) => stack !== 'Aval-production-Data'));
    expect(lossesOf(deployed, without).length).toBeGreaterThanOrEqual(7);
  });

  test('a change in place is no loss', () => {
    expect(lossesOf(deployed, changed('AWS::SQS::Queue', withProperties({ VisibilityTimeout: 77 })))).toEqual([]);
  });
});
