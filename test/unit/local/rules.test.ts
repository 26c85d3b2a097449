import { describe, expect, test } from 'vitest';
import type { AwsCall } from '#local/aws/call.ts';
import { createEventsService, type EmittedEvent } from '#local/aws/events.ts';
import { createRules, type Rules } from '#local/aws/rules.ts';
import { BootFailure } from '#local/boot/boot-failure.ts';
import type { Json, JsonObject } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-3:000000000000:${rest}`;
const resource = (type: string, name: string, properties: JsonObject = {}, ref = name): Resource => {
  const service = type.split('::')[1]?.toLowerCase() ?? '';
  return { type, name, ref, arn: arn(service, name), properties } as unknown as Resource;
};
const KEY = resource('AWS::KMS::Key', 'key');
const RULE_ARN = arn('events', 'in');
const BUS = resource('AWS::Events::EventBus', 'bus');
const [WORK, DEAD] = ['work', 'dead'].map((name) =>
  resource('AWS::SQS::Queue', name, { KmsMasterKeyId: KEY.arn }, `http://queues/${name}`),
) as [Resource, Resource];

const forEvents = (action: Json, what: Json, condition: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: action,
  Resource: what,
  Condition: condition,
});
const policyOf = (queue: Resource, ...statements: JsonObject[]) =>
  resource('AWS::SQS::QueuePolicy', `${queue.name}-policy`, {
    Queues: [queue.ref],
    PolicyDocument: { Statement: statements },
  });
const ofRule = { ArnEquals: { 'aws:SourceArn': RULE_ARN } };
const ofAccount = { StringEquals: { 'aws:SourceAccount': '000000000000' } };
const openKey = { ...KEY, properties: { KeyPolicy: { Statement: [forEvents('kms:*', '*', ofAccount)] } } };
const openWork = policyOf(WORK, forEvents('sqs:SendMessage', WORK.arn, ofRule));
const openDead = policyOf(DEAD, forEvents('sqs:SendMessage', DEAD.arn, ofRule));
const rule = (target: JsonObject = {}, more: JsonObject = {}) => {
  const whole = { Arn: WORK.arn, DeadLetterConfig: { Arn: DEAD.arn }, ...target };
  const properties = {
    EventBusName: 'bus',
    EventPattern: { 'detail-type': [{ prefix: 'a.' }] },
    Targets: [whole],
    ...more,
  };
  return resource('AWS::Events::Rule', 'in', properties);
};
const modelOf = (...resources: readonly Resource[]) =>
  ({
    resources,
    ofType: (...types: string[]) => resources.filter(({ type }) => types.includes(type)),
    find: (named: string, type?: string) =>
      resources.find((each) => (type ?? each.type) === each.type && [each.arn, each.ref, each.name].includes(named)),
  }) as unknown as Model;

const event = (changes: Partial<EmittedEvent> = {}): EmittedEvent => ({
  id: 'e1',
  bus: 'bus',
  source: 'shop',
  type: 'a.b.v1',
  detail: { x: 1 },
  at: '2026-11-24T10:00:00.000Z',
  ...changes,
});

const rulesOf = (...resources: readonly Resource[]) => {
  const put: [queue: string, body: string][] = [];
  const denied: string[] = [];
  const rules: Rules = createRules({
    model: modelOf(BUS, WORK, DEAD, ...resources),
    statements: new Map([
      [
        'brings',
        [
          {
            effect: 'Allow',
            actions: ['sqs:SendMessage', 'kms:*'],
            isActionExcluded: false,
            resources: ['*'],
            isResourceExcluded: false,
            conditions: {},
          },
        ],
      ],
      ['idle', []],
    ]),
    put: async (queue, body) => void put.push([queue, body]),
    onDenied: (what) => void denied.push(what),
  });
  return { put, denied, rules, queues: () => put.map(([queue]) => queue) };
};

