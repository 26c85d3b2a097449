import { at, listOf, numberOf, objectOf, parseJson, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { termsOf } from '../../watching/filter-pattern.ts';
import type { Deployment } from '../deployment.ts';
import { type Check, FUNCTION } from './check.ts';
import { isLogOfSms } from './sms-logs.ts';

export const FILTER = 'AWS::Logs::MetricFilter';

/** The functions that answer nobody: a queue, a stream or a schedule has them run. */
export const silentIn = ({ sources: { queues, streams, schedules } }: Deployment): ReadonlySet<string> =>
  new Set([...queues, ...streams, ...schedules].map(({ functionName }) => functionName));

/** What an access log says of a request, by the name of each field; `undefined` where no stage writes to this log. */
const accessLogOf = (model: Model, group: string): ReadonlySet<string> | undefined => {
  const arn = model.find(group, 'AWS::Logs::LogGroup')?.arn;
  const stage = model
    .ofType('AWS::ApiGateway::Stage')
    .find(({ properties }) => textOf(at(properties, 'AccessLogSetting', 'DestinationArn')) === arn);
  const format = stage && parseJson(textOf(at(stage.properties, 'AccessLogSetting', 'Format')));
  return format === undefined ? undefined : new Set(Object.keys(objectOf(format)));
};

/** A filter reads the lines of a function or of SNS, or fields of an access log that are in it. */
const readProblems = (model: Model, { logicalId, properties }: Resource, isOfFunction: boolean): readonly string[] => {
  const fields = accessLogOf(model, textOf(properties.LogGroupName));
  const group = model.find(textOf(properties.LogGroupName), 'AWS::Logs::LogGroup');
  const isRead = isOfFunction || (group !== undefined && isLogOfSms(group));
  if (fields === undefined) return isRead ? [] : [`${logicalId} reads the log of no function and no API.`];
  const asked = [...textOf(properties.FilterPattern).matchAll(/\$\.(\w+)/g)].map(([, field = '']) => field);
  if (asked.length === 0) return [`${logicalId} asks for no field of an access log.`];
  return asked
    .filter((field) => !fields.has(field))
    .map((field) => `${logicalId} looks for ${field}, which the access log does not say.`);
};

/** Each filter counts lines one by one, of a function that has the log, and no two count the same. */
export const checkFilters: Check = ({ model, deployment }) => {
  const groupOf = ({ properties }: Resource) => textOf(at(properties, 'LoggingConfig', 'LogGroup'));
  const logs = model.ofType(FUNCTION).map(groupOf);
  const filters = model.ofType(FILTER);
  const silent = silentIn(deployment);
  const isCounted = (target: Resource): boolean =>
    filters.some(
      ({ properties }) =>
        textOf(properties.LogGroupName) === groupOf(target) &&
        termsOf(textOf(properties.FilterPattern)).includes('ERROR'),
    );
  const uncounted = model
    .ofType(FUNCTION)
    .filter((target) => silent.has(target.name) && !isCounted(target))
    .map(({ name }) => `${name} answers nobody, and nothing counts the errors of its log.`);
  const whatOf = ({ properties }: (typeof filters)[number]) =>
    `${textOf(properties.LogGroupName)} ${textOf(properties.FilterPattern)}`;
  /** A metric that begins with the name of a function is of that function. */
  const isOfAnother = (metric: string, group: string): boolean => {
    const [word = ''] = metric.split(' ');
    const own = model.ofType(FUNCTION).filter(({ name }) => word !== '' && name.endsWith(`-${word}`));
    return own.length > 0 && !own.some((target) => groupOf(target) === group);
  };
  const ofFilters = filters.flatMap((filter) => {
    const { logicalId, properties } = filter;
    const [each, ...more] = listOf(properties.MetricTransformations);
    return [
      ...readProblems(model, filter, logs.includes(textOf(properties.LogGroupName))),
      filters.some((other) => other !== filter && whatOf(other) === whatOf(filter)) &&
        `${logicalId} counts what another filter counts.`,
      (each === undefined || more.length > 0) && `${logicalId} counts nothing, or into two metrics.`,
      textOf(at(each, 'MetricValue')) !== '1' && `${logicalId} counts a line as ${textOf(at(each, 'MetricValue'))}.`,
      isOfAnother(textOf(at(each, 'MetricName')), textOf(properties.LogGroupName)) &&
        `${logicalId} counts the log of one function as that of another: ${textOf(at(each, 'MetricName'))}.`,
      numberOf(at(each, 'DefaultValue'), 0) !== 0 && `${logicalId} counts where there is no line.`,
      textOf(properties.FilterPattern) === '' && `${logicalId} counts every line.`,
    ].filter((one) => one !== false);
  });
  return [...uncounted, ...ofFilters];
};
