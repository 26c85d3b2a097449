import { at, listOf, objectOf, parseJson, textOf } from '../../template/json.ts';
import type { Resource } from '../../template/model.ts';
import { type Check, oddOnes } from './check.ts';

const apiOf = ({ properties }: Resource): string => textOf(properties.RestApiId);
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

/** Cases that an authorizer alone brings about ("Gateway response types for API Gateway"). */
const OF_AUTHORIZERS = ['ACCESS_DENIED', 'AUTHORIZER_FAILURE', 'UNAUTHORIZED'];
const typeOf = ({ properties }: Resource): string => textOf(properties.ResponseType);

/** An API that has an authorizer answers what authorizers bring about, and no other does. */
const authorizerProblem = (all: readonly Resource[], isAuthorized: boolean): boolean => {
  const found = all.map(typeOf).filter((type) => OF_AUTHORIZERS.includes(type));
  return found.toSorted().join() !== (isAuthorized ? OF_AUTHORIZERS.join() : '');
};

/** After how many seconds to come back: within a minute, where that can help. Each status has its own. */
const RETRY_AFTER = 'gatewayresponse.header.Retry-After';
const retryProblem = ({ properties }: Resource): string | undefined => {
  const seconds = objectOf(properties.ResponseParameters)[RETRY_AFTER];
  if (seconds === undefined)
    return ['429', '503'].includes(textOf(properties.StatusCode)) ? 'does not say when to come back' : undefined;
  return /^'(?:[1-9]|[1-5]\d|60)'$/.test(textOf(seconds)) ? undefined : 'says to come back at no time';
};

const isPage = (response: Resource): boolean => bodyOf(response).startsWith('<');
const retryIn = ({ properties }: Resource): string | undefined => {
  const said = objectOf(properties.ResponseParameters)[RETRY_AFTER];
  return said === undefined ? undefined : textOf(said).replaceAll("'", '');
};

/** The seconds after which a stage that admits no more admits one again, of the method that waits longest. */
const admitsAgain = (stage: Resource): number => {
  const rates = listOf(stage.properties.MethodSettings).map((setting) => Number(at(setting, 'ThrottlingRateLimit')));
  return Math.max(...rates.map((rate) => Math.ceil(1 / rate)));
};

/**
 * A status that no other answer has is measured by something else: a program that is turned away comes back as soon as the stage admits
 * one again, and after an error of ours no later than where a store is away; a person reads one time for all, so that the odd one is a
 * mistake.
 */
const timeProblems = (all: readonly Resource[], stage: Resource | undefined): readonly (string | false)[] => {
  const timed = all.filter((one) => retryIn(one) !== undefined);
  const pages = timed.filter(isPage);
  const problems = timed.filter((one) => !isPage(one));
  const timeOf = (status: string) => problems.filter(({ properties }) => textOf(properties.StatusCode) === status);
  const [away] = timeOf('503');
  return [
    ...oddOnes(
      pages,
      retryIn,
      (one) => `The answer ${one.logicalId} of the gateway says another time than its other pages.`,
    ),
    ...timeOf('429').map(
      (one) =>
        stage !== undefined &&
        Number(retryIn(one)) !== admitsAgain(stage) &&
        `The answer ${one.logicalId} of the gateway says to come back after ${retryIn(one)} s, and its stage admits again after ${admitsAgain(stage)} s.`,
    ),
    ...timeOf('500').map(
      (one) =>
        away !== undefined &&
        Number(retryIn(one)) > Number(retryIn(away)) &&
        `The answer ${one.logicalId} of the gateway says to come back later than where a store is away.`,
    ),
  ];
};

/** What the gateway answers by itself is one of a kind: same headers, one body for a status, the same cases in each API. */
export const checkAnswers: Check = ({ model }) => {
  const responses = model.ofType(RESPONSE);
  const byApi = [...Map.groupBy(responses, apiOf).values()];
  const nameOf = ({ logicalId }: Resource) => `The answer ${logicalId} of the gateway`;
  const typesOf = (all: readonly Resource[]) =>
    all
      .filter((one) => !OF_AUTHORIZERS.includes(typeOf(one)))
      .map(({ properties }) => `${textOf(properties.ResponseType)} ${textOf(properties.StatusCode)}`)
      .toSorted()
      .join();
  const differ = new Set(byApi.map(typesOf)).size > 1;
  const ofStatus = byApi.flatMap((all) => [
    ...Map.groupBy(all, ({ properties }) => textOf(properties.StatusCode)).values(),
  ]);
  const authorized = new Set(model.ofType('AWS::ApiGateway::Authorizer').map(apiOf));
  const headersOf = ({ properties }: Resource) => objectOf(properties.ResponseParameters);
  return [
    ...responses.flatMap((response) => {
      const problem = bodyProblem(response) ?? retryProblem(response);
      return problem === undefined ? [] : [`${nameOf(response)} ${problem}.`];
    }),
    ...byApi.flatMap((all) => {
      const names = new Set(all.flatMap((one) => Object.keys(headersOf(one))));
      return [...names].flatMap((name) => {
        const has = all.filter((one) => headersOf(one)[name] !== undefined);
        if (has.length === 1 && all.length > 3) return [`${nameOf(has[0] as Resource)} alone has the header ${name}.`];
        if (name === RETRY_AFTER) return [];
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
    ...byApi.flatMap((all) => {
      const stage = model.ofType('AWS::ApiGateway::Stage').find((one) => apiOf(one) === apiOf(all[0] as Resource));
      return timeProblems(all, stage).filter((one) => one !== false);
    }),
    ...byApi.flatMap((all) =>
      authorizerProblem(all, authorized.has(apiOf(all[0] as Resource)))
        ? [`${nameOf(all[0] as Resource)} is of an API that answers other cases than its authorizer brings about.`]
        : [],
    ),
    ...(differ ? ['The APIs do not answer the same cases by themselves with the same status.'] : []),
  ];
};
