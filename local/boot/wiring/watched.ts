import { at, listOf, numberOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type AlarmDefinition, readAlarms } from '../../watching/alarms.ts';
import { termsOf } from '../../watching/log-filters.ts';
import { BootFailure } from '../boot-failure.ts';
import { type Check, complaints, FUNCTION, QUEUE, TOPIC, textsOf } from './check.ts';
import { readQueues } from './queues.ts';

const keyOf = (namespace: string, name: string, dimensions: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions)]);
const keyOfAlarm = ({ metric }: AlarmDefinition): string => keyOf(metric.namespace, metric.name, metric.dimensions);

interface Published {
  readonly key: string;
  /** What the values mean: how many, or how much at most. */
  readonly statistic: 'Sum' | 'Maximum';
  /** What goes wrong when nobody looks; absent: nothing. */
  readonly unwatched?: string | undefined;
}

const FILTER = 'AWS::Logs::MetricFilter';

/** The metrics that AWS publishes of what is in the template, as far as alarms look at such. */
const publishedOf = (model: Model): readonly Published[] => {
  const read = readQueues(model);
  const streams = model
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => textOf(properties.EventSourceArn).includes('/stream/'))
    .map(({ properties }) => model.find(textOf(properties.FunctionName), FUNCTION)?.name);
  const ofQueues = model.ofType(QUEUE).flatMap((queue): readonly Published[] => {
    const metric = (name: string, unwatched: string | undefined): Published => ({
      key: keyOf('AWS/SQS', name, { QueueName: queue.name }),
      statistic: 'Maximum',
      unwatched,
    });
    const isRead = read.includes(queue);
    return [
      metric(
        'ApproximateNumberOfMessagesVisible',
        isRead ? undefined : `Nobody is informed that messages wait in ${queue.name}.`,
      ),
      metric(
        'ApproximateAgeOfOldestMessage',
        isRead ? `Nobody is informed that ${queue.name} is not read any more.` : undefined,
      ),
    ];
  });
  const ofFunctions = model.ofType(FUNCTION).flatMap(({ name }): readonly Published[] => [
    {
      key: keyOf('AWS/Lambda', 'Errors', { FunctionName: name }),
      statistic: 'Sum',
      unwatched: `Nobody is informed that ${name} fails.`,
    },
    ...(streams.includes(name)
      ? [
          {
            key: keyOf('AWS/Lambda', 'IteratorAge', { FunctionName: name }),
            statistic: 'Maximum' as const,
            unwatched: `Nobody is informed that ${name} is late.`,
          },
        ]
      : []),
  ]);
  const ofApis = model.ofType('AWS::ApiGateway::RestApi').map(({ properties }): Published => {
    const ApiName = textOf(properties.Name);
    return {
      key: keyOf('AWS/ApiGateway', '5XXError', { ApiName }),
      statistic: 'Sum',
      unwatched: `Nobody is informed that ${ApiName} answers errors.`,
    };
  });
  const ofMail = ['BounceRate', 'ComplaintRate'].map(
    (rate): Published => ({
      key: keyOf('AWS/SES', `Reputation.${rate}`),
      statistic: 'Maximum',
      unwatched:
        model.ofType('AWS::SES::ConfigurationSet').length > 0
          ? `Nobody is informed of the ${rate} of the account.`
          : undefined,
    }),
  );
  const ofLogs = model.ofType(FILTER).flatMap(({ logicalId, properties }) =>
    listOf(properties.MetricTransformations).map(
      (each): Published => ({
        key: keyOf(textOf(at(each, 'MetricNamespace')), textOf(at(each, 'MetricName'))),
        statistic: 'Sum',
        unwatched: `Nobody is informed of what ${logicalId} counts.`,
      }),
    ),
  );
  return [...ofQueues, ...ofFunctions, ...ofApis, ...ofMail, ...ofLogs];
};

const shapeProblem = ({ periodMinutes, looksAt, asks }: AlarmDefinition): string | undefined => {
  const seconds = periodMinutes * 60;
  if (!(seconds === 10 || seconds === 30 || (seconds >= 60 && seconds % 60 === 0)))
    return 'has no period that CloudWatch knows';
  if (!Number.isInteger(looksAt) || looksAt < 1 || asks < 1 || asks > looksAt)
    return 'asks for more periods than it looks at';
  return looksAt * seconds > (seconds >= 3600 ? 7 : 1) * 86_400 ? 'looks further back than CloudWatch does' : undefined;
};

/** Each alarm looks at what somebody publishes, as it is published, and each failure has its alarm. */
export const checkAlarms: Check = ({ model }) => {
  let alarms: readonly AlarmDefinition[];
  try {
    alarms = readAlarms(model);
  } catch (error) {
    if (error instanceof BootFailure) return [error.message];
    throw error;
  }
  const published = publishedOf(model);
  const looked = new Set(alarms.map(keyOfAlarm));
  return [
    ...complaints(alarms, (alarm) => {
      const metric = published.find(({ key }) => key === keyOfAlarm(alarm));
      const shape = shapeProblem(alarm);
      if (shape !== undefined) return `The alarm ${alarm.name} ${shape}.`;
      if (metric === undefined) return `The alarm ${alarm.name} looks at what nobody publishes: it would never ring.`;
      return (
        metric.statistic !== alarm.statistic &&
        `The alarm ${alarm.name} looks at a ${alarm.statistic} that means nothing.`
      );
    }),
    ...complaints(published, ({ key, unwatched }) => !looked.has(key) && unwatched),
    ...complaints(model.ofType('AWS::CloudWatch::Alarm'), ({ name, properties }) => {
      const topics = textsOf(properties.AlarmActions);
      return (
        (topics.length === 0 || topics.some((arn) => model.find(arn, TOPIC) === undefined)) &&
        `The alarm ${name} rings on no topic of the template.`
      );
    }),
  ];
};

/** Each filter counts lines one by one, of a function that has the log, and no two count the same. */
export const checkFilters: Check = ({ model, deployment }) => {
  const groupOf = ({ properties }: Resource) => textOf(at(properties, 'LoggingConfig', 'LogGroup'));
  const logs = model.ofType(FUNCTION).map(groupOf);
  const filters = model.ofType(FILTER);
  const { queues, streams, schedules } = deployment.sources;
  const silent = new Set([...queues, ...streams, ...schedules].map(({ functionName }) => functionName));
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
      !logs.includes(textOf(properties.LogGroupName)) && `${logicalId} reads the log of no function.`,
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
