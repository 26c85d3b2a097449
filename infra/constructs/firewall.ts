import type { Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Config } from '../config.ts';
import { STAGE_NAME } from './rest-api.ts';

/** Requests of one address in five minutes, for pages that people open. */
const PER_READER = 2000;
/**
 * For applications, 200 a second: behind one address there is a company with all its shops, and a key is asked of each
 * request. What all addresses may ask together is the gateway's limit (`quotas.requestsPerSecond`).
 */
const PER_APPLICATION = 60_000;

/** No sampled requests: they would keep the paths, and so the tokens of links (P8). */
const visibility = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
});

const TEXT = [{ priority: 0, type: 'NONE' }];
/** The gateway's own address has the name of its stage first. */
const pathIs = (path: string) => ({
  regexMatchStatement: {
    fieldToMatch: { uriPath: {} },
    regexString: `^(/${STAGE_NAME})?${path}$`,
    textTransformations: TEXT,
  },
});
const isPost = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    searchString: 'POST',
    positionalConstraint: 'EXACTLY',
    textTransformations: TEXT,
  },
};
const except = (statement: object) => ({ notStatement: { statement } });

/**
 * An opposition by a link is never slowed down: mailbox providers post one-click oppositions for many people from few
 * addresses, often without a User-Agent (RFC 8058), so a POST to `/o/…` is outside every rule.
 */
const isOpposingByLink = { andStatement: { statements: [isPost, pathIs('/o/.+')] } };

/**
 * The pages on which people oppose are open to everyone, whatever else came from their address: whoever is on a list of
 * hostile ones can read them, and type an address (`POST /o`), at the rate of everybody.
 */
const isPageToOppose = pathIs('(/|/o|/o/.+)?');

const isOfApplications = pathIs('/(v1/.*|openapi\\.json)');
const anyOf = (...statements: object[]) => ({ orStatement: { statements } });

const rate = (name: string, priority: number, limit: number, scopeDownStatement: object) => ({
  name,
  priority,
  action: { block: {} },
  statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', scopeDownStatement } },
  visibilityConfig: visibility(name),
});

/**
 * A firewall in front of both APIs: a rate per address, and, but for the pages on which people oppose, Amazon's list of
 * hostile addresses.
 */
export const firewall = (
  scope: Stack,
  config: Config,
  apis: { readonly application: RestApi; readonly public: RestApi },
): void => {
  const acl = new CfnWebACL(scope, 'Firewall', {
    name: `aval-${config.stage}`,
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility(`aval-${config.stage}-firewall`),
    rules: [
      rate('rate-per-address', 0, PER_READER, except(anyOf(isOpposingByLink, isOfApplications))),
      rate('rate-per-application', 1, PER_APPLICATION, isOfApplications),
      {
        name: 'hostile-addresses',
        priority: 2,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesAmazonIpReputationList',
            scopeDownStatement: except(isPageToOppose),
          },
        },
        visibilityConfig: visibility('hostile-addresses'),
      },
    ],
  });
  for (const [name, api] of Object.entries(apis)) {
    new CfnWebACLAssociation(scope, `Firewall-${name}`, {
      webAclArn: acl.attrArn,
      resourceArn: api.deploymentStage.stageArn,
    });
  }
};
