import type { ChannelFamily } from '#shared/channels/record.ts';
import type { Consent } from '../consent/consent.ts';
import type { CollectionSource, DeclaredFacts } from '../contact/contact.ts';
import type { Instant } from '../ids.ts';
import type { Standing } from '../ledger/standing.ts';
import { CHANNELS, type Channel, electronicMailTo, type Purpose, recordOf } from '../message/channel.ts';
import { coversUse, mayLift, mayLiftAll, mayLiftSome, type Use } from '../opposition/lifting.ts';
import type { OppositionScope, Via } from '../opposition/opposition.ts';
import type { SaleType } from '../sale/sale.ts';

/** Families of channels, and those that have none, in the words of a person. */
export type HeldFamily = ChannelFamily | 'other';

/** Why an advertiser may write to a person for one purpose by one family of channels, and since when. */
export type HeldBasis =
  | {
      readonly kind: 'consent';
      readonly at: Instant;
      readonly state: Consent['state'];
      readonly endedAt?: Instant | undefined;
      /** Who collected it, where it was not the advertiser. */
      readonly collectedBy?: string | undefined;
    }
  | { readonly kind: 'sale'; readonly at: Instant; readonly type: SaleType }
  /** What the address is shown to be (FR-B2B-1, FR-B2B-2), and where the advertiser says that it has it from. */
  | { readonly kind: 'professional' | 'legal-person'; readonly source?: DeclaredSource | undefined };

/** Where an address came from: the words of the advertiser, where it has some. */
export interface DeclaredSource {
  readonly kind: CollectionSource;
  readonly reference?: string | undefined;
  readonly at?: Instant | undefined;
}

/** What is held of a contact for one purpose by one family of channels. */
export interface HeldUse {
  readonly family: HeldFamily;
  readonly purpose: Purpose;
  /** The channels that a stop of it ends. */
  readonly channels: readonly Channel[];
  /** The latest first, then what was declared. */
  readonly bases: readonly HeldBasis[];
  /** Since when every channel of it is opposed; absent: it is not, or the person agreed again since. */
  readonly stoppedAt?: Instant | undefined;
}

/** An opposition in the words of a person. */
export interface HeldOpposition {
  readonly of: OppositionScope;
  readonly families: readonly HeldFamily[];
  readonly at: Instant;
  readonly via: Via;
  /** The person agreed since to some of what it covers. */
  readonly isLiftedInPart: boolean;
}

/** What is held of one contact, in the terms of the person. */
export interface Held {
  readonly uses: readonly HeldUse[];
  /** The latest first. */
  readonly oppositions: readonly HeldOpposition[];
  readonly firstRecordedAt: Instant;
  /** Its use is restricted: nothing is sent to it. */
  readonly isRestricted: boolean;
  /** The advertiser declared more of the person than can be shown here: an answer to a request for access has it. */
  readonly hasDeclared: boolean;
}

/** The family of a channel, as a person is shown it. */
export const heldFamilyOf = (channel: Channel): HeldFamily => recordOf(channel).family ?? 'other';

/** By number of their first channel; those without a family last. */
const FAMILIES: readonly HeldFamily[] = [...new Set(CHANNELS.map(heldFamilyOf))].toSorted(
  (a, b) => Number(a === 'other') - Number(b === 'other'),
);

const familiesOf = (channels: readonly Channel[]): readonly HeldFamily[] => {
  const found = new Set(channels.map(heldFamilyOf));
  return FAMILIES.filter((family) => found.has(family));
};

/** Since when a use is opposed: the first of the oppositions that no later consent can have lifted. */
const opposedSince = ({ oppositions, consents }: Standing, use: Use): Instant | undefined =>
  oppositions
    .filter((each) => coversUse(each.of, use) && !consents.some((consent) => mayLift(consent, each, use)))
    .map(({ occurredAt }) => occurredAt)
    .toSorted()[0];

const latestFirst = <T extends { readonly at: Instant }>(found: readonly T[]): readonly T[] =>
  found.toSorted((a, b) => (a.at < b.at ? 1 : -1));

