import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#local/template/json.ts';
import { modelOf } from '#local/template/model.ts';
import { resolveValue, type TemplateContext } from '#local/template/resolve.ts';

const context: TemplateContext = {
  stack: 'Aval-local-Api',
  ref: (id) => ({ Table: 'table-1', Url: 'http://localhost:1' })[id],
  attribute: (id, name) =>
    id === 'Table' && name === 'Arn' ? 'arn:aws:dynamodb:eu-west-3:000000000000:table/table-1' : undefined,
  condition: (name) => name === 'IsLocal',
  mapping: () => ({ local: { size: 'small' } }),
  imported: (name) => (name === 'shared' ? 'from afar' : undefined),
};

const hole = (name: string) => `$\{${name}}`;

describe('an expression of a template', () => {
  test.each<[string, Json, Json]>([
    ['Ref of a resource', { Ref: 'Table' }, 'table-1'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-3'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:eu-west-3:000000000000:table/table-1'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Table.Arn' }, 'arn:aws:dynamodb:eu-west-3:000000000000:table/table-1'],
    [
      'Sub with a name, an attribute and an escape',
      { 'Fn::Sub': `${hole('AWS::AccountId')}/${hole('Table.Arn')}/${hole('!kept')}` },
      `000000000000/arn:aws:dynamodb:eu-west-3:000000000000:table/table-1/${hole('kept')}`,
    ],
    [
      'Sub with its own variables',
      { 'Fn::Sub': [`${hole('a')}-${hole('Table')}`, { a: { Ref: 'Url' } }] },
      'http://localhost:1-table-1',
    ],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'Table' }, 'b']] }, 'a/table-1/b'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['-', { Ref: 'Table' }] }] }, '1'],
    [
      'If, by its condition',
      [{ 'Fn::If': ['IsLocal', 'yes', 'no'] }, { 'Fn::If': ['IsProduction', 'yes', 'no'] }],
      ['yes', 'no'],
    ],
    [
      'a missing value, left out',
      { kept: 1, gone: { 'Fn::If': ['IsLocal', { Ref: 'AWS::NoValue' }, 2] } },
      { kept: 1 },
    ],
    ['logic', { 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }] }, true],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'local', 'size'] }, 'small'],
    ['ImportValue', { 'Fn::ImportValue': 'shared' }, 'from afar'],
    ['a plain object with one key', { Statement: 'plain' }, { Statement: 'plain' }],
  ])('is worked out: %s', (_, expression, value) => {
    expect(resolveValue(context, expression)).toEqual(value);
  });

  test.each<[string, Json]>([
    ['a resource', { Ref: 'Gone' }],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'Gone'] }],
  ])('that refers to %s that is not there is an error naming it', (_, expression) => {
    expect(() => resolveValue(context, expression)).toThrow('Gone');
  });
});

describe('resources of the types that are asked for', () => {
  const [QUEUE, TOPIC, BUS] = ['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::Events::EventBus'] as const;
  const stackOf = (name: string, Resources: JsonObject) => ({ name, template: { Resources }, assets: new Map() });
  const model = modelOf(
    [
      stackOf('One', { First: { Type: QUEUE }, Second: { Type: TOPIC } }),
      stackOf('Two', { Third: { Type: QUEUE }, Fourth: { Type: BUS } }),
    ],
    { queueBase: 'http://127.0.0.1:1', parameters: {} },
  );
  const found = (...types: readonly string[]) => model.ofType(...types).map(({ logicalId }) => logicalId);

  test('come in the order of the stacks, each time that they are asked for', () => {
    for (const _ of ['first', 'again']) {
      expect(found(QUEUE, TOPIC)).toEqual(['First', 'Second', 'Third']);
      expect(found(QUEUE, BUS)).toEqual(['First', 'Third', 'Fourth']);
      expect(found(TOPIC)).toEqual(['Second']);
    }
    expect([found(), found('AWS::S3::Bucket'), found('AWS::S3::Bucket', 'AWS::KMS::Key')]).toEqual([[], [], []]);
  });
});
