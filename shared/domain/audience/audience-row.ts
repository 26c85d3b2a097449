import type { Consent } from '../consent/consent.ts';
import { countryOf, zoneOfClock } from '../contact/address-facts.ts';
import type { ContactKind } from '../contact/contact.ts';
import type { ContactId, Instant } from '../ids.ts';
import type { Standing } from '../ledger/standing.ts';
import { addressKindOf, CHANNELS, type Channel, isVetted, Purpose } from '../message/channel.ts';
import type { BasisKind } from '../message/message.ts';
import { coversUse, mayLift } from '../opposition/lifting.ts';
import type { Attributes } from './attributes.ts';

/** Partitions of an audience, 0 to 31: a contact is always in the same one. */
export const AUDIENCE_SHARDS = 32;

/** One list of an audience. */
export interface AudienceList {
  readonly channel: Channel;
  readonly purpose: Purpose;
}

/** What the index knows of a contact in one list: no address, no name, and no attribute that is not a label. */
export interface AudienceRow extends AudienceList {
  readonly contactId: ContactId;
  /** IANA name of the zone by whose clock the contact is written to in waves. */
  readonly zone: string;
  /** Absent: a prefix of no country that we know. */
  readonly country?: string | undefined;
  readonly language?: string | undefined;
  readonly kind: ContactKind;
  /** Of which kinds a basis is recorded and has not ended. */
  readonly bases: readonly BasisKind[];
  /** Days in UTC: `2026-11-24`. */
  readonly firstRecordedOn: string;
  readonly lastActOn?: string | undefined;
  readonly labels: Attributes;
  /** The person has another address since then: only a run that began before has them still. Absent: they have this one. */
  readonly movedAt?: Instant | undefined;
  /** The standing and the profile that it was made from. */
  readonly seq: number;
  readonly revision: number;
}

/** What a row is made from. */
export interface RowFacts {
  readonly standing: Standing;
  /** How a telephone number begins: `+262`. Absent: an e-mail address, or not known. */
  readonly prefix?: string | undefined;
  readonly labels: Attributes;
  /** 0: the contact has no profile. */
  readonly revision: number;
}

const names = (
  { channels, purpose: given }: Pick<Consent, 'channels' | 'purpose'>,
  { channel, purpose }: AudienceList,
) => given === purpose && channels.includes(channel);

/** Bases that are recorded and not ended; whether one can be used is for the law to judge. */
export const basesOf = ({ consents, sales, declared }: Standing, list: AudienceList): readonly BasisKind[] => {
  const has: Readonly<Record<BasisKind, boolean>> = {
    consent: consents.some((consent) => consent.state === 'given' && names(consent, list)),
    'existing-customer': sales.length > 0 && list.purpose !== 'partner-offers',
    'professional-interest': declared.profession !== undefined && list.purpose === 'own-offers',
    'legal-person': declared.kind === 'legal-person' || declared.organisation !== undefined,
  };
  return (Object.keys(has) as BasisKind[]).filter((kind) => has[kind]);
};

const latest = (...acts: readonly (Instant | undefined)[]): Instant | undefined =>
  acts
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);

/** When the person took another address, to which what they agreed to in this list followed them. */
export const movedIn = ({ consents }: Standing, list: AudienceList): Instant | undefined =>
  latest(...consents.map((each) => (each.endedBecause === 'moved' && names(each, list) ? each.endedAt : undefined)));

/** Where a later consent may have lifted it, the contact is in the list. */
const isOpposed = ({ oppositions, consents }: Standing, list: AudienceList): boolean =>
  oppositions.some((each) => coversUse(each.of, list) && !consents.some((consent) => mayLift(consent, each, list)));

const dayOf = (at: Instant): string => at.slice(0, 10);

/** Every list in which a contact may be. */
export const AUDIENCE_LISTS: readonly AudienceList[] = CHANNELS.filter(isVetted).flatMap((channel) =>
  Purpose.options.map((purpose) => ({ channel, purpose })),
);

/**
 * The rows of a contact: one in each list in which the law may allow a message to it. A contact that it may allow is never
 * missing, and who took another address is there for the runs that began before; one whose opposition covers the list is never there, unless a later consent may have lifted it; nor is one whose use is restricted.
 */
export const audienceRowsOf = ({ standing, prefix = '', labels, revision }: RowFacts): readonly AudienceRow[] => {
  const { contactId, declared, addressKind, seq, firstRecordedAt, lastActAt, restrictions } = standing;
  if (restrictions !== undefined) return [];
  const lastAct = latest(lastActAt, declared.lastActAt);
  const known = {
    contactId,
    zone: zoneOfClock(prefix, declared) ?? '',
    country: countryOf(prefix, declared).country,
    language: declared.language,
    kind: declared.kind ?? 'consumer',
    firstRecordedOn: dayOf(firstRecordedAt),
    lastActOn: lastAct && dayOf(lastAct),
    labels,
    seq,
    revision,
  };
  return AUDIENCE_LISTS.filter(({ channel }) => addressKindOf(channel) === addressKind)
    .filter((list) => !isOpposed(standing, list))
    .flatMap((list): readonly AudienceRow[] => {
      const bases = basesOf(standing, list);
      if (bases.length > 0) return [{ ...known, ...list, bases }];
      const movedAt = movedIn(standing, list);
      return movedAt === undefined ? [] : [{ ...known, ...list, bases: ['consent'], movedAt }];
    });
};
