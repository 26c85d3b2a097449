import { at, listOf, objectOf, parseJson, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, oddOnes, textsOf } from './check.ts';

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
  const which = `${textOf(at(setting, 'HttpMethod'))} ${textOf(at(setting, 'ResourcePath'))}`;
  if (textOf(at(setting, 'LoggingLevel')) !== 'OFF' && at(setting, 'LoggingLevel') !== undefined)
    return 'keeps an execution log, in which paths and bodies are';
  if (at(setting, 'DataTraceEnabled') === true) return 'traces bodies';
  return which === '* /*' || methods.has(which) ? undefined : `has settings of a method that is not there: ${which}`;
};

const methodsOf = (model: Model, api: string): ReadonlySet<string> => {
  const pathOf = (id: string): string => {
    const found = model.ofType('AWS::ApiGateway::Resource').find(({ ref }) => ref === id);
    return found === undefined
      ? ''
      : `${pathOf(textOf(found.properties.ParentId))}/${textOf(found.properties.PathPart)}`;
  };
  const methods = model.ofType('AWS::ApiGateway::Method').filter((method) => apiOf(method) === api);
  // A path in the settings begins with a slash and has its own written as `~1` (CloudFormation, MethodSetting).
  return new Set(
    methods.map(({ properties }) => {
      const path = pathOf(textOf(properties.ResourceId)) || '/';
      return `${textOf(properties.HttpMethod)} /${path.replaceAll('/', '~1')}`;
    }),
  );
};

const stageProblem = (model: Model, stage: Resource): readonly (string | undefined | false)[] => {
  const { properties } = stage;
  const settings = listOf(properties.MethodSettings);
  const methods = methodsOf(model, apiOf(stage));
  const all = settings.filter((one) => at(one, 'HttpMethod') === '*' && at(one, 'ResourcePath') === '/*');
  const isBounded =
    all.length === 1 &&
    all.every((one) => Number(at(one, 'ThrottlingRateLimit')) > 0 && Number(at(one, 'ThrottlingBurstLimit')) > 0);
  const deployment = model.find(textOf(properties.DeploymentId), DEPLOYMENT);
  return [
    (deployment === undefined || apiOf(deployment) !== apiOf(stage)) && 'serves the deployment of another API',
    logProblem(model, stage),
    properties.TracingEnabled === true && 'traces paths, in which the tokens of links are',
    !isBounded && 'takes any number of requests',
    ...settings.map((setting) => settingProblem(setting, methods)),
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
    ...(formats.size > 1 ? ['The access logs of the APIs are not read by one query: their lines differ.'] : []),
    ...(writes ? [] : ['API Gateway may write no log: the account names no role for it.']),
  ];
};

const RESPONSE = 'AWS::ApiGateway::GatewayResponse';
const bodyOf = ({ properties }: Resource): string => textOf(Object.values(objectOf(properties.ResponseTemplates))[0]);

const bodyProblem = (response: Resource): string | undefined => {
  const { properties } = response;
  const body = bodyOf(response);
  const problem = parseJson(body);
  const status = Number(textOf(properties.StatusCode));
  if (Object.keys(objectOf(properties.ResponseTemplates)).join() !== 'application/json')
    return 'has a body that API Gateway does not look for';
  if (!body.includes('$context.requestId')) return 'does not say which request it was';
  if (problem === undefined)
    return /^<!doctype html>.*<\/html>$/is.test(body) ? undefined : 'is neither a problem nor a page';
  if (at(problem, 'status') !== status) return `says another status than ${status}`;
  const isNamed =
    textOf(at(problem, 'code')) !== '' && textOf(at(problem, 'type')).endsWith(`/${textOf(at(problem, 'code'))}`);
  return isNamed && textOf(at(problem, 'title')) !== '' ? undefined : 'is a problem without a name';
};

/** What the gateway answers by itself is one of a kind: same headers, one body for a status, the same cases in each API. */
export const checkAnswers: Check = ({ model }) => {
  const responses = model.ofType(RESPONSE);
  const byApi = [...Map.groupBy(responses, apiOf).values()];
  const nameOf = ({ logicalId }: Resource) => `The answer ${logicalId} of the gateway`;
  const typesOf = (all: readonly Resource[]) =>
    all
      .map(({ properties }) => `${textOf(properties.ResponseType)} ${textOf(properties.StatusCode)}`)
      .toSorted()
      .join();
  const differ = new Set(byApi.map(typesOf)).size > 1;
  const ofStatus = byApi.flatMap((all) => [
    ...Map.groupBy(all, ({ properties }) => textOf(properties.StatusCode)).values(),
  ]);
  const headersOf = ({ properties }: Resource) => objectOf(properties.ResponseParameters);
  return [
    ...responses.flatMap((response) => {
      const problem = bodyProblem(response);
      return problem === undefined ? [] : [`${nameOf(response)} ${problem}.`];
    }),
    ...byApi.flatMap((all) => {
      const names = new Set(all.flatMap((one) => Object.keys(headersOf(one))));
      return [...names].flatMap((name) => {
        const has = all.filter((one) => headersOf(one)[name] !== undefined);
        if (has.length === 1 && all.length > 3) return [`${nameOf(has[0] as Resource)} alone has the header ${name}.`];
        const isOfAll = has.length * 2 > all.length;
        return oddOnes(
          isOfAll ? all : has,
          (one) => headersOf(one)[name],
          (one) => `${nameOf(one)} has another header ${name} than the others.`,
        );
      });
    }),
    ...ofStatus.flatMap((all) => {
      const kinds = new Set(all.map((one) => JSON.stringify([bodyOf(one), headersOf(one)])));
      return kinds.size > 1
        ? [`Answers of the gateway with one status differ: ${all.map(({ logicalId }) => logicalId).join(', ')}.`]
        : [];
    }),
    ...(differ ? ['The APIs do not answer the same cases by themselves with the same status.'] : []),
  ];
};
