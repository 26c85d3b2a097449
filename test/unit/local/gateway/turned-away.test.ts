import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGateway, type GatewayDependencies } from '#local/gateway/gateway.ts';
import type { RestApi } from '#local/gateway/routes.ts';
import { createThrottle } from '#local/gateway/throttle.ts';
import { linePatternOf } from '#local/watching/filter-pattern.ts';

const FORMAT =
  '{"requestId":"$context.requestId","method":"$context.httpMethod","route":"$context.resourcePath","status":"$context.status","errorType":"$context.error.responseType"}';
const STAGE = {
  address: '/restapis/public/stages/live',
  rate: { perSecond: 10, atOnce: 4 },
  rates: new Map([
    ['* *', { perSecond: 10, atOnce: 4 }],
    ['POST /o', { perSecond: 1, atOnce: 2 }],
  ]),
  accessLog: { group: '/aval/local/access-public', format: FORMAT },
};
const route = (method: string, path: string) => ({
  ...{ method, path, functionName: path, authorizer: undefined, isOpen: true },
});
const API: RestApi = {
  ...{ id: 'public', name: 'aval-local-public', binaryMediaTypes: [], gatewayResponses: [], stage: STAGE },
  routes: [route('GET', '/o/{token}'), route('POST', '/o/{token}'), route('POST', '/o')],
};

let server: Server | undefined;
afterEach(() => server?.close());

const served = async (more: Partial<GatewayDependencies> = {}) => {
  const lines: string[] = [];
  const invoke = async () => ({ kind: 'result', result: { statusCode: 200, body: 'ok' } }) as const;
  const listener = createGateway({
    ...{ api: API, runner: { invoke }, nowMs: () => 0, onAccess: (_, line) => void lines.push(line) },
    ...more,
  });
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const statuses = async (method: string, path: string, times: number) => {
    const found: number[] = [];
    for (let time = 0; time < times; time++) found.push((await fetch(`${url}${path}`, { method })).status);
    return found;
  };
  return { statuses, lines };
};

describe('the gateway admits', () => {
  test('as many at once as its stage says, then so many a second, and fills up to that again', () => {
    let now = 0;
    const admits = createThrottle(STAGE, () => now);
    const count = (times: number) =>
      Array.from({ length: times }, () => admits('GET /o/{token}')).filter(Boolean).length;
    expect(count(9)).toBe(4);
    now = 200;
    expect(count(9)).toBe(2);
    now = 3_600_000;
    expect(count(9)).toBe(4);
  });

  test('a method with a rate of its own by that alone: what is typed takes nothing from links', async () => {
    const { statuses } = await served();
    expect(await statuses('POST', '/o', 4)).toEqual([200, 200, 429, 429]);
    expect(await statuses('POST', '/o/a', 5)).toEqual([200, 200, 200, 200, 429]);
  });

  test('no more than the rest of the account leaves it', async () => {
    const { statuses } = await served({ leave: () => 1 });
    expect(await statuses('GET', '/o/a', 3)).toEqual([200, 429, 429]);
    const { statuses: none } = await served({ leave: () => 0 });
    expect(await none('GET', '/o/a', 2)).toEqual([200, 429]);
  });

  test('nothing that the firewall turns away, and says so before it looks for a route', async () => {
    const { statuses, lines } = await served({ firewall: { admits: ({ path }) => path !== '/wp-admin' } });
    expect(await statuses('GET', '/wp-admin', 1)).toEqual([403]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: '403', errorType: 'WAF_FILTERED', route: '-' });
  });
});

describe('the access log', () => {
  test('has a line for each answer, by the route and never the path', async () => {
    const { statuses, lines } = await served();
    await statuses('POST', '/o/secret', 5);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      ...Array.from({ length: 4 }, () => expect.objectContaining({ status: '200', errorType: '-' })),
      {
        ...{ requestId: expect.any(String), method: 'POST', route: '/o/{token}', status: '429' },
        errorType: 'THROTTLED',
      },
    ]);
    expect(lines.join()).not.toContain('secret');
  });

  test('is counted by the filter of the alarm: links and pages, and not who types an address', async () => {
    const isCounted = linePatternOf('{ ($.status = "429") && (($.route != "/o") || ($.method != "POST")) }');
    const { statuses, lines } = await served();
    await statuses('POST', '/o', 4);
    expect(lines.filter((line) => isCounted?.(line))).toEqual([]);
    await statuses('POST', '/o/a', 6);
    expect(lines.filter((line) => isCounted?.(line))).toHaveLength(2);
  });
});
