import { CfnOutput, CfnParameter, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnAccount, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type EnvOf, type FunctionName, manifest } from '#functions/manifest.ts';
import type { Bundles } from '../bundle.ts';
import type { Config } from '../config.ts';
import { acknowledge } from '../constructs/acknowledged.ts';
import { configurationSetNames, emailNamed, makesTenants } from '../constructs/email.ts';
import { firewall, hasFirewall } from '../constructs/firewall.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import type { GrantArnsOf } from '../constructs/grants/grants.ts';
import { callerOf } from '../constructs/grants/role.ts';
import { publishLink, readLink } from '../constructs/links.ts';
import { ownDomain } from '../constructs/own-domain.ts';
import { platformOf } from '../constructs/platform.ts';
import { addRoute, keyAuthorizer, restApi, STAGE_NAME } from '../constructs/rest-api.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';
import { repliesTopicArn } from '../constructs/topic.ts';
import { callNumbersOf } from '../routes/call-route.ts';
import { providerRouteOf } from '../routes/provider-route.ts';
import { sendsTexts, smsRouteOf, textArns, textSecretArns, textSecretIdOf } from '../routes/sms-route.ts';
import { modelArns } from '../template-reader.ts';

type RouteName = {
  [N in FunctionName]: (typeof manifest)[N]['trigger'] extends { readonly kind: 'http' } ? N : never;
}[FunctionName];
type NameInApi = RouteName | 'authorize';

const isRoute = (name: FunctionName): name is RouteName => manifest[name].trigger.kind === 'http';
const ROUTES = (Object.keys(manifest) as FunctionName[]).filter(isRoute);

/** The two APIs: the application's, with keys, and the public's, with links. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, bundles: Bundles, props: StackProps) {
    super(scope, id, props);
    const platform = platformOf(this, config, bundles);
    const apis = { application: restApi(this, platform, 'application'), public: restApi(this, platform, 'public') };
    const publicBaseUrl = publicBaseUrlOf(this, config, apis.public);
    const needs = {
      environment: environment(this, config, publicBaseUrl),
      grantArns: grantArns(this, config),
    };
    letGatewayLog(this, [apis.application, apis.public]);
    const authorizer = keyAuthorizer(this, avalFunction(this, 'authorize', platform, needs));
    const routes = ROUTES.map((name) => ({
      name,
      api: manifest[name].trigger.api,
      target: avalFunction(this, name, platform, needs),
    }));
    for (const { name, target } of routes)
      if (name === 'use-preference-centre') {
        makesTenants(target, emailNamed(this, config));
        sendsTexts(target, config);
      }
    const callers = { application: callerOf(this, 'application-caller', arnsOf(routes)), public: undefined };
    for (const { name, api, target } of routes) addRoute(apis[api], name, target, { authorizer, caller: callers[api] });
    if (hasFirewall(config)) firewall(this, config, apis);
    else for (const api of Object.values(apis)) acknowledge(api.deploymentStage, 'AwsSolutions-APIG3', NO_FIREWALL);
    outputAddresses(this, platform, apis.application, publicBaseUrl);
  }
}

/** What the role of the applications' API may call. The public pages keep a permission each: nobody signs in there. */
const arnsOf = (routes: readonly { readonly api: string; readonly target: IFunction }[]): readonly string[] =>
  routes.filter(({ api }) => api === 'application').map(({ target }) => target.functionArn);

const NO_FIREWALL =
  'Stage dev writes to the SES simulator and to its deployer alone; the rate of the gateway bounds who calls it. Production has a firewall.';

/** All that some function of this stack asks for: a variable added to the manifest does not compile until it is here. */
const environment = (scope: Stack, config: Config, publicBaseUrl: string): EnvOf<NameInApi> => {
  const { stage, prices } = config;
  const stored = storedArns(scope, stage);
  return {
    ...ledgerEnvironment(scope, stage),
    CONTENT_BUCKET: readLink(scope, stage, 'content-bucket-name'),
    TOKEN_SECRET_ID: stored.token,
    ROOT_KEY_SECRET_ID: stored.rootKey,
    PROVIDER_SECRET_ID: stored.provider,
    UPLOAD_BUCKET: readLink(scope, stage, 'upload-bucket-name'),
    JOBS_QUEUE_URL: readLink(scope, stage, 'jobs-queue-url'),
    SMS_REPLIES_TOPIC_ARN: repliesTopicArn(scope, config),
    PUBLIC_BASE_URL: publicBaseUrl,
    INBOX_DOMAIN: config.inbox?.domain ?? 'none',
    SES_CONFIGURATION_SETS: configurationSetNames(config).join(','),
    SMS_SEGMENT_USD: String(prices.smsSegmentUsd ?? 'unknown'),
    EMAIL_THOUSAND_USD: String(prices.emailThousandUsd ?? 'unknown'),
    PROVIDER_ROUTE: providerRouteOf(scope, config),
    SMS_ROUTE: smsRouteOf(config),
    CALL_NUMBERS: callNumbersOf(config),
    TEXT_SECRET_ID: textSecretIdOf(config, stored.provider),
    TEMPLATE_READER: config.templateReader?.model ?? 'none',
  };
};

