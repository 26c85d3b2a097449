import { vi } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { InboundSms, inboundSmsOf, replyIn } from '#shared/contracts/queues/inbound-sms.ts';
import { accountReplyEndpoint } from '#shared/edge/public/account-reply.ts';
import { portsOf } from '../../functions/support/sms-replies.ts';
import { serving } from '../http/serving.ts';
import type { SendWorld } from '../send-world.ts';

type Route = ReturnType<Parameters<typeof accountReplyEndpoint>[1]>;

const ENTRY = { ...manifest['receive-pushed-reply'], grants: [], env: [] } as const;

/** By way of what waits on the queue, as the worker of replies does. */
const applyingTo =
  (world: SendWorld): Route['publish'] =>
  async (reply) => {
    const message = InboundSms.parse(JSON.parse(JSON.stringify(inboundSmsOf(reply))));
    await applySmsReply(portsOf(world), replyIn(message, world.clock.now()));
  };

/** The function that takes what people answer to one URL of an account, behind a server; what it publishes is applied at once. */
export const accountReplyServer = (
  world: SendWorld,
  read: Route['read'],
  publish: Route['publish'] = applyingTo(world),
) => {
  vi.stubEnv('STAGE', 'local');
  const serve = accountReplyEndpoint(ENTRY, () => ({ publish, read }));
  return serving(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://local');
    const event = {
      httpMethod: request.method,
      body: Buffer.concat(chunks).toString('utf8'),
      headers: request.headers,
      pathParameters: { code: pathname.split('/').at(-1) },
      queryStringParameters: searchParams.size === 0 ? null : Object.fromEntries(searchParams),
      requestContext: {},
    };
    const { statusCode } = await serve(event as never, { getRemainingTimeInMillis: () => 20_000 } as never);
    response.writeHead(statusCode).end();
  });
};
