import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../../config.ts';

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
  | 'suppressions-unreconciled'
  | 'opposition-ignored';

/**
 * What is counted where nothing else shows it. A function that answers nobody catches what fails, says so in its log and
 * leaves the work for another attempt, so that Lambda counts no error; a route answers 5xx, which API Gateway counts. What a
 * store or a provider cannot take yet is a warning: its queue grows old, and at last holds it for a human.
 */
export const countedOf = (name: FunctionName): readonly Counted[] => {
  const { trigger }: FunctionEntry = manifest[name];
  if (name === 'oppose-by-link') return ['token-unreadable'];
  const isSilent = ['queue', 'stream', 'schedule'].includes(trigger.kind);
  return [...(isSilent ? ['ERROR' as const] : []), ...(COUNTED_BESIDE[name] ?? [])];
};

/** What a function says beside its failures that must wake somebody. */
const COUNTED_BESIDE: Readonly<Partial<Record<FunctionName, readonly Counted[]>>> = {
  'send-message': ['message-late'],
  sweep: ['messages-swept', 'parked-waiting'],
  'reconcile-suppressions': ['suppressions-unreconciled'],
  'audit-hand-offs': ['opposition-ignored'],
};

/** The metric of what is counted. */
export const loggedMetric = ({ stage }: Config, name: FunctionName, counted: Counted) => ({
  namespace: `Aval/${stage}`,
  metricName: `${name} ${counted}`,
});

/** Counts what is to be counted of a function, if anything; a metric costs by the month, also one of what is never called. */
export const countLogged = (logGroup: ILogGroup, config: Config, name: FunctionName): void => {
  if (name === 'apply-event' && config.eventSources.length === 0) return;
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
