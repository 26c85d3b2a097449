import { once } from '#functions/wiring/once.ts';
import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { clock } from '#functions/wiring.ts';
import type { Received } from '#shared/adapters/https/signature.ts';
import { publishingSnsClient } from '#shared/adapters/providers/clients.ts';
import { providerOfCode } from '#shared/adapters/providers/provider-secret.ts';
import { repliesTopicOf } from '#shared/adapters/sns/replies-topic.ts';
import { isOfNobody, type Pushed, spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';
import { isByVonage } from '#shared/adapters/vonage/call-events.ts';
import { vonageCredentialsIn } from '#shared/adapters/vonage/credentials.ts';
import { vonageInboundIn } from '#shared/adapters/vonage/message-events.ts';
import { providerRoutesIn } from '../../manifest/provider-route.ts';

/** The composition root of what people answer to the one URL of an account of a provider. */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** Where replies wait. */
export const repliesTopic = /* @__PURE__ */ once((env: Needs<'SMS_REPLIES_TOPIC_ARN'>) =>
  repliesTopicOf(publishingSnsClient(), env.SMS_REPLIES_TOPIC_ARN),
);

/** Of providers that call by GET, and sign nothing. A provider that was taken out of the settings may still bring answers. */
export const readPushed =
  (env: Needs<'PROVIDER_SECRET_ID'>) =>
  async (code: string, { query }: { readonly query: Pushed }) => {
    const provider = providerOfCode(await providerSecret(env)(), ['spotHit'], code);
    const reply = provider && spotHitReplyIn(query, clock.now());
    // Nobody signs there: the code in the URL vouches.
    return (
      provider && {
        reply: reply && { ...reply, mayBeAnswered: true as const },
        isUnreadable: isOfNobody(query),
      }
    );
  };

/** Of Vonage, which signs what it posts: what is not signed by it is refused, where it is in the settings. */
export const readPosted =
  (env: Needs<'PROVIDER_SECRET_ID' | 'PROVIDER_ROUTE'>) => async (code: string, call: Omit<Received, 'now'>) => {
    const secret = await providerSecret(env)();
    if (providerOfCode(secret, ['vonage'], code) === undefined) return undefined;
    const stated = providerRoutesIn(env.PROVIDER_ROUTE).find((route) => route.name === 'vonage');
    const now = clock.now();
    const signed = { ...call, now: Math.floor(Date.parse(now) / 1_000) };
    const isSigned = stated && isByVonage(signed, vonageCredentialsIn(secret), stated.applicationId);
    const { reply, ...inbound } = vonageInboundIn(call.body, now);
    return {
      ...inbound,
      ...(reply && { reply: { ...reply, ...(isSigned === true ? { mayBeAnswered: true as const } : {}) } }),
      isRefused: isSigned === false,
    };
  };
