import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { deploymentOf } from '../deployment.ts';

const INBOX = { domain: 'oppositions.example.fr' };
const own = deploymentOf('dev', { inbox: INBOX });
const theirs = deploymentOf('dev', { inbox: { ...INBOX, ruleSet: 'mail-of-the-house', after: 'last' } });
const replying = deploymentOf('dev', { inbox: { ...INBOX, replies: 'replies.example.fr' } });
const none = deploymentOf('dev');

const ruleOf = ({ all }: typeof own) => {
  const [rule, ...more] = all('AWS::SES::ReceiptRule');
  expect(more).toEqual([]);
  return rule?.Properties ?? expect.fail('no rule');
};
const environmentsOf = ({ all }: typeof own) =>
  new Set(
    all('AWS::Lambda::Function').flatMap(({ Properties }) => Properties.Environment?.Variables?.INBOX_DOMAIN ?? []),
  );

describe('mails that oppose', () => {
  test('are taken by one rule for the domain alone, whatever they look like, and none is stored', () => {
    expect(ruleOf(own).Rule).toMatchObject({
      Enabled: true,
      Recipients: [INBOX.domain],
      TlsPolicy: 'Optional',
      ScanEnabled: false,
    });
    const [action, ...more] = ruleOf(own).Rule.Actions;
    expect(more).toEqual([]);
    expect(Object.keys(action)).toEqual(['StopAction']);
    expect(action.StopAction.Scope).toBe('RuleSet');
  });

  test('SES may publish on the topic for this account alone', () => {
    const topic = ruleOf(own).Rule.Actions[0].StopAction.TopicArn.Ref;
    const policies = own.all('AWS::SNS::TopicPolicy').filter(({ Properties }) => Properties.Topics[0].Ref === topic);
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toMatchObject([
      {
        Action: 'sns:Publish',
        Principal: { Service: 'ses.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test('a rule set of the customer gets one rule more, after the one that is named; no set is made or made active', () => {
    expect(ruleOf(theirs)).toMatchObject({ RuleSetName: 'mail-of-the-house', After: 'last' });
    expect(theirs.all('AWS::SES::ReceiptRuleSet')).toEqual([]);
    expect(own.all('AWS::SES::ReceiptRuleSet').map(({ Properties }) => Properties)).toEqual([
      { RuleSetName: 'aval-dev' },
    ]);
    for (const { all } of [own, theirs]) expect(all('Custom::AWS')).toEqual([]);
  });

  test('messages name the domain; without an inbox none does, no rule is there and nothing is asked', () => {
    expect([...environmentsOf(own)]).toEqual([INBOX.domain]);
    expect([...environmentsOf(none)]).toEqual(['none']);
    for (const type of ['AWS::SES::ReceiptRule', 'AWS::SES::ReceiptRuleSet']) expect(none.all(type)).toEqual([]);
    const mappingOf = ({ all }: typeof own) =>
      all('AWS::Lambda::EventSourceMapping').find(({ id }) => id.startsWith('applyoppositionmail'))?.Properties.Enabled;
    expect([mappingOf(own), mappingOf(none)]).toEqual([undefined, false]);
  });

  test('replies have a domain and a rule of their own, behind the first, which keeps them in the bucket of uploads', () => {
    const { all } = replying;
    const [first, second, ...more] = all('AWS::SES::ReceiptRule').toSorted((a, b) => a.id.localeCompare(b.id));
    expect(more).toEqual([]);
    expect(first?.Properties.Rule.Recipients).toEqual([INBOX.domain]);
    expect(Object.keys(first?.Properties.Rule.Actions[0])).toEqual(['StopAction']);
    expect(second?.Properties).toMatchObject({
      After: 'aval-dev-oppositions',
      Rule: { Recipients: ['replies.example.fr'], ScanEnabled: false, TlsPolicy: 'Optional' },
    });
    const [keep, stop] = second?.Properties.Rule.Actions ?? [];
    expect(keep.S3Action).toMatchObject({ ObjectKeyPrefix: 'mails/' });
    expect(stop).toEqual({ StopAction: { Scope: 'RuleSet' } });
  });

  test('SES may put mails, and nothing else, for this account alone, where replies are read', () => {
    const allowedIn = ({ all }: typeof own) =>
      all('AWS::S3::BucketPolicy').flatMap(({ Properties }) =>
        Properties.PolicyDocument.Statement.filter((each: { Effect: string }) => each.Effect === 'Allow'),
      );
    expect(allowedIn(own)).toEqual([]);
    const [statement, ...more] = allowedIn(replying);
    expect(more).toEqual([]);
    expect(statement).toMatchObject({
      Action: 's3:PutObject',
      Principal: { Service: 'ses.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
    expect(JSON.stringify(statement.Resource)).toMatch(/\/mails\/\*/);
  });

  test.each([
    ['replies to the same domain', { ...INBOX, replies: INBOX.domain }, 'another domain than `domain`'],
    ['after without its rule set', { ...INBOX, after: 'last' }, 'name `ruleSet` too'],
    ['no host name', { domain: 'o@example.fr' }, 'a host is a bare host name'],
    ['a domain too long for an address', { domain: `${'a'.repeat(60)}.`.repeat(4).concat('fr') }, 'at most 190'],
    ['a name that SES does not take', { ...INBOX, ruleSet: 'mail of the house' }, 'not a name of a receipt rule set'],
    ['another key', { ...INBOX, activate: true }, 'there is no setting'],
  ])('%s is refused', (_, inbox, sentence) => {
    expect(() => configOf('dev', { stages: { dev: { inbox } } })).toThrow(sentence);
  });
});
