import { isAllowed, statementsByRole } from '../../aws/iam/policy.ts';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, listOf, objectOf, parseJson, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, textsOf } from './check.ts';
import { calledBy } from './routes.ts';
import { isLogOfSms } from './sms-logs.ts';

const STAGE = 'AWS::ApiGateway::Stage';
const DEPLOYMENT = 'AWS::ApiGateway::Deployment';
const apiOf = ({ properties }: Resource): string => textOf(properties.RestApiId);

/** Of the variables of an access log, those that describe a request without its path or its sender ("Variables for access logging"). */
const LOGGED = new Set(
  [
    ...[
      'requestId',
      'extendedRequestId',
      'requestTime',
      'requestTimeEpoch',
      'httpMethod',
      'resourcePath',
      'resourceId',
    ],
    ...['status', 'responseLatency', 'responseLength', 'protocol', 'stage', 'apiId', 'accountId', 'integrationLatency'],
    ...[
      'integration.status',
      'integration.latency',
      'integration.requestId',
      'integrationErrorMessage',
      'integrationStatus',
    ],
    ...[
      'authorizer.status',
      'authorizer.latency',
      'authorizer.requestId',
      'error.responseType',
      'error.message',
      'waf.status',
    ],
  ].map((name) => `$context.${name}`),
);

/** A deployment is a copy of the API as it is when it is made: what comes later is not in it. */
export const checkDeployments: Check = ({ model }) =>
  model.ofType(DEPLOYMENT).flatMap((deployment) => {
    const parts = model
      .ofType('AWS::ApiGateway::Method', 'AWS::ApiGateway::GatewayResponse')
      .filter((part) => apiOf(part) === apiOf(deployment) && part.stack === deployment.stack);
    return parts
      .filter(({ logicalId }) => !deployment.dependsOn.includes(logicalId))
      .map(
        ({ logicalId }) => `${logicalId} may be made after the deployment of its API, which would then not have it.`,
      );
  });

const logProblem = (model: Model, { properties }: Resource): string | undefined => {
  const format = textOf(at(properties, 'AccessLogSetting', 'Format'));
  const variables = Object.values(objectOf(parseJson(format))).map(textOf);
  const unknown = variables.find((variable) => !LOGGED.has(variable));
  if (model.find(textOf(at(properties, 'AccessLogSetting', 'DestinationArn')), 'AWS::Logs::LogGroup') === undefined)
    return 'has no log group';
  if (!variables.includes('$context.requestId')) return 'does not name the request, which API Gateway asks for';
  return unknown === undefined ? undefined : `logs ${unknown}, which is unknown or describes a person`;
};

const settingProblem = (setting: Parameters<typeof at>[0], methods: ReadonlySet<string>): string | undefined => {
  const which = nameOf(setting);
  if (textOf(at(setting, 'LoggingLevel')) !== 'OFF' && at(setting, 'LoggingLevel') !== undefined)
    return 'keeps an execution log, in which paths and bodies are';
  if (at(setting, 'DataTraceEnabled') === true) return 'traces bodies';
  return which === '* /*' || methods.has(which) ? undefined : `has settings of a method that is not there: ${which}`;
};

/** A method as the settings of a stage name it. */
interface Method {
  readonly name: string;
  /** Whoever comes may use it up without a key: nothing in its path says who asks, or it has mails sent, as those with a code. */
  readonly isOpen: boolean;
}

/** An identity of SES, whichever an advertiser names. */
const IDENTITY = `arn:aws:ses:${REGION}:${ACCOUNT}:identity/example.org`;

/** Whether a function may send mails. */
const maySend = (model: Model, called: Resource | undefined): boolean => {
  const role = model.find(textOf(called?.properties.Role), 'AWS::IAM::Role');
  const statements = statementsByRole(model).get(role?.name ?? '') ?? [];
  return isAllowed(statements, { action: 'ses:SendEmail', resource: IDENTITY });
};

