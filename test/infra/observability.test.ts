import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { FIGURES } from '#functions/manifest/figures.ts';
import { FUNCTION_NAMES } from '#infra/bundle.ts';
import type { StageSettings } from '#infra/settings.ts';
import { log } from '#shared/edge/log/log.ts';
import { deploymentOf, EVENT_SOURCE } from './deployment.ts';

/** All that the settings may ask for. */
const EVERYTHING = {
  inbox: { domain: 'oppositions.example.fr' },
  alarms: { email: 'ops@example.fr', monthlyBudgetUsd: 250, smsMonthlyLimitUsd: 500 },
  eventSources: [EVENT_SOURCE],
  journalReplica: { region: 'eu-central-1' },
} satisfies StageSettings;
const deployment = deploymentOf('dev', EVERYTHING);
const alarms = deployment.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const watching = (metric: string) =>
  alarms.filter(({ MetricName }) => MetricName === metric).map(({ Dimensions }) => Dimensions[0].Value);

/** Nobody waits for their answer: a queue, the stream or a schedule has them run. */
const SILENT = [
  'apply-email-feedback',
  'apply-event',
  'apply-opposition-mail',
  'apply-sms-reply',
  'audit-hand-offs',
  'dispatch-campaigns',
  'expire',
  'outbox',
  'project',
  'reconcile-suppressions',
  'release-due-messages',
  'release-reviewed-messages',
  'run-job',
  'send-chunk',
  'send-message',
  'sweep',
];

describe('the page of costs', () => {
  test('counts what a stage of production has and each month pays for', () => {
    const production = deploymentOf('production');
    const page = readFileSync('docs/deploy.md', 'utf8');
    const says = (row: RegExp) => row.exec(page)?.slice(1).map(Number);
    const count = (...types: string[]) => production.all(...types).length;
    const [alarmCount, metricCount] = [count('AWS::CloudWatch::Alarm'), count('AWS::Logs::MetricFilter')];
    const methods = production.all('AWS::ApiGateway::Method').length;
    expect(says(/^\| alarms \| (\d+) \| ([\d.]+) \|$/m)).toEqual([alarmCount, alarmCount / 10]);
    expect(says(/^\| metrics that are counted in logs \| (\d+) \| ([\d.]+) \|$/m)).toEqual([
      metricCount,
      (metricCount * 3) / 10,
    ]);
    expect(says(/^\| secrets \| (\d+) \|/m)).toEqual([count('AWS::SecretsManager::Secret')]);
    expect(says(/^\| key \| (\d+) \|/m)).toEqual([count('AWS::KMS::Key')]);
    const withSources = deploymentOf('production', { eventSources: [EVENT_SOURCE] });
    const more = ['AWS::CloudWatch::Alarm', 'AWS::Logs::MetricFilter'].map(
      (type) => withSources.all(type).length - count(type),
    );
    expect(says(/admits somebody .*, (\d+) more alarms, (\d+) more metric/)).toEqual(more);
    const withCopy = deploymentOf('production', { journalReplica: { region: 'eu-central-1' } });
    const ofCopy = ['AWS::KMS::Key', 'AWS::CloudWatch::Alarm'].map((type) => withCopy.all(type).length - count(type));
    expect(says(/`journalReplica` is set, (\d+) more key, (\d+) more alarm/)).toEqual(ofCopy);
    // Five metrics of each method, at 0.30 a metric.
    expect(says(/with all (\d+) methods\s+called that is up to (\d+)\./)).toEqual([methods, Math.ceil(methods * 1.5)]);
  });
});

/** Pages that no alarm leads to: the list of pages says of each that a person does. */
const WITHOUT_ALARM = ['README.md', 'breach.md'];

