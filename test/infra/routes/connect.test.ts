import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { providerRoutesIn } from '#functions/manifest/provider-route.ts';
import { configOf } from '#infra/config.ts';
import { addStacks, newApp } from '#infra/deployment.ts';
import { complaintsOfNag } from '#tools/rules/findings.ts';
import { specification, type Template } from '#tools/rules/specification.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';
import { deploymentOf, PRODUCTION } from '../deployment.ts';

const ID = '12345678-1234-1234-1234-123456789012';
const instanceIn = (region: string) => `arn:aws:connect:${region}:111122223333:instance/${ID}`;
const INSTANCE = instanceIn('eu-central-1');
const NUMBERS = ['+33162000000'];
const ROUTES = { 'automated-call': 'connect' } as const;
const STATED = { region: 'eu-central-1', routes: ROUTES, connect: { instanceArn: INSTANCE, numbers: NUMBERS } };

const refused = (own: object): string => {
  try {
    configOf('production', { stages: { production: { ...PRODUCTION, ...own } } });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing is wrong';
};
const refusedOf = (connect: object, own: object = {}) =>
  refused({ ...STATED, connect: { ...STATED.connect, ...connect }, ...own });

describe('a route by Amazon Connect that promises what it cannot', () => {
  test.each([
    ['has no instance', refused({ ...STATED, connect: undefined }), 'routes.automated-call`: calls leave by nothing'],
    ['is nobody’s', refused({ ...STATED, routes: {} }), 'connect`: no channel leaves by it'],
    ['is another’s', refusedOf({}, { routes: { 'automated-call': 'https' } }), 'nobody is named who takes it'],
    ['names an instance by its id', refusedOf({ instanceArn: ID }), 'not the ARN of an instance'],
    ['names a flow', refusedOf({ instanceArn: `${INSTANCE}/contact-flow/${ID}` }), 'not the ARN of an instance'],
    ['shows no number', refusedOf({ numbers: [] }), 'leave by no number'],
    ['shows a number as it is dialled', refusedOf({ numbers: ['0162000000'] }), 'a number in E.164'],
    ['shows a name', refusedOf({ numbers: ['MAISONVALMY'] }), 'a number in E.164'],
    [
      'shows more numbers than fit',
      refusedOf({ numbers: Array.from({ length: 51 }, () => '+33162000000') }),
      'more than 50',
    ],
    ['begins no call', refusedOf({ requestsPerSecond: 0 }), 'not above zero'],
    ['is ending, and leaves by it', refusedOf({ isEnding: true }), 'calls leave by nothing'],
    ['is in Paris, where Connect is not', refusedOf({}, { region: undefined }), 'no number of France from eu-west-3'],
    [
      'is in Virginia, whence France is closed',
      refusedOf({ instanceArn: instanceIn('us-east-1') }, { region: 'us-east-1' }),
      'no number of France from us-east-1',
    ],
    [
      'is in another Region than its instance',
      refusedOf({ instanceArn: instanceIn('eu-west-2') }),
      'is in eu-west-2, and this stage in eu-central-1',
    ],
    ['carries SMS', refusedOf({}, { routes: { ...ROUTES, sms: 'connect' } }), 'it leaves by'],
    ['carries MMS', refusedOf({}, { routes: { ...ROUTES, mms: 'connect' } }), 'it leaves by'],
  ])('%s: it is refused, with the reason', (_, said, reason) => {
    expect(said).toContain(reason);
    expect(said).not.toBe('nothing is wrong');
  });

  test.each(['eu-central-1', 'eu-west-2'])('in %s it is taken', (region) => {
    expect(refusedOf({ instanceArn: instanceIn(region) }, { region })).toBe('nothing is wrong');
  });
});

describe('a stage whose calls leave by Amazon Connect', () => {
  const { all, policies, readable } = deploymentOf('production', { ...PRODUCTION, ...STATED });
  const functionNamed = (name: string) =>
    all('AWS::Lambda::Function').find(({ Properties }) => Properties.FunctionName === `aval-production-${name}`) ??
    expect.fail(name);
  const receiver = functionNamed('apply-email-feedback');

  test('adds one flow to the instance, and nothing else', () => {
    const [flow, ...others] = all('AWS::Connect::ContactFlow');
    expect(others).toEqual([]);
    expect(flow?.Properties).toMatchObject({
      InstanceArn: INSTANCE,
      Name: 'aval-production-calls',
      Type: 'CONTACT_FLOW',
    });
    for (const type of ['Instance', 'PhoneNumber', 'Queue', 'User', 'Prompt', 'ContactFlowModule'])
      expect(all(`AWS::Connect::${type}`)).toEqual([]);
  });

  test('lets this instance tell of a key, and no other', () => {
    const permissions = all('AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'connect.amazonaws.com',
    );
    expect(permissions.map(({ Properties }) => Properties)).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': [receiver.id, 'Arn'] },
        Principal: 'connect.amazonaws.com',
        SourceAccount: { Ref: 'AWS::AccountId' },
        SourceArn: INSTANCE,
      },
    ]);
    expect(all('AWS::Connect::IntegrationAssociation').map(({ Properties }) => Properties)).toEqual([
      {
        InstanceId: INSTANCE,
        IntegrationType: 'LAMBDA_FUNCTION',
        IntegrationArn: { 'Fn::GetAtt': [receiver.id, 'Arn'] },
      },
    ]);
  });

  test('hears of the end of its calls, by one rule, in the queue of reports, and keeps what cannot be brought', () => {
    const [rule] = all('AWS::Events::Rule').filter(({ Properties }) => Properties.Name === 'aval-production-calls');
    expect(rule?.Properties).toMatchObject({
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.connect'],
        'detail-type': expect.arrayContaining(['Amazon Connect Contact Event']),
        detail: { instanceArn: [INSTANCE], eventType: ['DISCONNECTED'], initiationMethod: ['API'] },
      },
    });
    const [target] = rule?.Properties.Targets ?? [];
    expect(readable(rule as never, target.Arn)).toMatch(/emailfeedback/i);
    expect(readable(rule as never, target.DeadLetterConfig.Arn)).toMatch(/emailfeedbackdlq/i);
  });

  const granted = (action: string) =>
    policies().flatMap((policy) =>
      policy.Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
        [Action].flat().includes(action),
      ).map(({ Resource, Condition }: { Resource: unknown; Condition?: unknown }) => ({
        role: policy.Properties.Roles[0].Ref.replace(/role.*/, ''),
        resources: [Resource].flat().map((one) => readable(policy, one)),
        Condition,
      })),
    );

  test('grants its senders the calls of this instance, its reader what was said in them, and nobody else anything', () => {
    const resources = [`${INSTANCE}/contact/*`];
    expect(granted('connect:StartOutboundVoiceContact')).toEqual(
      ['sendmessage', 'sendchunk'].map((role) => ({ role, resources })),
    );
    expect(granted('connect:GetContactAttributes')).toEqual([{ role: 'applyemailfeedback', resources }]);
    expect(JSON.stringify(policies()).match(/"connect:\w+"/g)).toHaveLength(3);
  });

  test('tells its senders by what a call leaves, and campaigns how fast', () => {
    for (const name of ['send-message', 'send-chunk']) {
      const sender = functionNamed(name);
      const { CALL_ROUTE, PROVIDER_ROUTE } = sender.Properties.Environment.Variables;
      expect(readable(sender, CALL_ROUTE)).toContain('"numbers":["+33162000000"]');
      expect(JSON.stringify(CALL_ROUTE)).toContain('"CallFlow","ContactFlowArn"');
      expect(providerRoutesIn(PROVIDER_ROUTE)).toEqual([
        { name: 'connect', requestsPerSecond: 2, answers: ['key-press'], channels: ['automated-call'] },
      ]);
    }
  });
});

