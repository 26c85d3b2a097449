import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/** Share of the budget at which the alert goes out, in percent. */
const ALERT_AT = 80;

/** Alerts `alarms.email` before the month costs what it may; none without both settings. Messages cost more than AWS does. */
export const monthlyBudget = (scope: Construct, config: Config): void => {
  const { email, monthlyBudgetUsd } = config.alarms;
  if (monthlyBudgetUsd === undefined || email === undefined) return;
  new CfnBudget(scope, 'MonthlyBudget', {
    budget: {
      budgetName: `aval-${config.stage}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: [
      {
        notification: { notificationType: 'FORECASTED', comparisonOperator: 'GREATER_THAN', threshold: ALERT_AT },
        subscribers: [{ subscriptionType: 'EMAIL', address: email }],
      },
    ],
  });
};
