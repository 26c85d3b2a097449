import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../../config.ts';
import { accessLogOf, logGroupOf } from '../log-group.ts';
import { metric } from './watch.ts';

/**
 * What is counted in the log of a function: a term of its lines, the name of an event but for `ERROR`, which is the level that
 * Lambda writes before a line in its text format (AWS Lambda, "Log and monitor Node.js Lambda functions").
 */
type Counted =
  | 'ERROR'
  | 'token-unreadable'
  | 'message-late'
  | 'messages-swept'
  | 'parked-waiting'
  | 'halt-forgotten'
  | 'requests-overdue'
  | 'suppressions-unreconciled'
  | 'opposition-ignored'
  | 'campaign-paused'
  | 'campaign-untaken';

/**
 * What is counted where nothing else shows it. A function that answers nobody catches what fails, says so in its log and
 * leaves the work for another attempt, so that Lambda counts no error; a route answers 5xx, which API Gateway counts. What a
 * store or a provider cannot take yet is a warning: its queue grows old, and at last holds it for a human.
 */
export const countedOf = (name: FunctionName): readonly Counted[] => {
  if (name === 'oppose-by-link') return ['token-unreadable'];
  return [...(answersNobody(name) ? ['ERROR' as const] : []), ...(COUNTED_BESIDE[name] ?? [])];
};

/** A route has a caller, whose 5xx API Gateway counts, and so has what an operator calls; the others fail unseen. */
export const answersNobody = (name: FunctionName): boolean => {
  const { trigger }: FunctionEntry = manifest[name];
  return ['queue', 'stream', 'schedule'].includes(trigger.kind);
};

/** What a function says beside its failures that must wake somebody. */
const COUNTED_BESIDE: Readonly<Partial<Record<FunctionName, readonly Counted[]>>> = {
  'send-message': ['message-late'],
  'send-chunk': ['campaign-paused'],
  'dispatch-campaigns': ['campaign-paused', 'campaign-untaken'],
  sweep: ['messages-swept', 'parked-waiting', 'halt-forgotten', 'requests-overdue'],
  'reconcile-suppressions': ['suppressions-unreconciled'],
  'audit-hand-offs': ['opposition-ignored'],
  'apply-opposition-mail': ['token-unreadable'],
};

/** The metric of what is counted. */
export const loggedMetric = ({ stage }: Config, name: FunctionName, counted: Counted) => ({
  namespace: `Aval/${stage}`,
  metricName: `${name} ${counted}`,
});

/** The metric of requests of the public API that its gateway turned away. */
export const turnedAwayMetric = ({ stage }: Config) => ({
  namespace: `Aval/${stage}`,
  metricName: 'public turned-away',
});

/**
 * Counts, in the access log of the public API, who was turned away for too many requests at once: API Gateway counts a 429 among all
 * other 4xx. It is in the stack of its alarm: the stack of the APIs holds nearly as much as CloudFormation takes. Whoever types an address is bounded on purpose, and their page says to come back.
 */
export const countTurnedAway = (scope: Construct, config: Config): void => {
  const { namespace, metricName } = turnedAwayMetric(config);
  new MetricFilter(scope, 'turned-away', {
    logGroup: logGroupOf(scope, config, accessLogOf('public')),
    metricNamespace: namespace,
    metricName,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.status', '=', '429'),
      FilterPattern.any(
        FilterPattern.stringValue('$.route', '!=', manifest['oppose-by-address'].trigger.path),
        FilterPattern.stringValue('$.method', '!=', manifest['oppose-by-address'].trigger.method),
      ),
    ),
    metricValue: '1',
    defaultValue: 0,
  });
};

/** The metric of templates that the model of the stage did not read: each waits for a human. Nobody is woken for it. */
const notAssessedMetric = ({ stage }: Config) => ({
  namespace: `Aval/${stage}`,
  metricName: 'put-template-version template-not-assessed',
});

/** The same, where the stage names a model. */
export const notAssessed = (config: Config): readonly IMetric[] => {
  if (config.templateReader === undefined) return [];
  const { namespace, metricName } = notAssessedMetric(config);
  return [metric(namespace, metricName, {}, 'Sum', Duration.hours(1))];
};

const countNotAssessed = (logGroup: ILogGroup, config: Config): void => {
  const { namespace, metricName } = notAssessedMetric(config);
  new MetricFilter(logGroup, 'not-assessed', {
    logGroup,
    metricNamespace: namespace,
    metricName,
    filterPattern: FilterPattern.allTerms('template-not-assessed'),
    metricValue: '1',
    defaultValue: 0,
  });
};

/** Counts what is to be counted of a function, if anything; a metric costs by the month, also one of what is never called. */
export const countLogged = (logGroup: ILogGroup, config: Config, name: FunctionName): void => {
  if (name === 'apply-event' && config.eventSources.length === 0) return;
  if (name === 'apply-opposition-mail' && config.inbox === undefined) return;
  if (name === 'put-template-version' && config.templateReader !== undefined) countNotAssessed(logGroup, config);
  countedOf(name).forEach((counted, index) => {
    const { namespace, metricName } = loggedMetric(config, name, counted);
    new MetricFilter(logGroup, index === 0 ? 'counted' : counted, {
      logGroup,
      metricNamespace: namespace,
      metricName,
      filterPattern: FilterPattern.allTerms(counted),
      metricValue: '1',
      defaultValue: 0,
    });
  });
};
