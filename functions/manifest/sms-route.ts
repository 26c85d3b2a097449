import * as z from 'zod/mini';
import type { TextRoute } from '#shared/domain/sending/text-route.ts';

/** A function that sends SMS is given this where they do not leave by AWS End User Messaging. */
export const NO_TEXTS = 'none';

/** By AWS End User Messaging: `TextRoute` says what each is. */
const SmsRoute = z.strictObject({
  configurationSet: z.string().check(z.minLength(1)),
  senderIds: z.array(z.string()),
  number: z.optional(z.string()),
  protectConfigurationId: z.optional(z.string()),
  maxPriceUsd: z.optional(z.number().check(z.gt(0))),
  longestSeconds: z.optional(z.int().check(z.gt(0))),
}) satisfies z.ZodMiniType<TextRoute>;

/** As the environment of a function says it; `undefined`: not by End User Messaging. Throws for any other text: the function must not start. */
export const smsRouteIn = (text: string): TextRoute | undefined =>
  text === NO_TEXTS ? undefined : SmsRoute.parse(JSON.parse(text));
