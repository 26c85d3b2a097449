import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { NO_PROVIDER, type ProviderRoute } from '#functions/manifest/provider-route.ts';
import type { Config } from './config.ts';
import { channelsOfProvider, type Routes } from './routes.ts';
import type { StageSettings } from './settings.ts';

/** The provider of a developer’s machine is the local stack’s own: no other template has the parameter. */
const localUrl = (scope: Stack): string => {
  const name = 'ProviderUrl';
  const known = scope.node.tryFindChild(name);
  const parameter =
    known instanceof CfnParameter
      ? known
      : new CfnParameter(scope, name, {
          type: 'String',
          description: 'Where the local stack takes MMS and calls',
        });
  return parameter.valueAsString;
};

/** The provider of this stage, as its functions read it. */
export const providerRouteOf = (scope: Stack, config: Config): string => {
  const { provider } = config;
  if (provider === undefined) return NO_PROVIDER;
  const route: ProviderRoute = { ...provider, url: config.isLocal ? localUrl(scope) : provider.url };
  return JSON.stringify(route);
};

/** What holds of a provider where the file says nothing. */
export const PROVIDER_DEFAULTS = { signedBy: 'hmac', requestsPerSecond: 1, mediaBytes: 300_000 } as const;

/** The local stack takes MMS and calls itself, and reports all that a provider may. */
export const LOCAL_ROUTES = { mms: 'https', 'automated-call': 'https' } as const;
const LOCAL_PROVIDER: NonNullable<StageSettings['provider']> = {
  url: 'http://localhost',
  answers: ['reply', 'key-press'],
  requestsPerSecond: 20,
};

/** The provider of a stage, if a channel leaves by it: what it states, over what holds by default. */
export const providerOf = (
  stage: string,
  own: StageSettings | undefined,
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
