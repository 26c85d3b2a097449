import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { textOfRoutes } from '#functions/manifest/provider-route.ts';
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

/** The providers of this stage and the codes that are answered to, as its functions read them. */
export const providerRouteOf = (scope: Stack, { providers, replyCodes, isLocal }: Config): string => {
  const routes = providers.map((route) => (isLocal && 'url' in route ? { ...route, url: localUrl(scope) } : route));
  return textOfRoutes(routes, replyCodes);
};
