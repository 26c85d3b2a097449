import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { FIGURES, namespaceOf, SERVICE } from '#functions/manifest/figures.ts';
import type { Config } from '../../config.ts';
import { smsStatusMetrics } from '../sms-status.ts';
import { notAssessed } from './logged.ts';
import type { Watch } from './watch.ts';

type FigureName = keyof typeof FIGURES;

const HOUR = Duration.hours(1);
/** Three in a row. */
const WIDTH = 8;

const graph = (title: string, left: readonly IMetric[], more: GraphWidgetProps = {}): IWidget =>
  new GraphWidget({ title, width: WIDTH, left: [...left], ...more });

/** A figure that is not divided, of the hour, with its label. */
const figureOf =
  ({ stage }: Config) =>
  (name: FigureName, label: string): Metric => {
    const { unit } = FIGURES[name];
    return new Metric({
      namespace: namespaceOf(stage),
      metricName: name,
      dimensionsMap: { service: SERVICE },
      statistic: unit === 'Seconds' ? 'Maximum' : 'Sum',
      period: unit === 'Seconds' ? Duration.minutes(5) : HOUR,
      label,
    });
  };

/** Each part of a figure that is divided, whichever there are; `label` comes before the name of each. */
const partsOf = ({ stage }: Config, name: FigureName, label = ''): MathExpression => {
  const { by = '' } = FIGURES[name];
  return new MathExpression({
    expression: `SEARCH('{${namespaceOf(stage)},service,${by}} MetricName="${name}"', 'Sum', ${HOUR.toSeconds()})`,
    label: `${label}\${PROP('Dim.${by}')}`,
    period: HOUR,
  });
};

/** What a queue of messages, or of chunks of 50 recipients, holds: to be taken, in hand, and to be tried again later. */
const onTheirWay = ({ stage }: Config, queue: 'send' | 'campaign'): readonly Metric[] =>
  (
    [
      ['ApproximateNumberOfMessagesVisible', 'next'],
      ['ApproximateNumberOfMessagesNotVisible', 'being sent'],
      ['ApproximateNumberOfMessagesDelayed', 'to be tried again'],
    ] as const
  ).map(
    ([metricName, label]) =>
      new Metric({
        namespace: 'AWS/SQS',
        metricName,
        dimensionsMap: { QueueName: `aval-${stage}-${queue}` },
        statistic: 'Maximum',
        label,
      }),
  );

/** Lines at the rates at which SES looks at an account, and may stop it (Amazon SES, "Monitoring your sender reputation"). */
const limits = (looksAt: number, mayStop: number): GraphWidgetProps => ({
  leftAnnotations: [
    { value: looksAt, label: 'SES reviews the account' },
    { value: mayStop, label: 'SES may stop the account' },
  ],
  leftYAxis: { min: 0 },
});

/** What is counted of each advertiser; what it cost where the settings say the price. `strcontains` is 1 or 0. */
const sumsOf = ({ smsSegmentUsd, emailThousandUsd }: Config['prices']): readonly string[] => [
  'sum(sent) as messages',
  'sum(segments) as segmentsOfSms',
  ...(smsSegmentUsd === undefined ? [] : [`sum(segments * ${smsSegmentUsd}) as usdOfSms`]),
  ...(emailThousandUsd === undefined
    ? []
    : [`sum(sent * strcontains(channel, "email") * ${emailThousandUsd} / 1000) as usdOfEmail`]),
];

/** The lines in which the outbox writes figures hold the advertiser. */
const byAdvertiser = ({ stage, prices }: Config): IWidget =>
  new LogQueryWidget({
    title: 'Sent, by advertiser, and the segments that SMS are paid by, in the time that this page shows',
    width: WIDTH,
    logGroupNames: [`/aval/${stage}/outbox`],
    view: LogQueryVisualizationType.TABLE,
    queryLines: [
      'filter ispresent(sent) or ispresent(segments)',
      `stats ${sumsOf(prices).join(', ')} by advertiserId, channel`,
      'sort messages desc',
      'limit 50',
    ],
  });

const title = (markdown: string): readonly IWidget[] => [new TextWidget({ width: 24, height: 2, markdown })];

