import { describe, expect, test } from 'vitest';
import { createLogs } from '#local/aws/logs.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

const RESOURCES = [
  { type: 'AWS::Lambda::Function', name: 'send', properties: { LoggingConfig: { LogGroup: '/aval/send' } } },
  { type: 'AWS::Lambda::Function', name: 'other', properties: {} },
] as unknown as Resource[];
const model: Model = {
  resources: RESOURCES,
  outputs: new Map(),
  ofType: (...types) => RESOURCES.filter(({ type }) => types.includes(type)),
  find: () => undefined,
  assetFolder: () => '',
};

const GROUP = 'arn:aws:logs:eu-west-3:000000000000:log-group:/aval/send';

const started = () => {
  let now = 1_000;
  const logs = createLogs(model, () => now);
  /** The operation and parameters that an SDK or the AWS CLI sends. */
  const ask = async (operation: string, input: JsonObject = {}) => {
    const call = { service: 'logs', operation, caller: 'x', method: 'POST', url: '/', headers: {}, input };
    const { status, body } = await logs.service({ ...call, body: Buffer.from('') });
    return { status, ...JSON.parse(body.toString()) };
  };
  const writeAt = (at: number, text: string) => {
    now = at;
    logs.write('send', text);
  };
  return { ask, writeAt };
};

/** Five lines, a second after the other; the third in two pieces. */
const withLines = () => {
  const { ask, writeAt } = started();
  writeAt(1_000, 'one WARN\n');
  writeAt(2_000, 'two INFO\nth');
  writeAt(3_000, 'ree WARN late\n');
  writeAt(4_000, 'four INFO\nfive WARN\n');
  return ask;
};
const messages = ({ events }: { events: { message: string }[] }) => events.map(({ message }) => message);

describe('the logs of functions, as the AWS CLI asks for them', () => {
  test('describe-log-groups: the groups of the template, also by the beginning of their names', async () => {
    const ask = withLines();
    const names = async (input: JsonObject) =>
      (await ask('DescribeLogGroups', input)).logGroups.map(
        ({ logGroupName }: { logGroupName: string }) => logGroupName,
      );
    expect(await names({})).toEqual(['/aval/send', '/aws/lambda/other']);
    expect(await names({ logGroupNamePrefix: '/aws' })).toEqual(['/aws/lambda/other']);
    expect(await names({ logGroupNamePattern: 'send' })).toEqual(['/aval/send']);
  });

  test('describe-log-streams: one, with the times of its lines', async () => {
    const { logStreams } = await withLines()('DescribeLogStreams', { logGroupName: '/aval/send' });
    expect(logStreams).toMatchObject([
      { logStreamName: 'local', firstEventTimestamp: 1_000, lastEventTimestamp: 4_000 },
    ]);
  });

  test.each<[string, JsonObject, readonly string[]]>([
    ['all', {}, ['one WARN', 'two INFO', 'three WARN late', 'four INFO', 'five WARN']],
    ['by a term', { filterPattern: 'WARN' }, ['one WARN', 'three WARN late', 'five WARN']],
    ['by one of two terms', { filterPattern: '?two ?"WARN late"' }, ['two INFO', 'three WARN late']],
    ['by a term without another', { filterPattern: 'WARN -late' }, ['one WARN', 'five WARN']],
    ['by a term: an optional one beside it means nothing', { filterPattern: 'INFO ?two' }, ['two INFO', 'four INFO']],
    ['by two terms', { filterPattern: '"late" WARN' }, ['three WARN late']],
    ['of a time, without its end', { startTime: 2_000, endTime: 4_000 }, ['two INFO', 'three WARN late']],
    ['by the ARN of the group', { logGroupIdentifier: GROUP, startTime: 4_000 }, ['four INFO', 'five WARN']],
  ])('filter-log-events: %s', async (_, input, found) => {
    const logGroupName = input.logGroupIdentifier === undefined ? '/aval/send' : undefined;
    expect(messages(await withLines()('FilterLogEvents', { logGroupName, ...input }))).toEqual(found);
  });

  test.each([
    ['a hyphen outside quotes', 'message-late'],
    ['a colon', 'error:'],
    ['a quote that does not end', '"late'],
    ['nothing in quotes', '""'],
    ['a field compared with a bare word', '{ $.status = 5* }'],
  ])('filter-log-events: refuses %s', async (_, filterPattern) => {
    const asked = { logGroupName: '/aval/send', filterPattern };
    expect(await withLines()('FilterLogEvents', asked)).toMatchObject({
      status: 400,
      __type: 'InvalidParameterException',
    });
  });

  test('filter-log-events: page by page', async () => {
    const ask = withLines();
    const asked = { logGroupName: '/aval/send', filterPattern: 'WARN', limit: 2 };
    const first = await ask('FilterLogEvents', asked);
    expect(messages(first)).toEqual(['one WARN', 'three WARN late']);
    const second = await ask('FilterLogEvents', { ...asked, nextToken: first.nextToken });
    expect(messages(second)).toEqual(['five WARN']);
    expect(second.nextToken).toBeUndefined();
  });

  test('get-log-events: the last ones, back to the first; and forward, where the end gives the same token', async () => {
    const ask = withLines();
    const asked = { logGroupName: '/aval/send', logStreamName: 'local', limit: 3 };
    const last = await ask('GetLogEvents', asked);
    expect(messages(last)).toEqual(['three WARN late', 'four INFO', 'five WARN']);
    const before = await ask('GetLogEvents', { ...asked, nextToken: last.nextBackwardToken });
    expect(messages(before)).toEqual(['one WARN', 'two INFO']);
    const forward = await ask('GetLogEvents', { ...asked, startFromHead: true });
    expect(messages(forward)).toEqual(['one WARN', 'two INFO', 'three WARN late']);
    const end = await ask('GetLogEvents', { ...asked, nextToken: forward.nextForwardToken });
    expect(messages(end)).toEqual(['four INFO', 'five WARN']);
    expect((await ask('GetLogEvents', { ...asked, nextToken: end.nextForwardToken })).nextForwardToken).toBe(
      end.nextForwardToken,
    );
  });

  test('a group that is not there, and what the local stack does not have', async () => {
    const ask = withLines();
    expect(await ask('FilterLogEvents', { logGroupName: '/none' })).toMatchObject({
      ...{ status: 400, __type: 'ResourceNotFoundException' },
    });
    expect(await ask('StartQuery', { logGroupName: '/aval/send' })).toMatchObject({ status: 501 });
  });
});
