/** How long data of a person live: rulebook RET-1 to RET-4, CNIL 2021-131 (texts §7.1), addendum L2, L3. */

import {
  consentsAt,
  decisionOn,
  hasReading,
  type Ledger,
  list,
  type Moment,
  ms,
  object,
  type Record_,
  salesAt,
  text,
  upTo,
  words,
} from './ledger.ts';
import { addYears } from './time.ts';
import type { Fields } from './world.ts';

const TRUE_SALES = ['order', 'service-contract', 'paid-subscription'];
/** What runs: an order is performed once. */
const CONTRACTS = ['service-contract', 'paid-subscription'];
/** Relations that have an end of their own (RET-3: "contract end"); of an order or a gift it is the day. */
const LASTS = [...CONTRACTS, 'free-account', 'membership'];
const ACTS = ['order', 'login', 'reply', 'inbound-call', 'visit', 'human-click'];

/** The years that apply: a recorded departure, else the sector's term, else the general one (addendum, "Retention terms"). */
export const termYears = (ledger: Ledger, which: 'prospectYears' | 'customerYears'): number => {
  const settings = object(ledger.world.advertiser.retention) ?? {};
  const replaced = object(settings.departure)?.[which] ?? object(settings.sector)?.[which];
  return Number(replaced ?? settings[which] ?? 3);
};

/** S4, FR-SOFT-2, row 25: whether a recorded relation is a sale; a free account waits for the decision on its type. */
export const isSaleType = (
  ledger: Ledger,
  sale: Fields,
  channel: string,
  category: string,
  t: number,
): 'yes' | 'no' | 'undecided' | 'refused' => {
  if (TRUE_SALES.includes(text(sale.type))) return 'yes';
  if (sale.type !== 'free-account') return 'no';
  if (hasReading(ledger.world, 'free-account-is-a-sale')) return 'yes';
  const decision = decisionOn(ledger, (cause) => cause === 'sale-type:free-account', channel, category, t);
  return decision === 'allowed' ? 'yes' : (decision ?? 'undecided');
};

export const isOwnSale = (ledger: Ledger, sale: Fields): boolean =>
  sale.sellerSiren === undefined || sale.sellerSiren === ledger.siren;
export const isCancelled = (sale: Fields, moment: Moment): boolean =>
  sale.cancelledAt !== undefined && upTo(ms(sale.cancelledAt), moment);

/** What a relation with a customer is made of: a sale that stands, and that by itself could found a message on its day (L2). */
const isRelation = (ledger: Ledger, sale: Record_, moment: Moment): boolean =>
  !isCancelled(sale.body, moment) && ledger.wasTrulySold(ledger, sale);

/** An end lies in the past; an end in 2099 says nothing (L3). */
const isPastEnd = (ledger: Ledger, relation: Fields): boolean => ms(relation.endedAt) <= ledger.known;

/** L3: a last invoice shows that something ran on its day; alone it shows no more, and what is invoiced yearly has had its next one a year later. */
const invoicedAlone = (sale: Fields): number | undefined => {
  const shown = object(object(sale.relation)?.shownBy) ?? {};
  const day = text(object(shown.lastInvoice)?.issuedOn);
  return text(shown.contractReference) !== '' || day === '' ? undefined : Date.parse(`${day}T23:59:59.999Z`);
};

/** A contract that still runs at a moment, with what shows it (L3). */
export const isRunning = (ledger: Ledger, sale: Fields, moment: Moment): boolean => {
  const relation = object(sale.relation);
  if (!relation) return false;
  if (relation.state === 'ended') return isPastEnd(ledger, relation) && !upTo(ms(relation.endedAt), moment);
  if (relation.state !== 'running') return false;
  if (text(object(relation.shownBy)?.contractReference) !== '') return true;
  const invoiced = invoicedAlone(sale);
  return invoiced !== undefined && moment.t <= addYears(invoiced, 1);
};

/** When the relation that a sale opened ended: now if it runs, the end of the contract, or the day of the sale (RET-3). */
const endOf = (ledger: Ledger, sale: Fields, moment: Moment): number => {
  if (!LASTS.includes(text(sale.type))) return ms(sale.soldAt);
  const relation = object(sale.relation);
  // RET-3: the last that is known of who has no contract on record is the last invoice, as it is the last order of others.
  const invoiced = relation?.state === 'running' ? invoicedAlone(sale) : undefined;
  if (invoiced !== undefined) return Math.max(invoiced, ms(sale.soldAt));
  if (isRunning(ledger, sale, moment)) return Infinity;
  return relation?.state === 'ended' && isPastEnd(ledger, relation)
    ? Math.max(ms(relation.endedAt), ms(sale.soldAt))
    : ms(sale.soldAt);
};

