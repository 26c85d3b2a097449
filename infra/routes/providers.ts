import type { z } from 'zod';
import { ANSWERS, PROVIDER_CHANNELS, type ProviderRoute } from '#functions/manifest/provider-route.ts';
import { CAPABILITIES, capabilityOf } from '#functions/manifest/routes/capabilities.ts';
import type { Capability } from '#functions/manifest/routes/capability.ts';
import type { Provider, Routes, Stated } from './routes.ts';

/** What a setting says of messages a second where the file says nothing, and of pictures: as the route declares it. */
const usualOf = (setting: string) => {
  const all: readonly Capability[] = CAPABILITIES;
  const of = all.filter(({ ceiling }) => ceiling.setting === setting);
  const [requestsPerSecond = 1] = of.flatMap(({ ceiling }) =>
    'requestsPerSecond' in ceiling ? [ceiling.requestsPerSecond] : [],
  );
  return { requestsPerSecond, mediaBytes: of.find((each) => each.mediaBytes !== undefined)?.mediaBytes ?? 0 };
};
const paceOf = (setting: string) => ({ requestsPerSecond: usualOf(setting).requestsPerSecond });

const partsOf = (setting: string): number =>
  Math.max(
    ...CAPABILITIES.flatMap(({ ceiling }) =>
      ceiling.setting === setting && 'partsPerSecond' in ceiling ? [ceiling.partsPerSecond] : [],
    ),
  );

/** What holds of each provider where the file says nothing. */
export const DEFAULTS_OF_PROVIDERS = {
  provider: { signedBy: 'hmac', ...usualOf('provider') },
  vonage: paceOf('vonage'),
  smsmode: paceOf('smsmode'),
  spotHit: usualOf('spotHit'),
  connect: paceOf('connect'),
} as const;

/** SMS a second that AWS takes where nothing says otherwise. */
export const PACE_OF_AWS = { ...paceOf('smsRoute'), partsPerSecond: partsOf('smsRoute') };

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

/** What people answer on these channels, by a route that always reports it. */
const answersOf = (route: string, channels: readonly (typeof PROVIDER_CHANNELS)[number][]) =>
  ANSWERS.filter((answer) => channels.some((channel) => capabilityOf(route, channel)?.answers.by === answer));

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
            answers: answersOf('vonage', channelsBy('vonage')),
            channels: channelsBy('vonage'),
          },
        ]),
    {
      name: 'smsmode',
      ...over(DEFAULTS_OF_PROVIDERS.smsmode, smsmode),
      url: SMSMODE_URL,
      answers: answersOf('smsmode', channelsBy('smsmode')),
      channels: channelsBy('smsmode'),
    },
    {
      name: 'spot-hit',
      ...over(DEFAULTS_OF_PROVIDERS.spotHit, spotHit),
      url: SPOT_HIT_URL,
      answers: answersOf('spot-hit', channelsBy('spot-hit')),
      channels: channelsBy('spot-hit'),
    },
    {
      name: 'connect',
      requestsPerSecond: over(DEFAULTS_OF_PROVIDERS.connect, connect).requestsPerSecond,
      answers: answersOf('connect', channelsBy('connect')),
      channels: channelsBy('connect'),
    },
  ];
  return all.filter(({ channels }) => channels.length > 0);
};
