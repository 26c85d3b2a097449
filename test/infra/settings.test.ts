import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { configOf, loadSettings } from '#infra/config.ts';
import { refuseContext } from '#infra/refused-context.ts';
import { Routes } from '#infra/routes/routes.ts';
import { CHANNELS, isSent } from '#shared/domain/message/channel.ts';
import { type Deployment, deploymentOf, PRODUCTION, type Resource } from './deployment.ts';

const ofStage = (own: object, stage = 'production') => configOf(stage, { stages: { [stage]: own } });
const ofProduction = (own: object) => ofStage({ ...PRODUCTION, ...own });
const EXAMPLE = JSON.parse(readFileSync('docs/aval.config.example.json', 'utf8'));

describe('aval.config.json', () => {
  test('the example describes both stages, and nothing in it looks secret', () => {
    for (const stage of Object.keys(EXAMPLE.stages)) expect(configOf(stage, EXAMPLE).stage).toBe(stage);
    expect(JSON.stringify(EXAMPLE)).not.toMatch(/secret|password|token|AKIA|"key/i);
  });

  test('its schema admits the example, and no key that it does not describe', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync('docs/aval.config.schema.json', 'utf8')),
    );
    expect(validate(EXAMPLE)).toBe(true);
    expect(validate({ stages: { production: { domain: 'stop.example.fr' } } })).toBe(false);
    expect(validate({ stages: { production: { retention: { logDays: 42 } } } })).toBe(false);
  });

  test.each(['local', 'dev'])('stage %s needs no file', (stage) => {
    expect(configOf(stage, undefined)).toMatchObject({ stage, region: 'eu-west-3', isProduction: false });
  });

  test('production needs a file, and a description in it', () => {
    expect(() => configOf('production', undefined)).toThrow(/^Stage "production" is described nowhere: name its file/);
    expect(() => configOf('staging', EXAMPLE)).toThrow(
      'Stage "staging" is not in aval.config.json, which describes: dev, production.',
    );
    expect(() => configOf('constructor', EXAMPLE)).toThrow(/^Stage "constructor" is not in/);
    expect(() => configOf('production', { stages: {} }, [], 'ours.json')).toThrow(
      'Stage "production" is not in ours.json, which describes: none.',
    );
  });

  test.each(['publicDomain', 'senders', 'alarms'] as const)('production does not go without %s', (name) => {
    const { [name]: left, ...others } = PRODUCTION;
    expect(left).toBeDefined();
    expect(() => ofStage(others)).toThrow(`set \`stages.production.${name}`);
    for (const file of ['aval.config.json', 'ours.json'])
      expect(() => configOf('production', { stages: { production: others } }, [], file)).toThrow(` in ${file}.`);
  });

  test.each([
    [{ publicDomian: {} }, 'there is no setting `stages.production.publicDomian`'],
    [{ alarms: { mail: 'ops@example.fr' } }, 'there is no setting `stages.production.alarms.mail`'],
    [{ senders: { email: [{ identity: 'example.fr', secret: 'x' }] } }, 'senders.email.0.secret`'],
    [{ publicDomain: { host: 'https://stop.example.fr' } }, '`stages.production.publicDomain.host`: a host is a bare'],
    [{ publicDomain: { host: 'localhost' } }, 'bare host name'],
    [{ publicDomain: { host: 'stop.example.fr/o' } }, 'bare host name'],
    [{ publicDomain: { host: 'stop.example.fr:8080' } }, 'bare host name'],
    [{ publicDomain: { host: '127.0.0.1' } }, 'bare host name'],
    [{ alarms: { email: 'ops' } }, '`stages.production.alarms.email`: not an address of e-mail'],
    [{ retention: { logDays: 42 } }, '`stages.production.retention.logDays`: CloudWatch Logs keeps for 1, 3, 5'],
    [{ quotas: { requestsPerSecond: 'many' } }, '`stages.production.quotas.requestsPerSecond`: not a whole number'],
    [{ quotas: { requestsAtOnce: 0 } }, '`stages.production.quotas.requestsAtOnce`: not above zero'],
    [{ region: 'paris' }, '`stages.production.region`: not an AWS Region'],
    [{ routes: { email: 'sns' } }, '`stages.production.routes.email`: mail leaves by `ses` (Amazon SES), and this'],
    [
      { routes: { sms: 'orange' } },
      '`stages.production.routes.sms`: it leaves by `sns` or `end-user-messaging` or `https`',
    ],
    [{ routes: { 'live-call': 'connect' } }, '`live-call` has no route'],
    [{ senders: { sms: [{ sender: 'Été' }] } }, 'senders.sms.0.sender`: a number, or 3 to 11'],
  ])('%j is refused at its place', (own, sentence) => {
    expect(() => ofProduction(own)).toThrow(sentence);
  });

  describe('a domain that two have', () => {
    const both = (own: object) => ({
      production: { ...PRODUCTION, inbox: { domain: 'non.example.fr' } },
      staging: { ...PRODUCTION, publicDomain: { host: 'stop.staging.example.fr' }, ...own },
    });

    test.each([
      ['publicDomain.host', { publicDomain: { host: 'stop.example.fr' } }, 'production.publicDomain.host'],
      ['apiDomain.host', { apiDomain: { host: 'stop.example.fr' } }, 'production.publicDomain.host'],
      ['apiDomain.host', { apiDomain: { host: 'stop.staging.example.fr' } }, 'staging.publicDomain.host'],
      ['inbox.domain', { inbox: { domain: 'non.example.fr' } }, 'production.inbox.domain'],
      [
        'inbox.replies',
        { inbox: { domain: 'nein.example.fr', replies: 'stop.example.fr' } },
        'production.publicDomain',
      ],
    ])('is refused at the %s of the stage that is asked for', (path, own, taken) => {
      expect(() => configOf('staging', { stages: both(own) })).toThrow(
        new RegExp(`^\`stages\\.staging\\.${path}\` is \\S+, which \`stages\\.${taken}`),
      );
    });

    test('stops no stage that has no part in it, and none that moves to another Region', () => {
      const own = { publicDomain: { host: 'stop.example.fr' } };
      expect(configOf('dev', { stages: { ...both(own), dev: {} } }).stage).toBe('dev');
      expect(configOf('staging', { stages: both({ ...own, region: 'eu-central-1' }) }).region).toBe('eu-central-1');
    });
  });

  test('each channel that is handed over has its route, whether the file says it or not, and no other channel has one', () => {
    const usual = { email: 'ses', sms: 'sns' };
    expect(ofProduction({}).routes).toEqual(usual);
    expect(ofProduction({ routes: { email: 'ses' } }).routes).toEqual(usual);
    expect(ofProduction({ routes: usual }).routes).toEqual(usual);
    expect(configOf('dev', undefined).routes).toEqual(usual);
    expect(Object.keys(Routes.shape).toSorted()).toEqual(CHANNELS.filter(isSent).toSorted());
  });

  test('the name of a stage is refused where it could name no resource', () => {
    expect(() => configOf('Dev', { stages: { Dev: {} } })).toThrow(/stages\.Dev`: a stage is named by lower-case/);
  });

  test.each(['eu-west-3', 'eusc-de-east-1', 'us-gov-west-1', 'ap-southeast-2'])('%s is a Region', (region) => {
    expect(ofProduction({ region }).region).toBe(region);
  });

  test('in the European Sovereign Cloud no role names the partition or the domain of another', () => {
    const text = JSON.stringify(deploymentOf('production', { region: 'eusc-de-east-1' }).policies());
    expect(text).toContain('dynamodb.eusc-de-east-1.amazonaws.eu');
    expect(text.match(/arn:aws:[^"]*|[\w-]+\.eusc-de-east-1\.amazonaws\.com/g)).toBeNull();
  });

  test('a file that is no JSON is said, and one that is not there is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aval-settings-'));
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(() => loadSettings(join(folder, 'broken.json'))).toThrow(/broken\.json is not JSON\.$/);
    expect(loadSettings(join(folder, 'none.json'))).toBeUndefined();
  });

  test('what -c once set is refused with its place in the file', () => {
    expect(() => refuseContext(['domain'], 'production')).toThrow(
      '`domain` cannot be given with -c any more: set `stages.production.publicDomain.host` in aval.config.json.',
    );
    expect(() => refuseContext(['clockOffsetFile'], 'dev')).toThrow(/parameter of the template of stage `local` alone/);
  });
});

/** Properties that name a resource in its account and Region; what has none is named by CloudFormation after its stack. */
const NAME = /^(?:\w*Name|Name)$/;
const OF_OTHERS = new Set([
  'AttributeName',
  'IndexName',
  'MetricName',
  'TableName',
  'AWS::ApiGateway::Stage StageName',
  'AWS::IAM::Policy PolicyName',
]);
const namesIn = (deployment: Deployment): readonly string[] => [
  ...new Set(
    everyResource(deployment).flatMap((resource) => ownNames(resource).map((name) => `${resource.Type} ${name}`)),
  ),
];
const everyResource = (deployment: Deployment): readonly Resource[] =>
  [...deployment.templates.values()].flatMap(({ Resources }) =>
    Object.entries(Resources).map(([id, one]) => ({ id, stack: '', ...one })),
  );
const ownNames = ({ Type, Properties }: Resource): readonly string[] =>
  Object.entries((Properties ?? {}) as Readonly<Record<string, unknown>>)
    .filter(
      ([name, value]) =>
        NAME.test(name) && typeof value === 'string' && !OF_OTHERS.has(name) && !OF_OTHERS.has(`${Type} ${name}`),
    )
    .map(([, value]) => String(value));

describe('two stages in one account', () => {
  const [first, second] = [
    deploymentOf('production'),
    deploymentOf('staging', { publicDomain: { host: 'stop2.example.fr' } }),
  ];

  test('have no physical name in common', () => {
    const [left, right] = [namesIn(first), namesIn(second)];
    expect(left.length).toBeGreaterThan(100);
    expect(left.filter((name) => right.includes(name))).toEqual([]);
  });

  test('have no stack in common', () => {
    expect([...first.templates.keys()].filter((name) => second.templates.has(name))).toEqual([]);
  });

  test('the same domain for both would be seen', () => {
    const right = namesIn(deploymentOf('staging'));
    expect(namesIn(first).filter((name) => right.includes(name))).toContain(
      'AWS::ApiGateway::DomainName stop.example.fr',
    );
  });
});
