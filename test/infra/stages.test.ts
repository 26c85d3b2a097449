import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { OPPOSING } from '#functions/manifest/table-grants.ts';
import { manifest } from '#functions/manifest.ts';
import { type Deployment, deploymentOf } from './deployment.ts';

const local = deploymentOf('local');
const dev = deploymentOf('dev');
const production = deploymentOf('production');
const stages: readonly (readonly [string, Deployment])[] = [
  ['local', local],
  ['dev', dev],
  ['production', production],
];

/** Parameters that whoever deploys can set: not the SSM paths, which the template itself fills. */
const settable = (deployment: Deployment): readonly string[] =>
  [...deployment.templates.values()].flatMap(({ Parameters }) =>
    Object.entries(Parameters ?? {})
      .filter(([, { Type }]) => !Type.startsWith('AWS::SSM::Parameter::Value'))
      .map(([name]) => name),
  );

const linkOf = (deployment: Deployment, name: string) => {
  const link = deployment.all('AWS::SSM::Parameter').find(({ Properties }) => Properties.Name.endsWith(`/${name}`));
  return link === undefined ? undefined : deployment.readable(link, link.Properties.Value);
};

describe('stages', () => {
  test('the local parameters exist on the stage local, and no other stage has a parameter to set', () => {
    expect(new Set(settable(local))).toEqual(new Set(['ClockOffsetFile', 'PublicBaseUrl', 'ProviderUrl']));
    expect(settable(dev)).toEqual([]);
    expect(settable(production)).toEqual([]);
  });

  test('the file of the movable clock reaches every function on the stage local, and none elsewhere', () => {
    const clocksOf = (deployment: Deployment) =>
      deployment
        .all('AWS::Lambda::Function')
        .map(({ Properties }) => Properties.Environment.Variables.CLOCK_OFFSET_FILE);
    expect(new Set(clocksOf(local).map((value) => JSON.stringify(value)))).toEqual(
      new Set(['{"Ref":"ClockOffsetFile"}']),
    );
    expect(new Set([...clocksOf(dev), ...clocksOf(production)])).toEqual(new Set([undefined]));
  });

  test('links stand on the parameter locally, on execute-api in dev, on the domain in production', () => {
    expect(linkOf(local, 'public-base-url')).toBe('PublicBaseUrl');
    expect(linkOf(dev, 'public-base-url')).toMatch(
      /^https:\/\/public\w+\.execute-api\.eu-west-3\.AWS::URLSuffix\/live$/,
    );
    expect(linkOf(production, 'public-base-url')).toBe('https://stop.example.fr');
  });

  test('no template of another stage mentions http:// or localhost', () => {
    const text = JSON.stringify([...dev.templates.values(), ...production.templates.values()]);
    expect(text).not.toMatch(/http:\/\/|localhost/);
  });

  test('mail of dev reaches the simulator and the deployer alone; production names no recipients', () => {
    const sending = (deployment: Deployment) =>
      deployment
        .policies()
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .find(({ Action }) => Action === 'ses:SendEmail')?.Condition;
    expect(
      sending(
        deploymentOf('dev', { senders: { email: [{ identity: 'example.fr' }, { identity: 'me@example.org' }] } }),
      ),
    ).toEqual({
      'ForAllValues:StringLike': { 'ses:Recipients': ['*@simulator.amazonses.com', '*@example.fr', 'me@example.org'] },
    });
    expect(sending(production)).toBeUndefined();
  });
});

describe.each(stages)('the stacks of stage %s', (_stage, deployment) => {
  test('they are linked by parameters and never by exports', () => {
    const text = JSON.stringify([...deployment.templates.values()]);
    expect(text).not.toContain('Fn::ImportValue');
    expect(text).not.toContain('"Export"');
  });

  test('every parameter that a stack reads is published by an earlier stack', () => {
    const published = new Set<string>();
    for (const stack of ['Data', 'Api', 'Workers', 'Events', 'Observability']) {
      const [name, template] = [...deployment.templates].find(([key]) => key.endsWith(`-${stack}`)) ?? [];
      for (const { Default } of Object.values(template?.Parameters ?? {})) {
        if (Default?.startsWith('/aval/')) expect(published, `${name} reads ${Default}`).toContain(Default);
      }
      for (const { Type, Properties } of Object.values(template?.Resources ?? {})) {
        if (Type === 'AWS::SSM::Parameter') published.add(Properties.Name);
      }
    }
  });

  test('tracking is off in every configuration set, and mail leaves by TLS', () => {
    const sets = deployment.all('AWS::SES::ConfigurationSet');
    expect(sets.length).toBeGreaterThan(0);
    for (const { Properties } of sets) {
      expect(Properties.TrackingOptions).toBeUndefined();
      expect(Properties.VdmOptions.DashboardOptions.EngagementMetrics).toBe('DISABLED');
      expect(Properties.DeliveryOptions.TlsPolicy).toBe('REQUIRE');
    }
  });
});

