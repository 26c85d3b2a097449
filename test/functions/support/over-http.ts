import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { ROUTE_NAMES, routeOf } from '../../support/routes.ts';
import type { World } from './api.ts';

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
const ROUTES = ROUTE_NAMES.map((name) => {
  const { method, path } = routeOf(name);
  return { name, method, pattern: patternOf(path) };
});

/** The routes of a world behind a port, until the test ends; resolves to its address. A path that no route has is 404. */
export const overHttp = async (world: World): Promise<string> => {
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const route = ROUTES.find(({ method, pattern }) => method === request.method && pattern.test(path));
    if (route === undefined) return response.writeHead(404).end('{"title":"no such route"}');
    const raw = await textOfBody(request);
    const { status, text } = await world.call(route.name, {
      path: { ...route.pattern.exec(path)?.groups },
      query: Object.fromEntries(searchParams),
      language: request.headers['accept-language'],
      ...(raw === '' ? {} : { raw }),
    });
    return response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
