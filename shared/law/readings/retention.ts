import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Retention } from '#shared/domain/advertiser/retention.ts';
import { isFirmOfOne } from '#shared/domain/contact/contact.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Relation, Sale, SaleType } from '#shared/domain/sale/sale.ts';
import { END_OF_TIME, millisecondsAfterYears, millisecondsOf, toInstant } from '#shared/domain/time/instant.ts';
import { isOwnPurchaseAsProfessional } from './purchase.ts';

/** The end of what has none. */
const NEVER = Number.POSITIVE_INFINITY;

/** Years for which data serve: after the last act of a prospect, and after the end of a customer's relation. */
export interface Terms {
  readonly prospectYears: number;
  readonly customerYears: number;
}

/**
 * The terms of an advertiser: what it recorded as a departure, else for its sector, else the general terms of the
 * référentiel or its own shorter ones (RET-1, RET-3). Each term by itself.
 */
export const termsOf = ({ departure, sector, ...general }: Retention): Terms => ({
  prospectYears: departure?.prospectYears ?? sector?.prospectYears ?? general.prospectYears,
  customerYears: departure?.customerYears ?? sector?.customerYears ?? general.customerYears,
});

const yearsAfter = (milliseconds: number, years: number): number =>
  milliseconds === NEVER ? NEVER : millisecondsAfterYears(toInstant(milliseconds), years);

/** What lasts: contracts, and the account or the membership of who is a customer by a decision. An order or a gift is performed once. */
const LASTING: readonly SaleType[] = ['service-contract', 'paid-subscription', 'free-account', 'membership'];

/**
 * The end of the day of the last invoice, ms, where that alone shows that a relation runs: it is the last that is known of it, as an
 * order is of a customer (RET-3). `undefined`: a contract shows it, which runs until its end is recorded (D2).
 */
const lastInvoicedAt = ({ shownBy }: Extract<Relation, { readonly state: 'running' }>): number | undefined => {
  const { contractReference, lastInvoice } = shownBy;
  if (contractReference !== undefined || lastInvoice === undefined) return undefined;
  return Date.parse(`${lastInvoice.issuedOn}T23:59:59.999Z`);
};

/**
 * What is said to run is shown to run then (L. 223-1, al. 4): by a contract, or by an invoice of a year ago at most, since what runs is
 * invoiced once a year at the least. A reading: no text says what shows it, nor for how long. One that ended ran until then.
 */
export const isShownToRun = ({ relation }: Sale, at: Instant): boolean => {
  if (relation === undefined) return false;
  if (relation.state === 'ended') return relation.endedAt > at;
  const invoicedAt = lastInvoicedAt(relation);
  return invoicedAt === undefined || millisecondsOf(at) <= yearsAfter(invoicedAt, 1);
};

/**
 * The end of the relation that a sale made, ms: its own date, the later end of a contract, or the day of the last invoice where that
 * alone shows that it runs. One that a contract shows has none.
 */
export const endOfRelation = ({ type, soldAt, relation }: Sale, at: Instant): number => {
  const sold = millisecondsOf(soldAt);
  if (relation === undefined || !LASTING.includes(type)) return sold;
  if (relation.state === 'running') return Math.max(sold, lastInvoicedAt(relation) ?? NEVER);
  return relation.endedAt > at ? NEVER : Math.max(sold, millisecondsOf(relation.endedAt));
};

