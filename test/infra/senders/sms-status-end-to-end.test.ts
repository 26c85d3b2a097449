import { describe, expect, test } from 'vitest';
import type { AwsCall } from '#local/aws/call.ts';
import { statementsByRole } from '#local/aws/iam/policy.ts';
import { createLogs } from '#local/aws/logs.ts';
import { createSmsService } from '#local/aws/sms/sms.ts';
import { createSmsStatus } from '#local/aws/sms/sms-status.ts';
import type { StackTemplate } from '#local/template/assembly.ts';
import type { JsonObject } from '#local/template/json.ts';
import { modelOf } from '#local/template/model.ts';
import { createLogCounter } from '#local/watching/log-filters.ts';
import { deploymentOf, PRODUCTION } from '../deployment.ts';

const stacksWith = (smsStatus: boolean): StackTemplate[] => {
  const { templates } = deploymentOf('production', { ...PRODUCTION, senders: { ...PRODUCTION.senders, smsStatus } });
  return [...templates].map(([name, template]) => ({
    name,
    template: template as unknown as JsonObject,
    assets: new Map(),
  }));
};
const STACKS = stacksWith(true);

/** The French numbers of AWS's page "Simulator phone numbers in AWS End User Messaging SMS". */
const REACHED = '+33755512501';
const UNREACHABLE = '+33755512502';
/** On the account's list of numbers that opted out. */
const OPTED_OUT = '+33755512503';
const GROUP = 'sns/eu-west-3/000000000000/DirectPublishToPhoneNumber';
const NOON = Date.parse('2026-11-24T12:00:00.000Z');

/** A request as it comes on the wire, read by the operation that it names. */
const call = (service: string, operation: string, input: JsonObject): AwsCall =>
  ({
    service,
    operation,
    input,
    caller: 'send',
    method: 'POST',
    url: '/',
    headers: {},
    body: Buffer.from(''),
  }) as never;

/** SNS, CloudWatch Logs and its metric filters, as these templates set them up. */
const started = (stacks: readonly StackTemplate[]) => {
  const model = modelOf(stacks, { queueBase: 'http://127.0.0.1', parameters: {} });
  const counted: Record<string, number> = {};
  const denied: string[] = [];
  const logs = createLogs(model, () => NOON);
  logs.onPut(
    createLogCounter(model, ({ namespace, name }, value) => {
      const metric = `${namespace} ${name}`;
      counted[metric] = (counted[metric] ?? 0) + value;
    }),
  );
  const onSms = createSmsStatus({
    model,
    statements: statementsByRole(model),
    put: logs.put,
    hasOptedOut: (phone) => phone === OPTED_OUT,
    onDenied: (what) => void denied.push(what),
  });
  const sns = createSmsService({
    forward: () => expect.fail('not for a topic'),
    now: () => new Date(NOON).toISOString(),
    onSms,
  });
  const [{ properties } = { properties: {} as JsonObject }] = model.ofType('AWS::CloudWatch::Dashboard');
  return {
    counted,
    denied,
    dashboard: JSON.stringify(properties.DashboardBody),
    send: async (PhoneNumber: string, Message = 'Noël chez Atelier Lumen. STOP au 36000') =>
      (await sns(call('sns', 'Publish', { PhoneNumber, Message }))).status,
    read: async (logGroupName: string, more: JsonObject = {}): Promise<readonly string[]> => {
      const { body } = await logs.service(call('logs', 'FilterLogEvents', { logGroupName, ...more }));
      return (JSON.parse(body.toString()).events ?? []).map(({ message }: { message: string }) => message);
    },
  };
};

/** The paths of all that an object holds. */
const keysIn = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysIn(inner, `${path}.${key}`))
    : [path];

/** As Amazon SNS shows it ("SMS delivery monitoring with Amazon CloudWatch metrics and logs"): the fields of a log of success. */
const DOCUMENTED = {
  notification: { messageId: '34d9b400-c6dd-5444-820d-fbeb0f1f54cf', timestamp: '2016-06-28 00:40:34.558' },
  delivery: {
    ...{ phoneCarrier: 'My Phone Carrier', mnc: 270, numberOfMessageParts: 1, destination: '+12065550100' },
    ...{ priceInUSD: 0.00645, smsType: 'Transactional', mcc: 310, dwellTimeMs: 599, dwellTimeMsUntilDeviceAck: 1344 },
    providerResponse: 'Message has been accepted by phone carrier',
  },
  status: 'SUCCESS',
};

const SENT_TO = [REACHED, UNREACHABLE, '+33639980001', UNREACHABLE, '+33639980002'];

/** Three SMS that arrive and two that do not: what of it these templates do not log, hide, count or show. */
const wrongWith = async (stacks: readonly StackTemplate[]): Promise<readonly string[]> => {
  const { send, read, counted, denied, dashboard } = started(stacks);
  for (const to of SENT_TO) await send(to);
  const [arrived, lost] = [await read(GROUP), await read(`${GROUP}/Failure`)];
  const wanted: readonly (readonly [string, unknown, unknown])[] = [
    ['denied', denied, []],
    ['logged', [arrived.length, lost.length], [3, 2]],
    ['seen', [...arrived, ...lost].filter((line) => SENT_TO.some((to) => line.includes(to.slice(-9)))).length, 0],
    ['counted', counted, { 'Aval/production sms-delivered': 3, 'Aval/production sms-not-delivered': 2 }],
    ['shown', ['"sms-delivered', '"sms-not-delivered'].map((each) => dashboard.includes(each.slice(1))), [true, true]],
  ];
  return wanted.flatMap(([what, is, should]) => (JSON.stringify(is) === JSON.stringify(should) ? [] : [what]));
};

