import type { Config } from '#infra/config.ts';
import type { Account, Dns } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Whether mail to a domain of the inbox arrives: messages name a mailbox there, and what does not arrive opposes nothing. */
const ofDomain = async (domain: string, region: string, account: Account, dns: Dns): Promise<readonly Finding[]> => {
  const about = `mails to ${domain}`;
  const server = `inbound-smtp.${region}.amazonaws.com`;
  const isVerified = (await account.emailIdentity(domain))?.isVerified ?? false;
  const records = (await dns.records(domain, 'MX')).map((record) => record.toLowerCase().replace(/\.$/, ''));
  const elsewhere = records.filter((record) => !record.endsWith(` ${server}`));
  return [
    ...(isVerified ? [] : [fail(about, 'SES has not verified the domain', 'Verify it in SES: docs/deploy.md.')]),
    ...(records.length === elsewhere.length
      ? [fail(about, 'arrive nowhere that reads them', `${domain} MX 10 ${server}`)]
      : elsewhere.length > 0
        ? [
            fail(
              about,
              `may arrive elsewhere: ${elsewhere.join(', ')}`,
              `Leave the one record ${domain} MX 10 ${server}`,
            ),
          ]
        : []),
  ];
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
