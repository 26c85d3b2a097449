import type { Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Config } from '../config.ts';
import { STAGE_NAME } from './rest-api.ts';

/** Requests of one address in five minutes. */
const PER_ADDRESS = 2000;

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
      {
        name: 'rate-per-address',
        priority: 0,
        action: { block: {} },
        statement: {
          rateBasedStatement: {
            limit: PER_ADDRESS,
            aggregateKeyType: 'IP',
            scopeDownStatement: except(isOpposingByLink),
          },
        },
        visibilityConfig: visibility('rate-per-address'),
      },
      {
        name: 'hostile-addresses',
        priority: 1,
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