/** What became of messages, in words that need no knowledge of AWS. */
const forEverybody = (config: Config, metricsOf: (...endings: readonly string[]) => readonly IMetric[]) => {
  const figure = figureOf(config);
  return [
    title(
      `# Aval, stage ${config.stage}: what became of messages\nEach hour. Tests of templates are not counted. Which message, and why: \`GET /v1/messages\`.`,
    ),
    [
      graph('Sent, by channel', [partsOf(config, 'sent'), partsOf(config, 'segments', 'segments: ')]),
      graph('Refused, by reason (docs/law.md says what each means)', [partsOf(config, 'refused')], { stacked: true }),
      graph('Accepted, and made to wait', [
        figure('accepted', 'accepted'),
        figure('deferred', 'wait for a lawful hour'),
        figure('in-review', 'wait for the decision of a human'),
      ]),
    ],
    [
      graph('On their way now', onTheirWay(config, 'send'), { stacked: true }),
      graph('The oldest message that may leave and does not, in seconds', [
        figure('seconds-late', 'tried again and again'),
        ...metricsOf('send-age', 'campaign-age'),
      ]),
      graph('The oldest reply, report or event that may be an opposition and is not registered, in seconds', [
        ...metricsOf('sms-replies-age', 'email-feedback-age', 'opposition-mails-age', 'inbound-events-age'),
      ]),
    ],
    [
      graph('People who opposed', [figure('oppositions', 'oppositions')]),
      graph('Sent against an opposition: must stay empty', metricsOf('ignored-oppositions')),
      byAdvertiser(config),
    ],
    [
      graph('Mails that come back, of all', metricsOf('bounce-rate'), limits(0.05, 0.1)),
      graph('Mails called spam, of all', metricsOf('complaint-rate'), limits(0.001, 0.005)),
      graph('Without an answer of the provider, or undelivered', [
        figure('unknown', 'no answer yet'),
        figure('unknown-final', 'no answer for a day: not sent again'),
        figure('undelivered', 'reached nobody'),
      ]),
    ],
    ...smsStatusMetrics(config).map((shown) => [graph('SMS, as the networks say', shown)]),
  ];
};

/** What fails, waits or is late, for who operates it. */
const forOperators = (
  config: Config,
  metricsOf: (...endings: readonly string[]) => readonly IMetric[],
  alarms: readonly Alarm[],
) => [
  title('# For who operates it\nEach alarm names its page of `docs/runbook`.'),
  [new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 6, alarms: [...alarms] })],
  [
    graph('Put aside for a human', [
      ...metricsOf('-depth', 'parked', 'forgotten-halt', 'overdue-requests'),
      figureOf(config)('parked', 'messages put aside'),
    ]),
    graph('Failures of functions', metricsOf('-errors', '-throttles')),
    graph('Failures that logs say', metricsOf('-failures', '-unreconciled', 'unreadable-mailboxes')),
  ],
  [
    graph('Late', metricsOf('-iterator-age', 'jobs-age')),
    graph('Campaigns on their way now, in chunks of 50 recipients', onTheirWay(config, 'campaign'), { stacked: true }),
    graph('Late, lost or paused, as logs say', metricsOf('-messages', '-campaigns')),
    graph('Answered with an error, or turned away', metricsOf('-5xx', '-turned-away', '-blocked')),
    ...notAssessed(config).map((counted) => graph('Templates that no model read: a human looks', [counted])),
    ...metricsOf('journal-uncopied').map((failed) =>
      graph('Entries of the journal that were not copied to the second Region', [failed]),
    ),
    ...metricsOf('sms-spend').map((spent) => graph('SMS of this month, in US dollars, of the account', [spent])),
  ],
];

/** The one page to look at: what became of messages, then what fails; it shows the metric of every alarm. */
export const dashboard = (
  scope: Construct,
  config: Config,
  watches: readonly Watch[],
  alarms: readonly Alarm[],
): Dashboard => {
  const metricsOf = (...endings: readonly string[]) =>
    watches.filter(({ id }) => endings.some((ending) => id.endsWith(ending))).map(({ metric: shown }) => shown);
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `aval-${config.stage}`,
    widgets: [...forEverybody(config, metricsOf), ...forOperators(config, metricsOf, alarms)].map((row) => [...row]),
  });
};
