import type { Dns, EmailAccount, EmailIdentity } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Recipients in 24 hours of an account that nobody has asked more for. */
const A_DAY_OF_NEW_ACCOUNTS = 200;

/** What SES lets the account do, for a stage of production or another. */
export const ofEmailAccount = (account: EmailAccount, isProduction: boolean): readonly Finding[] => [
  account.isEnabled && account.enforcement !== 'SHUTDOWN'
    ? ok('SES', `sending is enabled, ${account.perDay} recipients a day, ${account.perSecond} a second`)
    : fail(
        'SES',
        `sending is stopped (${account.enforcement || 'disabled'})`,
        'Answer AWS in the case that it opened.',
      ),
  ...(isProduction && account.perDay <= A_DAY_OF_NEW_ACCOUNTS
    ? [warn('SES quota', `${account.perDay} recipients a day, as in the sandbox`, 'Ask for more: Service Quotas, SES.')]
    : []),
  account.enforcement === 'PROBATION'
    ? warn('SES reputation', 'the account is under review', 'Stop the lists that bounce before AWS stops all.')
    : ok('SES reputation', account.enforcement.toLowerCase()),
  account.isOutOfSandbox
    ? ok('SES sandbox', 'the account may write to everybody')
    : (isProduction ? fail : warn)(
        'SES sandbox',
        'the account may write to verified addresses alone',
        'Ask for production access: SES console, Account dashboard.',
      ),
  ofDelivery(account),
];

const ofDelivery = ({ delivery }: EmailAccount): Finding => {
  if (delivery === 'REGIONAL') return ok('SES Region', 'mail leaves from this Region alone');
  const [level, says] =
    delivery === undefined
      ? [warn, 'SES does not say whether mail leaves from this Region alone']
      : [fail, 'mail may leave from other Regions'];
  return level('SES Region', says, 'npm run aval -- account --apply sets the delivery of the shared pool to REGIONAL.');
};

/** The configuration sets of a stage that is deployed: one that is `GLOBAL` wins over the account. */
export const ofConfigurationSets = (deliveries: ReadonlyMap<string, string | undefined>): readonly Finding[] =>
  [...deliveries].flatMap(([name, delivery]) =>
    delivery === 'GLOBAL'
      ? [
          fail(
            `SES configuration set ${name}`,
            'mail may leave from other Regions, whatever the account says',
            'Set its delivery to ACCOUNT: SES console, Configuration sets, Sending and delivery.',
          ),
        ]
      : [],
  );

const domainOf = (identity: string): string => identity.slice(identity.indexOf('@') + 1);
const SES_MX = (region: string) => `10 feedback-smtp.${region}.amazonses.com`;
const SES_SPF = 'v=spf1 include:amazonses.com ~all';

/** What there is of one identity to send from: verified, DKIM, envelope domain with SPF, DMARC; with the records to write. */
export const ofIdentity = async (
  name: string,
  identity: EmailIdentity | undefined,
  dns: Dns,
  region: string,
): Promise<readonly Finding[]> => {
  if (identity === undefined)
    return [fail(name, 'SES does not know it', 'Create the identity in SES, in this Region: Aval creates none.')];
  return [
    identity.isVerified
      ? ok(name, 'verified')
      : fail(name, 'not verified', 'Write the DKIM records, or follow the mail that SES sent to the address.'),
    ofDkim(name, identity),
    ...(await ofMailFrom(name, identity, dns, region)),
    await ofDmarc(name, dns),
  ];
};

const ofDkim = (name: string, { dkimStatus, dkimTokens, dkimZone = 'dkim.amazonses.com' }: EmailIdentity): Finding =>
  dkimStatus === 'SUCCESS'
    ? ok(`${name} DKIM`, 'signed')
    : fail(
        `${name} DKIM`,
        `not signed (${dkimStatus.toLowerCase()}): mailboxes refuse one-click opposition that is not`,
        ...(dkimTokens.length > 0
          ? dkimTokens.map((token) => `${token}._domainkey.${domainOf(name)} CNAME ${token}.${dkimZone}`)
          : [`Verify the domain ${domainOf(name)} in SES with Easy DKIM.`]),
      );

const ofMailFrom = async (
  name: string,
  { mailFrom }: EmailIdentity,
  dns: Dns,
  region: string,
): Promise<readonly Finding[]> => {
  const about = `${name} MAIL FROM`;
  if (mailFrom === undefined) {
    const domain = `bounce.${domainOf(name)}`;
    return [
      warn(
        about,
        'is amazonses.com, so that SPF does not speak for your domain',
        `Set the MAIL FROM domain ${domain} in SES, and write:`,
        `${domain} MX ${SES_MX(region)}`,
        `${domain} TXT "${SES_SPF}"`,
      ),
    ];
  }
  const [mx, txt] = await Promise.all([dns.records(mailFrom.domain, 'MX'), dns.records(mailFrom.domain, 'TXT')]);
  const spf = txt.find((text) => text.startsWith('v=spf1'));
  return [
    mx.includes(SES_MX(region)) && mailFrom.status === 'SUCCESS'
      ? ok(about, mailFrom.domain)
      : fail(
          about,
          `${mailFrom.domain} is not ready (${mailFrom.status.toLowerCase()})`,
          `${mailFrom.domain} MX ${SES_MX(region)}`,
        ),
    spf?.includes('include:amazonses.com')
      ? ok(`${name} SPF`, spf)
      : fail(
          `${name} SPF`,
          spf === undefined ? `${mailFrom.domain} has no SPF record` : `${spf} does not name SES`,
          `${mailFrom.domain} TXT "${SES_SPF}"`,
        ),
  ];
};

/** The record of the domain itself, or of the one above it (RFC 7489 section 6.6.3). */
const ofDmarc = async (name: string, dns: Dns): Promise<Finding> => {
  const domain = domainOf(name);
  const above = domain.split('.').slice(-2).join('.');
  const found = await Promise.all([...new Set([domain, above])].map((each) => dns.records(`_dmarc.${each}`, 'TXT')));
  const dmarc = found.flat().find((text) => text.startsWith('v=DMARC1'));
  return dmarc === undefined
    ? fail(
        `${name} DMARC`,
        'there is none: large mailbox providers refuse bulk mail without',
        `_dmarc.${domain} TXT "v=DMARC1; p=none; rua=mailto:postmaster@${domain}"`,
      )
    : ok(`${name} DMARC`, dmarc);
};
