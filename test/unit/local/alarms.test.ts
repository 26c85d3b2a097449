import { describe, expect, test } from 'vitest';
import { BootFailure } from '#local/boot/boot-failure.ts';
import type { Json } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';
import { isOn, readAlarms } from '#local/watching/alarms.ts';
import { readEmbeddedMetrics } from '#local/watching/embedded-metrics.ts';
import { createLogCounter } from '#local/watching/log-filters.ts';
import { createLineReader } from '#local/watching/log-lines.ts';
import { createMetrics } from '#local/watching/metrics.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const at = (minute: number): number => NOON + minute * 60_000;
const modelOf = (...resources: readonly (readonly [type: string, name: string, properties: object])[]): Model => {
  const all = resources.map(([type, name, properties]) => ({ type, name, properties }) as unknown as Resource);
  return { resources: all, ofType: (...types: string[]) => all.filter(({ type }) => types.includes(type)) } as never;
};

const DEPTH = { namespace: 'AWS/SQS', name: 'Depth', dimensions: { QueueName: 'send' } };
const alarmWith = (changes: Readonly<Record<string, Json>> = {}) => {
  const properties = {
    AlarmDescription: 'too many',
    Namespace: DEPTH.namespace,
    MetricName: DEPTH.name,
    Dimensions: [{ Name: 'QueueName', Value: 'send' }],
    Statistic: 'Sum',
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    Period: 60,
    EvaluationPeriods: 3,
    Threshold: 2,
    ...changes,
  };
  return readAlarms(modelOf(['AWS::CloudWatch::Alarm', 'depth', properties]));
};
/** In which of the first minutes it is on, after these values of each. */
const onAt = (values: readonly (number | undefined)[], changes = {}): readonly number[] => {
  const [alarm] = alarmWith(changes);
  const metrics = createMetrics();
  return values.flatMap((value, minute) => {
    if (value !== undefined) metrics.put(DEPTH, value, at(minute));
    return alarm !== undefined && isOn(alarm, metrics, at(minute)) ? [minute] : [];
  });
};

describe('an alarm of the template', () => {
  test('is on from the last of so many periods above its threshold on, and off with the first that is not', () => {
    expect(onAt([3, 3, 3, 3, 2, 3])).toEqual([2, 3]);
  });

  test('of some periods among more is on as long as they are in sight', () => {
    expect(onAt([0, 3, 0, 3, 0, 0, 0], { DatapointsToAlarm: 2 })).toEqual([3]);
    expect(onAt([3, 0, 0, 0], { DatapointsToAlarm: 1 })).toEqual([0, 1, 2]);
  });

  test('takes a period without values for fine; the one that runs counts once it has one', () => {
    expect(onAt([3, 3, undefined, 3, 3, 3, undefined, undefined])).toEqual([5, 6]);
  });

  test('adds up the values of a period, or takes the largest, over periods of any length', () => {
    const [summed, largest] = ['Sum', 'Maximum'].map((Statistic) =>
      onAt([1, 1, 1], { Statistic, Period: 3600, EvaluationPeriods: 1 }),
    );
    expect([summed, largest]).toEqual([[2], []]);
  });

  test('looks at its own metric alone', () => {
    const [alarm] = alarmWith({ EvaluationPeriods: 1 });
    const metrics = createMetrics();
    metrics.put({ ...DEPTH, dimensions: { QueueName: 'other' } }, 9, NOON);
    expect(alarm !== undefined && isOn(alarm, metrics, NOON)).toBe(false);
  });

  test.each([{ Statistic: 'Average' }, { ComparisonOperator: 'LessThanThreshold' }, { TreatMissingData: 'breaching' }])(
    'that judges in another way stops the boot: %o',
    (changes) => {
      expect(() => alarmWith(changes)).toThrow(BootFailure);
    },
  );
});

test('a metric filter counts whole lines of its own function that hold all its terms', () => {
  const counted: string[] = [];
  const transformed = { MetricNamespace: 'Aval', MetricName: 'late', MetricValue: '1' };
  const count = createLogCounter(
    modelOf(
      ['AWS::Lambda::Function', 'send', { LoggingConfig: { LogGroup: '/send' } }],
      [
        'AWS::Logs::MetricFilter',
        'f',
        { LogGroupName: '/send', FilterPattern: '"late" "WARN"', MetricTransformations: [transformed] },
      ],
    ),
    ({ name }, value) => void counted.push(`${name} ${value}`),
  );
  const write = createLineReader(count);
  write('send', 'WARN late\nWARN\nla');
  write('other', 'WARN late\n');
  write('send', 'te WARN\n');
  expect(counted).toEqual(['late 1', 'late 1']);
});

test('a line in the embedded metric format is each of its metrics, with each set of dimensions', () => {
  const line = JSON.stringify({
    _aws: {
      Timestamp: NOON,
      CloudWatchMetrics: [
        {
          Namespace: 'Aval',
          Dimensions: [['stage'], ['stage', 'channel']],
          Metrics: [{ Name: 'sent' }, { Name: 'wait' }],
        },
      ],
    },
    ...{ stage: 'dev', channel: 'sms', advertiserId: 'one', sent: 3, wait: [4, 5] },
  });
  const put: string[] = [];
  const read = (text: string) =>
    readEmbeddedMetrics(text, ({ namespace, name, dimensions }, value) => {
      put.push([namespace, name, ...Object.entries(dimensions).flat(), value].join(' '));
    });
  read(line);
  expect(put.sort()).toEqual(
    ['sent stage dev 3', 'sent stage dev channel sms 3']
      .concat(['wait stage dev 4', 'wait stage dev 5', 'wait stage dev channel sms 4', 'wait stage dev channel sms 5'])
      .map((said) => `Aval ${said}`)
      .sort(),
  );
  for (const other of [`INFO ${line}`, line.slice(0, -1), '{"_aws":7}', '{"sent":3}']) read(other);
  expect(put).toHaveLength(6);
});
