import type { Stack } from 'aws-cdk-lib';
import { ConfigurationSet, ConfigurationSetTlsPolicy, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import type { Config } from '../config.ts';

/** What the sender needs to know of SES. */
export interface EmailSending {
  readonly configurationSetName: string;
  /** The configuration set and the identities that one may send from. */
  readonly arns: readonly string[];
}

/**
 * The configuration set of all mail: TLS required, and no tracking whatever: no open or click event destination, no
 * redirect domain, no engagement metrics. Tracking asks for a consent of its own (D11). Identities are referred to and never
 * created: one that exists would fail the deployment, and one of ours would lose its DKIM keys with the stack.
 */
export const emailSending = (scope: Stack, config: Config): EmailSending => {
  const configurationSetName = `aval-${config.stage}`;
  new ConfigurationSet(scope, 'ConfigurationSet', {
    configurationSetName,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    vdmOptions: { engagementMetrics: false, optimizedSharedDelivery: false },
  });
  const identities = config.emailIdentities.length > 0 ? config.emailIdentities : ['*'];
  const arnOf = (resource: string, resourceName: string) => scope.formatArn({ service: 'ses', resource, resourceName });
  return {
    configurationSetName,
    arns: [arnOf('configuration-set', configurationSetName), ...identities.map((name) => arnOf('identity', name))],
  };
};
