import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { stopAndReport } from '#tools/start/denied-calls.ts';
import { openSystem } from '../../acceptance/system.ts';

const CALL = 'release: dynamodb:BatchWriteItem on arn:aws:dynamodb:eu-west-3:123456789012:table/aval';

test('a stack that denied a call fails whoever ran on it, once it has ended', async () => {
  const ended: string[] = [];
  const stop = async () => void ended.push('ended');
  await expect(stopAndReport({ stop, denied: () => [] })).resolves.toBeUndefined();
  await expect(stopAndReport({ stop, denied: () => [CALL, CALL] })).rejects.toThrow(
    `Functions were denied what they tried:\n  ${CALL}`,
  );
  expect(ended).toHaveLength(2);
});

const AT = Date.parse('2026-11-24T10:00:00Z');
const MEANWHILE = 'project: dynamodb:Query on arn:aws:dynamodb:eu-west-3:123456789012:table/aval';

let server: Server | undefined;
afterEach(() => void server?.close());

/** The console of a system that somebody else started: what it answers, by path. */
const consoleOf = async (answers: Readonly<Record<string, () => unknown>>): Promise<NodeJS.ProcessEnv> => {
  const opened = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer?.() ?? {}));
  }).listen(0, '127.0.0.1');
  server = opened;
  await new Promise((resolve) => opened.once('listening', resolve));
  const url = `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
  return { AVAL_API: url, AVAL_KEY: 'aval_root_test', AVAL_CONSOLE: url };
};
const CLOCK = { '/clock': () => ({ instant: '2026-11-24T10:00:00Z' }) };

test('what functions of a running system were denied meanwhile fails whoever judges by it, and nothing from before', async () => {
  const denied = [CALL];
  const environment = await consoleOf({ ...CLOCK, '/denied': () => denied });
  const quiet = await openSystem(environment, AT);
  await expect(quiet.close()).resolves.toBeUndefined();
  const system = await openSystem(environment, AT);
  denied.push(MEANWHILE);
  const message = `Functions were denied what they tried:\n  ${MEANWHILE}`;
  await expect(system.close()).rejects.toMatchObject({ name: 'DeniedCalls', message });
});

test('a running system that does not say what was denied is not judged by', async () => {
  await expect(openSystem(await consoleOf(CLOCK), AT)).rejects.toThrow(/does not say what was denied: start it again/);
});
