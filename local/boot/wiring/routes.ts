import { opensForFlow } from '../../aws/connect/wired.ts';
import { openedBy } from '../../aws/iam/gateway-role.ts';
import { matchesPattern } from '../../aws/iam/policy.ts';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, numberOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, called, complaints, FUNCTION } from './check.ts';

const METHOD = 'AWS::ApiGateway::Method';
const RESOURCE = 'AWS::ApiGateway::Resource';
const AUTHORIZER = 'AWS::ApiGateway::Authorizer';

const apiOf = ({ properties }: Resource): string => textOf(properties.RestApiId);

/** The function that a URI of API Gateway calls, where all of the URI is as it must be. */
export const calledBy = (model: Model, uri: string): Resource | undefined => {
  const [, arn = ''] =
    new RegExp(`^arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/(arn:[^/]+)/invocations$`).exec(uri) ??
    [];
  return model.find(arn, FUNCTION);
};

const resourceOf = (model: Model, id: string): Resource | undefined =>
  model.ofType(RESOURCE).find(({ ref }) => ref === id);

const isRoot = (model: Model, id: string, api: string): boolean =>
  model
    .ofType('AWS::ApiGateway::RestApi')
    .some(({ ref, others }) => ref === api && [ref, others.RootResourceId].includes(id));

const pathOf = (model: Model, id: string): string => {
  const resource = resourceOf(model, id);
  return resource === undefined
    ? ''
    : `${pathOf(model, textOf(resource.properties.ParentId))}/${textOf(resource.properties.PathPart)}`;
};

/** Each part of a path belongs to the API of the part before it. */
export const checkPaths: Check = ({ model }) =>
  complaints(model.ofType(RESOURCE), (resource) => {
    const parent = textOf(resource.properties.ParentId);
    const above = resourceOf(model, parent);
    const isOurs = above === undefined ? isRoot(model, parent, apiOf(resource)) : apiOf(above) === apiOf(resource);
    return !isOurs && `API Gateway refuses ${called(resource)}: what is above it belongs to another API.`;
  });

/** Each method calls a function as Lambda is called, and asks for a key as the authorizer of the same API can check it. */
export const checkMethods: Check = ({ model }) =>
  model.ofType(METHOD).flatMap((method) => {
    const { properties } = method;
    const where = `${textOf(properties.HttpMethod)} ${pathOf(model, textOf(properties.ResourceId)) || '/'}`;
    const resource = resourceOf(model, textOf(properties.ResourceId));
    const authorizer = model.ofType(AUTHORIZER).find(({ ref }) => ref === textOf(properties.AuthorizerId));
    const type = textOf(properties.AuthorizationType) || 'NONE';
    const isCustom = type === 'CUSTOM';
    return [
      !['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'].includes(textOf(properties.HttpMethod)) &&
        `API Gateway knows no method ${where}.`,
      resource !== undefined &&
        apiOf(resource) !== apiOf(method) &&
        `API Gateway refuses ${where}: its path belongs to another API.`,
      at(properties, 'Integration', 'Type') !== 'AWS_PROXY' && `${where} hands no request to its function.`,
      at(properties, 'Integration', 'IntegrationHttpMethod') !== 'POST' &&
        `${where} would be answered an error: Lambda is called by POST and nothing else.`,
      calledBy(model, textOf(at(properties, 'Integration', 'Uri'))) === undefined &&
        `${where} calls no function of the template.`,
      !['NONE', 'CUSTOM'].includes(type) && `${where} asks for a caller in a way that nobody here can be: ${type}.`,
      isCustom !== (authorizer !== undefined) &&
        `${where} names an authorizer and asks for none, or asks for one and names none.`,
      authorizer !== undefined && apiOf(authorizer) !== apiOf(method) && `${where} asks the authorizer of another API.`,
    ].filter((one) => one !== false);
  });

