import { parseEmail } from '../contact/address.ts';
import type { Advertiser } from './advertiser.ts';

const hostOf = (url: string): readonly string[] => (URL.canParse(url) ? [new URL(url).hostname] : []);

type HostSettings = Pick<Advertiser, 'contact' | 'privacyNoticeUrl' | 'senders'>;

const domainsOf = (mails: readonly (string | undefined)[]): readonly string[] =>
  mails.flatMap((mail) => mail?.split('@').slice(1) ?? []);

/** The same, by the member of the settings that names them. */
export const hostsByMember = ({
  contact,
  privacyNoticeUrl,
  senders,
}: HostSettings): readonly (readonly [pointer: string, hosts: readonly string[]])[] => [
  ['/privacyNoticeUrl', hostOf(privacyNoticeUrl)],
  ['/contact/url', contact.url === undefined ? [] : hostOf(contact.url)],
  ['/contact/email', domainsOf([contact.email])],
  ['/senders/email', domainsOf(senders.email.map(({ address }) => address))],
];

/** Hosts that are the advertiser's own by its settings: of its pages, and the domains of its mailboxes. */
export const hostsOf = (settings: HostSettings): readonly string[] => [
  ...new Set(hostsByMember(settings).flatMap(([, hosts]) => hosts)),
];

const folded = (address: string): string => parseEmail(address)?.fingerprinted ?? address.trim().toLowerCase();

/** True of an e-mail address that is the advertiser's own by its settings: whom people reach it by, and whom its messages are from. */
export const isOwnAddress = ({ contact, senders }: Pick<Advertiser, 'contact' | 'senders'>, address: string): boolean =>
  [contact.email, ...senders.email.map((sender) => sender.address)].some(
    (own) => own !== undefined && folded(own) === folded(address),
  );
