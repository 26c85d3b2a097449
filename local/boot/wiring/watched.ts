import { isAllowed } from '../../aws/iam/policy.ts';
import { ACL, blockedMetric } from '../../gateway/firewall.ts';
import { at, type JsonObject, listOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { type AlarmDefinition, readAlarms } from '../../watching/alarms.ts';
import { BootFailure } from '../boot-failure.ts';
import { type Check, called, complaints, FUNCTION, QUEUE, TOPIC, textsOf, type Wired } from './check.ts';
import { FILTER, silentIn } from './filters.ts';
import { readQueues } from './queues.ts';
import { isLogOfSms } from './sms-logs.ts';

const keyOf = (namespace: string, name: string, dimensions: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).toSorted()]);
const keyOfAlarm = ({ metric }: AlarmDefinition): string => keyOf(metric.namespace, metric.name, metric.dimensions);

interface Published {
  readonly key: string;
  /** What the values mean: how many, or how much at most. */
  readonly statistic: 'Sum' | 'Maximum';
  /** What goes wrong when nobody looks; absent: nothing. */
  readonly unwatched?: string | undefined;
}

/** What the rules of a firewall turn away: of one of them at least somebody is to know. */
const ofFirewalls = (model: Model): readonly Published[] => {
  const looked = new Set(readAlarms(model).map(keyOfAlarm));
  return model.ofType(ACL).flatMap((acl) => {
    const keys = listOf(acl.properties.Rules).map((rule) => {
      const { namespace, name, dimensions } = blockedMetric(acl, rule);
      return keyOf(namespace, name, dimensions);
    });
    const isWatched = keys.some((key) => looked.has(key));
    return keys.map((key) => ({
      key,
      statistic: 'Sum' as const,
      unwatched: isWatched ? undefined : `Nobody is informed of whom ${called(acl)} turns away.`,
    }));
  });
};

/** A line of a template that no model read: it waits for a human, whose list has it. */
const NOT_ASSESSED = 'template-not-assessed';

/** What becomes of SMS, and templates that no model read, are figures for whoever looks: the dashboard has them, and no alarm. */
const isShown = (model: Model, { LogGroupName, FilterPattern }: JsonObject, metric: string): boolean => {
  const group = model.find(textOf(LogGroupName), 'AWS::Logs::LogGroup');
  const isFigure = (group !== undefined && isLogOfSms(group)) || textOf(FilterPattern) === `"${NOT_ASSESSED}"`;
  const pictures = model.ofType('AWS::CloudWatch::Dashboard').map(({ properties }) => textOf(properties.DashboardBody));
  return isFigure && pictures.some((body) => body.includes(`"${metric}"`));
};

/** SMS are dear, and SNS stops at a limit of the account: where some role sends them, somebody is to know before. */
const ofSms = ({ deployment }: Wired): readonly Published[] => {
  const access = { action: 'sns:Publish', resource: '+33600000000' };
  const isSent = [...deployment.statements.values()].some((statements) => isAllowed(statements, access));
  return [
    {
      key: keyOf('AWS/SNS', 'SMSMonthToDateSpentUSD'),
      statistic: 'Maximum',
      unwatched: isSent ? 'Nobody is informed of what SMS cost this month.' : undefined,
    },
  ];
};

const ofQueues = (model: Model): readonly Published[] => {
  const read = readQueues(model);
  return model.ofType(QUEUE).flatMap((queue): readonly Published[] => {
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
};

const ofFunctions = ({ model, deployment }: Wired): readonly Published[] => {
  const silent = silentIn(deployment);
  const streams = model
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => textOf(properties.EventSourceArn).includes('/stream/'))
    .map(({ properties }) => model.find(textOf(properties.FunctionName), FUNCTION)?.name);
  return model.ofType(FUNCTION).flatMap(({ name }): readonly Published[] => [
    {
      key: keyOf('AWS/Lambda', 'Errors', { FunctionName: name }),
      statistic: 'Sum',
      unwatched: silent.has(name) ? `Nobody is informed that ${name} fails.` : undefined,
    },
    {
      key: keyOf('AWS/Lambda', 'Throttles', { FunctionName: name }),
      statistic: 'Sum',
      unwatched: silent.has(name) ? `Nobody is informed that there is no room for ${name} to run.` : undefined,
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
};

const ofApis = (model: Model): readonly Published[] =>
  model.ofType('AWS::ApiGateway::RestApi').map(({ properties }) => {
    const ApiName = textOf(properties.Name);
    return {
      key: keyOf('AWS/ApiGateway', '5XXError', { ApiName }),
      statistic: 'Sum',
      unwatched: `Nobody is informed that ${ApiName} answers errors.`,
    };
  });

const ofMail = (model: Model): readonly Published[] => {
  const isSent = model.ofType('AWS::SES::ConfigurationSet').length > 0;
  return ['BounceRate', 'ComplaintRate'].map((rate) => ({
    key: keyOf('AWS/SES', `Reputation.${rate}`),
    statistic: 'Maximum',
    unwatched: isSent ? `Nobody is informed of the ${rate} of the account.` : undefined,
  }));
};

/** What the filters of the template count in logs. */
const ofLogs = (model: Model): readonly Published[] =>
  model.ofType(FILTER).flatMap(({ logicalId, properties }) =>
    listOf(properties.MetricTransformations).map(
      (each): Published => ({
        key: keyOf(textOf(at(each, 'MetricNamespace')), textOf(at(each, 'MetricName'))),
        statistic: 'Sum',
        unwatched: isShown(model, properties, textOf(at(each, 'MetricName')))
          ? undefined
          : `Nobody is informed of what ${logicalId} counts.`,
      }),
    ),
  );

/** The metrics that AWS publishes of what is in the template, as far as alarms look at such. */
const publishedOf = (wired: Wired): readonly Published[] => [
  ...[ofQueues, ofApis, ofMail, ofLogs, ofFirewalls].flatMap((published) => published(wired.model)),
  ...[ofFunctions, ofSms].flatMap((published) => published(wired)),
];

const shapeProblem = ({ periodMinutes, looksAt, asks }: AlarmDefinition): string | undefined => {
  const seconds = periodMinutes * 60;
  if (!(seconds === 10 || seconds === 30 || (seconds >= 60 && seconds % 60 === 0)))
    return 'has no period that CloudWatch knows';
  if (!Number.isInteger(looksAt) || looksAt < 1 || asks < 1 || asks > looksAt)
    return 'asks for more periods than it looks at';
  return looksAt * seconds > (seconds >= 3600 ? 7 : 1) * 86_400 ? 'looks further back than CloudWatch does' : undefined;
};

/** Each alarm looks at what somebody publishes, as it is published, and each failure has its alarm. */
export const checkAlarms: Check = (wired) => {
  const { model } = wired;
  let alarms: readonly AlarmDefinition[];
  try {
    alarms = readAlarms(model);
  } catch (error) {
    if (error instanceof BootFailure) return [error.message];
    throw error;
  }
  const published = publishedOf(wired);
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
