import { ACCOUNT, REGION } from '../template/attributes.ts';
import { at, type JsonObject, numberOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { linePatternOf } from '../watching/filter-pattern.ts';
import { createLineReader } from '../watching/log-lines.ts';
import { errorAnswer, jsonAnswer } from './answers.ts';
import type { AwsAnswer, AwsCall } from './call.ts';
import { maskOf } from './data-protection.ts';
import type { AwsService } from './endpoint.ts';

/** The log of a function: all its instances write into one stream, which the runtime's environment names. */
const STREAM = 'local';
const KEPT_LINES = 10_000;
/** CloudWatch Logs API: FilterLogEvents and GetLogEvents give 10,000 events at most. */
const MOST_EVENTS = 10_000;

interface Line {
  readonly timestamp: number;
  readonly message: string;
}
interface Group {
  readonly name: string;
  readonly lines: Line[];
  /** Lines that are no longer kept. */
  forgotten: number;
  readonly since: number;
  /** What readers see of a line. */
  readonly shown: (line: string) => string;
}

/** What functions and services write, kept by the line, and CloudWatch Logs over it. */
export interface Logs {
  write(functionName: string, text: string): void;
  /** A line that a service of AWS writes into a log group of the template; false where there is none of this name. */
  put(logGroupName: string, line: string): boolean;
  /** From now on called with each line that a service writes, as readers see it. */
  onPut(listener: (logGroupName: string, line: string) => void): void;
  readonly service: AwsService;
}

const nameOfGroup = (name: string, properties: JsonObject) =>
  textOf(at(properties, 'LoggingConfig', 'LogGroup')) || `/aws/lambda/${name}`;

const arnOf = (name: string) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}`;

const keep = (group: Group, line: Line): void => {
  group.lines.push(line);
  if (group.lines.length <= KEPT_LINES) return;
  group.lines.shift();
  group.forgotten += 1;
};

const describeGroup = ({ name, since, lines }: Group) => ({
  logGroupName: name,
  logGroupArn: arnOf(name),
  arn: `${arnOf(name)}:*`,
  creationTime: since,
  metricFilterCount: 0,
  storedBytes: lines.reduce((sum, { message }) => sum + message.length, 0),
});

const describeStream = ({ name, since, lines }: Group) => ({
  logStreamName: STREAM,
  arn: `${arnOf(name)}:log-stream:${STREAM}`,
  creationTime: since,
  storedBytes: 0,
  firstEventTimestamp: lines[0]?.timestamp ?? since,
  lastEventTimestamp: lines.at(-1)?.timestamp ?? since,
});

/** The lines of the asked time, each with its place in the log: an end is not part of it, as CloudWatch says. */
const linesOf = ({ lines, forgotten, shown }: Group, input: JsonObject) => {
  const read = input.unmask === true ? (message: string) => message : shown;
  const [from, until] = [numberOf(input.startTime, 0), numberOf(input.endTime, Number.POSITIVE_INFINITY)];
  return lines
    .map(({ timestamp, message }, index) => ({ timestamp, message: read(message), place: forgotten + index }))
    .filter(({ timestamp }) => timestamp >= from && timestamp < until);
};

const limitOf = (input: JsonObject) => Math.min(numberOf(input.limit, MOST_EVENTS), MOST_EVENTS);

const filterEvents = (group: Group, input: JsonObject, isFound: (line: string) => boolean) => {
  const after = input.nextToken === undefined ? -1 : Number(textOf(input.nextToken));
  const found = linesOf(group, input).filter(({ message, place }) => place > after && isFound(message));
  const shown = found.slice(0, limitOf(input));
  const events = shown.map(({ timestamp, message, place }) => ({
    logStreamName: STREAM,
    timestamp,
    message,
    ingestionTime: timestamp,
    eventId: String(place),
  }));
  const nextToken = found.length > shown.length ? { nextToken: String(shown.at(-1)?.place) } : {};
  return { events, searchedLogStreams: [], ...nextToken };
};

/** Tokens are `f/` or `b/` and the place before or after which to go on; at an end the same token comes back. */
const getEvents = (group: Group, input: JsonObject) => {
  const [, way = input.startFromHead === true ? 'f' : 'b', place] =
    /^([fb])\/(-?\d+)$/.exec(textOf(input.nextToken)) ?? [];
  const limit = limitOf(input);
  const lines = linesOf(group, input);
  const shown =
    way === 'f'
      ? lines.filter((line) => line.place > Number(place ?? -1)).slice(0, limit)
      : lines.filter((line) => line.place < Number(place ?? Number.POSITIVE_INFINITY)).slice(-limit);
  return {
    events: shown.map(({ timestamp, message }) => ({ timestamp, message, ingestionTime: timestamp })),
    nextForwardToken: `f/${shown.at(-1)?.place ?? place ?? -1}`,
    nextBackwardToken: `b/${shown[0]?.place ?? place ?? 0}`,
  };
};

const refusedFor = ({ filterPattern }: JsonObject): string =>
  /^\s*[{[%]/.test(textOf(filterPattern))
    ? 'The local stack compares fields with a text in double quotes or a number, and knows no other expression.'
    : 'Invalid filter pattern: a term with more than letters and digits is put in double quotes.';

const OF_GROUP: Readonly<
  Record<string, (group: Group, input: JsonObject, isFound: (line: string) => boolean) => object>
> = {
  DescribeLogStreams: (group) => ({ logStreams: [describeStream(group)] }),
  FilterLogEvents: filterEvents,
  GetLogEvents: getEvents,
};

const startedAt = (since: number, name: string, properties: JsonObject): Group => ({
  name,
  lines: [],
  forgotten: 0,
  since,
  shown: maskOf(properties),
});

/** The logs of the template's functions and of services, empty at first; each line has the stack's time. */
export const createLogs = (model: Model, nowMs: () => number): Logs => {
  const since = nowMs();
  const logGroups = new Map(model.ofType('AWS::Logs::LogGroup').map(({ name, properties }) => [name, properties]));
  const groups = new Map<string, Group>(
    model.ofType('AWS::Lambda::Function').map(({ name, properties }) => {
      const group = nameOfGroup(name, properties);
      return [name, startedAt(since, group, logGroups.get(group) ?? {})];
    }),
  );
  const ofFunctions = new Set([...groups.values()].map(({ name }) => name));
  for (const [name, properties] of logGroups)
    if (!ofFunctions.has(name)) groups.set(name, startedAt(since, name, properties));
  const listeners: ((logGroupName: string, line: string) => void)[] = [];
  const answer = (call: AwsCall): AwsAnswer => {
    const { operation, input } = call;
    const inOrder = [...groups.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (operation === 'DescribeLogGroups') {
      const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = input;
      const isAsked = ({ name }: Group) => name.startsWith(textOf(prefix)) && name.includes(textOf(pattern));
      return jsonAnswer({ logGroups: inOrder.filter(isAsked).map(describeGroup) });
    }
    const act = OF_GROUP[operation];
    if (act === undefined) return errorAnswer(call, 501, 'NotImplemented', `The local stack has no logs:${operation}.`);
    const asked = textOf(input.logGroupName) || textOf(input.logGroupIdentifier);
    const group = inOrder.find(({ name }) => [name, arnOf(name), `${arnOf(name)}:*`].includes(asked));
    if (group === undefined)
      return errorAnswer(call, 400, 'ResourceNotFoundException', 'The specified log group does not exist.');
    const isFound = linePatternOf(textOf(input.filterPattern));
    if (isFound === undefined) return errorAnswer(call, 400, 'InvalidParameterException', refusedFor(input));
    return jsonAnswer(act(group, input, isFound) as JsonObject);
  };
  return {
    write: createLineReader((functionName, message) => {
      const group = groups.get(functionName);
      if (group !== undefined && message !== '') keep(group, { timestamp: Math.floor(nowMs()), message });
    }),
    put: (name, message) => {
      const group = groups.get(name);
      if (group === undefined) return false;
      keep(group, { timestamp: Math.floor(nowMs()), message });
      for (const listener of listeners) listener(name, group.shown(message));
      return true;
    },
    onPut: (listener) => void listeners.push(listener),
    service: async (call) => answer(call),
  };
};
