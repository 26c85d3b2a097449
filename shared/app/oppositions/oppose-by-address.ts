import { fold } from '#shared/channels/content/fold.ts';
import type { AddressKind } from '#shared/channels/record.ts';
import { namesOf } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { typedAddress } from '#shared/domain/contact/typed-address.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { CHANNELS, recordOf } from '#shared/domain/message/channel.ts';
import type { Clock } from '../clock.port.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { AdvertiserList } from './advertiser-list.port.ts';
import { registerOpposition } from './register-opposition.ts';

/** What a person typed on the page. */
export interface OpposeByAddress {
  /** An e-mail address or a telephone number. */
  readonly address: string;
  /** Who wrote, as the person says it; empty: everybody. */
  readonly sender: string;
}

export interface OpposeByAddressPorts {
  readonly ledger: Ledger;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly advertiserList: AdvertiserList;
  readonly fingerprints: Fingerprints;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** Advertisers that are read or written at the same time. */
const AT_ONCE = 20;

/** Words that people leave out of a name or add to it. */
const ARTICLES = new Set(['l', 'd', 'le', 'la', 'les', 'de', 'du', 'des', 'et', 'the', 'and', 'of']);

/** The words of a name, in lower case without accents or articles; with them where it has no others. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !ARTICLES.has(word));
  return new Set(own.length === 0 ? words : own);
};

/** Each word of the one is in the other: people shorten names, and add to them what they read beside them. */
const isNamed = (typed: ReadonlySet<string>, names: readonly string[]): boolean =>
  names
    .map(wordsOf)
    .some(
      (name) =>
        name.size > 0 && ([...name].every((word) => typed.has(word)) || [...typed].every((word) => name.has(word))),
    );

/**
 * The advertisers that go by the name typed. Everyone where nothing was typed or nobody goes by it: who mistypes a name
 * has opposed all the same.
 */
const addressees = async (ports: OpposeByAddressPorts, sender: string): Promise<readonly AdvertiserId[]> => {
  const everyone = await ports.advertiserList.all();
  const typed = wordsOf(sender);
  if (typed.size === 0) return everyone;
  const isMeant = await atMost(AT_ONCE, everyone, async (advertiserId) => {
    const advertiser = await ports.advertisers.get(admit(advertiserId));
    return advertiser !== undefined && isNamed(typed, namesOf(advertiser));
  });
  const meant = everyone.filter((_, index) => isMeant[index]);
  return meant.length === 0 ? everyone : meant;
};

const channelsTo = (kind: AddressKind) => CHANNELS.filter((channel) => recordOf(channel).address === kind);

/**
 * Registers the opposition of a person who has no link at hand: all channels that reach the address typed, for that
 * address alone, at the advertiser named or at all. It says nothing of whom it found: whoever asks may be anybody. True
 * once all is recorded (P2); false when what was typed is no address, and nothing is recorded. The same again is the same
 * opposition. Throws `dependency-unavailable` when not all could be recorded: what was, stays.
 */
export const opposeByAddress = async (ports: OpposeByAddressPorts, typed: OpposeByAddress): Promise<boolean> => {
  const address = typedAddress(typed.address);
  if (address === undefined) return false;
  await atMost(AT_ONCE, await addressees(ports, typed.sender), async (advertiserId) => {
    const contactId = ports.fingerprints.contactIdOf(advertiserId, address);
    const act = sha256Of(`typed-address/${contactId}`);
    await registerOpposition(ports, {
      access: admit(advertiserId),
      contactId,
      addressKind: address.kind,
      of: { scope: 'channel', channels: channelsTo(address.kind) },
      // No evidence: a hash of what was typed is a hash of an address, and the same at every advertiser (P7, P9).
      via: 'typed-address',
      // No message says what it answers: relational ones end as well.
      coversRelational: true,
      requestId: act,
      bodySha256: act,
      actor: { by: 'person' },
    });
  });
  return true;
};
