import type { APIGatewayProxyEvent } from 'aws-lambda';
import { once } from '#functions/wiring/once.ts';
import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { clock } from '#functions/wiring.ts';
import { publishingSnsClient } from '#shared/adapters/providers/clients.ts';
import { providerOfCode } from '#shared/adapters/providers/provider-secret.ts';
import { topicOf } from '#shared/adapters/sns/topic.ts';
import { spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';

/** The composition root of what people answer to the one URL of an account of a provider. */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** Where replies wait. */
export const repliesTopic = /* @__PURE__ */ once((env: Needs<'SMS_REPLIES_TOPIC_ARN'>) =>
  topicOf(publishingSnsClient(), env.SMS_REPLIES_TOPIC_ARN),
);

/** Of providers that call by GET, and sign nothing. A provider that was taken out of the settings may still bring answers. */
export const readPushed =
  (env: Needs<'PROVIDER_SECRET_ID'>) =>
  async (code: string, { queryStringParameters }: Pick<APIGatewayProxyEvent, 'queryStringParameters'>) => {
    const provider = providerOfCode(await providerSecret(env)(), ['spotHit'], code);
    return provider && { reply: spotHitReplyIn(queryStringParameters ?? {}, clock.now()) };
  };
