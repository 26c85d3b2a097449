import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { FIGURES, namespaceOf, SERVICE } from '#functions/manifest/figures.ts';
import type { Figure } from '../../domain/figures.ts';

/** Of a length of time the longest counts, of all else the sum. */
const joined = ({ name }: Figure, values: readonly number[]): number =>
  FIGURES[name].unit === 'Seconds' ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);

/**
 * Writes figures as metrics, in CloudWatch's embedded metric format: a line in the log for each advertiser and each figure of it,
 * from which CloudWatch makes the metrics. The advertiser is no dimension: it is found in the log.
 */
export const writeFigures = (stage: string, figures: readonly Figure[]): void => {
  if (figures.length === 0) return;
  const metrics = new Metrics({ namespace: namespaceOf(stage), serviceName: SERVICE });
  const groups = Map.groupBy(figures, ({ advertiserId, name, by }) => JSON.stringify([advertiserId, name, by]));
  for (const [first, ...more] of groups.values()) {
    if (first === undefined) continue;
    const { by: dimension, unit = MetricUnit.Count } = FIGURES[first.name];
    if (dimension !== undefined) metrics.addDimension(dimension, first.by ?? '');
    metrics.addMetadata('advertiserId', first.advertiserId);
    metrics.addMetric(
      first.name,
      unit,
      joined(
        first,
        [first, ...more].map(({ value }) => value),
      ),
    );
    metrics.publishStoredMetrics();
  }
};
