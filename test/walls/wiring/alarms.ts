import { textOf } from '#local/template/json.ts';
import type { Model } from '#local/template/model.ts';
import { type AlarmDefinition, isOn, readAlarms } from '#local/watching/alarms.ts';
import { termsOf } from '#local/watching/filter-pattern.ts';
import { createMetrics, MINUTE_MS } from '#local/watching/metrics.ts';
import { LEVELS } from '#shared/edge/log/log.ts';
import { SITUATIONS, type Situation } from './situations.ts';

/** The first minute: the start of a day, and of every period. */
const START = Date.UTC(2026, 10, 24);

const wrongIn = (alarm: AlarmDefinition, { what, valueAt, rings = [], quiet = [] }: Situation): string | undefined => {
  const metrics = createMetrics();
  const last = Math.max(...rings, ...quiet);
  for (let minute = 0; minute <= last; minute++) {
    const value = valueAt(minute);
    const now = START + minute * MINUTE_MS;
    if (value !== undefined) metrics.put(alarm.metric, value, now);
    if (!rings.includes(minute) && !quiet.includes(minute)) continue;
    const is = isOn(alarm, metrics, now + MINUTE_MS - 1);
    if (is !== rings.includes(minute))
      return `${alarm.name} ${is ? 'rings' : 'does not ring'} after minute ${minute}: ${what}`;
  }
  return undefined;
};

const nameOf = ({ metric }: AlarmDefinition): string =>
  [metric.namespace, metric.name, ...Object.values(metric.dimensions)].join(' ');

/** What Lambda writes before a line of each level and SNS in its own, or the name that a line has in the catalogue of the log. */
const BY_AWS = ['INFO', 'WARN', 'ERROR', 'SUCCESS', 'FAILURE'];
const isSaid = (term: string): boolean => BY_AWS.includes(term) || term in LEVELS;

/** The terms of a pattern of lines; one of fields reads an access log, and the boot sees that it has them. */
const linesOf = (pattern: string): readonly string[] => (pattern.startsWith('{') ? [] : termsOf(pattern));

const unsaidIn = (model: Model): readonly string[] =>
  model.ofType('AWS::Logs::MetricFilter').flatMap(({ logicalId, properties }) =>
    linesOf(textOf(properties.FilterPattern))
      .filter((term) => !isSaid(term))
      .map((term) => `${logicalId} counts lines that nobody writes: ${term}`),
  );

/** What is wrong with the alarms of a template, a sentence each: by what they do in every situation of their metrics. */
export const alarmsIn = (model: Model): readonly string[] => [...unsaidIn(model), ...ofSituations(model)];

const ofSituations = (model: Model): readonly string[] =>
  readAlarms(model).flatMap((alarm) => {
    const own = SITUATIONS.filter(({ of }) => of.test(nameOf(alarm)));
    const isJudged = own.some(({ rings }) => rings !== undefined) && own.some(({ quiet }) => quiet !== undefined);
    if (!isJudged) return [`No situation tells when ${alarm.name} is to ring, and when not.`];
    return own.flatMap((situation) => wrongIn(alarm, situation) ?? []);
  });
