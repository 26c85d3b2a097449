import type { Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Config } from '../config.ts';
import { STAGE_NAME } from './rest-api.ts';

/** Requests of one address in five minutes, for pages that people open without a link, and for what is no page. */
const PER_READER = 2000;
/** The rule of those pages: whom it turns away cannot type the address that is to be written to no more. */
export const RATE_OF_READERS = 'rate-per-reader';
/**
 * Of one address in five minutes, what is typed: an address (`POST /o`), or a code and choices in the preference centre (`POST /p/…`). What all
 * addresses may type together is small (`TYPED_SHARE` of the gateway, 20 a second): at this rate it takes fifty addresses to use it up, and an office, or the
 * readers whom a mobile operator has behind one address, may still type one each 2.5 seconds. AWS WAF takes 10 at the least.
 */
const PER_TYPIST = 120;
/** Production has one, and the stage at home, where its rules are tried. */
export const hasFirewall = ({ isProduction, isLocal }: Config): boolean => isProduction || isLocal;
export const firewallName = ({ stage }: Config): string => `aval-${stage}-firewall`;
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
const methodIs = (method: string) => ({
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: method,
    textTransformations: TEXT,
  },
});
const except = (statement: object) => ({ notStatement: { statement } });

/**
 * Each way by which an opposition comes is open to everyone, whatever else came from their address: whoever is on a list of
 * hostile ones can read the pages, choose in the preference centre (`/p`), and type an address (`POST /o`), at the rate of everybody.
 * What a provider reports (`/r`) or brings (`/s`) is among them: it has a signature or a code, comes from few addresses, and may be that
 * somebody said stop.
 */
const isPageToOppose = pathIs('(/|/o|/[oprs]/.+)?');
/**
 * A link is outside every rate: mailbox providers open links to look at them and post one-click oppositions for many people from
 * few addresses, often without a User-Agent (RFC 8058), and a company has one address for all who work there.
 */
const isPageWithoutLink = pathIs('(/|/o)?');

/** One click is none of it: a mailbox provider posts for many people. */
const isTyped = { andStatement: { statements: [methodIs('POST'), pathIs('/(o|p/.+)')] } };

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
 * A firewall in front of both APIs: a rate per address, but for links, a smaller one for what is typed, and Amazon's list of hostile addresses, but for the pages
 * on which people oppose.
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
    visibilityConfig: visibility(firewallName(config)),
    rules: [
      rate(RATE_OF_READERS, 0, PER_READER, isPageWithoutLink),
      rate('rate-per-typist', 1, PER_TYPIST, isTyped),
      rate('rate-per-address', 2, PER_READER, except(anyOf(isPageToOppose, isOfApplications))),
      rate('rate-per-application', 3, PER_APPLICATION, isOfApplications),
      {
        name: 'hostile-addresses',
        priority: 4,
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
