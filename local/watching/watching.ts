import type { Deployment } from '../boot/deployment.ts';
import type { Messaging } from '../emulators/messaging.ts';
import type { Outcome } from '../lambda/instance.ts';
import { type AlarmDefinition, isOn, readAlarms } from './alarms.ts';
import { readEmbeddedMetrics } from './embedded-metrics.ts';
import { createLogCounter } from './log-filters.ts';
import { createLineReader } from './log-lines.ts';
import { createMetrics, type MetricName } from './metrics.ts';

/** An alarm that is on. */
export type Alarm = Pick<AlarmDefinition, 'name' | 'description'>;

/** What CloudWatch would know of the stack: what the parts of the stack report, and what it reads of the queues. */
export interface Watching {
  onOutcome(functionName: string, outcome: Outcome): void;
  onLog(functionName: string, text: string): void;
  /** A whole line that a service of AWS wrote into a log group. */
  onServiceLog(logGroupName: string, line: string): void;
  onAnswer(apiName: string, status: number): void;
  /** Something happened once that a service of AWS counts. */
  onCount(metric: MetricName): void;
  /** How old the records of the stream are that a function is given. */
  onStreamAge(functionName: string, milliseconds: number): void;
  /** Looks at the queues; resolves to the alarms of the template that are on at the stack's present. */
  alarms(): Promise<readonly Alarm[]>;
  stop(): void;
}

export interface WatchingOptions {
  readonly deployment: Deployment;
  readonly messaging: Messaging;
  /** `BounceRate` and `ComplaintRate` of all mails so far, as SES counts them; none before the first mail. */
  readonly reputation: () => Readonly<Record<string, number>>;
  /** What SMS of this month cost the account, in US dollars. */
  readonly smsSpent: () => number;
  readonly nowMs: () => number;
}

/** SQS reports on its queues each minute; a look costs little, and a test has no minute. */
const LOOK_MS = 5_000;

/** Collects what the template's alarms look at. */
export const startWatching = ({ deployment, messaging, reputation, smsSpent, nowMs }: WatchingOptions): Watching => {
  const { model } = deployment;
  const metrics = createMetrics();
  const definitions = readAlarms(model);
  const queues = model.ofType('AWS::SQS::Queue').map(({ name }) => name);
  const put = (namespace: string, name: string, dimensions: Readonly<Record<string, string>>, value: number) =>
    metrics.put({ namespace, name, dimensions }, value, nowMs());
  const putNow = (metric: MetricName, value: number) => metrics.put(metric, value, nowMs());
  const count = createLogCounter(model, putNow);
  const look = async () => {
    for (const [QueueName, { ready, oldestMs }] of Object.entries(await messaging.depths(queues))) {
      put('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName }, ready);
      put('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName }, oldestMs / 1000);
    }
    put('AWS/SNS', 'SMSMonthToDateSpentUSD', {}, smsSpent());
    for (const [name, rate] of Object.entries(reputation())) put('AWS/SES', `Reputation.${name}`, {}, rate);
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    onOutcome: (FunctionName, { kind }) => {
      if (kind === 'recursive') return put('AWS/Lambda', 'RecursiveInvocationsDropped', { FunctionName }, 1);
      if (kind === 'throttled') return put('AWS/Lambda', 'Throttles', { FunctionName }, 1);
      put('AWS/Lambda', 'Errors', { FunctionName }, kind === 'result' ? 0 : 1);
    },
    onLog: createLineReader((functionName, line) => {
      count(functionName, line);
      readEmbeddedMetrics(line, putNow);
    }),
    onServiceLog: count,
    onAnswer: (ApiName, status) => put('AWS/ApiGateway', '5XXError', { ApiName }, status >= 500 ? 1 : 0),
    onCount: (metric) => putNow(metric, 1),
    onStreamAge: (FunctionName, milliseconds) => put('AWS/Lambda', 'IteratorAge', { FunctionName }, milliseconds),
    alarms: async () => {
      await look();
      return definitions
        .filter((definition) => isOn(definition, metrics, nowMs()))
        .map(({ name, description }) => ({ name, description }));
    },
    stop: () => clearInterval(timer),
  };
};
