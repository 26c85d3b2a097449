import https from 'node:https';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { httpsWhenAsked } from '#local/lambda/https-when-asked.ts';

const asked: unknown[][] = [];
beforeEach(() => {
  asked.length = 0;
  const request = vi.spyOn(https, 'request').mockImplementation(((...all: unknown[]) => {
    asked.push(all);
    return 'the request';
  }) as never);
  onTestFinished(() => request.mockRestore());
});

test('as `https.request(url, options, onAnswer)`', () => {
  const onAnswer = () => undefined;
  const url = new URL('https://provider.example/send');
  const options = { method: 'POST', timeout: 5 };
  expect(httpsWhenAsked.request(url, options, onAnswer)).toBe('the request');
  expect(asked).toEqual([[url, options, onAnswer]]);
  expect(asked[0]?.[0]).toBe(url);
});

test('with an agent of Node, made once, of the same options', () => {
  const agent = new httpsWhenAsked.Agent({ keepAlive: true, maxSockets: 50 });
  for (const path of ['/a', '/b']) httpsWhenAsked.request({ host: 'aws.example', path, agent });
  const [first, second] = asked.map(([options]) => options as https.RequestOptions);
  expect(first).toMatchObject({ host: 'aws.example', path: '/a' });
  expect(first?.agent).toBeInstanceOf(https.Agent);
  expect(first?.agent).toMatchObject({ keepAlive: true, maxSockets: 50 });
  expect(second?.agent).toBe(first?.agent);
});

test('an agent is ended, whether it was used or not', () => {
  const unused = new httpsWhenAsked.Agent({});
  expect(() => unused.destroy()).not.toThrow();
  const used = new httpsWhenAsked.Agent({ keepAlive: true });
  httpsWhenAsked.request({ host: 'aws.example', agent: used });
  const [[{ agent }]] = asked as unknown as [[{ agent: https.Agent }]];
  const destroy = vi.spyOn(agent, 'destroy');
  used.destroy();
  expect(destroy).toHaveBeenCalledOnce();
});

test('what else Node has is that of Node', () => {
  const { globalAgent, Server, createServer } = httpsWhenAsked;
  expect([globalAgent, Server, createServer]).toEqual([https.globalAgent, https.Server, https.createServer]);
  expect(Object.keys(https).filter((name) => !(name in httpsWhenAsked))).toEqual([]);
  expect('nothingSuch' in httpsWhenAsked).toBe(false);
});

test('`https.get` takes an agent as `https.request` does', () => {
  const get = vi.spyOn(https, 'get').mockReturnValue('got' as never);
  onTestFinished(() => get.mockRestore());
  const agent = new httpsWhenAsked.Agent({ maxSockets: 3 });
  expect(httpsWhenAsked.get({ host: 'aws.example', agent })).toBe('got');
  expect(get.mock.calls[0]?.[0]).toMatchObject({ agent: { maxSockets: 3 } });
  expect(Object(get.mock.calls[0]?.[0]).agent).toBeInstanceOf(https.Agent);
});

test('an agent is as one of Node', () => {
  const agent = new httpsWhenAsked.Agent({ keepAlive: true, maxSockets: 50 });
  expect(agent).toBeInstanceOf(https.Agent);
  expect(agent).toBeInstanceOf(httpsWhenAsked.Agent);
  expect(new https.Agent()).toBeInstanceOf(httpsWhenAsked.Agent);
  expect({}).not.toBeInstanceOf(httpsWhenAsked.Agent);
  expect([agent.maxSockets, agent.sockets, 'requests' in agent]).toEqual([50, {}, true]);
  const heard = vi.fn();
  agent.on('free', heard);
  agent.maxSockets = 7;
  httpsWhenAsked.request({ host: 'aws.example', agent });
  const [[{ agent: inUse }]] = asked as unknown as [[{ agent: https.Agent }]];
  expect([inUse.maxSockets, inUse.listeners('free')]).toEqual([7, [expect.any(Function), heard]]);
});

test('a class of agents may be made of it', () => {
  class Own extends httpsWhenAsked.Agent {
    readonly own = 1;
  }
  const agent = new Own({ maxSockets: 4 });
  expect([agent.own, agent.maxSockets, typeof agent.getName]).toEqual([1, 4, 'function']);
  expect(agent).toBeInstanceOf(https.Agent);
});
