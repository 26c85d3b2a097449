import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishingSnsClient } from '#shared/adapters/providers/clients.ts';
import { repliesTopicOf } from '#shared/adapters/sns/replies-topic.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

/** The first request hangs; each after it is taken. */
let server: Serving;
let asked = 0;
beforeEach(async () => {
  server = await serving((_request, response) => {
    asked += 1;
    if (asked === 1) return;
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
  });
  const aws = { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  for (const [name, value] of Object.entries({ ...aws, AWS_ENDPOINT_URL: server.url })) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('what a person said is published once more where a request hangs, within the time of its function', {
  timeout: 10_000,
}, async () => {
  await repliesTopicOf(publishingSnsClient(), 'arn:aws:sns:eu-west-3:111122223333:replies').publish({ text: 'STOP' });
  expect(asked).toBe(2);
});
