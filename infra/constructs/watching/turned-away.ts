import { Duration } from 'aws-cdk-lib';
import { FUNCTION_NAMES } from '../../bundle.ts';
import type { Config } from '../../config.ts';
import { firewallName, hasFirewall, RATE_OF_READERS } from '../firewall.ts';
import { functionNameOf } from '../function.ts';
import { answersNobody, turnedAwayMetric } from './logged.ts';
import { failingMinutesOf } from './rings.ts';
import { metric, type Watch } from './watch.ts';

/**
 * Lambda did not run a function, since all that the account may run at once already run. What answers nobody says nothing then, and
 * a run of a schedule is lost without a sign; of a route API Gateway answers 5xx.
 */
const throttled =
  (config: Config) =>
  (name: (typeof FUNCTION_NAMES)[number]): Watch => ({
    id: `${name}-throttles`,
    sentence: `${name} is not run: the account runs as many functions as it may`,
    page: 'failing-functions',
    metric: metric('AWS/Lambda', 'Throttles', { FunctionName: functionNameOf(config, name) }, 'Sum'),
    above: 0,
    periods: failingMinutesOf(name),
  });

/** One person is enough: a mailbox provider that pressed the button may not press it again. */
const byGateway = (config: Config): Watch => {
  const { namespace, metricName } = turnedAwayMetric(config);
  return {
    id: 'public-turned-away',
    sentence: 'Somebody who wanted to oppose was turned away: the public API is asked more than it admits',
    page: 'answered-errors',
    metric: metric(namespace, metricName, {}, 'Sum'),
    above: 0,
    periods: 1,
  };
};

/** The names of a rule and of its list are those of their metrics (AWS WAF, "Metrics and dimensions"). */
const byFirewall = (config: Config): readonly Watch[] =>
  hasFirewall(config)
    ? [
        {
          id: 'readers-blocked',
          sentence: 'The firewall turns an address away from the pages on which people oppose: more may be behind it',
          page: 'answered-errors',
          metric: metric(
            'AWS/WAFV2',
            'BlockedRequests',
            { WebACL: firewallName(config), Rule: RATE_OF_READERS, Region: config.region },
            'Sum',
            Duration.minutes(5),
          ),
          above: 0,
          periods: 1,
        },
      ]
    : [];

/** Of the limit of the settings, at which somebody is to ask AWS for more. */
const SPENT_SHARE = 0.8;

/** Of the whole account, since the first of the month; beyond its limit SNS stops within minutes (Amazon SNS, metrics). */
const bySpending = ({ alarms: { smsMonthlyLimitUsd } }: Config): readonly Watch[] =>
  smsMonthlyLimitUsd === undefined
    ? []
    : [
        {
          id: 'sms-spend',
          sentence: `SMS of this month cost more than 80 % of the ${smsMonthlyLimitUsd} USD that AWS lets the account spend`,
          page: 'late-messages',
          metric: metric('AWS/SNS', 'SMSMonthToDateSpentUSD', {}, 'Maximum', Duration.hours(1)),
          above: smsMonthlyLimitUsd * SPENT_SHARE,
          periods: 1,
        },
      ];

/** What is not taken for lack of room: by Lambda, by the gateway, by the firewall, or for the price of SMS. */
export const turnedAway = (config: Config): readonly Watch[] => [
  ...FUNCTION_NAMES.filter(answersNobody).map(throttled(config)),
  byGateway(config),
  ...byFirewall(config),
  ...bySpending(config),
];
