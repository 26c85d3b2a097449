import { expect, test } from 'vitest';
import { matchesEventPattern } from '#local/sources/event-pattern.ts';
import { deploymentOf } from '../deployment.ts';

const { all, readable } = deploymentOf('production');
const rule =
  all('AWS::Events::Rule').find(({ Properties }) => Properties.Name?.endsWith('stopped-advertisers')) ??
  expect.fail('no rule');
/** The event as SES publishes it to the default bus. */
const stopped = (tenant: string) => ({
  source: 'aws.ses',
  'detail-type': 'Sending Status Disabled',
  resources: [`arn:aws:ses:eu-west-3:111122223333:tenant/${tenant}/tn-1`],
  detail: { version: '1.0.0', data: { origin: 'REPUTATION_POLICY', record: { status: 'DISABLED', cause: 'bounces' } } },
});
const pattern = () => {
  const { resources, ...rest } = rule.Properties.EventPattern;
  const prefix = readable(rule, resources[0].prefix)
    .replace('AWS::Partition', 'aws')
    .replace('AWS::AccountId', '111122223333');
  return { ...rest, resources: [{ prefix }] };
};

test('an advertiser that SES stopped is named to whom alarms reach, with the cause and the page', () => {
  expect(matchesEventPattern(pattern(), stopped('aval-production_atelier-lumen'))).toBe(true);
  expect(matchesEventPattern(pattern(), stopped('aval-dev_atelier-lumen'))).toBe(false);
  expect(matchesEventPattern(pattern(), { ...stopped('aval-production_a'), 'detail-type': 'Email Bounced' })).toBe(
    false,
  );
  const [target, ...more] = rule.Properties.Targets;
  expect(more).toEqual([]);
  const [topic] = all('AWS::SNS::Topic').filter(({ Properties }) => Properties.TopicName === 'aval-production-alarms');
  expect(target.Arn.Ref).toBe(topic?.id);
  const { InputPathsMap: paths, InputTemplate: template } = target.InputTransformer;
  const at = (path: string) =>
    path
      .slice(2)
      .split(/[.[]/)
      .reduce((value, part) => Object(value)[part.replace(']', '')], stopped('aval-production_x') as unknown);
  const mail = Object.entries<string>(paths).reduce(
    (text, [name, path]) => text.replace(`<${name}>`, String(at(path))),
    template,
  );
  expect(JSON.parse(mail)).toBe(
    'SES: Sending Status Disabled for one advertiser, whose tenant is arn:aws:ses:eu-west-3:111122223333:tenant/aval-production_x/tn-1. Cause: bounces. What to do: docs/runbook/reputation.md',
  );
});

test('EventBridge may publish there for this rule alone', () => {
  const statements = all('AWS::SNS::TopicPolicy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  expect(statements.filter(({ Principal }) => Principal.Service === 'events.amazonaws.com')).toMatchObject([
    { Action: 'sns:Publish', Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [rule.id, 'Arn'] } } } },
  ]);
});
