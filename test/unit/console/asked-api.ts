import { onTestFinished, vi } from 'vitest';
import type { Around } from '#console/frame/around.ts';
import type { Watched } from '#console/watched.ts';

/** What the API answers to a path, as a body or with its status, until the test ends; `asked` has each request that it was sent, as `GET /v1/…`. */
export const anApi = (answerTo: (path: string) => unknown, language: Around['language'] = 'en') => {
  const asked: string[] = [];
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    const path = String(url).replace('http://api.test', '');
    asked.push(`${init?.method} ${path}`);
    const answer = answerTo(path);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  onTestFinished(() => spy.mockRestore());
  const stack = {
    ...{ inbox: () => [], smsSink: () => [], provider: { taken: () => [] }, events: () => [] },
    idle: async () => undefined,
  } as unknown as Watched;
  const around: Around = { stack, language, api: { url: 'http://api.test', key: 'aval_root_test' } };
  return { around, asked };
};
