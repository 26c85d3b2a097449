import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { callerContext } from './caller.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { errorFields, log } from './log/log.ts';
import { failureOf } from './problem.ts';

/** The whole API: API Gateway caches a policy per key, and one of a single route would refuse the key's next route. */
const wholeApi = (methodArn: string): string => `${methodArn.split('/').slice(0, 2).join('/')}/*`;

/** What API Gateway takes for "401", by its exact text. */
const UNAUTHORIZED = 'Unauthorized';

/**
 * The token authorizer: it authenticates only; the edge of each route checks scope and advertiser. An unknown key ends
 * in 401. A store that cannot be read throws, which API Gateway answers with 500: never allow (P10).
 */
export const authorizer = <const E extends FunctionEntry>(
  entry: E,
  how: { readonly authenticate: (env: EnvironmentOf<E>, header: string) => Promise<Caller | undefined> },
) => {
  const env = environmentOf(entry);
  return async (event: APIGatewayTokenAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    const caller = await how.authenticate(env, event.authorizationToken ?? '').catch((error: unknown) => {
      const { code, cause } = failureOf(error);
      log('authorizer-failed', { function: nameOf(entry), code, ...errorFields(cause ?? error) });
      throw error;
    });
    if (!caller) {
      log('caller-unknown', { function: nameOf(entry) });
      throw new Error(UNAUTHORIZED);
    }
    return policyFor(caller, event.methodArn);
  };
};

const policyFor = (caller: Caller, methodArn: string): APIGatewayAuthorizerResult => ({
  principalId: caller.apiKeyId,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: wholeApi(methodArn) }],
  },
  context: callerContext(caller),
});
