import { createHash } from 'node:crypto';
import type { Holds } from '../lambda/holds.ts';
import type { Outcome } from '../lambda/instance.ts';
import { numberOf, objectOf, parseJson, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { errorAnswer, jsonAnswer } from './answers.ts';
import type { AwsAnswer, AwsCall } from './call.ts';
import type { AwsService } from './endpoint.ts';

export interface FunctionsOptions {
  readonly model: Model;
  readonly holds: Holds;
  /** Calls a function, once they run. */
  readonly invoke: (functionName: string, event: unknown, traces: readonly string[]) => Promise<Outcome>;
}

/** Executions at once of an account that asked for no more. */
const ACCOUNT_CONCURRENCY = 1000;

const answerOf = (call: AwsCall, outcome: Outcome): AwsAnswer => {
  if (outcome.kind === 'recursive') return errorAnswer(call, 400, outcome.error.errorType, outcome.error.errorMessage);
  if (outcome.kind === 'throttled') return errorAnswer(call, 429, outcome.error.errorType, outcome.error.errorMessage);
  const isResult = outcome.kind === 'result';
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...(isResult ? {} : { 'x-amz-function-error': 'Unhandled' }) },
    body: JSON.stringify(isResult ? (outcome.result ?? null) : outcome.error),
  };
};

/** A UUID that a mapping has each time. */
const uuidOf = ({ logicalId }: Resource): string => {
  const hex = createHash('sha256').update(logicalId).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

/** The mappings of the template, as Lambda shows them. */
const createMappings = ({ model, holds }: FunctionsOptions) => {
  const all = model.ofType('AWS::Lambda::EventSourceMapping').flatMap((mapping) => {
    const target = model.find(textOf(mapping.properties.FunctionName), 'AWS::Lambda::Function');
    return target === undefined ? [] : [{ uuid: uuidOf(mapping), mapping, target }];
  });
  type Mapping = (typeof all)[number];
  const shown = ({ uuid, mapping, target }: Mapping) => ({
    UUID: uuid,
    BatchSize: numberOf(mapping.properties.BatchSize, 10),
    EventSourceArn: textOf(mapping.properties.EventSourceArn),
    FunctionArn: target.arn,
    State: holds.isRead(target.name) ? 'Enabled' : 'Disabled',
  });
  return {
    list: (functionName: string | undefined) => ({
      EventSourceMappings: all.filter(({ target }) => [undefined, target.name].includes(functionName)).map(shown),
    }),
    update: (uuid: string, isEnabled: unknown) => {
      const found = all.find((each) => each.uuid === uuid);
      if (found === undefined) return undefined;
      if (typeof isEnabled === 'boolean') holds.setRead(found.target.name, isEnabled);
      return shown(found);
    },
  };
};

/**
 * Of the API of Lambda: `Invoke`, waiting for the answer, and what shows and ends that somebody stopped a function: event source
 * mappings, its reserved concurrency (0 or none), the account's.
 */
export const createFunctionsService = (options: FunctionsOptions): AwsService => {
  const { model, holds, invoke } = options;
  const mappings = createMappings(options);
  const notFound = (call: AwsCall, what: string) =>
    errorAnswer(call, 404, 'ResourceNotFoundException', `${what} not found.`);
  const concurrencyOf = (call: AwsCall, name: string): AwsAnswer => {
    if (call.method === 'DELETE') holds.setRoom(name, true);
    if (call.method === 'DELETE') return { ...jsonAnswer({}), status: 204, body: '' };
    const asked = objectOf(parseJson(call.body.toString('utf8'))).ReservedConcurrentExecutions;
    if (call.method === 'PUT' && asked !== 0)
      return errorAnswer(call, 501, 'NotImplemented', 'The local stack reserves a concurrency of 0, and no other.');
    if (call.method === 'PUT') holds.setRoom(name, false);
    return jsonAnswer(holds.hasRoom(name) ? {} : { ReservedConcurrentExecutions: 0 });
  };
  const ofFunction = async (call: AwsCall, name: string, what: string): Promise<AwsAnswer> => {
    if (model.find(name, 'AWS::Lambda::Function') === undefined) return notFound(call, `Function ${name}`);
    if (what === 'concurrency') return concurrencyOf(call, name);
    const trace = call.headers['x-amzn-trace-id'];
    const traces = trace === undefined ? [] : [trace];
    return answerOf(call, await invoke(name, JSON.parse(call.body.toString('utf8') || '{}'), traces));
  };
  return async (call) => {
    const { pathname, searchParams } = new URL(call.url, 'http://aws.local');
    const [, collection, name, what] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    if (collection === 'functions' && name && (what === 'invocations' || what === 'concurrency'))
      return ofFunction(call, name, what);
    if (collection === 'event-source-mappings' && name && call.method === 'PUT') {
      const { Enabled } = objectOf(parseJson(call.body.toString('utf8')));
      const updated = mappings.update(name, Enabled);
      return updated === undefined ? notFound(call, 'The event source mapping') : jsonAnswer(updated);
    }
    if (collection === 'event-source-mappings' && !name && call.method === 'GET')
      return jsonAnswer(mappings.list(searchParams.get('FunctionName') ?? undefined));
    if (collection === 'account-settings')
      return jsonAnswer({ AccountLimit: { ConcurrentExecutions: ACCOUNT_CONCURRENCY }, AccountUsage: {} });
    return errorAnswer(call, 501, 'NotImplemented', 'The local stack has no such call of Lambda.');
  };
};
