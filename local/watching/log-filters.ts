import { at, listOf, numberOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import type { MetricName } from './metrics.ts';

/** A metric that counts lines in the log of a function. */
interface LogFilter {
  readonly functionName: string;
  /** Terms that a line must all hold. */
  readonly terms: readonly string[];
  readonly metric: MetricName;
  readonly value: number;
}

/** The terms of a filter pattern: words, or texts in quotes. */
export const termsOf = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const filtersOf = (model: Model): readonly LogFilter[] => {
  const logs = new Map(
    model
      .ofType('AWS::Lambda::Function')
      .map(({ name, properties }) => [textOf(at(properties, 'LoggingConfig', 'LogGroup')), name] as const),
  );
  return model.ofType('AWS::Logs::MetricFilter').flatMap(({ properties }) => {
    const functionName = logs.get(textOf(properties.LogGroupName));
    if (functionName === undefined) return [];
    const terms = termsOf(textOf(properties.FilterPattern));
    return listOf(properties.MetricTransformations).map((each) => ({
      functionName,
      terms,
      metric: {
        namespace: textOf(at(each, 'MetricNamespace')),
        name: textOf(at(each, 'MetricName')),
        dimensions: {},
      },
      value: numberOf(Number(textOf(at(each, 'MetricValue'))), 1),
    }));
  });
};

/** Counts, of the lines that functions write, those that the template's metric filters look for. */
export const createLogCounter = (model: Model, count: (metric: MetricName, value: number) => void) => {
  const filters = Map.groupBy(filtersOf(model), ({ functionName }) => functionName);
  return (functionName: string, line: string): void => {
    for (const { terms, metric, value } of filters.get(functionName) ?? [])
      if (terms.every((term) => line.includes(term))) count(metric, value);
  };
};
