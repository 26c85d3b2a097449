import type { FigureName } from '#shared/domain/figures.ts';

/** How a figure is shown as a metric of CloudWatch: by what it is divided, if by anything, and its unit if it is no count. */
interface FigureMetric {
  readonly by?: 'channel' | 'reason';
  readonly unit?: 'Seconds';
}

/**
 * The metrics that Aval counts, in the namespace `Aval/<stage>` with the dimension `service` and, of some, one more. A metric is
 * paid for by each combination of dimensions: advertisers are none, and are found in the log (docs/decisions/0048).
 */
export const FIGURES: Readonly<Record<FigureName, FigureMetric>> = {
  accepted: {},
  sent: { by: 'channel' },
  segments: { by: 'channel' },
  refused: { by: 'reason' },
  deferred: {},
  'in-review': {},
  unknown: {},
  'unknown-final': {},
  undelivered: {},
  parked: {},
  oppositions: {},
  'seconds-late': { unit: 'Seconds' },
};

/** The dimension that each of them has. */
export const SERVICE = 'aval';

/** The namespace of a stage's metrics. */
export const namespaceOf = (stage: string): string => `Aval/${stage}`;
