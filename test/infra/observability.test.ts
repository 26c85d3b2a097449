import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { FIGURES } from '#functions/manifest/figures.ts';
import { log } from '#shared/edge/log/log.ts';
import { deploymentOf, EVENT_SOURCE } from './deployment.ts';

const deployment = deploymentOf('dev', {
  alarms: { email: 'ops@example.fr', monthlyBudgetUsd: 250 },
  eventSources: [EVENT_SOURCE],
});
const alarms = deployment.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const watching = (metric: string) =>
  alarms.filter(({ MetricName }) => MetricName === metric).map(({ Dimensions }) => Dimensions[0].Value);

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
    // Five metrics of each method, at 0.30 a metric.
    expect(says(/with all (\d+) methods\s+called that is up to (\d+)\./)).toEqual([methods, Math.ceil(methods * 1.5)]);
  });
});

describe('what wakes a human', () => {
  test('every alarm names its page of the runbook, and every page is named, in the list of pages too', () => {
    const named = new Set(alarms.map(({ AlarmDescription }) => /: docs\/runbook\/(\S+)$/.exec(AlarmDescription)?.[1]));
    const pages = globSync('docs/runbook/*.md').map((path) => basename(path));
    expect([...named].toSorted()).toEqual(pages.filter((page) => page !== 'README.md').toSorted());
    const list = readFileSync('docs/runbook/README.md', 'utf8');
    expect(pages.filter((page) => page !== 'README.md' && !list.includes(`](${page})`))).toEqual([]);
  });

  test('every page of the runbook but one says which alarms its drill raises, of those that name it', () => {
    const pageOf = ({ AlarmDescription }: (typeof alarms)[number]) =>
      /docs\/runbook\/(\S+)$/.exec(AlarmDescription)?.[1];
    const raised = globSync('docs/runbook/*.md').map((path) => {
      const line = /^Rings at home: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      return { page: basename(path), names: [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) };
    });
    const quiet = raised.filter(({ names }) => names.length === 0).map(({ page }) => page);
    expect(quiet.toSorted()).toEqual(['README.md', 'lost-messages.md']);
    for (const { page, names } of raised) {
      const own = alarms.filter((alarm) => pageOf(alarm) === page).map(({ AlarmName }) => AlarmName);
      for (const name of names) expect(own).toContain(`aval-dev-${name}`);
    }
  });

  test('every queue where work stops has an alarm on its first message', () => {
    const last = deployment
      .all('AWS::SQS::Queue')
      .filter(({ Properties }) => Properties.RedrivePolicy === undefined)
      .map(({ Properties }) => Properties.QueueName);
    expect(watching('ApproximateNumberOfMessagesVisible').sort()).toEqual(last.sort());
  });

  test('every function has an alarm on its errors', () => {
    const names = deployment.all('AWS::Lambda::Function').map(({ Properties }) => Properties.FunctionName);
    expect(watching('Errors').sort()).toEqual(names.sort());
  });

  test('a function that answers nobody has an alarm on what its log says, at the level that its failures have', () => {
    const silent = [
      'apply-email-feedback',
      'apply-event',
      'apply-sms-reply',
      'audit-hand-offs',
      'outbox',
      'reconcile-suppressions',
      'release-due-messages',
      'release-reviewed-messages',
      'send-message',
      'sweep',
    ];
    const filters = deployment.all('AWS::Logs::MetricFilter').map(({ Properties }) => Properties);
    const counting = filters.filter(({ FilterPattern }) => FilterPattern === '"ERROR"');
    expect(counting.map(({ LogGroupName: { Ref } }) => Ref.replace(/log\w{8}$/, '')).sort()).toEqual(
      silent.map((name) => name.replaceAll('-', '')),
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

  test.each(['sweep', 'audit-hand-offs'])('%s runs once an hour: one failure is enough', (name) => {
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
      String(written.mock.lastCall?.[0]).includes(JSON.parse(FilterPattern)),
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
    ['sweep', 'parked-waiting'],
    ['sweep', 'messages-swept'],
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
    const [filter, ...more] = deployment
      .all('AWS::Logs::MetricFilter')
      .filter(({ Properties }) => !/ERROR|message|parked|suppressions|ignored/.test(Properties.FilterPattern));
    expect(more).toEqual([]);
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
      'aval-dev-sms-replies',
      'aval-dev-email-feedback',
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

  test('every function that reads the stream has an alarm on its lateness', () => {
    expect(watching('IteratorAge')).toEqual(['aval-dev-outbox']);
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
    const body = deployment.readable(dashboard ?? expect.fail('no dashboard'), dashboard?.Properties.DashboardBody);
    for (const { MetricName, Dimensions = [] } of alarms) {
      expect(body).toContain(`"${MetricName}"`);
      for (const { Value } of Dimensions) expect(body).toContain(`"${Value}"`);
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

  test('a budget alerts the same person before the month is spent', () => {
    const [budget] = deployment.all('AWS::Budgets::Budget');
    expect(budget?.Properties.Budget.BudgetLimit).toEqual({ Amount: 250, Unit: 'USD' });
    expect(budget?.Properties.NotificationsWithSubscribers[0].Subscribers[0].Address).toBe('ops@example.fr');
    expect(deploymentOf('dev').all('AWS::Budgets::Budget')).toEqual([]);
  });
});
