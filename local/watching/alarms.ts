import { BootFailure } from '../boot/boot-failure.ts';
import { at, listOf, numberOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { type MetricName, type Metrics, MINUTE_MS, type Minute } from './metrics.ts';

/** An alarm of the template. */
export interface AlarmDefinition {
  readonly name: string;
  /** What it says to whom it wakes. */
  readonly description: string;
  readonly metric: MetricName;
  readonly statistic: keyof typeof STATISTICS;
  readonly periodMinutes: number;
  readonly threshold: number;
  /** It is on while, of the last `looksAt` periods, `asks` or more are above the threshold. */
  readonly looksAt: number;
  readonly asks: number;
}

const STATISTICS: Readonly<Record<'Sum' | 'Maximum', (minutes: readonly Minute[]) => number>> = {
  Sum: (minutes) => minutes.reduce((total, { sum }) => total + sum, 0),
  Maximum: (minutes) => Math.max(...minutes.map(({ maximum }) => maximum)),
};
const isStatistic = (name: string): name is keyof typeof STATISTICS => name in STATISTICS;

const alarmOf = ({ name, properties }: Resource): AlarmDefinition => {
  const statistic = textOf(properties.Statistic);
  const isKnown =
    isStatistic(statistic) &&
    properties.Period !== undefined &&
    properties.Threshold !== undefined &&
    properties.ComparisonOperator === 'GreaterThanThreshold' &&
    properties.TreatMissingData === 'notBreaching';
  if (!isKnown) throw new BootFailure(`The alarm ${name} judges in a way that the local stack does not know.`);
  const looksAt = numberOf(properties.EvaluationPeriods, 1);
  return {
    name: textOf(properties.AlarmName) || name,
    description: textOf(properties.AlarmDescription),
    metric: {
      namespace: textOf(properties.Namespace),
      name: textOf(properties.MetricName),
      dimensions: Object.fromEntries(
        listOf(properties.Dimensions).map((each) => [textOf(at(each, 'Name')), textOf(at(each, 'Value'))]),
      ),
    },
    statistic,
    periodMinutes: numberOf(properties.Period, 60) / 60,
    threshold: numberOf(properties.Threshold, 0),
    looksAt,
    asks: numberOf(properties.DatapointsToAlarm, looksAt),
  };
};

/** Every alarm of the template. Throws `BootFailure` for one that judges in a way unknown here. */
export const readAlarms = (model: Model): readonly AlarmDefinition[] =>
  model.ofType('AWS::CloudWatch::Alarm').map(alarmOf);

/**
 * True while the alarm is on: a period without values is fine, and the one that runs counts as soon as it has one (Amazon
 * CloudWatch, "Configuring how CloudWatch alarms treat missing data", with `notBreaching`).
 */
export const isOn = (alarm: AlarmDefinition, metrics: Metrics, nowMs: number): boolean => {
  const minutes = metrics.minutesOf(alarm.metric);
  const valuesIn = (period: number): readonly Minute[] =>
    Array.from({ length: alarm.periodMinutes }, (_, minute) =>
      minutes.get(period * alarm.periodMinutes + minute),
    ).filter((minute) => minute !== undefined);
  const isAbove = (period: number): boolean => {
    const values = valuesIn(period);
    return values.length > 0 && STATISTICS[alarm.statistic](values) > alarm.threshold;
  };
  const present = Math.floor(nowMs / MINUTE_MS / alarm.periodMinutes);
  const latest = valuesIn(present).length > 0 ? present : present - 1;
  const periods = Array.from({ length: alarm.looksAt }, (_, back) => latest - back);
  return periods.filter(isAbove).length >= alarm.asks;
};
