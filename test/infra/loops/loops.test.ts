import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import type { StageSettings } from '#infra/settings.ts';
import { type Deployment, deploymentOf, EVENT_SOURCE, type Resource } from '../deployment.ts';
import { goingRound } from './going-round.ts';

const entries = Object.entries<FunctionEntry>(manifest);
const declared = (...how: readonly FunctionEntry['goesRound'][]) =>
  entries.flatMap(([name, { goesRound }]) => (goesRound !== undefined && how.includes(goesRound) ? [name] : [])).sort();
const shortOf = (stage: string) => (name: string) => name.replace(`aval-${stage}-`, '');

describe('a function that meets itself again', () => {
  test.each<[string, StageSettings]>([
    ['dev', {}],
    ['production', { eventSources: [EVENT_SOURCE] }],
    ['local', {}],
  ])('says so in the manifest, at the stage %s', (stage, settings) => {
    const found = goingRound(deploymentOf(stage, settings)).map(shortOf(stage));
    expect(found).toEqual(declared('until-done', 'once'));
    expect(found).toEqual(['apply-sms-reply', 'run-job', 'send-message']);
  });

  test('is ended by Lambda after some 16 runs unless its work asks for more', () => {
    const allowed = deploymentOf('dev')
      .all('AWS::Lambda::Function')
      .flatMap(({ Properties }) =>
        Properties.RecursiveLoop === undefined
          ? []
          : [[shortOf('dev')(Properties.FunctionName), Properties.RecursiveLoop]],
      );
    expect(Object.fromEntries(allowed)).toEqual({ 'run-job': 'Allow', 'send-message': 'Allow' });
    expect(Object.keys(Object.fromEntries(allowed)).sort()).toEqual(declared('until-done'));
  });
});

/** A deployment of one stack, by the way that each function has to the next. */
const planted = (resources: Readonly<Record<string, { Type: string; Properties?: object }>>): Deployment => {
  const all = Object.entries(resources).map(([id, resource]) => ({ id, stack: 'one', Properties: {}, ...resource }));
  const ofType = (...types: string[]) => all.filter(({ Type }) => types.includes(Type)) as Resource[];
  return {
    templates: new Map([['one', { Resources: Object.fromEntries(all.map((each) => [each.id, each])) }]]),
    all: ofType,
    some: ofType,
    policies: () => ofType('AWS::IAM::Policy'),
    readable: (_, value) => String(value),
  };
};
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const functionThat = (name: string, Action: string, target: unknown) => ({
  [name]: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: name, Role: arn(`${name}-role`) } },
  [`${name}-policy`]: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      Roles: [{ Ref: `${name}-role` }],
      PolicyDocument: { Statement: [{ Action: ['sqs:ReceiveMessage', Action], Resource: target }] },
    },
  },
});
const fed = (name: string, source: string) => ({
  [`${source}-to-${name}`]: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: arn(source), FunctionName: { Ref: name } },
  },
});
const queue = (name: string, Properties: object = {}) => ({ [name]: { Type: 'AWS::SQS::Queue', Properties } });

describe('who looks for such functions', () => {
  test.each([
    ['its own queue', { ...queue('q'), ...functionThat('a', 'sqs:SendMessage', arn('q')), ...fed('a', 'q') }, ['a']],
    [
      'two queues and another function',
      {
        ...queue('q'),
        ...queue('r'),
        ...functionThat('a', 'sqs:SendMessage', arn('r')),
        ...functionThat('b', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-3:1:q'),
        ...fed('a', 'q'),
        ...fed('b', 'r'),
        q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } },
      },
      ['a', 'b'],
    ],
    [
      'a topic',
      {
        ...queue('q'),
        t: { Type: 'AWS::SNS::Topic' },
        s: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 't' }, Endpoint: arn('q') } },
        ...functionThat('a', 'sns:Publish', { Ref: 't' }),
        ...fed('a', 'q'),
      },
      ['a'],
    ],
    [
      'a bucket that tells a queue',
      {
        ...queue('q'),
        b: {
          Type: 'AWS::S3::Bucket',
          Properties: { NotificationConfiguration: { QueueConfigurations: [{ Queue: arn('q') }] } },
        },
        ...functionThat('a', 's3:PutObject', { 'Fn::Join': ['', [arn('b'), '/reports/*']] }),
        ...fed('a', 'q'),
      },
      ['a'],
    ],
    [
      'dead letters that another reads',
      {
        ...queue('q', { RedrivePolicy: { deadLetterTargetArn: arn('d') } }),
        ...queue('d'),
        ...functionThat('a', 'sqs:SendMessage', arn('q')),
        ...fed('a', 'd'),
      },
      ['a'],
    ],
    [
      'a call of itself through another',
      {
        ...functionThat('a', 'lambda:InvokeFunction', arn('b')),
        ...functionThat('b', 'lambda:InvokeFunction', arn('a')),
      },
      ['a', 'b'],
    ],
    [
      'nothing: what it puts, another reads',
      { ...queue('q'), ...queue('r'), ...functionThat('a', 'sqs:SendMessage', arn('r')), ...fed('a', 'q') },
      [],
    ],
    [
      'nothing: a table ends the chain',
      {
        t: { Type: 'AWS::DynamoDB::Table' },
        ...functionThat('a', 'dynamodb:PutItem', arn('t')),
        ...fed('a', 't'),
      },
      [],
    ],
  ] as const)('finds it by %s', (_, resources, found) => {
    expect(goingRound(planted(resources as never))).toEqual(found);
  });
});
