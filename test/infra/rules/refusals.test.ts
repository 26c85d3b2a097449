import { describe, expect, test } from 'vitest';
import { frozenReleases } from '#tools/rules/frozen.ts';
import { refusalsOf } from '#tools/rules/refusals.ts';
import type { Template } from '#tools/rules/specification.ts';
import { deploymentOf } from '../deployment.ts';

type Resources = NonNullable<Template['Resources']>;
const deployed = frozenReleases()[0]?.templates ?? new Map<string, Template>();
const resourcesOf = (stack: string): Resources => deployed.get(stack)?.Resources ?? {};
const withStacks = (...stacks: readonly (readonly [stack: string, resources: Resources])[]) =>
  new Map([...deployed, ...stacks.map(([stack, Resources]) => [stack, { Resources }] as const)]);
const [DATA, API, WORKERS] = ['Aval-production-Data', 'Aval-production-Api', 'Aval-production-Workers'];
const ofType = (stack: string, type: string) => {
  const [found] = Object.entries(resourcesOf(stack)).filter(([, { Type }]) => Type === type);
  return found ?? expect.fail(`no ${type} in ${stack}`);
};

/** The table with these indexes more, and without its first so many. */
const withIndexes = (more: readonly string[], fewer = 0) => {
  const [id, table] = ofType(DATA, 'AWS::DynamoDB::GlobalTable');
  const properties = table.Properties as { readonly GlobalSecondaryIndexes: readonly object[] };
  const [index] = properties.GlobalSecondaryIndexes;
  const GlobalSecondaryIndexes = [
    ...properties.GlobalSecondaryIndexes.slice(fewer),
    ...more.map((IndexName) => ({ ...index, IndexName })),
  ];
  const changed = { ...table, Properties: { ...properties, GlobalSecondaryIndexes } };
  return withStacks([DATA, { ...resourcesOf(DATA), [id]: changed }]);
};

describe('what CloudFormation refuses in an update', () => {
  test('nothing, from every former version to today', () => {
    const today = deploymentOf('production');
    for (const { name, templates } of frozenReleases())
      expect([name, refusalsOf(templates, today.templates)]).toEqual([name, []]);
  });

  test('one index more or less is taken; two at once, or one for another, are not', () => {
    expect(refusalsOf(deployed, withIndexes(['one']))).toEqual([]);
    expect(refusalsOf(deployed, withIndexes([], 1))).toEqual([]);
    expect(refusalsOf(deployed, withIndexes(['one', 'two']))).toEqual([
      expect.stringMatching(/ makes or deletes 2 indexes at once: one, two$/),
    ]);
    expect(refusalsOf(deployed, withIndexes(['one'], 1))).toHaveLength(1);
  });

  test.each([
    [WORKERS, 'AWS::SQS::Queue'],
    [WORKERS, 'AWS::Lambda::Function'],
    [API, 'AWS::Logs::LogGroup'],
    [API, 'AWS::WAFv2::WebACL'],
    [WORKERS, 'AWS::SES::ConfigurationSet'],
    [DATA, 'AWS::SSM::Parameter'],
  ])('another logical id, or another stack, with the same name: %s %s', (stack, type) => {
    const [id, resource] = ofType(stack, type);
    const { [id]: _, ...others } = resourcesOf(stack);
    const other = stack === API ? WORKERS : API;
    const taken = (where: string) =>
      expect.stringMatching(new RegExp(`^${where} .* takes the name that ${stack}: ${id} has$`));
    expect(refusalsOf(deployed, withStacks([stack, { ...others, Renamed: resource }]))).toEqual([
      taken(`${stack}: Renamed`),
    ]);
    expect(
      refusalsOf(deployed, withStacks([stack, others], [other, { ...resourcesOf(other), Moved: resource }])),
    ).toEqual([taken(`${other}: Moved`)]);
  });

  test('another logical id with a name that CloudFormation gives is made beside the former one', () => {
    const [id, bucket] = ofType(DATA, 'AWS::S3::Bucket');
    const { [id]: _, ...others } = resourcesOf(DATA);
    expect(refusalsOf(deployed, withStacks([DATA, { ...others, Renamed: bucket }]))).toEqual([]);
  });
});
