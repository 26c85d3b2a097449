/** A resource that production has and the stage at home has not: no mutant of it is drawn, since nothing at home would notice one. */
interface OnlyInProduction {
  /** Fits `<type> <stack>/<id>`, the stage written as `#`. */
  readonly is: RegExp;
  readonly why: string;
  /** Who looks in its place: how a row of docs/cloud-only.md begins, or a test. */
  readonly seen: string;
}

/** The stated table: what production alone has and is not here fails a test. */
export const ONLY_IN_PRODUCTION: readonly OnlyInProduction[] = [
  {
    is: /^AWS::CertificateManager::Certificate /,
    why: 'Nothing at home speaks TLS, and no certificate is issued without a zone of DNS.',
    seen: 'TLS, the domain, its certificate, the base path',
  },
  {
    is: /^AWS::ApiGateway::(?:DomainName|BasePathMapping) /,
    why: 'Both APIs answer on ports of this machine, without a host of their own and without the stage in the path.',
    seen: 'TLS, the domain, its certificate, the base path',
  },
  {
    is: /^AWS::SNS::Subscription Aval-#-Observability\/Alarms/,
    why: 'At home nobody has a mailbox that an alarm could reach: the console shows which are on.',
    seen: 'An alarm reaches a human',
  },
  {
    is: /^AWS::Events::Rule Aval-#-Observability\/stoppedadvertisers/,
    why: 'SES puts these events on the default bus of an account, and writes to the topic of alarms alone, which nobody reads at home.',
    seen: 'SES says that it stopped one advertiser',
  },
  {
    is: /^AWS::\S+ Aval-#-(?:JournalReplica\/|Data\/JournalCopyRole|Observability\/journaluncopied)/,
    why: 'Nothing at home is in another Region, and S3 at home copies nothing.',
    seen: 'The journal is copied to the second Region',
  },
  {
    is: /^AWS::Budgets::Budget /,
    why: 'What an account costs is counted by AWS alone.',
    seen: 'test/infra/observability.test.ts',
  },
];
