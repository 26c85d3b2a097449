import { BootFailure } from '../boot/boot-failure.ts';
import { at, listOf, numberOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { linePatternOf } from './filter-pattern.ts';
import type { MetricName } from './metrics.ts';

/** A metric that counts lines of a log. */
interface LogFilter {
  /** The function whose log it is; the name of the log group where a service of AWS writes it. */
  readonly writer: string;
  readonly isFound: (line: string) => boolean;
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
    const isFound = linePatternOf(textOf(properties.FilterPattern));
    if (isFound === undefined) throw new BootFailure(`${logicalId} has a pattern that finds no line.`);
    return listOf(properties.MetricTransformations).map((each) => ({
      writer: functionName ?? logGroupName,
      isFound,
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
    for (const { isFound, metric, value } of filters.get(writer) ?? []) if (isFound(line)) count(metric, value);
  };
};
