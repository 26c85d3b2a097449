import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { outputsInAccount, stacksInAccount } from '../../../cli/stacks-in-account.ts';

/** Answers of CloudFormation's Query API (API reference: DescribeStacks, UpdateTerminationProtection, Common errors). */
const NAMESPACE = 'xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';
const described = (member: string) =>
  `<DescribeStacksResponse ${NAMESPACE}><DescribeStacksResult><Stacks><member>${member}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
const failed = (code: string, message: string) =>
  `<ErrorResponse ${NAMESPACE}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
const ANSWERS: Readonly<Record<string, readonly [number, string]>> = {
  there: [
    200,
    described(
      '<StackName>there</StackName><CreationTime>2026-11-24T10:00:00Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus><EnableTerminationProtection>true</EnableTerminationProtection><Outputs><member><OutputKey>PublicDomainTarget</OutputKey><OutputValue>d-1.example</OutputValue></member></Outputs>',
    ),
  ],
  absent: [400, failed('ValidationError', 'Stack with id absent does not exist')],
  hidden: [403, failed('AccessDenied', 'User is not authorized to perform: cloudformation:DescribeStacks')],
};

let server: Server;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = new URLSearchParams((await request.toArray()).join(''));
    asked.push(`${body.get('Action')} ${body.get('StackName')} ${body.get('EnableTerminationProtection') ?? ''}`);
    const [status, text] = ANSWERS[body.get('StackName') ?? ''] ?? [500, ''];
    response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

test('a stack is read as CloudFormation tells it; one that is not there is none, and a refusal is an error', async () => {
  const stacks = stacksInAccount({ region: 'eu-west-3' });
  expect(await stacks.read('there')).toEqual({ status: 'UPDATE_COMPLETE', isProtected: true });
  expect(await stacks.read('absent')).toBeUndefined();
  await expect(stacks.read('hidden')).rejects.toThrow(/not authorized/);
  await stacks.protect('there', false);
  expect(asked.at(-1)).toBe('UpdateTerminationProtection there false');
});

test('what a stack says to its deployer; one that is not there says nothing, and a refusal is an error', async () => {
  const outputsOf = (name: string) => outputsInAccount({ region: 'eu-west-3' }, name);
  expect(await outputsOf('there')).toEqual(new Map([['PublicDomainTarget', 'd-1.example']]));
  expect(await outputsOf('absent')).toEqual(new Map());
  await expect(outputsOf('hidden')).rejects.toThrow(/not authorized/);
});
