import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { BasePathMapping, DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { Config } from '../config.ts';
import { removalOf } from './removal.ts';

/** Names of the constructs: those of the public API are older than the second domain, and renamed ones would be replaced. */
const NAMES = {
  public: { certificate: 'Certificate', domain: 'PublicDomain', target: 'PublicDomainTarget' },
  application: { certificate: 'ApiCertificate', domain: 'ApiDomain', target: 'ApiDomainTarget' },
} as const;

interface Parts {
  readonly api: RestApi;
  readonly config: Config;
}

/**
 * Serves an API on the deployer's own host. Without a certificate one is asked for, and the deployment waits until its
 * validation record is in the DNS. The output is the target of the host's CNAME record. A domain has a target of its own, which the
 * record names for years: it outlives the stack, and the next one adopts it.
 */
export const ownDomain = (
  scope: Stack,
  name: keyof typeof NAMES,
  own: NonNullable<Config['publicDomain']>,
  parts: Parts,
): void => {
  const ids = NAMES[name];
  const { api, config } = parts;
  const adopted = name === 'public' ? config.adopt.publicDomainTarget : config.adopt.apiDomainTarget;
  const target = adopted ?? madeDomain(scope, ids, own, parts);
  if (adopted !== undefined) {
    // The zone is asked for by the CDK, and only records of Route 53 would need it.
    const attributes = { domainName: own.host, domainNameAliasTarget: adopted, domainNameAliasHostedZoneId: 'none' };
    const domainName = DomainName.fromDomainNameAttributes(scope, ids.domain, attributes);
    new BasePathMapping(scope, `${ids.domain}Mapping`, { domainName, restApi: api, stage: api.deploymentStage });
  }
  new CfnOutput(scope, ids.target, { value: target });
};

const madeDomain = (
  scope: Stack,
  ids: (typeof NAMES)[keyof typeof NAMES],
  { host, certificateArn }: NonNullable<Config['publicDomain']>,
  { api, config }: Parts,
): string => {
  const domainName = new DomainName(scope, ids.domain, {
    domainName: host,
    certificate:
      certificateArn === undefined
        ? madeCertificate(scope, ids.certificate, host, config)
        : Certificate.fromCertificateArn(scope, ids.certificate, certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  domainName.applyRemovalPolicy(removalOf(config));
  domainName.addBasePathMapping(api, { stage: api.deploymentStage });
  return domainName.domainNameAliasDomainName;
};

/** A domain that stays needs its certificate. */
const madeCertificate = (scope: Stack, id: string, host: string, config: Config): Certificate => {
  const certificate = new Certificate(scope, id, { domainName: host, validation: CertificateValidation.fromDns() });
  certificate.applyRemovalPolicy(removalOf(config));
  return certificate;
};
