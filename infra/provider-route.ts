import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { NO_PROVIDER, type ProviderRoute } from '#functions/manifest/provider-route.ts';
import type { Config } from './config.ts';

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
