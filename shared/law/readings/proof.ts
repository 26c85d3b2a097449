import type { Retention } from '#shared/domain/advertiser/retention.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { oppositionOf } from '#shared/domain/ledger/opposition-of.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { MONTHS_OF_VALUES } from '#shared/domain/retention/months-of-values.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { expiryOf, type SettingsOfEnd } from './retention.ts';

/** Years for which proof is kept once it serves nothing else: an offence can be pursued as long (CPP art. 8, al. 1). */
export const PROOF_YEARS = 6;

/** The same by the settings of an advertiser, which may shorten it for what was sent, or depart from it with a justification. */
export const yearsOfProof = (retention: Retention | undefined): number =>
  retention?.proofDeparture?.proofYears ?? retention?.proofYears ?? PROOF_YEARS;

/** Months for which the values of a message are kept, so that it can be shown again as it was. */
export const monthsOfValues = (retention: Retention | undefined): number =>
  retention?.valuesMonths ?? MONTHS_OF_VALUES.most;

type Settings = SettingsOfEnd | undefined;

/**
 * The instant after which nothing of a contact serves any message, whatever it opposed: by the acts of the person and the end of
 * its relation alone (RET-1 to RET-3). `undefined`: a relation runs.
 */
export const endOfUse = (standing: Standing, settings: Settings): Instant | undefined =>
  expiryOf({ ...standing, oppositions: [] }, settings);

/** When the person opposed or withdrew by this event. */
const opposedAt = (event: LedgerEvent): readonly Instant[] => {
  const { occurredAt } = event.type === 'consent-withdrawn' ? event : (oppositionOf(event) ?? {});
  return occurredAt === undefined ? [] : [occurredAt];
};

/**
 * Until when what happened to a contact is kept as proof, given the standing that it made: so many years after its use ended, or
 * after the person last opposed, whichever is later. Where a relation is taken to run although the standing is gone, after the
 * last event. What has ended was at no general address of a legal person: of events, the kind of their address may not be known.
 */
export const endOfProof = (events: readonly LedgerEvent[], standing: Standing, settings: Settings): Instant => {
  const ended = endOfUse({ ...standing, isGeneralAddress: undefined }, settings);
  const used = ended ?? events.at(-1)?.recordedAt ?? standing.firstRecordedAt;
  const last = [used, ...events.flatMap(opposedAt)].toSorted().at(-1);
  return addYears(last ?? used, PROOF_YEARS);
};