/** Each authorizer asks a function for the token of a header, and keeps its answer as long as API Gateway can. */
export const checkAuthorizers: Check = ({ model }) =>
  model.ofType(AUTHORIZER).flatMap((authorizer) => {
    const { properties, logicalId } = authorizer;
    const ttl = numberOf(properties.AuthorizerResultTtlInSeconds, 300);
    const isAsked = model.ofType(METHOD).some((method) => textOf(method.properties.AuthorizerId) === authorizer.ref);
    return [
      properties.Type !== 'TOKEN' && `The authorizer ${logicalId} is none that is asked for a token.`,
      !/^method\.request\.header\.[A-Za-z-]+$/.test(textOf(properties.IdentitySource)) &&
        `The authorizer ${logicalId} looks at no header.`,
      calledBy(model, textOf(properties.AuthorizerUri)) === undefined &&
        `The authorizer ${logicalId} calls no function of the template.`,
      (ttl < 0 || ttl > 3600) && `API Gateway keeps what an authorizer says for an hour at most: ${logicalId}.`,
      !isAsked && `No method asks the authorizer ${logicalId}.`,
    ].filter((one) => one !== false);
  });

interface Call {
  readonly target: Resource;
  readonly arn: string;
  /** The role with which it is called; empty: API Gateway calls as itself. */
  readonly role: string;
}

const stageOf = (model: Model, api: string): string =>
  model.ofType('AWS::ApiGateway::Stage').find((stage) => apiOf(stage) === api)?.ref ?? '';

/** What API Gateway calls, by the ARN that Lambda compares with the permission. */
const callsOf = (model: Model): readonly Call[] => {
  const arn = (rest: string) => `arn:aws:execute-api:${REGION}:${ACCOUNT}:${rest}`;
  const methods = model.ofType(METHOD).flatMap((method) => {
    const target = calledBy(model, textOf(at(method.properties, 'Integration', 'Uri')));
    const path = pathOf(model, textOf(method.properties.ResourceId)).replaceAll(/\{[^}]+\}/g, '*') || '/';
    const api = apiOf(method);
    return target === undefined
      ? []
      : [
          {
            target,
            arn: arn(`${api}/${stageOf(model, api)}/${textOf(method.properties.HttpMethod)}${path}`),
            role: textOf(at(method.properties, 'Integration', 'Credentials')),
          },
        ];
  });
  const authorizers = model.ofType(AUTHORIZER).flatMap((authorizer) => {
    const target = calledBy(model, textOf(authorizer.properties.AuthorizerUri));
    return target === undefined
      ? []
      : [
          {
            target,
            arn: arn(`${apiOf(authorizer)}/authorizers/${authorizer.ref}`),
            role: textOf(authorizer.properties.AuthorizerCredentials),
          },
        ];
  });
  return [...methods, ...authorizers];
};

/** A role by which API Gateway calls opens each function that is called with it, and no other. */
export const checkCallers: Check = ({ model }) => {
  const calls = callsOf(model).filter(({ role }) => role !== '');
  return [...Map.groupBy(calls, ({ role }) => role)].flatMap(([role, called]) => {
    const mayCall = openedBy(model, role);
    const targets = new Set(called.map(({ target }) => target));
    return [
      ...complaints(
        called,
        ({ target, arn }) => !mayCall(target.arn) && `API Gateway may not call ${target.name} by ${role} for ${arn}.`,
      ),
      ...complaints(
        model.ofType(FUNCTION),
        (target) =>
          mayCall(target.arn) &&
          !targets.has(target) &&
          `API Gateway may call ${target.name} by ${role}, and no route does.`,
      ),
    ];
  });
};

/** Who may call a function is who does: each call has its permission, and each permission its call. */
export const checkPermissions: Check = ({ model }) => {
  const calls = callsOf(model).filter(({ role }) => role === '');
  const permissions = model.ofType('AWS::Lambda::Permission').map(({ logicalId, properties }) => ({
    logicalId,
    target: model.find(textOf(properties.FunctionName), FUNCTION),
    source: textOf(properties.SourceArn),
    isForGateway: properties.Principal === 'apigateway.amazonaws.com' && properties.Action === 'lambda:InvokeFunction',
  }));
  const opens = ({ target, source, isForGateway }: (typeof permissions)[number], call: Call) =>
    isForGateway && target === call.target && matchesPattern(source, call.arn);
  return [
    ...complaints(
      calls,
      (call) =>
        !permissions.some((permission) => opens(permission, call)) &&
        `API Gateway may not call ${call.target.name} for ${call.arn}.`,
    ),
    ...complaints(
      permissions,
      (permission) =>
        !calls.some((call) => opens(permission, call)) &&
        !opensForFlow(model, permission.logicalId) &&
        `${permission.logicalId} lets somebody call a function who does not.`,
    ),
  ];
};
