import { parseEmail } from '../contact/address.ts';
import type { Advertiser } from './advertiser.ts';

const hostOf = (url: string): readonly string[] => (URL.canParse(url) ? [new URL(url).hostname] : []);

/** Hosts that are the advertiser's own by its settings: of its pages, and the domains of its mailboxes. */
export const hostsOf = ({
  contact,
  privacyNoticeUrl,
  senders,
}: Pick<Advertiser, 'contact' | 'privacyNoticeUrl' | 'senders'>): readonly string[] => [
  ...new Set([
    ...hostOf(privacyNoticeUrl),
    ...(contact.url === undefined ? [] : hostOf(contact.url)),
    ...[contact.email, ...senders.email.map(({ address }) => address)].flatMap(
      (mail) => mail?.split('@').slice(1) ?? [],
    ),
  ]),
];

const folded = (address: string): string => parseEmail(address)?.fingerprinted ?? address.trim().toLowerCase();

/** True of an e-mail address that is the advertiser's own by its settings: whom people reach it by, and whom its messages are from. */
export const isOwnAddress = ({ contact, senders }: Pick<Advertiser, 'contact' | 'senders'>, address: string): boolean =>
  [contact.email, ...senders.email.map((sender) => sender.address)].some(
    (own) => own !== undefined && folded(own) === folded(address),
  );
