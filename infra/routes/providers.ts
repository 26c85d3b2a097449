import type { z } from 'zod';
import { PROVIDER_CHANNELS, type ProviderRoute } from '#functions/manifest/provider-route.ts';
import type { Provider, Routes, Stated } from './routes.ts';

/** What holds of each provider where the file says nothing. */
export const DEFAULTS_OF_PROVIDERS = {
  provider: { signedBy: 'hmac', requestsPerSecond: 1, mediaBytes: 300_000 },
  vonage: { requestsPerSecond: 1 },
  smsmode: { requestsPerSecond: 1 },
  spotHit: { requestsPerSecond: 1, mediaBytes: 300_000 },
  connect: { requestsPerSecond: 2 },
} as const;

/** The local stack takes MMS and calls itself, and reports all that a provider may. */
export const LOCAL_ROUTES = { mms: 'https', 'automated-call': 'https' } as const;
const LOCAL_PROVIDER: z.infer<typeof Provider> = {
  url: 'http://localhost',
  answers: ['reply', 'key-press'],
  requestsPerSecond: 20,
};

/** Vonage Voice API, "Create an outbound call": the host that all Regions share. */
const VONAGE_URL = 'https://api.nexmo.com';
/** smsmode, "SMS API" v1. */
const SMSMODE_URL = 'https://rest.smsmode.com';
/** Spot-Hit, "Documentation API". */
const SPOT_HIT_URL = 'https://www.spot-hit.fr';

/** How people answer on each channel. */
const ANSWER_ON = { sms: 'reply', mms: 'reply', 'automated-call': 'key-press' } as const;

type Said<T> = { readonly [K in keyof T]-?: Exclude<T[K], undefined> };
/** What is stated, over what holds by default. */
const over = <D extends object, S extends object>(defaults: D, stated: S): Said<D & S> =>
  ({ ...defaults, ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) }) as never;

/** The providers of a stage that a channel leaves by. */
export const providersOf = (stage: string, own: Stated | undefined, usual: Routes): readonly ProviderRoute[] => {
  const routes = own?.routes ?? usual;
  const channelsBy = (name: string) => PROVIDER_CHANNELS.filter((channel) => routes[channel] === name);
  const provider = stage === 'local' ? LOCAL_PROVIDER : own?.provider;
  const { vonage, smsmode = {}, spotHit = {}, connect = {} } = own ?? {};
  const all: readonly ProviderRoute[] = [
    ...(provider === undefined
      ? []
      : [{ name: 'https' as const, ...over(DEFAULTS_OF_PROVIDERS.provider, provider), channels: channelsBy('https') }]),
    ...(vonage === undefined
      ? []
      : [
          {
            name: 'vonage' as const,
            ...over(DEFAULTS_OF_PROVIDERS.vonage, vonage),
            url: VONAGE_URL,
            answers: channelsBy('vonage').map((channel) => ANSWER_ON[channel]),
            channels: channelsBy('vonage'),
          },
        ]),
    {
      name: 'smsmode',
      ...over(DEFAULTS_OF_PROVIDERS.smsmode, smsmode),
      url: SMSMODE_URL,
      answers: ['reply'],
      channels: channelsBy('smsmode'),
    },
    {
      name: 'spot-hit',
      ...over(DEFAULTS_OF_PROVIDERS.spotHit, spotHit),
      url: SPOT_HIT_URL,
      answers: ['reply'],
      channels: channelsBy('spot-hit'),
    },
    {
      name: 'connect',
      requestsPerSecond: over(DEFAULTS_OF_PROVIDERS.connect, connect).requestsPerSecond,
      answers: ['key-press'],
      channels: channelsBy('connect'),
    },
  ];
  return all.filter(({ channels }) => channels.length > 0);
};