/** What the address is shown to be (`shared/law/readings/shown-by-address.ts`). */
export type ShownAs = 'professional-interest' | 'legal-person';

/** Where the address came from, as it was declared with the profession, or else of the contact. */
const sourceOf = ({ profession, source }: DeclaredFacts): { readonly source?: DeclaredSource } => {
  const from = profession?.source;
  if (from !== undefined) return { source: { kind: from.kind, reference: from.reference, at: from.collectedAt } };
  return source === undefined ? {} : { source: { kind: source } };
};

const basesOf = (
  standing: Standing,
  shown: readonly ShownAs[],
  channels: readonly Channel[],
  purpose: Purpose,
): readonly HeldBasis[] => {
  const consents = standing.consents
    .filter((each) => each.purpose === purpose && each.channels.some((channel) => channels.includes(channel)))

    .map(({ givenAt: at, state, endedAt, collector }) => ({
      kind: 'consent' as const,
      at,
      state,
      endedAt,
      collectedBy: collector?.name,
    }));
  const isByMail =
    purpose === 'own-offers' && electronicMailTo(standing.addressKind).some((one) => channels.includes(one));
  const sales = isByMail ? standing.sales.map(({ soldAt: at, type }) => ({ kind: 'sale' as const, at, type })) : [];
  const byAddress = shown.map((as) => ({
    kind: as === 'legal-person' ? as : ('professional' as const),
    ...sourceOf(standing.declared),
  }));
  return [...latestFirst([...consents, ...sales]), ...(isByMail ? byAddress : [])];
};

const useOf = (
  standing: Standing,
  shown: readonly ShownAs[],
  family: HeldFamily,
  purpose: Purpose,
): readonly HeldUse[] => {
  const channels = CHANNELS.filter((channel) => heldFamilyOf(channel) === family);
  const bases = basesOf(standing, shown, channels, purpose);
  if (bases.length === 0) return [];
  const named =
    family === 'other'
      ? channels.filter((one) => standing.consents.some((each) => each.channels.includes(one)))
      : channels;
  const opposed = named.map((channel) => opposedSince(standing, { channel, purpose }));
  const isStopped = opposed.every((at) => at !== undefined);
  const stoppedAt = isStopped
    ? opposed
        .flatMap((at) => at ?? [])
        .toSorted()
        .at(-1)
    : undefined;
  return [{ family, purpose, channels: named, bases, ...(stoppedAt === undefined ? {} : { stoppedAt }) }];
};

/** Those of which something is left, whatever the person agreed to since; one of everything says what narrower ones say. */
const heldOppositions = (standing: Standing): readonly HeldOpposition[] => {
  const left = leftOppositions(standing);
  const isWhole = ({ of, isLiftedInPart }: HeldOpposition) => of.scope === 'global' && !isLiftedInPart;
  return left.some(isWhole) ? left.filter(({ of }) => of.scope === 'global') : left;
};

const leftOppositions = ({ oppositions, consents }: Standing): readonly HeldOpposition[] =>
  oppositions
    .filter((each) => !mayLiftAll(consents, each))
    .map((each) => ({
      of: each.of,
      families: each.of.scope === 'global' ? [] : familiesOf(each.of.channels),
      at: each.occurredAt,
      via: each.via,
      isLiftedInPart: mayLiftSome(consents, each),
    }));

/** What the standing of a contact says, by channel and purpose, each with its basis and date; `shown`: what its address is shown to be, by the law. */
export const heldOf = (standing: Standing, shown: readonly ShownAs[]): Held => ({
  uses: FAMILIES.flatMap((family) =>
    (['own-offers', 'partner-offers', 'tracking'] as const).flatMap((purpose) =>
      useOf(standing, shown, family, purpose),
    ),
  ),
  oppositions: latestFirst(heldOppositions(standing)),
  firstRecordedAt: standing.firstRecordedAt,
  isRestricted: standing.restrictions !== undefined,
  hasDeclared: Object.keys(standing.declared).length > 0,
});
