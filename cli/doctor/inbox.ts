import type { Config } from '#infra/config.ts';
import type { Account, Dns } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Where mail to a domain arrives, by its records: at SES of this Region alone, or some of what opposes is read by nobody. */
const ofRecords = (about: string, records: readonly string[], wanted: string): readonly Finding[] => {
  const elsewhere = records.filter((record) => record.toLowerCase().replace(/\.$/, '').split(' ').at(-1) !== wanted);
  if (elsewhere.length === records.length) return [fail(about, 'arrive nowhere that reads them', `MX 10 ${wanted}`)];
  if (elsewhere.length === 0) return [];
  return [fail(about, `may arrive elsewhere: ${elsewhere.join(', ')}`, `Leave the one record MX 10 ${wanted}`)];
};

/** Whether mail to a domain of the inbox arrives: messages name a mailbox there, and what does not arrive opposes nothing. */
const ofDomain = async (domain: string, region: string, account: Account, dns: Dns): Promise<readonly Finding[]> => {
  const about = `mails to ${domain}`;
  const isVerified = (await account.emailIdentity(domain))?.isVerified ?? false;
  const verified = isVerified
    ? []
    : [fail(about, 'SES has not verified the domain', 'Verify it in SES: docs/deploy.md.')];
  return [...verified, ...ofRecords(about, await dns.records(domain, 'MX'), `inbound-smtp.${region}.amazonaws.com`)];
};

/** What must be there for mails that oppose to arrive. Which rule set is the active one is asked by the deployer: that is of the API of SES before this one. */
export const ofInbox = async (config: Config, account: Account, dns: Dns): Promise<readonly Finding[]> => {
  const { inbox, region, stage } = config;
  if (inbox === undefined) return [];
  const domains = [inbox.domain, ...(inbox.replies === undefined ? [] : [inbox.replies])];
  const found = await Promise.all(domains.map((domain) => ofDomain(domain, region, account, dns)));
  const wrong = found.flat();
  return [
    ...(wrong.length === 0 ? [ok('inbox', `mails to ${domains.join(' and ')} arrive at SES`)] : wrong),
    warn(
      'inbox',
      `whether ${inbox.ruleSet ?? `aval-${stage}`} is the active rule set is not looked at`,
      'aws ses describe-active-receipt-rule-set --query Metadata.Name',
    ),
  ];
};
