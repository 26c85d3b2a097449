import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { kindOfDeliverable } from '#shared/channels/record.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { sharedFingerprints } from '#shared/domain/opposition/shared-fingerprint.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import { portsOf, type RotatedDeployment } from './in-account.ts';
import type { Raw } from './stored-keys.ts';

/** A list of who opposed, and what is not in it. */
export interface ListedOppositions {
  /** The file: fingerprint, channels, purpose and date of each opposition; no address, no id. */
  readonly csv: string;
  readonly oppositions: number;
  readonly contacts: number;
  /** Contacts that opposed and have no address any more: no key can name them. */
  readonly withoutAddress: number;
  /** Contacts that opposed, or may have, and cannot be read. */
  readonly unreadable: readonly string[];
}

const HEAD = 'fingerprint,channels,purpose,occurredAt';

/** The cells that an opposition fills beside its fingerprint: no channels stand for all of them. */
const cellsOf = ({ of, occurredAt }: Opposition): string => {
  const channels = of.scope === 'global' ? '' : of.channels.join(' ');
  return `${channels},${of.scope === 'purpose' ? of.purpose : ''},${occurredAt}`;
};

/** Whose standing an item is, by its key: whatever else of it is damaged. */
const contactOf = ({ pk, sk }: Raw, advertiserId: AdvertiserId): ContactId | undefined => {
  const before = `CONTACT#${advertiserId}#`;
  return sk === 'STANDING' && String(pk).startsWith(before)
    ? (String(pk).slice(before.length) as ContactId)
    : undefined;
};

/**
 * The oppositions of an advertiser under a shared key, sorted by fingerprint, so that their order says nothing: what was recorded of each
 * contact, and what partners listed of its address. It looks at every item of the table once, which no function may do. Throws
 * `dependency-unavailable`.
 */
export const oppositionList = async (
  deployment: RotatedDeployment,
  { advertiserId, key }: { readonly advertiserId: AdvertiserId; readonly key: Uint8Array },
): Promise<ListedOppositions> => {
  const { vault, clock } = await portsOf(deployment);
  const stored = { ...deployment.table, vault, clock };
  const vetReads = vetReadsOf({ ...stored, lists: oppositionListsOf(stored) });
  const lines: string[] = [];
  const unreadable: string[] = [];
  let contacts = 0;
  let withoutAddress = 0;
  const look = async (contactId: ContactId): Promise<void> => {
    const { standing, address } = await vetReads.read(admit(advertiserId), contactId, clock.now());
    if (standing === undefined || standing.oppositions.length === 0) return;
    if (address === undefined) {
      withoutAddress += 1;
      return;
    }
    contacts += 1;
    const cells = [...new Set(standing.oppositions.map(cellsOf))];
    // Of a number of overseas both: who gets the list may have hashed either spelling.
    for (const fingerprint of sharedFingerprints(key, { kind: kindOfDeliverable(address), value: address }))
      lines.push(...cells.map((each) => `${fingerprint},${each}`));
  };
  for await (const page of deployment.pages())
    for (const item of page) {
      const contactId = contactOf(item, advertiserId);
      if (contactId === undefined) continue;
      try {
        await look(contactId);
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        unreadable.push(contactId);
      }
    }
  const csv = [HEAD, ...lines.toSorted()].map((line) => `${line}\r\n`).join('');
  return { csv, oppositions: lines.length, contacts, withoutAddress, unreadable };
};
