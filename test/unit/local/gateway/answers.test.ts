import { expect, test } from 'vitest';
import { checkAnswers } from '#local/boot/wiring/answers.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

const RETRY = 'gatewayresponse.header.Retry-After';
const OF_AUTHORIZERS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  ACCESS_DENIED: 401,
  AUTHORIZER_FAILURE: 503,
};
const OF_ALL: Readonly<Record<string, number>> = {
  ...{ THROTTLED: 429, DEFAULT_4XX: 400, INTEGRATION_FAILURE: 503, INTEGRATION_TIMEOUT: 503, DEFAULT_5XX: 500 },
};

const answersOf = (api: string, cases: Readonly<Record<string, number>>): Resource[] =>
  Object.entries(cases).map(([type, status]) => {
    const code = `code-${status}`;
    const problem = { type: `https://x/${code}`, title: 't', status, code, id: '$context.requestId' };
    const retry = { 429: "'1'", 500: "'1'", 503: "'2'" }[status];
    const properties = {
      ...{ RestApiId: api, ResponseType: type, StatusCode: String(status) },
      ResponseParameters: { 'gatewayresponse.header.X': "'x'", ...(retry === undefined ? {} : { [RETRY]: retry }) },
      ResponseTemplates: { 'application/json': JSON.stringify(problem) },
    };
    return { type: 'AWS::ApiGateway::GatewayResponse', logicalId: `${api}${type}`, properties } as unknown as Resource;
  });
/** The same cases as pages, which all say a minute. */
const pagesOf = (api: string, cases: Readonly<Record<string, number>>): Resource[] =>
  answersOf(api, cases).map((each) => {
    const retry = (each.properties.ResponseParameters as JsonObject)[RETRY] === undefined ? {} : { [RETRY]: "'60'" };
    const properties = {
      ...each.properties,
      ResponseParameters: { 'gatewayresponse.header.X': "'x'", ...retry },
      ResponseTemplates: {
        'application/json': `<!doctype html><p>${each.properties.StatusCode} $context.requestId</p></html>`,
      },
    };
    return { ...each, properties } as Resource;
  });
const STAGE = {
  ...{ type: 'AWS::ApiGateway::Stage', logicalId: 'stage' },
  properties: { RestApiId: 'app', MethodSettings: [{ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 }] },
} as unknown as Resource;
const AUTHORIZER = { type: 'AWS::ApiGateway::Authorizer', properties: { RestApiId: 'app' } } as unknown as Resource;
const SOUND = [...answersOf('app', { ...OF_ALL, ...OF_AUTHORIZERS }), ...pagesOf('public', OF_ALL), STAGE, AUTHORIZER];

const complaints = (resources: readonly Resource[]) =>
  checkAnswers({
    model: { ofType: (type: string) => resources.filter((each) => each.type === type) } as unknown as Model,
  } as Parameters<typeof checkAnswers>[0]);
/** The sound ones with another Retry-After in one of them. */
const withRetry = (logicalId: string, value: string | undefined) =>
  SOUND.map((each) => {
    if (each.logicalId !== logicalId) return each;
    const { [RETRY]: _, ...others } = each.properties.ResponseParameters as JsonObject;
    const ResponseParameters = { ...others, ...(value === undefined ? {} : { [RETRY]: value }) };
    return { ...each, properties: { ...each.properties, ResponseParameters } };
  });
const without = (logicalId: string) => SOUND.filter((each) => each.logicalId !== logicalId);

test('an API with an authorizer answers three cases more, and one status says its own time to come back', () => {
  expect(complaints(SOUND)).toEqual([]);
});

test.each<[string, readonly Resource[]]>([
  ['the API with an authorizer lacks one of its cases', without('appACCESS_DENIED')],
  ['an API without an authorizer has one', [...SOUND, ...answersOf('public', { UNAUTHORIZED: 401 })]],
  [
    'the authorizer is of the other API',
    [...SOUND.slice(0, -1), { ...AUTHORIZER, properties: { RestApiId: 'public' } }],
  ],
  ['an API lacks a case that each has', without('publicTHROTTLED')],
  ['429 does not say when to come back', withRetry('appTHROTTLED', undefined)],
  ['429 says zero', withRetry('appTHROTTLED', "'0'")],
  ['429 says it without quotes', withRetry('appTHROTTLED', '1')],
  ['429 says two minutes', withRetry('appTHROTTLED', "'120'")],
  // Each is a time that could be meant, and the only answer of its API with this status.
  ['a lone 429 says ten seconds, where the stage admits again after one', withRetry('appTHROTTLED', "'10'")],
  ['a lone 429 says the time of 503', withRetry('appTHROTTLED', "'2'")],
  ['a lone 429 of the pages says another time than they', withRetry('publicTHROTTLED', "'6'")],
  ['a lone 500 of the pages says another time than they', withRetry('publicDEFAULT_5XX', "'1'")],
  ['an error of ours says later than a store that is away', withRetry('appDEFAULT_5XX', "'10'")],
  ['503 says two times', withRetry('appAUTHORIZER_FAILURE', "'3'")],
])('noticed: %s', (_, resources) => {
  expect(complaints(resources).length).toBeGreaterThan(0);
});
