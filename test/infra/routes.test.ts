import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { PROBLEM_BASE, PROBLEMS, type ProblemKind } from '#shared/edge/problems.ts';
import { deploymentOf, type Resource } from './deployment.ts';

const deployment = deploymentOf('dev');
const entries = Object.entries(manifest) as [FunctionName, FunctionEntry][];
const apis = deployment.all('AWS::ApiGateway::RestApi');
const resources = deployment.all('AWS::ApiGateway::Resource');

const apiOf = (method: Resource): string => {
  const api = apis.find(({ id }) => id === method.Properties.RestApiId.Ref);
  return api?.Properties.Name.replace('aval-dev-', '');
};
const pathOf = (resourceId: string | undefined): string => {
  const resource = resources.find(({ id }) => id === resourceId);
  if (resource === undefined) return '';
  return `${pathOf(resource.Properties.ParentId.Ref)}/${resource.Properties.PathPart}`;
};
const functionIdOf = (name: string) =>
  deployment.all('AWS::Lambda::Function').find(({ Properties }) => Properties.FunctionName === `aval-dev-${name}`)?.id;

const callerOf = (route: string) => routes.find((one) => one.route === route)?.method.Integration.Credentials;
const routes = deployment.all('AWS::ApiGateway::Method').map((method) => ({
  route: `${apiOf(method)} ${method.Properties.HttpMethod} ${pathOf(method.Properties.ResourceId.Ref) || '/'}`,
  method: method.Properties,
}));
/** A public page is there for HEAD too. */
const methodsOf = ({ api, method }: Extract<FunctionEntry['trigger'], { kind: 'http' }>) =>
  api === 'public' && method === 'GET' ? ['GET', 'HEAD'] : [method];
const wanted = entries.flatMap(([name, { trigger }]) =>
  trigger.kind === 'http'
    ? methodsOf(trigger).map((method) => ({ name, trigger, route: `${trigger.api} ${method} ${trigger.path}` }))
    : [],
);

describe('routes', () => {
  test('the APIs have the routes of the manifest and no other', () => {
    expect(routes.map(({ route }) => route).sort()).toEqual(wanted.map(({ route }) => route).sort());
  });

  test.each(wanted)('$route hands its request over as it came', ({ route }) => {
    expect(routes.find((candidate) => candidate.route === route)?.method.Integration.Type).toBe('AWS_PROXY');
  });

  const permissionsOf = (name: string) =>
    deployment
      .all('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties.FunctionName['Fn::GetAtt'][0] === functionIdOf(name));
  const [ofPublic, ofApplication] = ['public', 'application'].map((api) =>
    wanted.filter(({ trigger }) => trigger.api === api),
  ) as [typeof wanted, typeof wanted];

  test('API Gateway calls what is behind the keys by one role, which may call that and nothing else', () => {
    const roles = new Set(ofApplication.map(({ route }) => JSON.stringify(callerOf(route))));
    expect(roles.size).toBe(1);
    const [id] = callerOf(ofApplication[0]?.route ?? '')?.['Fn::GetAtt'] ?? [];
    const role = deployment.all('AWS::IAM::Role').find((candidate) => candidate.id === id);
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' } },
    ]);
    const [policy, ...more] = (role?.Properties.Policies ?? []) as readonly Resource['Properties'][];
    expect(more).toEqual([]);
    const arns = ofApplication.map(({ name }) => ({ 'Fn::GetAtt': [functionIdOf(name), 'Arn'] }));
    expect(policy.PolicyDocument.Statement).toEqual([
      { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: expect.arrayContaining(arns) },
    ]);
    expect(policy.PolicyDocument.Statement[0].Resource).toHaveLength(arns.length);
    expect(ofApplication.flatMap(({ name }) => permissionsOf(name))).toEqual([]);
  });

  test.each(ofPublic)('$route may be called by API Gateway on that route alone', ({ name, route }) => {
    expect(callerOf(route)).toBeUndefined();
    const permissions = permissionsOf(name);
    expect(permissions).toHaveLength(wanted.filter((route) => route.name === name).length);
    for (const { Properties } of permissions) {
      expect(Properties.Principal).toBe('apigateway.amazonaws.com');
      expect(JSON.stringify(Properties.SourceArn)).not.toContain('test-invoke-stage');
    }
  });

  test.each(wanted)('$route asks for a key exactly when it has a scope', ({ trigger, route }) => {
    const method = routes.find((candidate) => candidate.route === route)?.method;
    const asksForKey = trigger.api === 'application' && trigger.scope !== undefined;
    expect(method.AuthorizationType).toBe(asksForKey ? 'CUSTOM' : 'NONE');
    expect(method.AuthorizerId !== undefined).toBe(asksForKey);
  });

  test('the authorizer reads the Authorization header and its answer holds for 30 seconds', () => {
    const [authorizer, ...more] = deployment.all('AWS::ApiGateway::Authorizer');
    expect(more).toEqual([]);
    expect(authorizer?.Properties).toMatchObject({
      Type: 'TOKEN',
      IdentitySource: 'method.request.header.Authorization',
      AuthorizerResultTtlInSeconds: 30,
    });
    expect(JSON.stringify(authorizer?.Properties.AuthorizerUri)).toContain(`"${functionIdOf('authorize')}"`);
  });
});

