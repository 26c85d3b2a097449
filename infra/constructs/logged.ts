import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../config.ts';

/**
 * What is counted in the log of a function: the term of its lines. `ERROR` is the level that Lambda writes before a line in its
 * text format (AWS Lambda, "Log and monitor Node.js Lambda functions").
 */
type Counted = 'ERROR' | 'token-unreadable';

/**
 * What is counted where nothing else shows it. A function that answers nobody catches what fails, says so in its log and
 * leaves the work for another attempt, so that Lambda counts no error; a route answers 5xx, which API Gateway counts. What a
 * store or a provider cannot take yet is a warning: its queue grows old, and at last holds it for a human.
 */
export const countedOf = (name: FunctionName): Counted | undefined => {
  const { trigger }: FunctionEntry = manifest[name];
  if (name === 'oppose-by-link') return 'token-unreadable';
  return ['queue', 'stream', 'schedule'].includes(trigger.kind) ? 'ERROR' : undefined;
};

/** The metric of what is counted. */
export const loggedMetric = ({ stage }: Config, name: FunctionName) => ({
  namespace: `Aval/${stage}`,
  metricName: `${name} ${countedOf(name)}`,
});

/** Counts what is to be counted of a function, if anything. */
export const countLogged = (logGroup: LogGroup, config: Config, name: FunctionName): void => {
  const counted = countedOf(name);
  if (counted === undefined) return;
  const { namespace, metricName } = loggedMetric(config, name);
  new MetricFilter(logGroup, 'counted', {
    logGroup,
    metricNamespace: namespace,
    metricName,
    filterPattern: FilterPattern.allTerms(counted),
    metricValue: '1',
    defaultValue: 0,
  });
};
