import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { NO_PROVIDER } from '#functions/manifest/provider-route.ts';
import type { Config } from '../config.ts';

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

/** The providers of this stage, as its functions read them. */
export const providerRouteOf = (scope: Stack, { providers, isLocal }: Config): string =>
  providers.length === 0
    ? NO_PROVIDER
    : JSON.stringify(
        providers.map((route) => (isLocal && 'url' in route ? { ...route, url: localUrl(scope) } : route)),
      );
