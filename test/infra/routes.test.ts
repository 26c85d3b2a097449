import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { PROBLEM_BASE, PROBLEMS } from '#shared/edge/problems.ts';
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

const routes = deployment.all('AWS::ApiGateway::Method').map((method) => ({
  route: `${apiOf(method)} ${method.Properties.HttpMethod} ${pathOf(method.Properties.ResourceId.Ref)}`,
  method: method.Properties,
}));
const wanted = entries.flatMap(([name, { trigger }]) =>
  trigger.kind === 'http' ? [{ name, trigger, route: `${trigger.api} ${trigger.method} ${trigger.path}` }] : [],
);

describe('routes', () => {
  test('the APIs have the routes of the manifest and no other', () => {
    expect(routes.map(({ route }) => route).sort()).toEqual(wanted.map(({ route }) => route).sort());
  });

  test.each(wanted)('$route calls $name', ({ name, route }) => {
    const method = routes.find((candidate) => candidate.route === route)?.method;
    expect(method.Integration.Type).toBe('AWS_PROXY');
    expect(JSON.stringify(method.Integration.Uri)).toContain(`"Fn::GetAtt":["${functionIdOf(name)}","Arn"]`);
  });

  test.each(wanted)('$route may be called by API Gateway on that route alone', ({ name }) => {
    const permissions = deployment
      .all('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties.FunctionName['Fn::GetAtt'][0] === functionIdOf(name));
    expect(permissions).toHaveLength(1);
    expect(permissions[0]?.Properties.Principal).toBe('apigateway.amazonaws.com');
    expect(JSON.stringify(permissions[0]?.Properties.SourceArn)).not.toContain('test-invoke-stage');
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
    for (const { Properties } of deployment.all('AWS::ApiGateway::Stage')) expect(Properties.StageName).toBe('live');
  });

  test('P8: access logs carry the route and the status, never a path, an address or a header', () => {
    for (const { Properties } of deployment.all('AWS::ApiGateway::Stage')) {
      const fields = Object.values(JSON.parse(Properties.AccessLogSetting.Format));
      expect(fields).toEqual(expect.arrayContaining(['$context.resourcePath', '$context.status']));
      expect(fields.join(' ')).not.toMatch(/context\.path|identity|requestOverride|integrationErrorMessage/);
    }
  });

  test('P8: the gateway neither traces nor logs requests, whose paths carry tokens', () => {
    for (const { Properties } of deployment.all('AWS::ApiGateway::Stage')) {
      expect(Properties.TracingEnabled).toBe(false);
      for (const settings of Properties.MethodSettings) {
        expect(settings).toMatchObject({ DataTraceEnabled: false, LoggingLevel: 'OFF' });
      }
    }
  });

  test('every stage is throttled', () => {
    for (const { Properties } of deployment.all('AWS::ApiGateway::Stage')) {
      const [settings] = Properties.MethodSettings;
      expect(settings).toMatchObject({ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 50 });
    }
  });

  test('what the gateway answers by itself is a problem of our own table, or says no more than its status', () => {
    const answers = deployment.all('AWS::ApiGateway::GatewayResponse');
    expect(answers.length).toBeGreaterThan(0);
    const known = Object.entries(PROBLEMS).map(([code, { status, title }]) => ({
      type: PROBLEM_BASE + code,
      title,
      status,
    }));
    for (const { Properties } of answers) {
      const problem = JSON.parse(Properties.ResponseTemplates['application/json']);
      expect([...known, { type: 'about:blank', title: 'Not Found', status: 404 }]).toContainEqual(problem);
      expect(Properties.StatusCode).toBe(String(problem.status));
      expect(Properties.ResponseParameters['gatewayresponse.header.Content-Type']).toBe("'application/problem+json'");
    }
  });
});
