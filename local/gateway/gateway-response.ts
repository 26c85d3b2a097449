import type { ServerResponse } from 'node:http';
import { objectOf, textOf } from '../template/json.ts';
import type { RestApi } from './routes.ts';

/** Answers that API Gateway gives by itself, with its default status and words ("Gateway response types"). */
const DEFAULTS = {
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  UNAUTHORIZED: [401, 'Unauthorized'],
  ACCESS_DENIED: [403, 'User is not authorized to access this resource'],
  AUTHORIZER_FAILURE: [500, 'Internal server error'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal server error'],
  WAF_FILTERED: [403, 'Forbidden'],
  THROTTLED: [429, 'Too Many Requests'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  INTEGRATION_FAILURE: [504, 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
  API_CONFIGURATION_ERROR: [502, 'Internal server error'],
} as const;
export type GatewayResponseType = keyof typeof DEFAULTS;

const customOf = (api: RestApi, type: GatewayResponseType, status: number) => {
  const group = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const named = (name: string) => api.gatewayResponses.find(({ properties }) => properties.ResponseType === name);
  return named(type) ?? named(group);
};

/** A header is a text in quotes, or names a value of the request: its id is the only one here. */
const headerOf = (value: string, requestId: string): string =>
  value === 'context.requestId' ? requestId : value.replace(/^'|'$/g, '');

const customHeaders = (parameters: ReturnType<typeof objectOf>, requestId: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name.replace('gatewayresponse.header.', '').toLowerCase(),
      headerOf(textOf(value), requestId),
    ]),
  );

/** Sends one of API Gateway's own answers, as the template's gateway responses word it; `status`: another than is usual for it. */
export const sendGatewayResponse = (
  response: ServerResponse,
  api: RestApi,
  type: GatewayResponseType,
  requestId: string,
  status: number = DEFAULTS[type][0],
): void => {
  const [, message] = DEFAULTS[type];
  const custom = customOf(api, type, status);
  const [mediaType, template] = Object.entries(objectOf(custom?.properties.ResponseTemplates))[0] ?? [
    'application/json',
    '{"message":$context.error.messageString}',
  ];
  const body = textOf(template)
    .replaceAll('$context.error.messageString', JSON.stringify(message))
    .replaceAll('$context.error.message', message)
    .replaceAll('$context.error.responseType', type)
    .replaceAll('$context.requestId', requestId);
  const headers = {
    'content-type': mediaType,
    ...customHeaders(objectOf(custom?.properties.ResponseParameters), requestId),
  };
  response.writeHead(Number(textOf(custom?.properties.StatusCode)) || status, headers);
  response.end(body);
};