/** The end of the term that one sale alone opens. */
export const saleTermEnd = (ledger: Ledger, sale: Fields, moment: Moment): number => {
  const end = endOf(ledger, sale, moment);
  return Number.isFinite(end) ? addYears(end, termYears(ledger, 'customerYears')) : end;
};

/** S6: the same category, or one that the advertiser's map calls analogous to what was sold. */
export const isAnalogous = (ledger: Ledger, sale: Fields, category: string): boolean => {
  const sold = list(sale.lines).map((line) => line.category);
  return (
    sold.includes(category) ||
    list(ledger.world.advertiser.analogies).some(
      (entry) => sold.includes(entry.sold) && words(entry.offered).includes(category),
    )
  );
};

/** The contracts of the advertiser with this contact that run at a moment, with what shows it (L3, L11); `isEnded`: what ended one that was cancelled. */
export const runningContracts = (
  ledger: Ledger,
  moment: Moment,
  isEnded = ({ cancelledAt }: Fields): boolean => cancelledAt !== undefined,
): readonly Record_[] =>
  salesAt(ledger, moment).filter(
    ({ body, altered, isOfAnother }) =>
      !altered &&
      !isOfAnother && // whoever concluded it does not read this address
      CONTRACTS.includes(text(body.type)) &&
      isOwnSale(ledger, body) &&
      !isEnded(body) &&
      // One that ended ran up to that instant, as one that was cancelled did.
      !(ms(object(body.relation)?.endedAt) <= moment.t) &&
      isRunning(ledger, body, moment),
  );

/** The end of the term of a customer: three years after the latest relation; -Infinity for who never was one. */
export const customerTermEnd = (ledger: Ledger, moment: Moment): number => {
  return Math.max(
    -Infinity,
    ...salesAt(ledger, moment)
      .filter((sale) => isRelation(ledger, sale, moment))
      .map((sale) => saleTermEnd(ledger, sale.body, moment)),
  );
};

/** The latest act of the person up to a moment (RET-2): activities, real orders, true consents, the act that the advertiser declares. */
export const lastAct = (ledger: Ledger, moment: Moment): number => {
  const activities = ledger.records
    .filter((act) => act.kind === 'activity' && act.address === 0 && ACTS.includes(text(act.body.act)))
    .map((act) => ms(act.body.occurredAt));
  // RET-1: who says where they are written to makes a contact of their own; a correction by the advertiser is none.
  const moves = ledger.records
    .filter(({ kind, body }) => kind === 'moved' && body.to === 0 && body.madeBy === 'person')
    .map(({ recorded, body }) => (body.occurredAt === undefined ? recorded : ms(body.occurredAt)));
  const declared = ledger.facts.lastActAt === undefined ? [] : [ms(ledger.facts.lastActAt)];
  const orders = salesAt(ledger, moment)
    .filter((sale) => isRelation(ledger, sale, moment))
    .map((sale) => ms(sale.body.soldAt));
  const consents = consentsAt(ledger, moment)
    .filter((consent) => ledger.wasTrulyGiven(ledger, consent))
    .map((consent) => ms(consent.body.givenAt));
  return Math.max(
    -Infinity,
    ...[...activities, ...moves, ...declared, ...orders, ...consents].filter((instant) => upTo(instant, moment)),
  );
};

/** The end of the term of a prospect whose data were collected at an instant. */
export const prospectTermEnd = (ledger: Ledger, moment: Moment, collected: number): number => {
  const last = Math.max(collected, lastAct(ledger, moment));
  return Number.isFinite(last) ? addYears(last, termYears(ledger, 'prospectYears')) : last;
};

/** Whether data collected at an instant may still be used: as a prospect's, or because the person is or lately was a customer. */
export const isAlive = (ledger: Ledger, moment: Moment, collected: number): boolean =>
  moment.t <= Math.max(prospectTermEnd(ledger, moment, collected), customerTermEnd(ledger, moment));
