import { Duration } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  AwsIntegration,
  EndpointType,
  type IAuthorizer,
  type Integration,
  LambdaIntegration,
  LogGroupLogDestination,
  type Method,
  MethodLoggingLevel,
  RestApi,
  TokenAuthorizer,
} from 'aws-cdk-lib/aws-apigateway';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../config.ts';
import { acknowledge } from './acknowledged.ts';
import type { Platform } from './function.ts';
import { accessLogOf, logGroupIn } from './log-group.ts';
import { pageResponses } from './page-responses.ts';
import { problemResponses } from './problem-responses.ts';

/** The name of the deployment stage of both APIs, and so the first part of every path on `execute-api`. */
export const STAGE_NAME = 'live';

/** The route of the manifest, never the path: a path can carry a link's token or a contact's id (P8). No address either. */
const ACCESS_LOG = JSON.stringify({
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  responseMs: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  authorizerStatus: '$context.authorizer.status',
  errorType: '$context.error.responseType',
});

/**
 * Of the requests that an API admits, how many may type an address, and how many a code in the preference centre: the one may write at
 * every advertiser, the other sends messages, and what they take there, the one-click oppositions of others do not lack.
 */
const TYPED_SHARE = 1 / 25;
const TYPED = ['oppose-by-address', 'use-preference-centre'] as const satisfies readonly FunctionName[];

/** What holds for every method of an API; a method with settings of its own takes none from its stage. */
const METHOD = { loggingLevel: MethodLoggingLevel.OFF, dataTraceEnabled: false, metricsEnabled: true } as const;

const typed = ({ quotas }: Config) =>
  Object.fromEntries(
    TYPED.map((name) => [
      `${manifest[name].trigger.path}/${manifest[name].trigger.method}`,
      {
        ...METHOD,
        throttlingRateLimit: Math.ceil(quotas.requestsPerSecond * TYPED_SHARE),
        throttlingBurstLimit: Math.ceil(quotas.requestsAtOnce * TYPED_SHARE),
      },
    ]),
  );

/**
 * A regional REST API without routes. No execution log and no tracing at the gateway: both would record paths and
 * bodies. The functions behind are traced.
 */
export const restApi = (scope: Construct, platform: Platform, name: 'application' | 'public'): RestApi => {
  const { config } = platform;
  const { group } = logGroupIn(scope, `${name}-access-log`, platform, accessLogOf(name));
  const api = new RestApi(scope, name, {
    restApiName: `aval-${config.stage}-${name}`,
    endpointTypes: [EndpointType.REGIONAL],
    cloudWatchRole: false,
    deployOptions: {
      stageName: STAGE_NAME,
      accessLogDestination: new LogGroupLogDestination(group),
      accessLogFormat: AccessLogFormat.custom(ACCESS_LOG),
      tracingEnabled: false,
      ...METHOD,
      throttlingRateLimit: config.quotas.requestsPerSecond,
      throttlingBurstLimit: config.quotas.requestsAtOnce,
      ...(name === 'public' ? { methodOptions: typed(config) } : {}),
    },
  });
  if (name === 'public') pageResponses(api);
  else problemResponses(api);
  acknowledgeApi(api);
  return api;
};

const acknowledgeApi = (api: RestApi): void => {
  acknowledge(
    api,
    'AwsSolutions-APIG2',
    'Each function reads its request by a schema of its own and answers a problem document with a pointer to each mistake, which the gateway cannot.',
  );
  acknowledge(
    api.deploymentStage,
    'AwsSolutions-APIG6',
    'Execution logs keep paths and bodies, so the tokens of links and the addresses of persons (P8). The access log has each request.',
  );
  acknowledge(
    api.deploymentStage,
    'Serverless-APIGWXrayEnabled',
    'A trace of the gateway keeps the path, so the tokens of links (P8). The functions behind are traced.',
  );
};

/** Asks the function who holds the key of `Authorization`; the answer holds for the whole API and 30 s. */
export const keyAuthorizer = (scope: Construct, handler: LambdaFunction): TokenAuthorizer =>
  new TokenAuthorizer(scope, 'KeyAuthorizer', {
    handler,
    identitySource: 'method.request.header.Authorization',
    resultsCacheTtl: Duration.seconds(30),
  });

/** A page answers HEAD as well as GET: what checks whether a link is alive asks so (RFC 9110 section 9.3.2). */
const methodsOf = ({ api, method }: Extract<FunctionEntry['trigger'], { kind: 'http' }>): readonly string[] =>
  api === 'public' && method === 'GET' ? ['GET', 'HEAD'] : [method];

/** By a role, which the API has once, or by a permission of the function for each method. */
const integrationOf = (target: LambdaFunction, caller: IRole | undefined): Integration =>
  caller === undefined
    ? new LambdaIntegration(target, { proxy: true, allowTestInvoke: false })
    : new AwsIntegration({
        service: 'lambda',
        path: `2015-03-31/functions/${target.functionArn}/invocations`,
        proxy: true,
        options: { credentialsRole: caller },
      });

/** What a route is asked with, beside its function. */
interface Access {
  readonly authorizer: IAuthorizer;
  /** By whom API Gateway calls the function; absent: as itself, on this route alone. */
  readonly caller: IRole | undefined;
}

/** Adds the route of a function of the manifest; a scope in the manifest means that a key is asked for. */
export const addRoute = (
  api: RestApi,
  name: FunctionName,
  target: LambdaFunction,
  { authorizer, caller }: Access,
): void => {
  const { trigger }: FunctionEntry = manifest[name];
  if (trigger.kind !== 'http') throw new Error(`${name} has no route.`);
  const asksForKey = trigger.api === 'application' && trigger.scope !== undefined;
  const access = asksForKey
    ? { authorizationType: AuthorizationType.CUSTOM, authorizer }
    : { authorizationType: AuthorizationType.NONE };
  const integration = integrationOf(target, caller);
  const resource = api.root.resourceForPath(trigger.path);
  for (const method of methodsOf(trigger)) acknowledgeAccess(resource.addMethod(method, integration, access), trigger);
};

const acknowledgeAccess = (method: Method, trigger: Extract<FunctionEntry['trigger'], { kind: 'http' }>): void => {
  if (trigger.api === 'application' && trigger.scope !== undefined) {
    acknowledge(
      method,
      'AwsSolutions-COG4',
      'Callers are applications with a key of ours, for which our authorizer asks; Cognito signs in people.',
    );
    return;
  }
  const reason =
    trigger.api === 'public'
      ? 'Whoever receives a message may oppose without an account, free of charge: nobody signs in here.'
      : 'The description of the API is the same for everybody and holds no data.';
  for (const rule of ['AwsSolutions-APIG4', 'AwsSolutions-COG4']) acknowledge(method, rule, reason);
};