test('what an account has once belongs to no stage: no identity of SES is created, and the log role of API Gateway stays', () => {
  expect(production.all('AWS::SES::EmailIdentity')).toEqual([]);
  const [account] = production.all('AWS::ApiGateway::Account');
  const role = production
    .all('AWS::IAM::Role')
    .find(({ id }) => id === account?.Properties.CloudWatchRoleArn['Fn::GetAtt'][0]);
  expect([account?.DeletionPolicy, role?.DeletionPolicy]).toEqual(['Retain', 'Retain']);
});

/** What AWS WAF says of a request, of the few statements that we use. */
interface Statement {
  readonly NotStatement?: { readonly Statement: Statement };
  readonly AndStatement?: { readonly Statements: readonly Statement[] };
  readonly OrStatement?: { readonly Statements: readonly Statement[] };
  readonly ByteMatchStatement?: {
    readonly FieldToMatch: object;
    readonly SearchString: string;
    readonly PositionalConstraint: string;
  };
  readonly RegexMatchStatement?: { readonly FieldToMatch: object; readonly RegexString: string };
}
const holds = (statement: Statement, request: { readonly method: string; readonly path: string }): boolean => {
  const each = (one: Statement) => holds(one, request);
  if (statement.NotStatement) return !each(statement.NotStatement.Statement);
  if (statement.AndStatement) return statement.AndStatement.Statements.every(each);
  if (statement.OrStatement) return statement.OrStatement.Statements.some(each);
  const match = statement.ByteMatchStatement ?? statement.RegexMatchStatement;
  if (match === undefined) throw new Error(`not read: ${JSON.stringify(statement)}`);
  const field = 'UriPath' in match.FieldToMatch ? request.path : request.method;
  if ('RegexString' in match) return new RegExp(match.RegexString).test(field);
  if (match.PositionalConstraint !== 'EXACTLY') throw new Error(`not read: ${match.PositionalConstraint}`);
  return field === match.SearchString;
};

/** The rules of the firewall that look at a request. */
const rulesFor = (method: string, path: string): readonly string[] => {
  const [acl] = production.all('AWS::WAFv2::WebACL');
  return acl?.Properties.Rules.filter((rule: { Statement: object }) => {
    const [statement] = Object.values<{ ScopeDownStatement: Statement }>(rule.Statement as never);
    return statement !== undefined && holds(statement.ScopeDownStatement, { method, path });
  }).map(({ Name }: { Name: string }) => Name);
};

/** A route of the public API by which an opposition comes: what runs there registers one, or has it registered from a queue. */
const isToOppose = ({ trigger, grants }: FunctionEntry): boolean =>
  trigger.kind === 'http' &&
  trigger.api === 'public' &&
  (grants.includes('sms-replies:publish') || OPPOSING.every((grant) => grants.includes(grant)));
const pathsIn = (entries: readonly FunctionEntry[]) =>
  new Set(entries.flatMap(({ trigger }) => (trigger.kind === 'http' ? [trigger.path] : [])));
const all: readonly FunctionEntry[] = Object.values(manifest);
const pathsToOppose = pathsIn(all.filter(isToOppose));
/** The same, and the page that is read before one opposes there. */
const waysToOppose = all.flatMap(({ trigger }) =>
  trigger.kind === 'http' && trigger.api === 'public' && pathsToOppose.has(trigger.path) ? [trigger] : [],
);

