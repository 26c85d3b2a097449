import { createServer } from 'node:http';
import https from 'node:https';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { keepInside } from '#local/lambda/outside.ts';

test('what is asked of a host of the internet is asked here, with its path and its query', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const held = createRequire(import.meta.url)('node:https');
  const own = held.request;
  onTestFinished(() => {
    held.request = own;
    syncBuiltinESMExports();
    server.close();
  });
  keepInside(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const text = await new Promise<string>((resolve, reject) => {
    const request = https.request(
      new URL('https://elsewhere.example/a/b.jpg?size=2&of=c'),
      { method: 'GET' },
      (answer) => {
        answer.setEncoding('utf8').on('data', resolve);
      },
    );
    request.on('error', reject).end();
  });
  expect([text, asked]).toEqual(['here', ['GET /outside/elsewhere.example/a/b.jpg?size=2&of=c']]);
});
