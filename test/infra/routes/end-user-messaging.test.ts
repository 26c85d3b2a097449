import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CAPABILITIES, capabilityOf } from '#functions/manifest/routes/capabilities.ts';
import { shownByRoutesIn } from '#functions/manifest/routes/shown-senders.ts';
import { smsRouteIn } from '#functions/manifest/sms-route.ts';
import { configOf } from '#infra/config.ts';
import { addStacks, newApp } from '#infra/deployment.ts';
import { SMS_COUNTRIES } from '#infra/routes/countries-of-end-user-messaging.ts';
import type { StageSettings } from '#infra/settings.ts';
import { complaintsOfNag } from '#tools/rules/findings.ts';
import { specification, type Template } from '#tools/rules/specification.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';
import { deploymentOf, PRODUCTION } from '../deployment.ts';

const POOL = `pool-${'0'.repeat(32)}`;
const PHONE = `phone-${'1'.repeat(32)}`;
const OWN = `protect-${'d'.repeat(32)}`;
const NAMES = Array.from({ length: 51 }, (_, index) => `NAME${index}`);
const ROUTES = { sms: 'end-user-messaging' } as const;
const STATED = { routes: ROUTES, endUserMessaging: { origination: ['MAISONVALMY', POOL] } };

const refused = (own: object): string => {
  try {
    configOf('production', { stages: { production: { ...PRODUCTION, ...own } } });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing is wrong';
};
const refusedOf = (endUserMessaging: object, own: object = {}) =>
  refused({ ...STATED, endUserMessaging: { ...STATED.endUserMessaging, ...endUserMessaging }, ...own });

describe('a route by End User Messaging that promises what it cannot', () => {
  test.each([
    ['leaves by nothing', refused({ routes: ROUTES }), 'routes.sms`: SMS leave by nothing'],
    ['leaves by no name', refusedOf({ origination: [] }), 'origination`: SMS leave by nothing'],
    [
      'is nobody’s',
      refused({ endUserMessaging: STATED.endUserMessaging }),
      'endUserMessaging`: no channel leaves by it',
    ],
    ['is another’s', refusedOf({}, { routes: { sms: 'smsmode' } }), 'endUserMessaging`: no channel leaves by it'],
    ['names a number by itself', refusedOf({ origination: ['36105'] }), 'a sender id of 3 to 11'],
    ['names a dash, which no French carrier takes', refusedOf({ origination: ['MAISON-V'] }), 'a sender id of 3 to 11'],
    ['names two pools', refusedOf({ origination: [POOL, PHONE] }), 'more than one number or pool'],
    ['goes nowhere', refusedOf({ countries: [] }), 'SMS go nowhere'],
    [
      'goes to Monaco, where nothing is sold',
      refusedOf({ countries: ['FR', 'MC'] }),
      'no SMS to `MC` that has a sender',
    ],
    ['goes to Réunion, whence nothing comes back', refusedOf({ countries: ['RE'] }), 'no two-way SMS to `RE`'],
    ['goes to nobody’s country', refusedOf({ countries: ['ZZ'] }), 'no SMS to `ZZ`'],
    ['writes a country', refusedOf({ countries: ['France'] }), 'two letters of ISO 3166'],
    ['is tried for too short', refusedOf({ longestSeconds: 4 }), 'less than AWS takes'],
    ['is tried for too long', refusedOf({ longestSeconds: 259_201 }), 'more than AWS takes'],
    ['costs nothing', refusedOf({ maxPriceUsd: 0 }), 'not above zero'],
    ['costs what AWS cannot say', refusedOf({ maxPriceUsd: 100 }), 'more than AWS takes'],
    ['is kept closed by whatever', refusedOf({ protectConfigurationId: 'mine' }), 'protect-…'],
    ['says twice where to', refusedOf({ countries: ['FR'], protectConfigurationId: OWN }), 'leave one of the two out'],
    ['is ending, and leaves by it', refusedOf({ isEnding: true }), 'SMS leave by nothing'],
    ['has more names than fit', refusedOf({ origination: NAMES }), 'more than 50'],
    ['carries MMS', refusedOf({}, { routes: { ...ROUTES, mms: 'end-user-messaging' } }), 'sells none to France'],
    [
      'carries calls',
      refusedOf({}, { routes: { ...ROUTES, 'automated-call': 'end-user-messaging' } }),
      'sells none to France',
    ],
  ])('%s: it is refused, with the reason', (_, said, reason) => {
    expect(said).toContain(reason);
  });

  test('whatever is said of AWS is kept: its pace, and that STOP is confirmed', () => {
    const senders = { ...PRODUCTION.senders, confirmStop: true };
    expect(refusedOf({}, { smsRoute: { requestsPerSecond: 5 }, senders })).toBe('nothing is wrong');
  });
});

describe('a stage whose SMS leave by End User Messaging', () => {
  const { all, policies, readable } = deploymentOf('production', { ...PRODUCTION, ...STATED });
  const [set] = all('AWS::SMSVOICE::ConfigurationSet');
  const [topic] = all('AWS::SNS::Topic').filter(
    ({ Properties }) => Properties.TopicName === 'aval-production-text-feedback',
  );

  test('opens France, and keeps every other country closed', () => {
    const [countries] = all('AWS::SMSVOICE::ProtectConfiguration');
    const rules: readonly { CountryCode: string; ProtectStatus: string }[] =
      countries?.Properties.CountryRuleSet.SMS ?? [];
    expect(rules.map(({ CountryCode }) => CountryCode)).toEqual(SMS_COUNTRIES);
    expect(new Set(SMS_COUNTRIES).size).toBe(SMS_COUNTRIES.length);
    expect(rules.filter(({ ProtectStatus }) => ProtectStatus !== 'BLOCK')).toEqual([
      { CountryCode: 'FR', ProtectStatus: 'ALLOW' },
    ]);
    expect(JSON.stringify(set?.Properties.ProtectConfigurationId)).toContain('TextCountries');
  });

  test('hears of every event on a topic of its own, which feeds the queue of reports', () => {
    const [destination] = set?.Properties.EventDestinations ?? [];
    expect(destination).toMatchObject({ Enabled: true, MatchingEventTypes: ['TEXT_ALL'] });
    expect(destination.SnsDestination.TopicArn).toEqual({ Ref: topic?.id });
    expect(topic?.Properties.KmsMasterKeyId).toBeDefined();
    const subscribed = all('AWS::SNS::Subscription').filter(({ Properties }) => Properties.TopicArn.Ref === topic?.id);
    expect(subscribed.map((each) => readable(each, each.Properties.Endpoint))).toEqual([
      expect.stringMatching(/applyemailfeedback|emailfeedback/i),
    ]);
  });

  test('lets this configuration set publish there, and nobody else', () => {
    const [policy] = all('AWS::SNS::TopicPolicy').filter(({ Properties }) => Properties.Topics[0].Ref === topic?.id);
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({ Principal: { Service: 'sms-voice.amazonaws.com' }, Action: 'sns:Publish' });
    const { StringEquals, ArnLike } = allowed[0].Condition;
    expect(StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(readable(policy as never, ArnLike['aws:SourceArn'])).toMatch(/configuration-set\/aval-production-sms$/);
  });

  test('grants who sends texts, codes and answers among them, what a text names, and nobody else anything', () => {
    const granting = policies().flatMap((policy) =>
      policy.Properties.PolicyDocument.Statement.filter(
        ({ Action, Condition }: { Action: unknown; Condition?: unknown }) =>
          [Action].flat().includes('sms-voice:SendTextMessage') && Condition === undefined,
      ).map(({ Resource }: { Resource: unknown }) => ({
        role: policy.Properties.Roles[0].Ref.replace(/role.*/, ''),
        resources: [Resource].flat().map((one) => readable(policy, one).replace(/^.*:(?=[a-z-]+\/)/, '')),
      })),
    );
    const resources = ['sender-id/MAISONVALMY/*', `pool/${POOL}`, 'configuration-set/aval-production-sms'];
    const senders = ['usepreferencecentre', 'sendmessage', 'sendchunk', 'applysmsreply'];
    expect(granting.toSorted((a, b) => senders.indexOf(a.role) - senders.indexOf(b.role))).toEqual(
      senders.map((role) => ({ role, resources })),
    );
  });

  test('makes no number, no pool, no name and no list of its own', () => {
    for (const type of ['PhoneNumber', 'Pool', 'SenderId', 'OptOutList'])
      expect(all(`AWS::SMSVOICE::${type}`)).toEqual([]);
  });

  test('tells its senders by what a text leaves', () => {
    const [sender] = all('AWS::Lambda::Function').filter(({ Properties }) =>
      /send-message$/.test(Properties.FunctionName ?? ''),
    );
    expect(smsRouteIn(sender?.Properties.Environment.Variables.SMS_ROUTE)).toEqual({
      configurationSet: 'aval-production-sms',
      senderIds: ['MAISONVALMY'],
      number: POOL,
    });
  });
});

test('cdk-nag and CloudFormation’s own description have nothing against it', () => {
  const app = newApp({ outdir: mkdtempSync(join(tmpdir(), 'aval-texts-')) });
  addStacks(app, configOf('production', { stages: { production: { ...PRODUCTION, ...STATED } } }), emptyBundles());
  const described = specification();
  const complaints = app.synth().stacks.flatMap(({ template }) => described.complaintsOf(template as Template));
  expect(complaints).toEqual([]);
  expect(complaintsOfNag(app)).toEqual([]);
});

test('a protect configuration of the deployer’s own is used, and none is made', () => {
  const endUserMessaging = { origination: [PHONE], protectConfigurationId: OWN };
  const { all, policies } = deploymentOf('production', { ...PRODUCTION, routes: ROUTES, endUserMessaging });
  expect(all('AWS::SMSVOICE::ProtectConfiguration')).toEqual([]);
  expect(all('AWS::SMSVOICE::ConfigurationSet')[0]?.Properties.ProtectConfigurationId).toBeUndefined();
  expect(JSON.stringify(policies())).toContain(`protect-configuration/${OWN}`);
  expect(JSON.stringify(policies())).toContain(`phone-number/${PHONE}`);
});

const provider = (answer: 'reply' | 'key-press') => ({
  provider: { url: 'https://gateway.provider.example/v1/messages', answers: [answer] },
});
const VONAGE = { applicationId: '7f000000-0000-4000-8000-000000000001' };
const CALLS = {
  region: 'eu-central-1',
  connect: {
    instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/12345678-1234-1234-1234-123456789012',
    numbers: ['+33162000000'],
  },
};
/** A stage whose messages of a channel leave by a route, for each that is declared, but mails. */
const STAGES: readonly (readonly [route: string, channel: 'sms' | 'mms' | 'automated-call', own: StageSettings])[] = [
  ['sns', 'sms', {}],
  ['end-user-messaging', 'sms', STATED],
  ['https', 'sms', { routes: { sms: 'https' }, ...provider('reply') }],
  ['https', 'mms', { routes: { mms: 'https' }, ...provider('reply') }],
  ['https', 'automated-call', { routes: { 'automated-call': 'https' }, ...provider('key-press') }],
  ['vonage', 'sms', { routes: { sms: 'vonage' }, vonage: VONAGE }],
  ['vonage', 'automated-call', { routes: { 'automated-call': 'vonage' }, vonage: VONAGE }],
  ['smsmode', 'sms', { routes: { sms: 'smsmode' } }],
  ['spot-hit', 'mms', { routes: { mms: 'spot-hit' } }],
  ['connect', 'automated-call', { ...CALLS, routes: { 'automated-call': 'connect' } }],
];

test('a stage is looked at for each route that is declared, but that of mails', () => {
  const declared = CAPABILITIES.map(({ route, channel }) => `${route}/${channel}`);
  expect(STAGES.map(([route, channel]) => `${route}/${channel}`)).toEqual(
    declared.filter((each) => each !== 'ses/email'),
  );
});

test.each(STAGES)(
  'by %s, %s to other countries are closed by the stage where it is declared that they are, and nowhere else',
  (route, channel, own) => {
    const { all } = deploymentOf('production', { ...PRODUCTION, ...own });
    expect(configOf('production', { stages: { production: { ...PRODUCTION, ...own } } }).routes[channel]).toBe(route);
    const closed = all('AWS::SMSVOICE::ProtectConfiguration').flatMap(({ Properties }) =>
      Object.keys(Properties.CountryRuleSet),
    );
    // What AWS calls the channels that such a configuration closes.
    const named = { sms: 'SMS', mms: 'MMS', 'automated-call': 'VOICE' }[channel];
    expect(closed.includes(named)).toBe(capabilityOf(route, channel)?.countries === 'stated');
  },
);

test('who shows settings is told which names and which number SMS leave by', () => {
  const { all } = deploymentOf('production', { ...PRODUCTION, ...STATED });
  const shown = all('AWS::Lambda::Function').flatMap(({ Properties }) => {
    const { CALL_NUMBERS, SMS_ROUTE, PROVIDER_ROUTE } = Properties.Environment?.Variables ?? {};
    return CALL_NUMBERS === undefined ? [] : [shownByRoutesIn({ CALL_NUMBERS, SMS_ROUTE, PROVIDER_ROUTE })];
  });
  expect(shown).toHaveLength(4);
  for (const { texts, calls } of shown)
    expect([texts.sms?.names, texts.sms?.forms.includes('pool'), texts.mms, calls]).toEqual([
      ['MAISONVALMY'],
      true,
      undefined,
      undefined,
    ]);
});

test('a stage whose SMS leave by SNS has nothing of it', () => {
  const { all, policies } = deploymentOf('production', PRODUCTION);
  expect(all('AWS::SMSVOICE::ConfigurationSet', 'AWS::SMSVOICE::ProtectConfiguration')).toEqual([]);
  expect(JSON.stringify(policies())).not.toContain('configuration-set/aval-production-sms');
});

test('a stage that has turned the route off hears what AWS still reports, and sends nothing by it', () => {
  const endUserMessaging = { ...STATED.endUserMessaging, isEnding: true } as const;
  const { all, policies } = deploymentOf('production', { ...PRODUCTION, endUserMessaging });
  expect(all('AWS::SMSVOICE::ConfigurationSet')).toHaveLength(1);
  expect(all('AWS::SNS::Topic').map(({ Properties }) => Properties.TopicName)).toContain(
    'aval-production-text-feedback',
  );
  expect(JSON.stringify(policies())).not.toContain('configuration-set/aval-production-sms');
  const routes = all('AWS::Lambda::Function').flatMap(
    ({ Properties }) => Properties.Environment?.Variables?.SMS_ROUTE ?? [],
  );
  expect(new Set(routes)).toEqual(new Set(['none']));
});
