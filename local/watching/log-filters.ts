import { BootFailure } from '../boot/boot-failure.ts';
import { at, listOf, numberOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { isFound, type TermPattern, termPatternOf } from './filter-pattern.ts';
import type { MetricName } from './metrics.ts';

/** A metric that counts lines of a log. */
interface LogFilter {
  /** The function whose log it is; the name of the log group where a service of AWS writes it. */
  readonly writer: string;
  readonly pattern: TermPattern;
  readonly metric: MetricName;
  readonly value: number;
}

const filtersOf = (model: Model): readonly LogFilter[] => {
  const logs = new Map(
    model
      .ofType('AWS::Lambda::Function')
      .map(({ name, properties }) => [textOf(at(properties, 'LoggingConfig', 'LogGroup')), name] as const),
  );
  return model.ofType('AWS::Logs::MetricFilter').flatMap(({ logicalId, properties }) => {
    const logGroupName = textOf(properties.LogGroupName);
    const functionName = logs.get(logGroupName);
    const pattern = termPatternOf(textOf(properties.FilterPattern));
    if (pattern === undefined && functionName === undefined) return [];
    if (pattern === undefined) throw new BootFailure(`${logicalId} has a pattern that finds no line of a function.`);
    return listOf(properties.MetricTransformations).map((each) => ({
      writer: functionName ?? logGroupName,
      pattern,
      metric: {
        namespace: textOf(at(each, 'MetricNamespace')),
        name: textOf(at(each, 'MetricName')),
        dimensions: {},
      },
      value: numberOf(Number(textOf(at(each, 'MetricValue'))), 1),
    }));
  });
};

/** Counts, of the lines that functions and services write, those that the template's metric filters look for. */
export const createLogCounter = (model: Model, count: (metric: MetricName, value: number) => void) => {
  const filters = Map.groupBy(filtersOf(model), ({ writer }) => writer);
  return (writer: string, line: string): void => {
    for (const { pattern, metric, value } of filters.get(writer) ?? [])
      if (isFound(pattern, line)) count(metric, value);
  };
};
