import type { FunctionEntry } from '#functions/manifest.ts';
import { statementsByRole } from '../aws/policy.ts';
import { type RestApi, restApis } from '../gateway/routes.ts';
import { functionDefinition } from '../lambda/definition.ts';
import type { Model } from '../template/model.ts';
import { sourceDefinitions } from '../template/sources.ts';
import { type Deployment, functionOf } from './boot-checks.ts';

const NO_API: RestApi = { id: 'none', name: 'none', routes: [], binaryMediaTypes: [], gatewayResponses: [] };

/** Reads out of a model what runs: functions by their name in the manifest, the two APIs, event sources, policies. */
export const readDeployment = (model: Model, manifest: Readonly<Record<string, FunctionEntry>>): Deployment => {
  const functions = Object.keys(manifest).flatMap((name) => {
    const resource = functionOf(model, name);
    return resource === undefined ? [] : [[name, functionDefinition(model, resource)] as const];
  });
  const apis = restApis(model);
  const named = (name: string) => apis.find((api) => api.name.endsWith(name)) ?? NO_API;
  return {
    manifest,
    model,
    functions: new Map(functions),
    apis: { application: named('application'), public: named('public') },
    sources: sourceDefinitions(model),
    statements: statementsByRole(model),
  };
};

/** Instances that each function may have: the concurrency of its queue, one for a stream or a schedule. */
export const concurrencyOf = ({ sources }: Deployment): ReadonlyMap<string, number> =>
  new Map([
    ...sources.schedules.map(({ functionName }) => [functionName, 1] as const),
    ...sources.streams.map(({ functionName }) => [functionName, 1] as const),
    ...sources.queues.map(({ functionName, maxConcurrency }) => [functionName, maxConcurrency] as const),
  ]);
