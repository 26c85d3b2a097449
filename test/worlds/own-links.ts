import { contactOf } from '#shared/app/contacts/contact-of.ts';
import type { Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { addressOf } from '#shared/contracts/http/contact-address.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { World } from '../oracle/world.ts';
import type { Stores } from '../support/in-process/stores.ts';

/** Where pages of ours are. */
const PUBLIC_BASE_URL = 'https://aval.example';
const PREFIX = `${PUBLIC_BASE_URL}/o/`;
/** Where our mailboxes are. */
const OUR_MAIL = '@reponse.aval.example';
const isMailbox = (url: string): boolean => url.startsWith('mailto:');

/** Reads the links and mailboxes of a world as what it says they are: ours, and made for the contact of an address. */
export const ownLinksOf = async (
  { fingerprints }: Pick<Stores, 'fingerprints'>,
  access: AdvertiserAccess,
  { addresses, links = [] }: World,
): Promise<{ readonly tokens: Pick<Tokens, 'read' | 'mint' | 'mailboxes'>; readonly publicBaseUrl: string }> => {
  const made = new Map<string, ContactId>();
  for (const { url, address } of links) {
    if (address < 0) continue;
    const contact = addressOf(addresses[address] as Parameters<typeof addressOf>[0]);
    made.set(url, (await contactOf(fingerprints, access, contact)).contactId);
  }
  const { advertiserId } = access;
  const mailboxes = links.map(({ url }) => url).filter(isMailbox);
  return {
    publicBaseUrl: PUBLIC_BASE_URL,
    tokens: {
      mint: () => '',
      read: (token) => {
        const contactId = made.get(PREFIX + token);
        if (contactId === undefined) return undefined;
        return { advertiserId, contactId, messageId: messageIdOf('a link'), channel: 'email', purpose: 'own-offers' };
      },
      mailboxes: {
        addressOf: ({ contactId }) => {
          const found = mailboxes.find((url) => made.get(url) === contactId);
          return found?.slice('mailto:'.length) ?? `nobody${OUR_MAIL}`;
        },
        read: (localPart) => {
          const found = mailboxes.filter((url) => url.startsWith(`mailto:${localPart}@`));
          if (found.length === 0) return undefined;
          return found.flatMap((url) => {
            const contactId = made.get(url);
            return contactId === undefined ? [] : [{ advertiserId, contactId, isRelational: false }];
          });
        },
      },
    },
  };
};
