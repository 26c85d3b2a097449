import { type Statement, statementsByRole } from '../aws/iam/policy.ts';
import { type RestApi, restApis } from '../gateway/routes.ts';
import { type FunctionDefinition, functionDefinition } from '../lambda/definition.ts';
import { MOST_INSTANCES } from '../lambda/pool.ts';
import { SHARDS } from '../sources/stream-source.ts';
import { at, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { type SourceDefinitions, sourceDefinitions } from '../template/sources.ts';

/** What a model deploys that runs: functions, REST APIs by the names they are asked for, event sources, policies. */
export interface Deployment {
  readonly model: Model;
  /** Every function with a bundle; inline code is not run. */
  readonly functions: readonly FunctionDefinition[];
  /** By its path in the CDK's tree, by its deployed name or by the end of it. */
  functionNamed(name: string): FunctionDefinition | undefined;
  readonly apis: ReadonlyMap<string, RestApi>;
  readonly sources: SourceDefinitions;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

const NO_API: RestApi = {
  id: 'none',
  name: 'none',
  routes: [],
  binaryMediaTypes: [],
  gatewayResponses: [],
  stage: undefined,
};

const resourceNamed = (functions: readonly Resource[], name: string): Resource | undefined =>
  functions.find(({ path }) => `/${path}/`.includes(`/${name}/`)) ??
  functions.find((resource) => resource.name === name || resource.name.endsWith(`-${name}`));

/** Reads out of a model what runs. An API that the template does not have gets no route. */
export const readDeployment = (model: Model, apiNames: readonly string[]): Deployment => {
  const resources = model
    .ofType('AWS::Lambda::Function')
    .filter(({ properties }) => textOf(at(properties, 'Code', 'S3Key')) !== '');
  const functions = resources.map((resource) => functionDefinition(model, resource));
  // The first of a name, as whoever looks for it in the list finds it.
  const byName = new Map(functions.toReversed().map((each) => [each.name, each]));
  const named = new Map<string, FunctionDefinition | undefined>();
  const functionNamed = (name: string) => {
    if (!named.has(name)) named.set(name, byName.get(resourceNamed(resources, name)?.name ?? ''));
    return named.get(name);
  };
  const apis = restApis(model);
  const apiNamed = (name: string) => apis.find((api) => api.name.endsWith(name)) ?? NO_API;
  return {
    model,
    functions,
    functionNamed,
    apis: new Map(apiNames.map((name) => [name, apiNamed(name)])),
    sources: sourceDefinitions(model),
    statements: statementsByRole(model),
  };
};

/** The functions that a queue, a stream or a schedule calls. */
export const calledBySources = ({ sources }: Deployment): ReadonlySet<string> =>
  new Set([...sources.schedules, ...sources.streams, ...sources.queues].map(({ functionName }) => functionName));

/**
 * Instances that each function may have: the concurrency of its queue, as far as the machine has it; one for a stream or a
 * schedule, and one more where a stream has shards and a schedule calls twice.
 */
export const concurrencyOf = ({ sources }: Deployment, areFaultsDrawn: boolean): ReadonlyMap<string, number> =>
  new Map([
    ...sources.schedules.map(({ functionName }) => [functionName, areFaultsDrawn ? 2 : 1] as const),
    ...sources.streams.map(({ functionName }) => [functionName, areFaultsDrawn ? SHARDS : 1] as const),
    ...sources.queues.map(
      ({ functionName, maxConcurrency }) => [functionName, Math.min(maxConcurrency, MOST_INSTANCES)] as const,
    ),
  ]);
