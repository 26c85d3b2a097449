import { openedBy } from '../aws/iam/gateway-role.ts';
import { at, listOf, numberOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { type Stage, stageOf } from './stage.ts';

/** A method of a REST API as the template wires it. */
export interface Route {
  readonly method: string;
  /** `/v1/consents/{consentId}/withdrawal` */
  readonly path: string;
  /** Name of the function that answers; `undefined` when the method has no integration. */
  readonly functionName: string | undefined;
  /** False where the method names a role by which API Gateway may not call the function: it answers 500. */
  readonly isOpen: boolean;
  readonly authorizer: Authorizer | undefined;
}

/** A TOKEN authorizer. */
export interface Authorizer {
  readonly id: string;
  readonly functionName: string;
  readonly header: string;
  readonly ttlSeconds: number;
  readonly expression: string | undefined;
}

/** A REST API: its routes, and which bodies it hands over in base64. */
export interface RestApi {
  readonly id: string;
  readonly name: string;
  readonly routes: readonly Route[];
  readonly binaryMediaTypes: readonly string[];
  readonly gatewayResponses: readonly Resource[];
  readonly stage: Stage | undefined;
}

const arnIn = (uri: string): string | undefined => /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1];

/** The function in an integration's URI (`…/functions/<arn>/invocations`). */
const functionIn = (model: Model, uri: string): string | undefined => {
  const arn = arnIn(uri);
  return arn === undefined ? undefined : model.find(arn)?.name;
};

const isOpen = (model: Model, { properties: { Integration } }: Resource): boolean => {
  const role = textOf(at(Integration, 'Credentials'));
  return role === '' || openedBy(model, role)(arnIn(textOf(at(Integration, 'Uri'))) ?? '');
};

const pathOf = (model: Model, api: Resource, resourceId: string): string => {
  if (resourceId === api.others.RootResourceId || resourceId === api.ref) return '/';
  const resource = model.ofType('AWS::ApiGateway::Resource').find(({ ref }) => ref === resourceId);
  if (resource === undefined) return '/';
  return `${pathOf(model, api, textOf(resource.properties.ParentId)).replace(/\/$/, '')}/${textOf(resource.properties.PathPart)}`;
};

const authorizerOf = (model: Model, method: Resource): Authorizer | undefined => {
  // API Gateway asks nobody where the type says so, whoever is named beside.
  const isAsked = method.properties.AuthorizationType === 'CUSTOM';
  const id = isAsked ? textOf(method.properties.AuthorizerId) : '';
  const resource = model.ofType('AWS::ApiGateway::Authorizer').find(({ ref }) => ref === id);
  const functionName = resource && functionIn(model, textOf(resource.properties.AuthorizerUri));
  if (resource === undefined || functionName === undefined) return undefined;
  return {
    id,
    functionName,
    header: textOf(resource.properties.IdentitySource).replace('method.request.header.', '').toLowerCase(),
    ttlSeconds: numberOf(resource.properties.AuthorizerResultTtlInSeconds, 300),
    expression: textOf(resource.properties.IdentityValidationExpression) || undefined,
  };
};

const routeOf = (model: Model, api: Resource, method: Resource): Route => ({
  method: textOf(method.properties.HttpMethod),
  path: pathOf(model, api, textOf(method.properties.ResourceId)),
  functionName: functionIn(model, textOf(at(method.properties, 'Integration', 'Uri'))),
  isOpen: isOpen(model, method),
  authorizer: authorizerOf(model, method),
});

/** Every REST API of the template. */
export const restApis = (model: Model): readonly RestApi[] =>
  model.ofType('AWS::ApiGateway::RestApi').map((api) => ({
    id: api.ref,
    name: textOf(api.properties.Name) || api.logicalId,
    routes: model
      .ofType('AWS::ApiGateway::Method')
      .filter((method) => textOf(method.properties.RestApiId) === api.ref && method.stack === api.stack)
      .map((method) => routeOf(model, api, method)),
    binaryMediaTypes: listOf(api.properties.BinaryMediaTypes).map(textOf),
    gatewayResponses: model
      .ofType('AWS::ApiGateway::GatewayResponse')
      .filter(({ properties }) => textOf(properties.RestApiId) === api.ref),
    stage: stageOf(model, api),
  }));

/** A route that answers a request, with the values of its path. */
export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

const matchPath = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/');
  const found = path.split('/');
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(part);
    const value = found[index];
    if (value === undefined || (name && value === '')) return undefined;
    if (name?.[2] === '+') return { ...values, [name[1] ?? '']: decodeURIComponent(found.slice(index).join('/')) };
    if (name) values[name[1] ?? ''] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return wanted.length === found.length ? values : undefined;
};

const openness = (path: string) => (path.match(/\{/g) ?? []).length;

/** The most specific route for a request: fixed parts win over variables, a named method over ANY. */
export const findRoute = (api: RestApi, method: string, path: string): Match | undefined => {
  const candidates = api.routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const values = matchPath(route.path, path);
      return values === undefined ? [] : [{ route, pathParameters: Object.keys(values).length > 0 ? values : null }];
    });
  return candidates.sort((one, other) => openness(one.route.path) - openness(other.route.path))[0];
};
