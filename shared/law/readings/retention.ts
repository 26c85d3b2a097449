import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Sale, SaleType } from '#shared/domain/sale/sale.ts';
import { millisecondsAfterYears, millisecondsOf, toInstant } from '#shared/domain/time/instant.ts';

/** The end of what has none. */
const NEVER = Number.POSITIVE_INFINITY;

/** Kinds of relation that make a customer (FR-SOFT-2); a free account may be one, after review. */
const CUSTOMERS: readonly SaleType[] = ['order', 'service-contract', 'paid-subscription', 'free-account'];

const latest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce((last, each) => (each !== undefined && (last === undefined || each > last) ? each : last), undefined);

/** The last contact that came from the person, or the collection where none did (RET-1, RET-2). */
export const lastContactOf = (standing: Standing): Instant => {
  const source = standing.declared.profession?.source?.collectedAt;
  return latest([standing.lastActAt, standing.declared.lastActAt, source]) ?? standing.firstRecordedAt;
};

/** The end of the relation that a sale made, ms: its own date, or the later end of a contract. A running one has none. */
const endOfRelation = ({ soldAt, relation }: Sale): number => {
  if (relation === undefined) return millisecondsOf(soldAt);
  return relation.state === 'running' ? NEVER : Math.max(millisecondsOf(soldAt), millisecondsOf(relation.endedAt));
};

/** The end of the commercial relation, ms: last order, or the later end of a contract (RET-3). */
export const relationEndOf = (standing: Standing): number | undefined => {
  const ends = standing.sales.filter(({ type }) => CUSTOMERS.includes(type)).map(endOfRelation);
  return ends.length === 0 ? undefined : Math.max(...ends);
};

type Terms = Pick<Advertiser, 'retention'>;
const DEFAULT_TERMS: Terms = { retention: { prospectYears: 3, customerYears: 3 } };

/** Last instant, ms, at which a prospect may be written to (RET-1). */
export const prospectKeptUntil = (standing: Standing, { retention }: Terms): number =>
  millisecondsAfterYears(lastContactOf(standing), retention.prospectYears);

/** Last instant, ms, at which a customer may be written to as one (RET-3); `undefined`: never was one. */
export const customerKeptUntil = (standing: Standing, { retention }: Terms): number | undefined => {
  const end = relationEndOf(standing);
  if (end === undefined || end === NEVER) return end;
  return millisecondsAfterYears(toInstant(end), retention.customerYears);
};

/** The later of the two terms: the standing may be deleted after it. */
const lastTermOf = (standing: Standing, terms: Terms): number => {
  const prospect = prospectKeptUntil(standing, terms);
  return Math.max(prospect, customerKeptUntil(standing, terms) ?? prospect);
};

/**
 * Days before that term in which one may ask whether the person wants to stay (RET-4). No more than the thirty days of
 * sends that a vet reads: it must see whether it was asked.
 */
const RENEWAL_WINDOW_DAYS = 30;

/** The last term of the bases that are recorded: of a customer who never agreed, the customer's, whatever came later. */
const lastTermOfBases = (standing: Standing, terms: Terms): number => {
  const customer = customerKeptUntil(standing, terms);
  const hasOthers =
    standing.consents.some(({ state }) => state === 'given') || standing.declared.profession !== undefined;
  return customer === undefined || hasOthers ? lastTermOf(standing, terms) : customer;
};

/** First instant, ms, at which one may ask whether the person wants to stay. */
export const renewalOpensAt = (standing: Standing, terms: Terms): number =>
  lastTermOfBases(standing, terms) - RENEWAL_WINDOW_DAYS * 86_400_000;

/**
 * The instant after which nothing in a standing can support a message and it may be deleted; `undefined` while it holds
 * an opposition, lifted or not, which must be kept longer than everything else (P2, P7), and while a relation runs.
 */
export const expiryOf = (standing: Standing, terms: Terms = DEFAULT_TERMS): Instant | undefined => {
  const last = lastTermOf(standing, terms);
  return standing.oppositions.length > 0 || last === NEVER ? undefined : toInstant(last);
};
