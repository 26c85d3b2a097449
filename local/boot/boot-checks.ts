import * as z from 'zod/mini';
import { ENVIRONMENT, type FunctionEntry, type Variable } from '#functions/manifest.ts';
import { isAllowed, type Statement } from '../aws/policy.ts';
import type { RestApi } from '../gateway/routes.ts';
import type { FunctionDefinition } from '../lambda/definition.ts';
import type { Model, Resource } from '../template/model.ts';
import type { SourceDefinitions } from '../template/sources.ts';
import { BootFailure } from './boot-failure.ts';

/** What the template makes of the manifest; checked before anything starts, so that a wiring mistake fails here. */
export interface Deployment {
  readonly manifest: Readonly<Record<string, FunctionEntry>>;
  readonly model: Model;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly apis: Readonly<Record<'application' | 'public', RestApi>>;
  readonly sources: SourceDefinitions;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

/** The function of the template that a manifest entry became, by its place in the CDK's tree or by its deployed name. */
export const functionOf = (model: Model, name: string): Resource | undefined => {
  const functions = model.ofType('AWS::Lambda::Function');
  return (
    functions.find(({ path }) => path.split('/').includes(name)) ??
    functions.find((resource) => resource.name === name || resource.name.endsWith(`-${name}`))
  );
};

const fail = (sentence: string): never => {
  throw new BootFailure(sentence);
};

const checkEnvironment = (name: string, entry: FunctionEntry, definition: FunctionDefinition) => {
  for (const variable of entry.env as readonly Variable[]) {
    const value = definition.environment[variable];
    if (value === undefined)
      fail(`The function ${name} needs the environment variable ${variable}, which the template does not give it.`);
    if (!z.safeParse(ENVIRONMENT[variable], value).success)
      fail(`The environment variable ${variable} of the function ${name} has a value it cannot use.`);
  }
};

const checkRoute = (name: string, entry: FunctionEntry, deployment: Deployment) => {
  if (entry.trigger.kind !== 'http') return;
  const { api, method, path } = entry.trigger;
  const route = deployment.apis[api].routes.find((candidate) => candidate.method === method && candidate.path === path);
  const where = `${method} ${path} of the ${api} API`;
  if (route === undefined) fail(`The route ${where} is not in the template, so ${name} would never be called.`);
  if (route?.functionName === undefined)
    fail(`The route ${where} has no integration, so ${name} would never be called.`);
  if (route?.functionName !== deployment.functions.get(name)?.name)
    fail(`The route ${where} calls ${route?.functionName} instead of ${name}.`);
  const isOpen = entry.trigger.api === 'public' || entry.trigger.scope === undefined;
  if (!isOpen && route?.authorizer === undefined)
    fail(`The route ${where} asks for no API key, and ${name} must be called with one.`);
};

const checkSource = (name: string, entry: FunctionEntry, { sources, functions }: Deployment) => {
  const { kind } = entry.trigger;
  const deployed = functions.get(name)?.name;
  const calls = (definitions: readonly { functionName: string }[]) =>
    definitions.some(({ functionName }) => functionName === deployed);
  if (entry.trigger.kind === 'queue' && !calls(sources.queues)) {
    fail(
      `The queue ${entry.trigger.queue} has no event source mapping to ${name}, so its messages would never be handled.`,
    );
  }
  if (kind === 'stream' && !calls(sources.streams)) fail(`The table's stream has no event source mapping to ${name}.`);
  if (kind === 'schedule' && !calls(sources.schedules)) fail(`No schedule calls ${name}.`);
};

/** What Lambda does with the function's own role to read its source ("Lambda execution role permissions"). */
const READING = {
  queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  stream: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
};

const checkReading = (name: string, { functions, sources, statements }: Deployment) => {
  const definition = functions.get(name);
  const own = statements.get(definition?.role ?? '') ?? [];
  const isOurs = ({ functionName }: { functionName: string }) => functionName === definition?.name;
  const needs = [
    ...sources.queues
      .filter(isOurs)
      .flatMap(({ queueArn }) => READING.queue.map((action) => ({ action, resource: queueArn }))),
    ...sources.streams
      .filter(isOurs)
      .flatMap(({ streamArn }) => READING.stream.map((action) => ({ action, resource: streamArn }))),
  ];
  const missing = needs.find((access) => !isAllowed(own, access));
  if (missing)
    fail(`The role of ${name} may not ${missing.action} on ${missing.resource}, so its event source would never run.`);
};

/** Throws `BootFailure` with one sentence that names the function, route, queue or variable at fault. */
export const checkDeployment = (deployment: Deployment): void => {
  for (const [name, entry] of Object.entries(deployment.manifest)) {
    const definition = deployment.functions.get(name) ?? fail(`The function ${name} is not in the template.`);
    checkEnvironment(name, entry, definition);
    checkRoute(name, entry, deployment);
    checkSource(name, entry, deployment);
    checkReading(name, deployment);
  }
};
