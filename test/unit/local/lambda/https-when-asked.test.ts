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
