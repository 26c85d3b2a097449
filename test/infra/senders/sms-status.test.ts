import { describe, expect, test } from 'vitest';
import { termsOf } from '#local/watching/filter-pattern.ts';
import { deploymentOf, PRODUCTION } from '../deployment.ts';

const { all, readable } = deploymentOf('production', {
  ...PRODUCTION,
  senders: { ...PRODUCTION.senders, smsStatus: true },
});
const logs = all('AWS::Logs::LogGroup').filter(({ Properties }) =>
  JSON.stringify(Properties.LogGroupName).includes('sns/'),
);

/** As Amazon SNS writes it ("Viewing Amazon CloudWatch metrics and logs for SMS deliveries"), with a whole number. */
const line = (status: string, providerResponse: string) =>
  JSON.stringify({
    notification: { messageId: '34d9b400-c6dd-5444-820d-fbeb0f1f54cf', timestamp: '2016-06-28 00:40:34.558' },
    delivery: {
      phoneCarrier: 'My Phone Carrier',
      destination: '+33639980001',
      smsType: 'Transactional',
      providerResponse,
    },
    status,
  });
const ARRIVED = line('SUCCESS', 'Message has been accepted by phone carrier');
const LOST = line('FAILURE', 'Unknown error attempting to reach phone');

describe('what becomes of SMS', () => {
  test('is kept for a week under the names that SNS writes to, and no longer', () => {
    expect(logs.map((log) => [readable(log, log.Properties.LogGroupName), log.Properties.RetentionInDays])).toEqual([
      ['sns/eu-west-3/AWS::AccountId/DirectPublishToPhoneNumber', 7],
      ['sns/eu-west-3/AWS::AccountId/DirectPublishToPhoneNumber/Failure', 7],
    ]);
  });

  test('shows no number: what the policy of the log masks is all that tells the person', () => {
    for (const { Properties } of logs) {
      const [{ Regex }] = Properties.DataProtectionPolicy.Configuration.CustomDataIdentifier;
      const masked = new RegExp(Regex, 'g');
      for (const each of [ARRIVED, LOST]) {
        const shown = each.replaceAll(masked, '*');
        expect(shown).not.toContain('639980001');
        expect(JSON.parse(shown)).toMatchObject({ status: JSON.parse(each).status });
      }
      expect(JSON.stringify(Properties.DataProtectionPolicy)).toContain('"Deidentify":{"MaskConfig":{}}');
    }
  });

  test('is counted, each in its own metric', () => {
    const counting = all('AWS::Logs::MetricFilter').filter(({ Properties }) =>
      logs.some(({ id }) => Properties.LogGroupName.Ref === id),
    );
    const countedIn = (text: string) =>
      counting
        .filter(({ Properties }) => termsOf(Properties.FilterPattern).every((term) => text.includes(term)))
        .map(({ Properties }) => Properties.MetricTransformations[0].MetricName);
    expect([countedIn(ARRIVED), countedIn(LOST)]).toEqual([['sms-delivered'], ['sms-not-delivered']]);
  });

  test('is written by SNS for this account alone, to these two logs alone', () => {
    const [role, ...more] = all('AWS::IAM::Role').filter(({ id }) => id.startsWith('SmsStatusRole'));
    expect(more).toEqual([]);
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toMatchObject([
      {
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
    const [policy] = all('AWS::IAM::Policy').filter(({ id }) => id.startsWith('SmsStatusRole'));
    const statements = policy?.Properties.PolicyDocument.Statement ?? [];
    expect(statements).toHaveLength(2);
    for (const { Action, Resource } of statements) {
      expect(Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
      expect(JSON.stringify(Resource)).toMatch(/DirectPublishToPhoneNumber(?:\/Failure)?:log-stream:\*/);
    }
  });

  test('is read by one function, with the numbers: of what did not arrive alone', () => {
    const reading = all('AWS::IAM::Policy').flatMap(({ id, Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
        /logs:(?:FilterLogEvents|GetLogEvents|StartQuery|Unmask|\*)/.test(JSON.stringify(Action)),
      ).map(({ Action, Resource }: { Action: unknown; Resource: unknown }) => [id.split('role')[0], Action, Resource]),
    );
    expect(reading).toEqual([['reconcilesuppressions', ['logs:FilterLogEvents', 'logs:Unmask'], expect.anything()]]);
    expect(JSON.stringify(reading)).toMatch(/log-group:sns[^"]*(?:"[^"]*){0,12}DirectPublishToPhoneNumber\/Failure:\*/);
  });

  test('is kept by one stage of an account: by none that does not say so', () => {
    const { all: without } = deploymentOf('production');
    expect(JSON.stringify(without('AWS::Logs::LogGroup', 'AWS::IAM::Role'))).not.toMatch(/DirectPublish|SmsStatus/);
  });
});
