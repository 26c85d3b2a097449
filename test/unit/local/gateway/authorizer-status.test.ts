import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGateway } from '#local/gateway/gateway.ts';
import type { RestApi } from '#local/gateway/routes.ts';
import type { Outcome } from '#local/lambda/instance.ts';

const API: RestApi = {
  ...{ id: 'application', name: 'aval-local-application', binaryMediaTypes: [], gatewayResponses: [] },
  stage: {
    address: '/restapis/application/stages/live',
    rate: undefined,
    rates: new Map(),
    accessLog: {
      group: '/aval/local/access-application',
      format: '$context.status $context.authorizer.status $context.integration.status',
    },
  },
  routes: [
    {
      ...{ method: 'GET', path: '/v1', functionName: 'route', isOpen: true },
      authorizer: {
        id: 'a',
        functionName: 'authorizer',
        header: 'authorization',
        ttlSeconds: 30,
        expression: '^Bearer ',
      },
    },
  ],
};
const policy = (Effect: string): Outcome => ({
  kind: 'result',
  result: {
    principalId: 'p',
    policyDocument: { Statement: [{ Effect, Action: 'execute-api:Invoke', Resource: '*' }] },
  },
});
const failing = (errorMessage: string): Outcome => ({
  kind: 'failure',
  error: { errorMessage, errorType: 'Error', trace: [] },
});

let server: Server | undefined;
afterEach(() => server?.close());

/** The line of the access log of requests with this key, one after the other. */
const linesOf = async (says: Outcome, authorization: string | undefined, answers = 201, times = 1) => {
  const lines: string[] = [];
  const invoke = async (name: string): Promise<Outcome> =>
    name === 'authorizer' ? says : { kind: 'result', result: { statusCode: answers, body: '' } };
  const onAccess = (_: string, line: string) => void lines.push(line);
  server = createServer(createGateway({ api: API, runner: { invoke }, nowMs: () => 0, onAccess }));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  for (let time = 0; time < times; time += 1)
    await fetch(url, { headers: authorization === undefined ? {} : { authorization } });
  return lines;
};

/** By AWS's words: the status of the authorizer is its own answer, that of the integration is what the function's code returned. */
describe('the access log says what the authorizer answered', () => {
  test.each<[string, Outcome, string | undefined, string]>([
    ['a policy that allows', policy('Allow'), 'Bearer k', '201 200 201'],
    ['a policy that does not', policy('Deny'), 'Bearer k', '403 200 -'],
    ['that nobody has this key', failing('Unauthorized'), 'Bearer k', '401 401 -'],
    ['an error', failing('no table'), 'Bearer k', '500 500 -'],
    ['nothing, since there is no key to ask for', policy('Allow'), undefined, '401 - -'],
    ['nothing, since the key is malformed', policy('Allow'), 'Basic k', '401 - -'],
  ])('%s', async (_, says, authorization, line) => {
    expect(await linesOf(says, authorization)).toEqual([line]);
  });

  test('and for each route the status that its function answered', async () => {
    expect(await linesOf(policy('Allow'), 'Bearer k', 404, 2)).toEqual(['404 200 404', '404 200 404']);
  });
});