describe('the rules of a bus', () => {
  test('bring what matches, whole, as EventBridge writes it', async () => {
    const { rules, put, denied } = rulesOf(rule(), openKey, openWork, openDead);
    await rules.deliver(event());
    for (const other of [{ type: 'b.a.v1' }, { bus: 'default' }]) await rules.deliver(event(other));
    expect(denied).toEqual([]);
    expect(put.map(([queue, body]) => [queue, JSON.parse(body)])).toEqual([
      [
        'work',
        {
          version: '0',
          id: 'e1',
          'detail-type': 'a.b.v1',
          source: 'shop',
          account: '000000000000',
          time: '2026-11-24T10:00:00Z',
          region: 'eu-west-3',
          resources: [],
          detail: { x: 1 },
        },
      ],
    ]);
    expect(rules.pending()).toBe(0);
  });

  test('bring nothing while they are disabled', async () => {
    const { rules, put } = rulesOf(rule({}, { State: 'DISABLED' }), openKey, openWork, openDead);
    await rules.deliver(event());
    expect(put).toEqual([]);
  });

  const OTHER_RULE = { ArnEquals: { 'aws:SourceArn': arn('events', 'other') } };
  const OTHER_ACCOUNT = { StringEquals: { 'aws:SourceAccount': '999999999999' } };
  const DENY = { ...forEvents('sqs:SendMessage', WORK.arn), Effect: 'Deny' };
  test.each<[string, readonly Resource[], string]>([
    ['no policy of the queue', [openKey], `sqs:SendMessage on ${WORK.arn}`],
    [
      'a policy for another rule',
      [openKey, policyOf(WORK, forEvents('sqs:SendMessage', WORK.arn, OTHER_RULE))],
      `sqs:SendMessage on ${WORK.arn}`,
    ],
    [
      'a policy for another service',
      [
        openKey,
        policyOf(WORK, { ...forEvents('sqs:SendMessage', WORK.arn), Principal: { Service: 'sns.amazonaws.com' } }),
      ],
      `sqs:SendMessage on ${WORK.arn}`,
    ],
    [
      'a policy for another action',
      [openKey, policyOf(WORK, forEvents('sqs:ReceiveMessage', WORK.arn))],
      `sqs:SendMessage on ${WORK.arn}`,
    ],
    [
      'a policy that denies',
      [openKey, policyOf(WORK, forEvents('sqs:SendMessage', WORK.arn), DENY)],
      `sqs:SendMessage on ${WORK.arn}`,
    ],
    ['a key that is closed', [KEY, openWork], `kms:GenerateDataKey on ${KEY.arn}`],
    [
      'a key for another account',
      [{ ...KEY, properties: { KeyPolicy: { Statement: [forEvents('kms:*', '*', OTHER_ACCOUNT)] } } }, openWork],
      `kms:GenerateDataKey on ${KEY.arn}`,
    ],
    [
      'a key that may not be read',
      [{ ...KEY, properties: { KeyPolicy: { Statement: [forEvents('kms:GenerateDataKey*', '*')] } } }, openWork],
      `kms:Decrypt on ${KEY.arn}`,
    ],
  ])('lose what AWS would, and say so: %s', async (_what, resources, denied) => {
    const lost = rulesOf(rule({ DeadLetterConfig: undefined }), ...resources);
    await lost.rules.deliver(event());
    expect([lost.denied, lost.queues()]).toEqual([[denied], []]);
  });

  test('keep what is denied among the dead letters of the target, where they may', async () => {
    const kept = rulesOf(rule(), openKey, openDead);
    await kept.rules.deliver(event());
    expect([kept.denied, kept.queues()]).toEqual([[`sqs:SendMessage on ${WORK.arn}`], ['dead']]);
  });

  test('ask the role of the target, where it has one, and no policy then', async () => {
    for (const [name, expected] of [
      ['brings', ['work']],
      ['idle', []],
    ] as const) {
      const role = resource('AWS::IAM::Role', name);
      const { rules, queues } = rulesOf(rule({ RoleArn: role.arn, DeadLetterConfig: undefined }), role, KEY);
      await rules.deliver(event());
      expect([name, queues()]).toEqual([name, expected]);
    }
  });

  test.each<[string, JsonObject]>([
    ['another target than a queue', { Arn: arn('lambda', 'function:f') }],
    ['another input', { Input: '{}' }],
    ['a part of the event', { InputPath: '$.detail' }],
    ['a changed event', { InputTransformer: { InputTemplate: '<a>' } }],
  ])('stop the boot where the local stack would do otherwise than AWS: %s', (_what, target) => {
    expect(() => rulesOf(rule(target), openKey, openWork)).toThrow(BootFailure);
  });

  test.each<[string, JsonObject]>([
    ['an operator', { source: ['shop', { wildcard: 'sh*' }] }],
    ['an operator further in', { detail: { kind: [{ numeric: ['>', 1] }] } }],
    ['an operator of an alternative', { $or: [{ source: ['shop'] }, { 'detail-type': [{}] }] }],
  ])('stop the boot where a pattern has %s that the local stack does not know', (_what, EventPattern) => {
    expect(() => rulesOf(rule({}, { EventPattern }), openKey, openWork)).toThrow(/looks for .* does not know/);
  });
});

describe('PutEvents', () => {
  const deny = (condition: JsonObject) =>
    resource('AWS::Events::EventBusPolicy', 'only-its-roles', {
      EventBusName: 'bus',
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: BUS.arn,
        Condition: condition,
      },
    });
  const onlyShop = deny({
    'ForAnyValue:StringEquals': { 'events:source': 'shop' },
    ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::000000000000:role/shop' },
  });
  const put = async (caller: string, source: string, Detail = '{}') => {
    const onBus: EmittedEvent[] = [];
    const service = createEventsService({
      model: modelOf(BUS, onlyShop),
      now: () => '2026-11-24T10:00:00.000Z',
      onEvent: (each) => void onBus.push(each),
    });
    const Entries = [{ EventBusName: BUS.arn, Source: source, DetailType: 'a.b.v1', Detail }];
    const { body } = await service({ caller, input: { Entries }, body: Buffer.from('') } as unknown as AwsCall);
    const [entry] = JSON.parse(String(body)).Entries;
    return [entry.ErrorCode ?? 'taken', onBus.map(({ bus }) => bus)];
  };

  test('P9: takes a source from its own roles alone', async () => {
    expect(await put('shop', 'shop')).toEqual(['taken', ['bus']]);
    expect(await put('outbox', 'shop')).toEqual(['NotAuthorizedForSourceException', []]);
    expect(await put('outbox', 'aval')).toEqual(['taken', ['bus']]);
  });

  test('takes an object as detail, and nothing else', async () => {
    for (const detail of ['[]', '"a"', '{', ''])
      expect(await put('shop', 'shop', detail)).toEqual(['MalformedDetail', []]);
  });
});
