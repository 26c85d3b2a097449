import { matchesPattern } from '../aws/iam/policy.ts';
import type { Runner } from '../lambda/runner.ts';
import { ACCOUNT, REGION } from '../template/attributes.ts';
import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '../template/json.ts';
import type { GatewayResponseType } from './gateway-response.ts';
import type { ReadRequest } from './proxy-event.ts';
import type { Authorizer, RestApi } from './routes.ts';

/**
 * A caller let in, with what the authorizer said of it; or the answer that turns it away. `status` is what the authorizer itself answered,
 * as `$context.authorizer.status` says it: 200 for any policy, also one that does not allow (that is said by
 * `$context.authorize.status`), and absent where it was not asked ("Troubleshooting Amazon API Gateway with enhanced observability
 * variables", AWS Compute Blog). Of a policy that is remembered no page says anything: it is 200 here.
 */
export type Authorization = { readonly status?: number } & (
  | { readonly context: object }
  | { readonly refused: GatewayResponseType }
);

/** Remembers what a TOKEN authorizer said, by token, for the time the template gives, on the stack's clock. */
export interface AuthorizerCache {
  get(key: string, nowMs: number): JsonObject | undefined;
  put(key: string, policy: JsonObject, untilMs: number): void;
}

/** An empty cache. */
export const createAuthorizerCache = (): AuthorizerCache => {
  const entries = new Map<string, { policy: JsonObject; untilMs: number }>();
  return {
    get: (key, nowMs) => {
      const entry = entries.get(key);
      return entry && entry.untilMs > nowMs ? entry.policy : undefined;
    },
    put: (key, policy, untilMs) => void entries.set(key, { policy, untilMs }),
  };
};

const allows = (policy: JsonObject, methodArn: string): boolean => {
  const statements = listOf(at(policy, 'policyDocument', 'Statement'));
  const applying = statements.filter((statement) =>
    listOf(at(statement, 'Resource')).some((pattern) => matchesPattern(textOf(pattern), methodArn)),
  );
  return applying.length > 0 && applying.every((statement) => at(statement, 'Effect') === 'Allow');
};

const authorizationOf = (policy: JsonObject, methodArn: string): Authorization => {
  if (!allows(policy, methodArn)) return { refused: 'ACCESS_DENIED', status: 200 };
  const context = Object.entries(objectOf(policy.context)).map(([name, value]) => [name, textOf(value)]);
  return {
    status: 200,
    context: { principalId: textOf(policy.principalId), integrationLatency: 0, ...Object.fromEntries(context) },
  };
};

/** Asks the authorizer of a route, or its cache, whether this request may pass. */
export const authorize = async (
  dependencies: { api: RestApi; runner: Pick<Runner, 'invoke'>; cache: AuthorizerCache; nowMs: () => number },
  authorizer: Authorizer,
  request: ReadRequest,
): Promise<Authorization> => {
  const { api, runner, cache, nowMs } = dependencies;
  const token = String(request.message.headers[authorizer.header] ?? '');
  const isMalformed = authorizer.expression !== undefined && !new RegExp(authorizer.expression).test(token);
  if (token === '' || isMalformed) return { refused: 'UNAUTHORIZED' };
  const methodArn = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api.id}/local/${request.message.method}${request.url.pathname}`;
  const key = `${authorizer.id}/${token}`;
  const cached = cache.get(key, nowMs());
  if (cached) return authorizationOf(cached, methodArn);
  const outcome = await runner.invoke(authorizer.functionName, { type: 'TOKEN', authorizationToken: token, methodArn });
  if (outcome.kind !== 'result') {
    const isRefusal = outcome.kind === 'failure' && outcome.error.errorMessage === 'Unauthorized';
    return isRefusal ? { refused: 'UNAUTHORIZED', status: 401 } : { refused: 'AUTHORIZER_FAILURE', status: 500 };
  }
  const policy = objectOf(outcome.result as Json);
  if (policy.policyDocument === undefined) return { refused: 'AUTHORIZER_CONFIGURATION_ERROR', status: 500 };
  cache.put(key, policy, nowMs() + authorizer.ttlSeconds * 1000);
  return authorizationOf(policy, methodArn);
};
