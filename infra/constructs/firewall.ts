import type { Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Config } from '../config.ts';

/** Requests of one address in five minutes. */
const PER_ADDRESS = 2000;

/** No sampled requests: they would keep the paths, and so the tokens of links (P8). */
const visibility = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
});

/**
 * An opposition is never slowed down: mailbox providers post one-click oppositions for many people from few addresses,
 * often without a User-Agent (RFC 8058), so a POST to `/o/…` is outside every rule.
 */
const isOpposing = {
  andStatement: {
    statements: [byteMatch({ method: {} }, 'POST', 'EXACTLY'), byteMatch({ uriPath: {} }, '/o/', 'CONTAINS')],
  },
};

function byteMatch(fieldToMatch: object, searchString: string, positionalConstraint: 'EXACTLY' | 'CONTAINS') {
  return {
    byteMatchStatement: {
      fieldToMatch,
      searchString,
      positionalConstraint,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

/** A firewall in front of both APIs: a rate per address, and Amazon's list of hostile addresses. */
export const firewall = (
  scope: Stack,
  config: Config,
  apis: { readonly application: RestApi; readonly public: RestApi },
): void => {
  const scopeDownStatement = { notStatement: { statement: isOpposing } };
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
        statement: { rateBasedStatement: { limit: PER_ADDRESS, aggregateKeyType: 'IP', scopeDownStatement } },
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
            scopeDownStatement,
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
