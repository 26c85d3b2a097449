import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { addStacks, newApp } from '#infra/deployment.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';
import { deploymentOf, EVENT_SOURCE } from './deployment.ts';

const used = deploymentOf('dev', { eventSources: [EVENT_SOURCE, { ...EVENT_SOURCE, source: 'desk' }] });
const unused = deploymentOf('dev');

const ofRule = ({ all }: typeof used) => {
  const [rule, ...more] = all('AWS::Events::Rule').filter(({ Properties }) => Properties.EventBusName !== undefined);
  expect(more).toEqual([]);
  return rule ?? expect.fail('no rule');
};
const queueNamed = ({ all }: typeof used, name: string) =>
  all('AWS::SQS::Queue').find(({ Properties }) => Properties.QueueName === `aval-dev-${name}`)?.id;
const mappingOf = ({ all }: typeof used) =>
  all('AWS::Lambda::EventSourceMapping').find(({ id }) => id.startsWith('applyevent'))?.Properties;

describe('what applications put on the bus', () => {
  test('reaches its queue by one rule, in every version, and is kept where it cannot be brought', () => {
    const { Properties } = ofRule(used);
    expect(Properties.EventPattern).toEqual({
      'detail-type': [
        { prefix: 'message.requested.' },
        { prefix: 'campaign.requested.' },
        { prefix: 'consent.collected.' },
        { prefix: 'opposition.heard.' },
      ],
    });
    expect(Properties.State).toBe('ENABLED');
    const [target, ...more] = Properties.Targets;
    expect(more).toEqual([]);
    expect([target.Arn, target.DeadLetterConfig.Arn].map((arn) => arn['Fn::GetAtt'][0])).toEqual([
      queueNamed(used, 'inbound-events'),
      queueNamed(used, 'inbound-events-dlq'),
    ]);
  });

  test('both queues, and the key, let EventBridge in for that rule and this account alone', () => {
    const { id } = ofRule(used);
    const statements = used
      .all('AWS::SQS::QueuePolicy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Principal }) => Principal.Service === 'events.amazonaws.com');
    expect(statements).toHaveLength(2);
    for (const { Action, Condition } of statements)
      expect([Action, Condition]).toEqual([
        'sqs:SendMessage',
        { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [id, 'Arn'] } } },
      ]);
    const [key] = used.all('AWS::KMS::Key');
    const ofEvents = key?.Properties.KeyPolicy.Statement.filter(({ Principal }: { Principal: object }) =>
      JSON.stringify(Principal).includes('events.amazonaws.com'),
    );
    expect(ofEvents).toMatchObject([
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test('P9: only the roles of a source may speak as it, of this account or another; the function knows for whom', () => {
    const policies = used.all('AWS::Events::EventBusPolicy').map(({ Properties }) => Properties.Statement);
    const ofShop = policies.filter(({ Condition }) => JSON.stringify(Condition).includes('shop.orders'));
    expect(policies).toHaveLength(4);
    expect(ofShop).toMatchObject([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'events:PutEvents',
        Condition: {
          'ForAnyValue:StringEquals': { 'events:source': 'shop.orders' },
          ArnNotEquals: { 'aws:PrincipalArn': EVENT_SOURCE.roles },
        },
      },
      {
        Effect: 'Allow',
        Action: 'events:PutEvents',
        Condition: {
          'ForAllValues:StringEquals': { 'events:source': 'shop.orders' },
          ArnEquals: { 'aws:PrincipalArn': EVENT_SOURCE.roles },
        },
      },
    ]);
    expect(JSON.stringify(ofShop[1].Principal)).toMatch(/111122223333.*444455556666/);
    const [target] = used
      .all('AWS::Lambda::Function')
      .filter(({ Properties }) => Properties.FunctionName === 'aval-dev-apply-event');
    const { source, advertisers, scopes } = EVENT_SOURCE;
    expect(JSON.parse(target?.Properties.Environment.Variables.EVENT_SOURCES)).toEqual([
      { source, advertisers, scopes },
      { source: 'desk', advertisers, scopes },
    ]);
  });

  test('nobody is admitted by default, and then nothing runs, rings or costs', () => {
    expect(ofRule(unused).Properties.State).toBe('DISABLED');
    expect([mappingOf(used)?.Enabled, mappingOf(unused)?.Enabled]).toEqual([undefined, false]);
    expect(unused.all('AWS::Events::EventBusPolicy')).toEqual([]);
    const about = ({ all }: typeof used) =>
      all('AWS::CloudWatch::Alarm', 'AWS::Logs::MetricFilter').filter(({ Properties }) =>
        /inbound-events|apply-event/.test(JSON.stringify(Properties)),
      ).length;
    expect([about(used), about(unused)]).toEqual([6, 0]);
  });

  test('more advertisers than a function can be told are refused with a sentence', () => {
    const advertisers = Array.from({ length: 50 }, (_, index) => `${'a'.repeat(36)}-${index}`);
    const eventSources = ['one', 'two'].map((source) => ({ ...EVENT_SOURCE, source, advertisers }));
    const config = configOf('dev', { stages: { dev: { eventSources } } });
    expect(() => addStacks(newApp({}), config, emptyBundles())).toThrow(/`stages.dev.eventSources` takes \d+ bytes/);
  });

  test.each([
    ['a source of ours', { source: 'aval' }],
    ['a source that begins as ours', { source: 'aval.shop' }],
    ['a source of AWS', { source: 'aws.ses' }],
    ['capitals', { source: 'Shop' }],
    ['a letter of another script', { source: 'shoр' }],
    ['a space', { source: 'shop ' }],
    ['everybody', { source: '*' }],
    ['no source', { source: '' }],
    ['no role', { roles: [] }],
    ['any role', { roles: ['*'] }],
    ['a role by a pattern', { roles: ['arn:aws:iam::111122223333:role/*'] }],
    ['an account', { roles: ['arn:aws:iam::111122223333:root'] }],
    ['no advertiser', { advertisers: [] }],
    ['all advertisers', { advertisers: ['*'] }],
    ['no right', { scopes: [] }],
    ['a right that no event asks for', { scopes: ['keys:write'] }],
    ['a word that is none', { principals: ['x'] }],
  ])('%s is refused', (_what, change) => {
    const eventSources = [{ ...EVENT_SOURCE, ...change }];
    expect(() => configOf('dev', { stages: { dev: { eventSources } } })).toThrow(/eventSources/);
  });

  test('a source that is named twice is refused', () => {
    const eventSources = [EVENT_SOURCE, EVENT_SOURCE];
    expect(() => configOf('dev', { stages: { dev: { eventSources } } })).toThrow(/a source is named twice/);
  });
});
