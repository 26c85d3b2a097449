import { isAllowed } from '../aws/iam/policy.ts';
import type { FunctionDefinition } from '../lambda/definition.ts';
import { SCHEDULED_TIME } from '../sources/schedule-source.ts';
import type { ExpectedFunction } from '../stack/expected.ts';
import { BootFailure } from './boot-failure.ts';
import type { Deployment } from './deployment.ts';

const fail = (sentence: string): never => {
  throw new BootFailure(sentence);
};

/** A function of the template beside what is expected of it. */
interface Checked {
  readonly name: string;
  readonly expected: ExpectedFunction;
  readonly definition: FunctionDefinition;
  readonly deployment: Deployment;
}

const checkEnvironment = ({ name, expected, definition }: Checked) => {
  for (const [variable, isUsable] of Object.entries(expected.environment)) {
    const value = definition.environment[variable];
    if (value === undefined)
      fail(`The function ${name} needs the environment variable ${variable}, which the template does not give it.`);
    else if (!isUsable(value))
      fail(`The environment variable ${variable} of the function ${name} has a value it cannot use.`);
  }
};

const checkRoute = ({ name, expected, definition, deployment }: Checked) => {
  if (expected.trigger.kind !== 'http') return;
  const { api, method, path, isKeyed } = expected.trigger;
  const routes = deployment.apis.get(api)?.routes ?? [];
  const route = routes.find((candidate) => candidate.method === method && candidate.path === path);
  const where = `${method} ${path} of the ${api} API`;
  if (route === undefined) fail(`The route ${where} is not in the template, so ${name} would never be called.`);
  if (route?.functionName === undefined)
    fail(`The route ${where} has no integration, so ${name} would never be called.`);
  if (route?.functionName !== definition.name)
    fail(`The route ${where} calls ${route?.functionName} instead of ${name}.`);
  if (isKeyed && route?.authorizer === undefined)
    fail(`The route ${where} asks for no API key, and ${name} must be called with one.`);
};

const checkSource = ({ name, expected: { trigger }, definition, deployment: { sources } }: Checked) => {
  const calls = (definitions: readonly { functionName: string }[]) =>
    definitions.some(({ functionName }) => functionName === definition.name);
  if (trigger.kind === 'queue' && !calls(sources.queues))
    fail(`The queue ${trigger.queue} has no event source mapping to ${name}, so its messages would never be handled.`);
  if (trigger.kind === 'stream' && !calls(sources.streams))
    fail(`The table's stream has no event source mapping to ${name}.`);
  if (trigger.kind === 'schedule' && !calls(sources.schedules)) fail(`No schedule calls ${name}.`);
};

/** As often, and as much at once, as the function was made for. */
const checkPace = ({ name, expected: { trigger }, definition, deployment: { sources } }: Checked) => {
  if (trigger.kind === 'schedule' && trigger.everyMinutes !== undefined) {
    const expression = trigger.everyMinutes === 1 ? 'cron(* * * * ? *)' : `rate(${trigger.everyMinutes} minutes)`;
    const own = sources.schedules.find(({ functionName }) => functionName === definition.name);
    if (own?.expression !== expression)
      fail(`${name} is called by ${own?.expression}, and is made for every ${trigger.everyMinutes} minutes.`);
    if (own?.input?.includes(SCHEDULED_TIME) !== true)
      fail(`The schedule of ${name} does not say for when a call was planned.`);
  }
  if ((trigger.kind === 'queue' || trigger.kind === 'stream') && trigger.batchSize !== undefined) {
    const all = [...sources.queues, ...sources.streams];
    const own = all.find(({ functionName }) => functionName === definition.name);
    if (own?.batchSize !== trigger.batchSize)
      fail(`${name} is given ${own?.batchSize} records at once, and is made for ${trigger.batchSize}.`);
  }
};

const checkTime = ({ name, expected: { timeoutSeconds }, definition }: Checked) => {
  if (timeoutSeconds !== undefined && definition.timeoutMs !== timeoutSeconds * 1000)
    fail(`${name} may run for ${definition.timeoutMs / 1000} s, and is made for ${timeoutSeconds}.`);
};

/** What Lambda does with the function's own role to read its source ("Lambda execution role permissions"). */
const READING = {
  queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  stream: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
};

const checkReading = ({ name, definition, deployment: { sources, statements } }: Checked) => {
  const own = statements.get(definition.role) ?? [];
  const isOurs = ({ functionName }: { functionName: string }) => functionName === definition.name;
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
export const checkDeployment = (
  deployment: Deployment,
  expectations: Readonly<Record<string, ExpectedFunction>>,
): void => {
  for (const [name, expected] of Object.entries(expectations)) {
    const definition = deployment.functionNamed(name) ?? fail(`The function ${name} is not in the template.`);
    const checked = { name, expected, definition, deployment };
    for (const check of [checkEnvironment, checkRoute, checkSource, checkPace, checkTime, checkReading]) check(checked);
  }
};