const methodsOf = (model: Model, api: string): readonly Method[] => {
  const pathOf = (id: string): string => {
    const found = model.ofType('AWS::ApiGateway::Resource').find(({ ref }) => ref === id);
    return found === undefined
      ? ''
      : `${pathOf(textOf(found.properties.ParentId))}/${textOf(found.properties.PathPart)}`;
  };
  const methods = model.ofType('AWS::ApiGateway::Method').filter((method) => apiOf(method) === api);
  // A path in the settings begins with a slash and has its own written as `~1` (CloudFormation, MethodSetting).
  return methods.map(({ properties }) => {
    const path = pathOf(textOf(properties.ResourceId)) || '/';
    const [verb, type] = [textOf(properties.HttpMethod), textOf(properties.AuthorizationType) || 'NONE'];
    const target = calledBy(model, textOf(at(properties, 'Integration', 'Uri')));
    const isOpen = verb === 'POST' && type === 'NONE' && (!path.includes('{') || maySend(model, target));
    return { name: `${verb} /${path.replaceAll('/', '~1')}`, isOpen };
  });
};

const nameOf = (setting: Parameters<typeof at>[0]): string =>
  `${textOf(at(setting, 'HttpMethod'))} ${textOf(at(setting, 'ResourcePath'))}`;
const isBounded = (setting: Parameters<typeof at>[0]): boolean =>
  Number(at(setting, 'ThrottlingRateLimit')) > 0 && Number(at(setting, 'ThrottlingBurstLimit')) > 0;

const stageProblem = (model: Model, stage: Resource): readonly (string | undefined | false)[] => {
  const { properties } = stage;
  const settings = listOf(properties.MethodSettings);
  const methods = methodsOf(model, apiOf(stage));
  const bounded = (name: string): boolean => {
    const own = settings.filter((one) => nameOf(one) === name);
    return own.length === 1 && own.every(isBounded);
  };
  const open = methods.filter(({ isOpen }) => isOpen);
  const deployment = model.find(textOf(properties.DeploymentId), DEPLOYMENT);
  return [
    (deployment === undefined || apiOf(deployment) !== apiOf(stage)) && 'serves the deployment of another API',
    logProblem(model, stage),
    properties.TracingEnabled === true && 'traces paths, in which the tokens of links are',
    !bounded('* /*') && 'takes any number of requests',
    ...open.map(({ name }) => !bounded(name) && `lets whoever comes use up the requests of others: ${name}`),
    ...settings.map((setting) => settingProblem(setting, new Set(methods.map(({ name }) => name)))),
  ];
};

/** Logs that nobody writes, or more than one writer. */
const sharedLogs = (model: Model): readonly string[] => {
  const written = [
    ...model.ofType(STAGE).map(({ properties }) => textOf(at(properties, 'AccessLogSetting', 'DestinationArn'))),
    ...model
      .ofType('AWS::Lambda::Function')
      .map(({ properties }) => textOf(at(properties, 'LoggingConfig', 'LogGroup'))),
  ];
  return model
    .ofType('AWS::Logs::LogGroup')
    .filter((log) => !isLogOfSms(log))
    .filter(({ arn, ref }) => written.filter((one) => one === arn || one === ref).length !== 1)
    .map(({ name }) => `The log ${name} is not written by one function, nor by one stage.`);
};

/** Each API is served by one stage: bounded, and with a log that describes no person. */
export const checkStages: Check = ({ model }) => {
  const stages = model.ofType(STAGE);
  const apis = model.ofType('AWS::ApiGateway::RestApi');
  const formats = new Set(stages.map(({ properties }) => textOf(at(properties, 'AccessLogSetting', 'Format'))));
  const writes = model
    .ofType('AWS::ApiGateway::Account')
    .some(({ properties }) => model.find(textOf(properties.CloudWatchRoleArn), 'AWS::IAM::Role'));
  return [
    ...stages.flatMap((stage) =>
      stageProblem(model, stage).flatMap((problem) => (problem ? [`The stage ${stage.logicalId} ${problem}.`] : [])),
    ),
    ...apis
      .filter(({ ref }) => stages.filter((stage) => apiOf(stage) === ref).length !== 1)
      .map(({ name }) => `The API ${name} is not served by one stage.`),
    ...apis
      .filter(({ properties }) => textsOf(at(properties, 'EndpointConfiguration', 'Types')).join() !== 'REGIONAL')
      .map(({ name }) => `The API ${name} answers outside of its Region: its endpoint is not regional.`),
    ...sharedLogs(model),
    ...(new Set(stages.map(({ name }) => name)).size > 1
      ? ['The stages of the APIs have different names, and each address of an API ends with one.']
      : []),
    ...(formats.size > 1 ? ['The access logs of the APIs are not read by one query: their lines differ.'] : []),
    ...(writes ? [] : ['API Gateway may write no log: the account names no role for it.']),
  ];
};
