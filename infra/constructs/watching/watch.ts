import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** The pages of `docs/runbook/`. */
type RunbookPage =
  | 'waiting-for-a-human'
  | 'failing-functions'
  | 'unreadable-links'
  | 'late-messages'
  | 'lost-messages'
  | 'answered-errors'
  | 'unregistered-oppositions'
  | 'reputation'
  | 'ignored-oppositions'
  | 'forgotten-halt'
  | 'overdue-requests';

/** A number that wakes a human when it stays above another. `within`: of so many periods, any `periods` do; else all. */
export interface Watch {
  readonly within?: number;
  readonly id: string;
  readonly sentence: string;
  /** The page of `docs/runbook/` that says what to do. */
  readonly page: RunbookPage;
  readonly metric: Metric;
  readonly above: number;
  readonly periods: number;
}

/** A number of CloudWatch, each minute unless said. */
export const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string,
  period = Duration.minutes(1),
): Metric => new Metric({ namespace, metricName, dimensionsMap, statistic, period });