describe('the gateway', () => {
  test('both APIs are regional and live on the stage `live`', () => {
    expect(apis).toHaveLength(2);
    for (const { Properties } of apis) expect(Properties.EndpointConfiguration.Types).toEqual(['REGIONAL']);
    for (const { Properties } of deployment.some('AWS::ApiGateway::Stage')) expect(Properties.StageName).toBe('live');
  });

  test('P8: access logs carry the route and the status, never a path, an address or a header', () => {
    for (const { Properties } of deployment.some('AWS::ApiGateway::Stage')) {
      const fields = Object.values(JSON.parse(Properties.AccessLogSetting.Format));
      expect(fields).toEqual(expect.arrayContaining(['$context.resourcePath', '$context.status']));
      expect(fields.join(' ')).not.toMatch(/context\.path|identity|requestOverride|integrationErrorMessage/);
    }
  });

  test('P8: the gateway neither traces nor logs requests, whose paths carry tokens', () => {
    for (const { Properties } of deployment.some('AWS::ApiGateway::Stage')) {
      expect(Properties.TracingEnabled).toBe(false);
      expect(Properties.MethodSettings).not.toEqual([]);
      for (const settings of Properties.MethodSettings) {
        expect(settings).toMatchObject({ DataTraceEnabled: false, LoggingLevel: 'OFF' });
      }
    }
  });

  test('every stage is throttled', () => {
    for (const { Properties } of deployment.some('AWS::ApiGateway::Stage')) {
      const [settings] = Properties.MethodSettings;
      expect(settings).toMatchObject({ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 50 });
    }
  });

  test('who types addresses or codes has a bucket of their own, and takes nothing from one click', () => {
    const settings = deployment.all('AWS::ApiGateway::Stage').flatMap(({ Properties }) => Properties.MethodSettings);
    const limits = { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 4 };
    const rest = { LoggingLevel: 'OFF', DataTraceEnabled: false, MetricsEnabled: true };
    expect(settings.filter(({ ResourcePath }) => ResourcePath !== '/*')).toEqual(
      ['/~1o', '/~1p~1{token}'].map((ResourcePath) => ({ HttpMethod: 'POST', ResourcePath, ...limits, ...rest })),
    );
  });

  const answersOf = (api: string) =>
    deployment
      .all('AWS::ApiGateway::GatewayResponse')
      .filter((answer) => apiOf(answer) === api)
      .map(({ Properties }) => Properties);
  const answers = answersOf('application');

  test('answers by itself with problems of our own table, their code, remedy and the id of the request', () => {
    expect(answers.length).toBeGreaterThan(0);
    for (const { ResponseTemplates, ResponseParameters, StatusCode } of answers) {
      const { code, ...problem } = JSON.parse(ResponseTemplates['application/json']);
      const { status, title, remedy, route, retry } = (PROBLEMS as Readonly<Record<string, ProblemKind>>)[code] ?? {};
      expect(problem).toEqual({
        type: PROBLEM_BASE + code,
        title,
        status,
        remedy: { sentence: remedy, ...(route === undefined ? {} : { route }) },
        correlationId: '$context.requestId',
      });
      expect(StatusCode).toBe(String(status));
      const header = (name: string): string | undefined => ResponseParameters[`gatewayresponse.header.${name}`];
      expect(header('Content-Type')).toBe("'application/problem+json'");
      expect(header('X-Correlation-Id')).toBe('context.requestId');
      expect(header('WWW-Authenticate')).toBe(status === 401 ? "'Bearer'" : undefined);
      expect([code, header('Retry-After') !== undefined]).toEqual([code, retry]);
    }
  });

  test('answers 401, 403, 404, 413, 429 and 5xx so, and what has no answer of its own too', () => {
    const codes = answers.map(({ ResponseType, ResponseTemplates }) => [
      ResponseType,
      JSON.parse(ResponseTemplates['application/json']).code,
    ]);
    expect(Object.fromEntries(codes)).toMatchObject({
      UNAUTHORIZED: 'unauthenticated',
      MISSING_AUTHENTICATION_TOKEN: 'route-not-found',
      WAF_FILTERED: 'waf-filtered',
      REQUEST_TOO_LARGE: 'payload-too-large',
      THROTTLED: 'rate-limited',
      AUTHORIZER_FAILURE: 'dependency-unavailable',
      INTEGRATION_TIMEOUT: 'dependency-unavailable',
      DEFAULT_4XX: 'malformed-request',
      DEFAULT_5XX: 'internal-error',
    });
  });

  test('answers a person by pages, which say in two languages that nothing is recorded, or not known to be, with the same statuses', () => {
    const pages = answersOf('public');
    const statuses = (of: typeof answers) =>
      Object.fromEntries(of.map(({ ResponseType, StatusCode }) => [ResponseType, StatusCode]));
    // No page has an authorizer, which alone brings these about.
    const { UNAUTHORIZED, ACCESS_DENIED, AUTHORIZER_FAILURE, ...ofAll } = statuses(answers);
    expect([UNAUTHORIZED, ACCESS_DENIED, AUTHORIZER_FAILURE]).toEqual(['401', '401', '503']);
    expect(statuses(pages)).toEqual(ofAll);
    for (const { ResponseTemplates, ResponseParameters } of pages) {
      const header = (name: string): string | undefined => ResponseParameters[`gatewayresponse.header.${name}`];
      expect(header('Content-Type')).toBe("'text/html; charset=utf-8'");
      expect(header('WWW-Authenticate')).toBeUndefined();
      const { 'application/json': body, ...others } = ResponseTemplates;
      expect(others).toEqual({});
      expect(body).toMatch(
        /^<!doctype html><html lang="fr">.*(?:n’a été enregistré|n’est pas enregistrée|n’est pas encore confirmée)/,
      );
      expect(body).toMatch(/<section lang="en">.*(?:(?:Nothing was|is not) recorded|is not confirmed yet)/);
      // Nothing of the request but its id: a path can carry a link.
      expect(body.match(/\$[\w.]+/g)).toEqual(['$context.requestId']);
    }
  });
});