describe('the front of production', () => {
  test('both APIs stand behind a firewall, and dev has none', () => {
    expect(production.all('AWS::WAFv2::WebACLAssociation')).toHaveLength(2);
    expect(dev.all('AWS::WAFv2::WebACL')).toEqual([]);
  });

  test.each([
    ['POST', '/o/abc', []],
    ['POST', '/live/o/abc', []],
    ['GET', '/o/abc', []],
    ['HEAD', '/live/o/abc', []],
    ['POST', '/r/abc', []],
    ['POST', '/live/r/abc', []],
    ['GET', '/s/abc', []],
    ['POST', '/live/s/abc', []],
    ['GET', '/p/abc', []],
    ['POST', '/live/p/abc', ['rate-per-typist']],
    ['HEAD', '/p/abc', []],
    ['POST', '/s', ['rate-per-address', 'hostile-addresses']],
    ['POST', '/o', ['rate-per-reader', 'rate-per-typist']],
    ['POST', '/live/o', ['rate-per-reader', 'rate-per-typist']],
    ['GET', '/o', ['rate-per-reader']],
    ['HEAD', '/o', ['rate-per-reader']],
    ['GET', '/', ['rate-per-reader']],
    ['GET', '/live', ['rate-per-reader']],
    ['POST', '/v1/messages', ['rate-per-application', 'hostile-addresses']],
    ['GET', '/live/openapi.json', ['rate-per-application', 'hostile-addresses']],
    ['GET', '/live/v1/contacts/o', ['rate-per-application', 'hostile-addresses']],
    ['POST', '/live/v1/advertisers/o/x', ['rate-per-application', 'hostile-addresses']],
    ['GET', '/live/wp-admin', ['rate-per-address', 'hostile-addresses']],
  ])('nobody is kept from opposing, nor a company from its API: %s %s is under %j', (method, path, rules) => {
    expect(rulesFor(method, path)).toEqual(rules);
  });

  test('the public ways to oppose are links, reports, replies, the preference centre and the typed address', () => {
    expect([...pathsToOppose].toSorted()).toEqual(['/o', '/o/{token}', '/p/{token}', '/r/{token}', '/s/{code}']);
  });

  test.each(waysToOppose)('no rule but that of its kind is in front of $method $path', ({ method, path }) => {
    const asked = path.replace(/\{\w+\}/, 'AbCd-_09');
    const isTyped = method === 'POST' && ['/o', '/p/{token}'].includes(path);
    const rules = [...(asked === path ? ['rate-per-reader'] : []), ...(isTyped ? ['rate-per-typist'] : [])];
    for (const at of [asked, `/live${asked}`]) expect(rulesFor(method, at)).toEqual(rules);
  });

  test('behind one address a company may call its API two hundred times a second', () => {
    const [acl] = production.all('AWS::WAFv2::WebACL');
    const limits = acl?.Properties.Rules.flatMap(
      (rule: { Name: string; Statement: { RateBasedStatement?: { Limit: number } } }) =>
        rule.Statement.RateBasedStatement ? [[rule.Name, rule.Statement.RateBasedStatement.Limit / 300]] : [],
    );
    expect(Object.fromEntries(limits)['rate-per-application']).toBeGreaterThanOrEqual(200);
  });

  test('it takes forty addresses to use up what all may type, and an office of a hundred is not turned away', () => {
    const rules = production.all('AWS::WAFv2::WebACL').flatMap(({ Properties }) => Properties.Rules);
    const { Statement } = rules.find(({ Name }) => Name === 'rate-per-typist');
    const { Limit, EvaluationWindowSec = 300 } = Statement.RateBasedStatement;
    const settings = production
      .all('AWS::ApiGateway::Stage')
      .flatMap(({ Properties }) => Properties.MethodSettings)
      .filter(({ HttpMethod, ResourcePath }) => HttpMethod === 'POST' && /^\/~1[op]/.test(ResourcePath));
    expect(settings).toHaveLength(2);
    for (const { ThrottlingRateLimit } of settings)
      expect(ThrottlingRateLimit / (Limit / EvaluationWindowSec)).toBeGreaterThanOrEqual(40);
    expect(Limit).toBeGreaterThanOrEqual(100);
  });

  test('P8: the firewall keeps no sample of requests', () => {
    const [acl] = production.all('AWS::WAFv2::WebACL');
    expect(acl?.Properties.VisibilityConfig.SampledRequestsEnabled).toBe(false);
    for (const rule of acl?.Properties.Rules ?? []) {
      expect(rule.VisibilityConfig.SampledRequestsEnabled).toBe(false);
    }
  });

  test('the public API answers on the domain, by TLS 1.2 or later', () => {
    const [domain, ...more] = production.all('AWS::ApiGateway::DomainName');
    expect(more).toEqual([]);
    expect(domain?.Properties).toMatchObject({ DomainName: 'stop.example.fr', SecurityPolicy: 'TLS_1_2' });
  });
});
