import * as z from 'zod/mini';
import { capabilityOf } from './routes/capabilities.ts';

/** Channels that may leave by a provider of the deployer’s choice. */
export const PROVIDER_CHANNELS = ['sms', 'mms', 'automated-call'] as const;

/**
 * How a provider that speaks our contract signs what it reports. `hmac`: over time and body, under the shared key, as we sign what we send;
 * `jwt`: a token with the hash of the body; `none`: not at all, so that nothing it reports may do more than stop messages.
 */
export const SIGNED_BY = ['hmac', 'jwt', 'none'] as const;

/** What people answer, which a provider may report. */
export const ANSWERS = ['reply', 'key-press'] as const;

/** Of every provider. */
const COMMON = {
  channels: z.array(z.enum(PROVIDER_CHANNELS)),
  answers: z.array(z.enum(ANSWERS)),
  requestsPerSecond: z.number().check(z.gt(0)),
};

/** Where messages are handed over by HTTPS: of ours the whole URL, of another its host. */
const url = z.string().check(z.minLength(1));

/** A provider that speaks our contract (docs/provider-route.md). */
const HttpsRoute = z.strictObject({
  name: z.literal('https'),
  url,
  ...COMMON,
  signedBy: z.enum(SIGNED_BY),
  /** The largest picture that it takes, in bytes. */
  mediaBytes: z.int().check(z.gt(0)),
});

/** SMS and calls by Vonage. */
const VonageRoute = z.strictObject({
  name: z.literal('vonage'),
  url,
  ...COMMON,
  /** The application of theirs whose key signs, and whose texts and calls are reported. */
  applicationId: z.string().check(z.minLength(1)),
});

/** SMS by smsmode, whose key alone says whose they are. */
const SmsmodeRoute = z.strictObject({ name: z.literal('smsmode'), url, ...COMMON });

/** Calls by Amazon Connect, of which whoever calls knows more (`CALL_ROUTE`). */
const ConnectRoute = z.strictObject({ name: z.literal('connect'), ...COMMON });

/** MMS by Spot-Hit, whose key alone says whose they are. */
const SpotHitRoute = z.strictObject({
  name: z.literal('spot-hit'),
  url,
  ...COMMON,
  /** The largest picture that it takes, in bytes. */
  mediaBytes: z.int().check(z.gt(0)),
});

/** A provider and what leaves by it, as a deployment states it. */
const ProviderRoute = z.discriminatedUnion('name', [HttpsRoute, VonageRoute, SmsmodeRoute, SpotHitRoute, ConnectRoute]);
export type ProviderRoute = z.infer<typeof ProviderRoute>;

/** A function is given this where the deployment has no provider, and states no codes. */
export const NO_PROVIDER = 'none';

/** What a deployment states of its routes: its providers, and the codes at which answers to texts are received; absent: whichever an advertiser has. */
const StatedRoutes = z.strictObject({
  routes: z.array(ProviderRoute),
  codes: z.optional(z.array(z.strictObject({ code: z.string(), countries: z.array(z.string()) }))),
});
export type StatedRoutes = z.infer<typeof StatedRoutes>;

/**
 * What a stage says that states no codes, as every version before `senders.replyCodes` did: its providers alone. Code and environment of a function
 * are updated one after the other, so that each version reads what the one before it and the one after it say.
 */
const StatedText = z.union([
  StatedRoutes,
  z.pipe(
    z.array(ProviderRoute),
    z.transform((routes): StatedRoutes => ({ routes })),
  ),
]);

/** As the environment of a function says it; none: every channel leaves by AWS. Throws for any other text: the function must not start. */
export const statedRoutesIn = (text: string): StatedRoutes =>
  text === NO_PROVIDER ? { routes: [] } : StatedText.parse(JSON.parse(text));

/** The text that is read back: without codes the list alone, which the version before `senders.replyCodes` reads too. */
export const textOfRoutes = (routes: readonly object[], codes: readonly object[] | undefined): string => {
  if (codes !== undefined) return JSON.stringify({ routes, codes });
  return routes.length === 0 ? NO_PROVIDER : JSON.stringify(routes);
};

/** The providers alone. */
export const providerRoutesIn = (text: string): readonly ProviderRoute[] => statedRoutesIn(text).routes;

/** Channels whose provider delivers nothing after the instant that it is given, beside those of which every provider does. */
export const endedByRoute = (text: string): readonly (typeof PROVIDER_CHANNELS)[number][] =>
  providerRoutesIn(text).flatMap(({ name, channels }) =>
    channels.filter((channel) => capabilityOf(name, channel)?.givesUp === true),
  );

/** What people answer in calls, where calls leave by this deployment; `undefined`: none does. */
export const callAnswersIn = (text: string): { readonly keyPress: boolean } | undefined => {
  const route = providerRoutesIn(text).find(({ channels }) => channels.includes('automated-call'));
  return route && { keyPress: route.answers.includes('key-press') };
};

/** By what messages of this deployment leave: mail and SMS always do. */
export const sendingRoutesIn = (text: string) => ({
  channels: [...(['email', 'sms'] as const), ...providerRoutesIn(text).flatMap(({ channels }) => channels)],
  callAnswers: callAnswersIn(text),
});