/** When a person last acted, and when the relations with a customer ended; ms. */
export interface Lasting {
  readonly acts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Last instant, ms, at which what rests on these may serve: a term after the last act, or after the last relation ended,
 * whichever is later. Minus infinity where there is neither.
 */
export const lastDayOf = ({ acts, ends }: Lasting, { prospectYears, customerYears }: Terms): number =>
  Math.max(...acts.map((at) => yearsAfter(at, prospectYears)), ...ends.map((end) => yearsAfter(end, customerYears)));

/** The acts that are recorded as such, or declared, until an instant; ms (RET-2). */
export const recordedActs = ({ lastActAt, declared }: Standing, at: Instant): readonly number[] =>
  [lastActAt, declared.lastActAt].flatMap((each) => (each && each <= at ? millisecondsOf(each) : []));

/** When the address of a professional was collected; the first record, where neither that nor any act is known (RET-1). */
export const collectionOf = ({ declared, firstRecordedAt }: Standing, acts: readonly number[]): readonly number[] => {
  const collectedAt = declared.profession?.source?.collectedAt;
  if (collectedAt) return [millisecondsOf(collectedAt)];
  return acts.length === 0 ? [millisecondsOf(firstRecordedAt)] : [];
};

/**
 * So long before the term one may ask whether the person wants to stay, in ms (RET-4). No more than the thirty days of
 * sends that a vet reads: it must see whether it was asked.
 */
export const RENEWAL_WINDOW = 30 * 86_400_000;

/** Kinds of relation that make a customer (FR-SOFT-2), or may: a free account after review, support by a recorded reading (D28). */
const CUSTOMERS: readonly SaleType[] = ['order', 'donation', ...LASTING];

/**
 * When the address was collected, for its end. Of a professional an act that supported nothing says nothing of that day, and which did is
 * not asked here: the first record counts, unless an act is recorded as such.
 */
const latestCollection = (
  standing: Standing,
  recorded: readonly number[],
  acts: readonly number[],
): readonly number[] => collectionOf(standing, standing.declared.profession === undefined ? acts : recorded);

/** Everything that could keep a standing alive, whether it supports anything or not: what may be needed is not deleted. */
const everythingIn = (standing: Standing, at: Instant): Lasting => {
  const { consents, sales } = standing;
  const given = consents.filter(({ state }) => state !== 'pending').map(({ givenAt }) => givenAt);
  const recorded = recordedActs(standing, at);
  const acts = [...recorded, ...[...given, ...sales.map(({ soldAt }) => soldAt)].map(millisecondsOf)];
  return {
    acts: [...acts, ...latestCollection(standing, recorded, acts)],
    ends: sales.filter(({ type }) => CUSTOMERS.includes(type)).map((sale) => endOfRelation(sale, at)),
  };
};

/**
 * The general address of a legal person, or its number that is no mobile, is nobody's personal data: no term ends it (FR-B2B-2). Its form
 * is shown by a register or by a purchase as a professional, and it is no firm of one: elsewhere there may be a human being (D2).
 */
const isOfLegalPerson = (
  { isGeneralAddress, addressKind, declared, sales }: Standing,
  ownSiren: string | undefined,
): boolean => {
  const { kind, profession, organisation } = declared;
  if (!isGeneralAddress || !organisation?.legalForm) return false;
  const { siren, rna, legalForm } = organisation;
  const isItsOwn = addressKind === 'email' || (kind === 'legal-person' && !profession);
  const isShown =
    siren || (rna && legalForm === 'association') || sales.some((sale) => isOwnPurchaseAsProfessional(sale, ownSiren));
  return isItsOwn && !isFirmOfOne(legalForm) && Boolean(isShown);
};

/** What of the settings of an advertiser the end of a contact asks; without its SIREN no sale that names its seller is its own. */
export type SettingsOfEnd = Pick<Advertiser, 'retention'> & Partial<Pick<Advertiser, 'siren'>>;

const DEFAULT_TERMS: SettingsOfEnd = { retention: { prospectYears: 3, customerYears: 3 } };
/**
 * The instant after which nothing in a standing can support a message and it may be deleted; `undefined` while it holds
 * an opposition, lifted or not, which must be kept longer than everything else (P2, P7), of a legal person at its general address, and
 * while a relation runs or its use is restricted: then it is kept, and nothing else is done with it (GDPR art. 18, § 2).
 */
export const expiryOf = (
  standing: Standing,
  { retention, siren }: SettingsOfEnd = DEFAULT_TERMS,
): Instant | undefined => {
  // No relation that ended is taken for running.
  const last = lastDayOf(everythingIn(standing, END_OF_TIME), termsOf(retention));
  const isKept =
    standing.oppositions.length > 0 || standing.restrictions !== undefined || isOfLegalPerson(standing, siren);
  return isKept || last === NEVER ? undefined : toInstant(last);
};
