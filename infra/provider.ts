import type { z } from 'zod';
import type { ProviderRoute } from '#functions/manifest/provider-route.ts';
import { channelsOfProvider, type Provider, type Routes } from './routes.ts';

/** What holds of a provider where the file says nothing. */
export const PROVIDER_DEFAULTS = { signedBy: 'hmac', requestsPerSecond: 1, mediaBytes: 300_000 } as const;

/** The local stack takes MMS and calls itself, and reports all that a provider may. */
export const LOCAL_ROUTES = { mms: 'https', 'automated-call': 'https' } as const;
const LOCAL_PROVIDER: z.infer<typeof Provider> = {
  url: 'http://localhost',
  answers: ['reply', 'key-press'],
  requestsPerSecond: 20,
};

/** The provider of a stage, if a channel leaves by it: what it states, over what holds by default. */
export const providerOf = (
  stage: string,
  own: Parameters<typeof channelsOfProvider>[0] | undefined,
  usual: Routes,
): { readonly provider?: ProviderRoute } => {
  const stated = stage === 'local' ? LOCAL_PROVIDER : own?.provider;
  if (stated === undefined) return {};
  const said = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  const channels = [...channelsOfProvider({ routes: own?.routes ?? usual })];
  return {
    provider: { ...PROVIDER_DEFAULTS, ...(said as typeof LOCAL_PROVIDER & typeof PROVIDER_DEFAULTS), channels },
  };
};
