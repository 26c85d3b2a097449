import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DeleteFunctionConcurrencyCommand,
  GetAccountSettingsCommand,
  GetFunctionConcurrencyCommand,
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  PutFunctionConcurrencyCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCall } from '#local/aws/call.ts';
import { createFunctionsService } from '#local/aws/functions.ts';
import { createHolds } from '#local/lambda/holds.ts';
import type { Model, Resource } from '#local/template/model.ts';

const SEND = { type: 'AWS::Lambda::Function', name: 'send', arn: 'arn:send' } as Resource;
const OTHER = { type: 'AWS::Lambda::Function', name: 'other', arn: 'arn:other' } as Resource;
const mapping = (logicalId: string, FunctionName: string) =>
  ({
    logicalId,
    properties: { FunctionName, EventSourceArn: `${logicalId}:queue`, BatchSize: 5 },
  }) as unknown as Resource;
const model = {
  ofType: () => [mapping('first', 'send'), mapping('second', 'other')],
  find: (name: string) => [SEND, OTHER].find((each) => each.name === name),
} as unknown as Model;

const holds = createHolds();
const service = createFunctionsService({
  model,
  holds,
  invoke: async (name, event) =>
    holds.hasRoom(name)
      ? { kind: 'result', result: { name, event } }
      : {
          kind: 'throttled',
          error: { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.', trace: [] },
        },
});
const server = createServer(async (request, response) => {
  const call = await readCall(request);
  const answer = call && (await service(call));
  response.writeHead(answer?.status ?? 500, answer?.headers).end(answer?.body);
});
let lambda: LambdaClient;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'OPERATOR', secretAccessKey: 'local' };
  lambda = new LambdaClient({ region: 'eu-west-3', endpoint, credentials, maxAttempts: 1 });
});
afterAll(() => void server.close());

const FunctionName = 'send';

describe('the API of Lambda', () => {
  test('a mapping that somebody disabled is shown as such, and is enabled again', async () => {
    const states = async () =>
      (await lambda.send(new ListEventSourceMappingsCommand({ FunctionName }))).EventSourceMappings;
    const [first, ...more] = (await states()) ?? [];
    expect([first, more]).toMatchObject([{ State: 'Enabled', EventSourceArn: 'first:queue', BatchSize: 5 }, []]);
    const reading = holds.reading('send');
    const update = (Enabled: boolean) =>
      lambda.send(new UpdateEventSourceMappingCommand({ UUID: first?.UUID ?? '', Enabled }));
    expect(await update(false)).toMatchObject({ State: 'Disabled' });
    expect([holds.isRead('send'), holds.isRead('other'), reading.aborted]).toEqual([false, true, true]);
    expect(await states()).toMatchObject([{ State: 'Disabled' }]);
    await update(true);
    expect([holds.isRead('send'), holds.reading('send').aborted]).toEqual([true, false]);
  });

  test('a function that somebody gave no room is not run until it has it again', async () => {
    const invoke = () => lambda.send(new InvokeCommand({ FunctionName, Payload: Buffer.from('{"a":1}') }));
    const reserved = () => lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }));
    expect(JSON.parse(Buffer.from((await invoke()).Payload ?? []).toString())).toEqual({
      name: 'send',
      event: { a: 1 },
    });
    expect((await reserved()).ReservedConcurrentExecutions).toBeUndefined();
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
    expect((await reserved()).ReservedConcurrentExecutions).toBe(0);
    await expect(invoke()).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    expect((await invoke()).StatusCode).toBe(200);
  });

  test('what the account may run, what is not there, and what the local stack does not do', async () => {
    expect((await lambda.send(new GetAccountSettingsCommand({}))).AccountLimit).toEqual({ ConcurrentExecutions: 1000 });
    await expect(lambda.send(new InvokeCommand({ FunctionName: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(
      lambda.send(new UpdateEventSourceMappingCommand({ UUID: 'none', Enabled: true })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const some = new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 3 });
    await expect(lambda.send(some)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