/** These templates with each text that matches replaced. */
const spoilt = (type: string, from: RegExp, to: string): StackTemplate[] => {
  let changes = 0;
  const stacks = STACKS.map((stack) => {
    const copy = structuredClone(stack.template) as {
      Resources: Record<string, { Type: string; Properties: unknown }>;
    };
    for (const resource of Object.values(copy.Resources)) {
      if (resource.Type !== type) continue;
      const before = JSON.stringify(resource.Properties);
      const after = before.replaceAll(from, to);
      if (before !== after) changes += 1;
      resource.Properties = JSON.parse(after);
    }
    return { ...stack, template: copy as unknown as JsonObject };
  });
  expect(changes).toBeGreaterThan(0);
  return stacks;
};

describe('what becomes of SMS, from SNS to the dashboard', () => {
  test('each is logged where SNS logs it, seen by nobody, counted as what it was, and on the dashboard', async () => {
    expect(await wrongWith(STACKS)).toEqual([]);
  });

  test('a line has the fields that AWS shows, the number as asterisks, the parts as they are paid', async () => {
    const { send, read } = started(STACKS);
    await send(REACHED, 'ë'.repeat(71));
    await send(UNREACHABLE);
    const [arrived, lost] = [...(await read(GROUP)), ...(await read(`${GROUP}/Failure`))].map((each) =>
      JSON.parse(each),
    );
    expect(keysIn(arrived).toSorted()).toEqual(keysIn(DOCUMENTED).toSorted());
    expect(arrived).toMatchObject({
      notification: { timestamp: '2026-11-24 12:00:00.000' },
      delivery: { destination: '*'.repeat(REACHED.length), numberOfMessageParts: 2 },
      status: 'SUCCESS',
    });
    expect(keysIn(lost).toSorted()).toEqual(
      keysIn(DOCUMENTED)
        .filter((key) => !key.endsWith('.phoneCarrier'))
        .toSorted(),
    );
    expect(lost).toMatchObject({ delivery: { mcc: 0, mnc: 0 }, status: 'FAILURE' });
  });

  test('of a number that opted out the log alone says so, and shows it to who may see what is hidden', async () => {
    const { send, read } = started(STACKS);
    expect(await send(OPTED_OUT)).toBe(200);
    const filterPattern = '{ $.delivery.providerResponse = "Phone number is opted out" }';
    const [line = '', ...more] = await read(`${GROUP}/Failure`, { filterPattern });
    expect([line.includes(OPTED_OUT), more, await read(GROUP)]).toEqual([false, [], []]);
    const [clear = ''] = await read(`${GROUP}/Failure`, { filterPattern, unmask: true });
    expect(JSON.parse(clear)).toMatchObject({ delivery: { destination: OPTED_OUT }, status: 'FAILURE' });
  });

  test('without a role of the account nothing is written, and an SMS leaves as before', async () => {
    const { send, counted, denied } = started(stacksWith(false));
    expect(await send(REACHED)).toBe(200);
    expect([counted, denied]).toEqual([{}, []]);
  });

  test.each<[string, string, RegExp, string, readonly string[]]>([
    ['a filter looks for another word', 'AWS::Logs::MetricFilter', /SUCCESS/g, 'DELIVERED', ['counted']],
    ['a filter looks for another field', 'AWS::Logs::MetricFilter', /\\"FAILURE\\"/g, '\\"state\\"', ['counted']],
    [
      'a filter looks for fields',
      'AWS::Logs::MetricFilter',
      /\\"FAILURE\\"/g,
      '{ $.state = \\"FAILURE\\" }',
      ['counted'],
    ],
    ['both count alike', 'AWS::Logs::MetricFilter', /sms-not-delivered/g, 'sms-delivered', ['counted']],
    ['a number is of another form', 'AWS::Logs::LogGroup', /\[0-9\]\{6,15\}/g, '[0-9]{16}', ['seen']],
    ['what is found is not hidden', 'AWS::Logs::LogGroup', /"Deidentify"/g, '"Found"', ['seen']],
    ['too much is hidden', 'AWS::Logs::LogGroup', /\\\\\+\[0-9\]\{6,15\}/g, '.+', ['counted']],
    ['the log has another name', 'AWS::Logs::LogGroup', /\/Failure/g, '/Failed', ['denied', 'logged', 'counted']],
    ['the role writes to another log', 'AWS::IAM::Policy', /\/Failure/g, '/Failed', ['denied', 'logged', 'counted']],
    ['the role does not write', 'AWS::IAM::Policy', /logs:PutLogEvents/g, 'logs:Get', ['denied', 'logged', 'counted']],
    ['the role is of another', 'AWS::IAM::Role', /sns\.amazonaws/g, 'ses.amazonaws', ['denied', 'logged', 'counted']],
    ['the dashboard shows another', 'AWS::CloudWatch::Dashboard', /sms-not-delivered/g, 'sms-lost', ['shown']],
  ])('a fault is found: %s', async (_, type, from, to, found) => {
    expect(await wrongWith(spoilt(type, from, to))).toEqual(found);
  });
});