const grantArns = (scope: Stack, config: Config): GrantArnsOf<NameInApi> => {
  const { stage } = config;
  const email = emailNamed(scope, config);
  const stored = storedArns(scope, stage);
  return {
    ...ledgerArns(scope, stage),
    'contents:read': [stored.contents, `${stored.contents}/contents/*`],
    'contents:write': [`${stored.contents}/contents/*`],
    'sent:read': [stored.contents, `${stored.contents}/sent/*`],
    'values:read': [stored.contents, `${stored.contents}/values/*`],
    'secret:token': [stored.token],
    'secret:root-key': [stored.rootKey],
    'secret:provider': [stored.provider],
    'secret:provider-of-texts': textSecretArns(config, stored.provider),
    'texts:send': textArns(scope, config),
    'model:ask': modelArns(scope, config),
    'uploads:write': [`${stored.uploads}/uploads/*`],
    'uploads:find': [stored.uploads, `${stored.uploads}/uploads/*`],
    'email:send': email.arns,
    'tenants:make': [email.tenantsArn, ...email.arns],
    'reports:read': [`${stored.uploads}/reports/*`],
    'reports:find': [stored.uploads, `${stored.uploads}/reports/*`],
    'reports:remove': [stored.uploads, `${stored.uploads}/reports/*`],
    'sms-replies:publish': [repliesTopicArn(scope, config)],
    'jobs:put': [readLink(scope, stage, 'jobs-queue-arn')],
  };
};

/**
 * Access logs need a role that API Gateway keeps once per account and Region. Another stage may rely on it, so that neither
 * goes with this one.
 */
const letGatewayLog = (scope: Construct, apis: readonly RestApi[]): void => {
  const role = new Role(scope, 'gateway-log-role', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
  });
  acknowledge(
    role,
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    'The policy that AWS made for this role and asks for (Amazon API Gateway, "Permissions for CloudWatch logging"): it writes logs alone.',
  );
  const account = new CfnAccount(scope, 'gateway-account', { cloudWatchRoleArn: role.roleArn });
  for (const shared of [role, account]) shared.applyRemovalPolicy(RemovalPolicy.RETAIN);
  for (const api of apis) api.deploymentStage.node.addDependency(account);
};

const outputAddresses = (scope: Stack, { config }: Platform, application: RestApi, publicBaseUrl: string): void => {
  const applicationUrl = addressOf(scope, 'application', config, application);
  publishLink(scope, config.stage, 'public-base-url', publicBaseUrl);
  publishLink(scope, config.stage, 'application-url', applicationUrl);
  new CfnOutput(scope, 'ApplicationUrl', { value: applicationUrl });
  new CfnOutput(scope, 'PublicUrl', { value: publicBaseUrl });
};

/** Base of the links in messages, without trailing slash. */
const publicBaseUrlOf = (scope: Stack, config: Config, api: RestApi): string => {
  if (config.isLocal) return localBaseUrl(scope);
  return addressOf(scope, 'public', config, api);
};

/** Base of an API, without trailing slash: on the deployer's own host where there is one. */
const addressOf = (scope: Stack, name: 'public' | 'application', config: Config, api: RestApi): string => {
  const own = name === 'public' ? config.publicDomain : config.apiDomain;
  if (own === undefined) return executeApiUrl(scope, api);
  ownDomain(scope, name, own, { api, config });
  return `https://${own.host}`;
};

const localBaseUrl = (scope: Stack): string =>
  new CfnParameter(scope, 'PublicBaseUrl', {
    type: 'String',
    description: 'Base of the links in messages: where the local stack serves the public API',
  }).valueAsString;

const executeApiUrl = (scope: Stack, api: RestApi): string =>
  `https://${api.restApiId}.execute-api.${scope.region}.${scope.urlSuffix}/${STAGE_NAME}`;
