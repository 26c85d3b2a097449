import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { Config } from '../config.ts';

/** Names of the constructs: those of the public API are older than the second domain, and renamed ones would be replaced. */
const NAMES = {
  public: { certificate: 'Certificate', domain: 'PublicDomain', target: 'PublicDomainTarget' },
  application: { certificate: 'ApiCertificate', domain: 'ApiDomain', target: 'ApiDomainTarget' },
} as const;

/**
 * Serves an API on the deployer's own host. Without a certificate one is asked for, and the deployment waits until its
 * validation record is in the DNS. The output is the target of the host's CNAME record.
 */
export const ownDomain = (
  scope: Stack,
  name: keyof typeof NAMES,
  { host, certificateArn }: NonNullable<Config['publicDomain']>,
  api: RestApi,
): void => {
  const ids = NAMES[name];
  const certificate =
    certificateArn === undefined
      ? new Certificate(scope, ids.certificate, { domainName: host, validation: CertificateValidation.fromDns() })
      : Certificate.fromCertificateArn(scope, ids.certificate, certificateArn);
  const domainName = new DomainName(scope, ids.domain, {
    domainName: host,
    certificate,
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  domainName.addBasePathMapping(api, { stage: api.deploymentStage });
  new CfnOutput(scope, ids.target, { value: domainName.domainNameAliasDomainName });
};
