import * as z from 'zod/mini';

/** A function that sends SMS is given this where they leave by Amazon SNS, or by a provider of the deployer's choice. */
export const BY_SNS = 'sns';

/** By AWS End User Messaging: `TextRoute` says what each is. */
const SmsRoute = z.strictObject({
  configurationSet: z.string().check(z.minLength(1)),
  senderIds: z.array(z.string()),
  number: z.optional(z.string()),
  protectConfigurationId: z.optional(z.string()),
  maxPriceUsd: z.optional(z.number().check(z.gt(0))),
  longestSeconds: z.optional(z.int().check(z.gt(0))),
});
export type SmsRoute = z.infer<typeof SmsRoute>;

/** As the environment of a function says it; `undefined`: not by End User Messaging. Throws for any other text: the function must not start. */
export const smsRouteIn = (text: string): SmsRoute | undefined =>
  text === BY_SNS ? undefined : SmsRoute.parse(JSON.parse(text));
