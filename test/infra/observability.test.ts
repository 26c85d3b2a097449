import { describe, expect, test } from 'vitest';
import { deploymentOf } from './deployment.ts';

const deployment = deploymentOf('dev', { alarmEmail: 'ops@example.fr', monthlyBudgetUsd: '250' });
const alarms = deployment.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const watching = (metric: string) =>
  alarms.filter(({ MetricName }) => MetricName === metric).map(({ Dimensions }) => Dimensions[0].Value);

describe('what wakes a human', () => {
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
    for (const { Dimensions } of alarms) expect(body).toContain(`"${Dimensions[0].Value}"`);
  });

  test('a budget alerts the same person before the month is spent', () => {
    const [budget] = deployment.all('AWS::Budgets::Budget');
    expect(budget?.Properties.Budget.BudgetLimit).toEqual({ Amount: 250, Unit: 'USD' });
    expect(budget?.Properties.NotificationsWithSubscribers[0].Subscribers[0].Address).toBe('ops@example.fr');
    expect(deploymentOf('dev').all('AWS::Budgets::Budget')).toEqual([]);
  });
});
