import * as z from 'zod/mini';

/** Channels that may leave by a provider of the deployer’s choice. */
export const PROVIDER_CHANNELS = ['mms', 'automated-call'] as const;

/**
 * How a provider signs what it reports. `hmac`: over time and body, under the shared key, as we sign what we send; `jwt`: a token
 * with the hash of the body; `none`: not at all, so that nothing it reports may do more than stop messages.
 */
export const SIGNED_BY = ['hmac', 'jwt', 'none'] as const;

/** What people answer, which a provider may report. */
export const ANSWERS = ['reply', 'key-press'] as const;

/** The route of a provider that speaks our contract (docs/provider-route.md), as a deployment states it. */
const ProviderRoute = z.strictObject({
  /** Where messages are handed over. */
  url: z.string().check(z.minLength(1)),
  channels: z.array(z.enum(PROVIDER_CHANNELS)),
  answers: z.array(z.enum(ANSWERS)),
  signedBy: z.enum(SIGNED_BY),
  requestsPerSecond: z.number().check(z.gt(0)),
  /** The largest picture that it takes, in bytes. */
  mediaBytes: z.int().check(z.gt(0)),
});
export type ProviderRoute = z.infer<typeof ProviderRoute>;

/** A function is given this where the deployment has no such route. */
export const NO_PROVIDER = 'none';

/** The route as the environment of a function says it. Throws for any other text: the function must not start. */
export const providerRouteIn = (text: string): ProviderRoute | undefined =>
  text === NO_PROVIDER ? undefined : ProviderRoute.parse(JSON.parse(text));

/** What people answer in calls, where calls leave by this route; `undefined`: none does. */
export const callAnswersIn = (text: string): { readonly keyPress: boolean } | undefined => {
  const route = providerRouteIn(text);
  return route?.channels.includes('automated-call') ? { keyPress: route.answers.includes('key-press') } : undefined;
};
