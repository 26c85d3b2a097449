import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';

/**
 * Serves the public API on the deployer's own host. Without a certificate one is asked for, and the deployment waits
 * until its validation record is in the DNS. The output is the target of the host's CNAME record.
 */
export const publicDomain = (
  scope: Stack,
  own: { domain: string; certificateArn: string | undefined },
  api: RestApi,
): void => {
  const certificate =
    own.certificateArn === undefined
      ? new Certificate(scope, 'Certificate', { domainName: own.domain, validation: CertificateValidation.fromDns() })
      : Certificate.fromCertificateArn(scope, 'Certificate', own.certificateArn);
  const domainName = new DomainName(scope, 'PublicDomain', {
    domainName: own.domain,
    certificate,
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  domainName.addBasePathMapping(api, { stage: api.deploymentStage });
  new CfnOutput(scope, 'PublicDomainTarget', { value: domainName.domainNameAliasDomainName });
};
