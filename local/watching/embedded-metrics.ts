import { at, type Json, listOf, parseJson, textOf } from '../template/json.ts';
import type { MetricName } from './metrics.ts';

const MARK = '"_aws"';

const documentIn = (line: string): Json | undefined =>
  line.startsWith('{') && line.includes(MARK) ? parseJson(line) : undefined;

const valuesOf = (value: Json | undefined): readonly number[] =>
  listOf(value).filter((one): one is number => typeof one === 'number');

/**
 * Gives the metrics that CloudWatch makes of a line of a log: each metric with each set of dimensions (Amazon CloudWatch,
 * "Specification: Embedded metric format"). A line in another format gives none.
 */
export const readEmbeddedMetrics = (line: string, put: (metric: MetricName, value: number) => void): void => {
  const document = documentIn(line);
  if (document === undefined) return;
  for (const directive of listOf(at(document, '_aws', 'CloudWatchMetrics')))
    for (const names of listOf(at(directive, 'Dimensions')))
      for (const metric of listOf(at(directive, 'Metrics'))) {
        const name = textOf(at(metric, 'Name'));
        const dimensions = Object.fromEntries(
          listOf(names).map((each) => [textOf(each), textOf(at(document, textOf(each)))]),
        );
        for (const value of valuesOf(at(document, name)))
          put({ namespace: textOf(at(directive, 'Namespace')), name, dimensions }, value);
      }
};