describe('what wakes a human', () => {
  test('every alarm names its page of the runbook, and every page is named, in the list of pages too', () => {
    const named = new Set(alarms.map(({ AlarmDescription }) => /: docs\/runbook\/(\S+)$/.exec(AlarmDescription)?.[1]));
    const pages = globSync('docs/runbook/*.md').map((path) => basename(path));
    expect([...named].toSorted()).toEqual(pages.filter((page) => !WITHOUT_ALARM.includes(page)).toSorted());
    const list = readFileSync('docs/runbook/README.md', 'utf8');
    expect(pages.filter((page) => page !== 'README.md' && !list.includes(`](${page})`))).toEqual([]);
  });

  test('the list of pages brings from the name of every alarm to its page, and says of none which there is not', () => {
    const list = readFileSync('docs/runbook/README.md', 'utf8');
    const rows = [...list.matchAll(/^\| (.*`.*) \| \[(\S+)\]\(\2\.md\) \|$/gm)].flatMap(([, names = '', page = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, page })),
    );
    const fits = (name: string, pattern: string) =>
      pattern.startsWith('…') ? name.endsWith(pattern.slice(1)) : name === pattern;
    const all = deploymentOf('production', EVERYTHING)
      .all('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => ({
        name: Properties.AlarmName.replace('aval-production-', ''),
        page: /docs\/runbook\/(\S+)\.md$/.exec(Properties.AlarmDescription)?.[1],
      }));
    // A whole name goes before an ending.
    const pageIn = (name: string) =>
      (rows.find((row) => row.name === name) ?? rows.find((row) => fits(name, row.name)))?.page;
    expect(all.map(({ name }) => [name, pageIn(name)])).toEqual(all.map(({ name, page }) => [name, page]));
    const first = list.slice(list.indexOf('Which first'), list.indexOf('A message that waits'));
    const named = [...first.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const isKnown = (name: string) =>
      all.some((alarm) => fits(alarm.name, name)) || FUNCTION_NAMES.some((target) => target === name);
    expect([...rows.map(({ name }) => name), ...named].filter((name) => !isKnown(name))).toEqual([]);
    const perhapsOppositions = all.filter(({ page }) => page === 'unregistered-oppositions').map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining([...perhapsOppositions, 'public-turned-away', 'readers-blocked']));
  });

  test('every page of the runbook says which alarms its drill raises, of those that name it', () => {
    const all = deploymentOf('production', EVERYTHING)
      .all('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => ({
        name: Properties.AlarmName.replace('aval-production-', ''),
        page: /docs\/runbook\/(\S+)$/.exec(Properties.AlarmDescription)?.[1],
      }));
    const raised = globSync('docs/runbook/*.md').map((path) => {
      const line = /^Rings at home: (.*?)\n\n/ms.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      return { page: basename(path), names: [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) };
    });
    const quiet = raised.filter(({ names }) => names.length === 0).map(({ page }) => page);
    expect(quiet.toSorted()).toEqual(WITHOUT_ALARM);
    for (const { page, names } of raised) {
      const own = all.filter((alarm) => alarm.page === page).map(({ name }) => name);
      for (const name of names) expect(own).toContain(name);
    }
  });

  test('every queue where work stops has an alarm on its first message', () => {
    const last = deployment
      .all('AWS::SQS::Queue')
      .filter(({ Properties }) => Properties.RedrivePolicy === undefined)
      .map(({ Properties }) => Properties.QueueName);
    expect(watching('ApproximateNumberOfMessagesVisible').sort()).toEqual(last.sort());
  });

  test('a function that answers nobody has an alarm on its errors, and on runs for which there was no room', () => {
    expect(watching('Errors').sort()).toEqual(SILENT.map((name) => `aval-dev-${name}`));
    expect(watching('Throttles').sort()).toEqual(SILENT.map((name) => `aval-dev-${name}`));
  });

  test('every other function is called by an API whose 5xx ring, or by who operates it', () => {
    const called = deployment
      .all('AWS::ApiGateway::Method', 'AWS::ApiGateway::Authorizer')
      .map(({ Properties }) => JSON.stringify(Properties.Integration?.Uri ?? Properties.AuthorizerUri));
    const answering = deployment
      .all('AWS::Lambda::Function')
      .filter(({ id }) => called.some((uri) => uri.includes(`"Fn::GetAtt":["${id}","Arn"]`)))
      .map(({ Properties }) => Properties.FunctionName);
    const heard = new Set([
      ...answering,
      ...[...SILENT, 'redrive', 'halt', 'restore'].map((name) => `aval-dev-${name}`),
    ]);
    const names = deployment.all('AWS::Lambda::Function').map(({ Properties }) => Properties.FunctionName);
    expect(names.filter((name) => !heard.has(name))).toEqual([]);
  });

  test('a function that answers nobody has an alarm on what its log says, at the level that its failures have', () => {
    const filters = deployment.all('AWS::Logs::MetricFilter').map(({ Properties }) => Properties);
    const counting = filters.filter(({ FilterPattern }) => FilterPattern === '"ERROR"');
    expect(counting.map(({ LogGroupName: { Ref } }) => Ref.replace(/log\w{8}$/, '')).sort()).toEqual(
      SILENT.map((name) => name.replaceAll('-', '')),
    );
    for (const {
      MetricTransformations: [{ MetricName, MetricNamespace }],
    } of filters)
      expect(
        alarms.filter((each) => each.MetricName === MetricName && each.Namespace === MetricNamespace),
      ).toHaveLength(1);

    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const code of ['record-failed', 'record-parked', 'schedule-failed'] as const) log(code);
    expect(written).toHaveBeenCalledTimes(3);
    written.mockRestore();
  });

  test.each(['sweep', 'audit-hand-offs', 'expire'])('%s runs once an hour: one failure is enough', (name) => {
    const own = alarms.filter(({ AlarmName }) => [`${name}-errors`, `${name}-failures`].includes(AlarmName.slice(9)));
    expect(own.map(({ EvaluationPeriods, DatapointsToAlarm }) => [EvaluationPeriods, DatapointsToAlarm])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('a message that waits for more than five minutes is counted, and rings for as long as it is said again', () => {
    const written = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    log('message-late');
    const filters = deployment.all('AWS::Logs::MetricFilter').map(({ Properties }) => Properties);
    const counting = filters.filter(({ FilterPattern }) =>
      String(written.mock.lastCall?.[0]).includes(FilterPattern.replaceAll('"', '')),
    );
    written.mockRestore();
    expect(counting.map(({ LogGroupName: { Ref } }) => Ref)).toEqual([expect.stringMatching(/^sendmessagelog/)]);
    const [alarm, ...more] = alarms.filter(
      ({ MetricName }) => MetricName === counting[0]?.MetricTransformations[0].MetricName,
    );
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ Threshold: 0, Period: 60, DatapointsToAlarm: 1 });
    // The longest that SQS delays a put-back, in minutes, and the time that one takes.
    expect(alarm?.EvaluationPeriods).toBeGreaterThan(15);
  });

  test.each([
    // Either of them pauses a campaign for its sender as well.
    [
      'send-chunk',
      'campaign-paused',
      /the provider refuses .* does not answer, the settings refuse .*, or .* its sender/,
    ],
    ['dispatch-campaigns', 'campaign-paused', /came back or were called spam, or .* its sender/],
    ['dispatch-campaigns', 'campaign-untaken', /Nobody .* taken by the provider/],
  ] as const)('%s says %s: it is counted in its log, and one line rings', (name, code, sentence) => {
    const written = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    log(code);
    const filters = deployment
      .all('AWS::Logs::MetricFilter')
      .map(({ Properties }) => Properties)
      .filter(({ FilterPattern }) => String(written.mock.lastCall?.[0]).includes(FilterPattern.replaceAll('"', '')));
    written.mockRestore();
    const counting = filters.filter(({ LogGroupName: { Ref } }) => Ref.startsWith(`${name.replaceAll('-', '')}log`));
    expect(counting).toHaveLength(1);
    const [alarm, ...more] = alarms.filter(
      ({ MetricName }) => MetricName === counting[0]?.MetricTransformations[0].MetricName,
    );
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ Threshold: 0, Period: 60, DatapointsToAlarm: 1 });
    expect(alarm?.EvaluationPeriods).toBeLessThanOrEqual(17);
    expect(alarm?.AlarmDescription).toMatch(sentence);
  });

  test.each([
    ['sweep', 'parked-waiting'],
    ['sweep', 'messages-swept'],
    ['sweep', 'halt-forgotten'],
    ['sweep', 'requests-overdue'],
    ['audit-hand-offs', 'opposition-ignored'],
  ] as const)('%s says each hour that there is something: %s rings until it says no more', (name, code) => {
    const counted = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric);
    const [alarm, ...more] = counted(`${name} ${code}`);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ Threshold: 0, Period: 60, DatapointsToAlarm: 1 });
    expect(alarm?.EvaluationPeriods).toBeGreaterThan(60);
    const written = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    log(code);
    expect(written.mock.lastCall?.[0]).toContain(code);
    written.mockRestore();
  });

  test('the round through the lists of SES runs once an hour: one that fails rings by itself', () => {
    const [alarm, ...more] = alarms.filter(
      ({ MetricName }) => MetricName === 'reconcile-suppressions suppressions-unreconciled',
    );
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ Threshold: 0, Period: 60, DatapointsToAlarm: 1 });
    expect(alarm?.EvaluationPeriods).toBeGreaterThan(60);
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    log('suppressions-unreconciled');
    expect(written.mock.lastCall?.[0]).toContain('suppressions-unreconciled');
    written.mockRestore();
  });

  test('links that cannot be read are counted by the word that the log has for them', () => {
    const [filter, ofMailboxes, ...more] = deployment
      .all('AWS::Logs::MetricFilter')
      .filter(
        ({ Properties }) =>
          !/ERROR|message|campaign|parked|halt|requests|suppressions|ignored|status/.test(Properties.FilterPattern),
      );
    expect(more).toEqual([]);
    expect(ofMailboxes?.Properties.FilterPattern).toBe(filter?.Properties.FilterPattern);
    const written = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    log('token-unreadable');
    expect(written.mock.lastCall?.[0]).toContain(JSON.parse(filter?.Properties.FilterPattern));
    written.mockRestore();
  });

  test('an error that a route answers, a reply that nobody hears, and a bad reputation ring', () => {
    expect(watching('5XXError')).toEqual(['aval-dev-application', 'aval-dev-public']);
    const names = deployment.all('AWS::ApiGateway::RestApi').map(({ Properties }) => Properties.Name);
    expect(watching('5XXError').sort()).toEqual(names.sort());
    expect(watching('ApproximateAgeOfOldestMessage')).toEqual([
      'aval-dev-send',
      'aval-dev-campaign',
      'aval-dev-jobs',
      'aval-dev-sms-replies',
      'aval-dev-email-feedback',
      'aval-dev-opposition-mails',
      'aval-dev-inbound-events',
    ]);
    const ofSes = alarms.filter(({ Namespace }) => Namespace === 'AWS/SES');
    expect(ofSes.map(({ MetricName, Threshold }) => [MetricName, Threshold])).toEqual([
      ['Reputation.BounceRate', 0.04],
      ['Reputation.ComplaintRate', 0.0008],
    ]);
    // SES gives these now and then: looked at by the minute, they would ring again with each value.
    expect(ofSes.map(({ Period }) => Period)).toEqual([3600, 3600]);
  });

  test('whoever is turned away from opposing rings: by the gateway, but for typed addresses, and in production by the firewall', () => {
    const [filter, ...more] = deployment
      .all('AWS::Logs::MetricFilter')
      .filter(({ Properties }) => Properties.FilterPattern.startsWith('{'));
    expect(more).toEqual([]);
    expect(filter?.Properties.FilterPattern).toBe(
      '{ ($.status = "429") && (($.route != "/o") || ($.method != "POST")) }',
    );
    expect(filter?.Properties.LogGroupName).toBe('/aval/dev/access-public');
    const [group] = deployment
      .all('AWS::Logs::LogGroup')
      .filter(({ Properties }) => Properties.LogGroupName === filter?.Properties.LogGroupName);
    const [stage] = deployment
      .all('AWS::ApiGateway::Stage')
      .filter(({ Properties }) => JSON.stringify(Properties.AccessLogSetting).includes(`"${group?.id}"`));
    expect(JSON.parse(stage?.Properties.AccessLogSetting.Format)).toMatchObject({
      status: '$context.status',
      route: '$context.resourcePath',
      method: '$context.httpMethod',
    });
    const { MetricName, MetricNamespace } = filter?.Properties.MetricTransformations[0] ?? {};
    expect(alarms.filter((each) => each.MetricName === MetricName && each.Namespace === MetricNamespace)).toMatchObject(
      [{ AlarmName: 'aval-dev-public-turned-away', Threshold: 0, EvaluationPeriods: 1 }],
    );

    const production = deploymentOf('production');
    const [acl] = production.all('AWS::WAFv2::WebACL').map(({ Properties }) => Properties);
    const [alarm] = production
      .all('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties)
      .filter(({ Namespace }) => Namespace === 'AWS/WAFV2');
    const dimensions = Object.fromEntries(
      alarm?.Dimensions.map(({ Name, Value }: Record<string, string>) => [Name, Value]),
    );
    expect(dimensions).toEqual({
      WebACL: acl?.VisibilityConfig.MetricName,
      Rule: acl?.Rules.find(({ Name }: { Name: string }) => Name === 'rate-per-reader').VisibilityConfig.MetricName,
      Region: 'eu-west-3',
    });
    expect(alarm).toMatchObject({ MetricName: 'BlockedRequests', Statistic: 'Sum', Threshold: 0, Period: 300 });
  });

  test('SMS ring before their price is over what AWS lets the account spend, where the settings say what that is', () => {
    const ofSms = (own: object) =>
      deploymentOf('dev', { alarms: { email: 'ops@example.fr', ...own } })
        .all('AWS::CloudWatch::Alarm')
        .map(({ Properties }) => Properties)
        .filter(({ Namespace }) => Namespace === 'AWS/SNS');
    expect(ofSms({})).toEqual([]);
    expect(ofSms({ smsMonthlyLimitUsd: 500 })).toMatchObject([
      { MetricName: 'SMSMonthToDateSpentUSD', Statistic: 'Maximum', Threshold: 400, EvaluationPeriods: 1 },
    ]);
  });

  test('every function that reads the stream has an alarm on its lateness', () => {
    expect(watching('IteratorAge')).toEqual(['aval-dev-outbox', 'aval-dev-project']);
  });

  test('every alarm is told, and silence is no alarm', () => {
    expect(alarms.length).toBeGreaterThan(0);
    for (const { AlarmActions, TreatMissingData, AlarmDescription } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(TreatMissingData).toBe('notBreaching');
      expect(AlarmDescription).toMatch(/\w/);
    }
  });

  test('one dashboard shows every alarm of the stage', () => {
    const [dashboard, ...more] = deployment.all('AWS::CloudWatch::Dashboard');
    expect(more).toEqual([]);
    if (dashboard === undefined) expect.fail('no dashboard');
    const body = deployment.readable(dashboard, dashboard.Properties.DashboardBody);
    for (const { MetricName, Dimensions = [] } of alarms) {
      expect(body).toContain(`"${MetricName}"`);
      for (const { Value } of Dimensions) expect(body).toContain(`"${deployment.readable(dashboard, Value)}"`);
    }
  });

  test('the dashboard shows every figure that is counted, by the dimensions with which it is written', () => {
    const [dashboard] = deployment.all('AWS::CloudWatch::Dashboard');
    const { widgets } = JSON.parse(
      deployment.readable(dashboard ?? expect.fail('no dashboard'), dashboard?.Properties.DashboardBody),
    ) as { widgets: { type: string; properties: Record<string, never> }[] };
    const shown = widgets.flatMap(({ properties: { metrics = [] } }) =>
      (metrics as unknown[][]).map((metric) => metric.filter((each) => typeof each === 'string').join(' ')),
    );
    const searched = widgets.flatMap(({ properties: { metrics = [] } }) =>
      (metrics as { expression?: string }[][]).flatMap(([first]) => first?.expression ?? []),
    );
    for (const [name, { by }] of Object.entries(FIGURES)) {
      const asked =
        by === undefined
          ? shown.includes(`Aval/dev ${name} service aval`)
          : searched.includes(`SEARCH('{Aval/dev,service,${by}} MetricName="${name}"', 'Sum', 3600)`);
      expect([name, asked]).toEqual([name, true]);
    }
    const lines = widgets.flatMap(({ properties: { annotations } }) =>
      ((annotations as { horizontal?: { value: number }[] } | undefined)?.horizontal ?? []).map(({ value }) => value),
    );
    expect(lines).toEqual([0.05, 0.1, 0.001, 0.005]);
    const query = widgets.find(({ type }) => type === 'log')?.properties.query ?? '';
    expect(query).toContain("SOURCE '/aval/dev/outbox'");
    expect(query).toMatch(/sum\(sent\).*sum\(segments\).* by advertiserId, channel/);
    const outbox = deployment.all('AWS::Logs::LogGroup').map(({ Properties }) => Properties.LogGroupName);
    expect(outbox).toContain('/aval/dev/outbox');
  });

  test('what each advertiser spent is shown where the settings say the prices, of SMS and of mail apart', () => {
    const queriesOf = (own: object) => {
      const priced = deploymentOf('dev', own);
      const [dashboard] = priced.all('AWS::CloudWatch::Dashboard');
      return priced.readable(dashboard ?? expect.fail('no dashboard'), dashboard?.Properties.DashboardBody);
    };
    expect(queriesOf({ prices: { smsSegmentUsd: 0.07 } })).toContain(
      'sum(segments) as segmentsOfSms, sum(segments * 0.07) as usdOfSms by advertiserId',
    );
    const both = queriesOf({ prices: { smsSegmentUsd: 0.07, emailThousandUsd: 0.1 } });
    expect(both).toContain(
      'sum(segments * 0.07) as usdOfSms, sum(sent * strcontains(channel, \\"email\\") * 0.1 / 1000)',
    );
    const mail = queriesOf({ prices: { emailThousandUsd: 0.1 } });
    expect(mail).toContain('as usdOfEmail by advertiserId, channel');
    expect(mail).not.toContain('usdOfSms');
    expect(queriesOf({})).not.toContain('usd');
    expect(() => queriesOf({ prices: { emailThousandUsd: -1 } })).toThrow(/prices.emailThousandUsd`: not above zero/);
    expect(() => queriesOf({ prices: { smsSegmentUsd: 0 } })).toThrow(/prices.smsSegmentUsd`: not above zero/);
  });

  test('a budget alerts the same person before the month is spent', () => {
    const [budget] = deployment.all('AWS::Budgets::Budget');
    expect(budget?.Properties.Budget.BudgetLimit).toEqual({ Amount: 250, Unit: 'USD' });
    expect(budget?.Properties.NotificationsWithSubscribers[0].Subscribers[0].Address).toBe('ops@example.fr');
    expect(deploymentOf('dev').all('AWS::Budgets::Budget')).toEqual([]);
  });
});