test('who shows settings is told which numbers calls leave from, and any where they leave by nothing of it', () => {
  const numbersOf = (own: object) =>
    deploymentOf('production', { ...PRODUCTION, ...own })
      .all('AWS::Lambda::Function')
      .flatMap(({ Properties }) => Properties.Environment?.Variables?.CALL_NUMBERS ?? []);
  const both = { ...STATED.connect, numbers: ['+33162000000', '+33163000000'] };
  expect(new Set(numbersOf({ ...STATED, connect: both }))).toEqual(new Set(['+33162000000,+33163000000']));
  expect(new Set(numbersOf({}))).toEqual(new Set(['any']));
});

test('cdk-nag and CloudFormation’s own description have nothing against it', () => {
  const app = newApp({ outdir: mkdtempSync(join(tmpdir(), 'aval-calls-')) });
  addStacks(app, configOf('production', { stages: { production: { ...PRODUCTION, ...STATED } } }), emptyBundles());
  const described = specification();
  const complaints = app.synth().stacks.flatMap(({ template }) => described.complaintsOf(template as Template));
  expect(complaints).toEqual([]);
  expect(complaintsOfNag(app)).toEqual([]);
});

test('a stage whose calls leave by nothing of AWS has nothing of it', () => {
  const { all, policies } = deploymentOf('production', PRODUCTION);
  expect(all('AWS::Connect::ContactFlow', 'AWS::Connect::IntegrationAssociation')).toEqual([]);
  expect(JSON.stringify(policies())).not.toContain('connect:');
  expect(all('AWS::Events::Rule').map(({ Properties }) => Properties.Name)).not.toContain('aval-production-calls');
});

test('a stage that has turned the route off still hears keys and ends, and begins no call', () => {
  const connect = { ...STATED.connect, isEnding: true } as const;
  const { all, policies } = deploymentOf('production', { ...PRODUCTION, region: 'eu-central-1', connect });
  expect(all('AWS::Connect::ContactFlow')).toHaveLength(1);
  expect(JSON.stringify(policies())).toContain('connect:GetContactAttributes');
  expect(JSON.stringify(policies())).not.toContain('connect:StartOutboundVoiceContact');
  const routes = all('AWS::Lambda::Function').flatMap(
    ({ Properties }) => Properties.Environment?.Variables?.CALL_ROUTE ?? [],
  );
  expect(new Set(routes)).toEqual(new Set(['none']));
});
