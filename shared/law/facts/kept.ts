import type { Consent } from '#shared/domain/consent/consent.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import {
  collectionOf,
  endOfRelation,
  type Lasting,
  lastDayOf,
  RENEWAL_WINDOW,
  recordedActs,
  termsOf,
} from '../readings/retention.ts';
import type { Judge } from './judge.ts';

/** Until when a basis may serve (RET-1, RET-3), ms. */
export interface KeptFacts {
  /** By the terms of the advertiser: a departure, its sector, or the general ones. */
  readonly keptUntil: number;
}

/** An order that is cancelled by then makes no customer and was no act. */
export const isCancelled = ({ cancelledAt }: Sale, at: Instant): boolean =>
  cancelledAt !== undefined && cancelledAt <= at;

/**
 * What the other records of the person give: the giving of a consent and an order are acts, and an order or a contract
 * makes a relation, where they supported something on their day. What did not helps nobody.
 */
const lastingOfOthers = ({ consents, sales }: Standing, at: Instant, judge: Judge): Lasting => {
  const given = consents.filter((consent) => consent.givenAt <= at && judge.supported(consent));
  const sold = sales.filter((sale) => sale.soldAt <= at && !isCancelled(sale, at) && judge.supported(sale));
  const acts = [...given.map(({ givenAt }) => givenAt), ...sold.map(({ soldAt }) => soldAt)];
  return { acts: acts.map(millisecondsOf), ends: sold.map((sale) => endOfRelation(sale, at)) };
};

/** Its own dates mostly decide: the other records are asked only where it is too old without them, or soon will be. */
const keptBy = (
  own: Lasting,
  { at, standing, advertiser }: VetRequest,
  judge: Judge,
  isCustomer = false,
): KeptFacts => {
  const terms = termsOf(advertiser.retention);
  const alone = lastDayOf(own, terms);
  if (standing === undefined || alone - RENEWAL_WINDOW > millisecondsOf(at)) return { keptUntil: alone };
  const others = lastingOfOthers(standing, at, judge);
  return { keptUntil: Math.max(alone, lastDayOf(isCustomer ? { ...others, acts: [] } : others, terms)) };
};

/** A consent: from the day it was given, or the last act of the person since. */
export const consentKept = (consent: Consent, request: VetRequest, judge: Judge): KeptFacts => {
  const acts = request.standing === undefined ? [] : recordedActs(request.standing, request.at);
  return keptBy({ acts: [millisecondsOf(consent.givenAt), ...acts], ends: [] }, request, judge);
};

/**
 * A professional's address: from its collection, or the last act of the person since. A collection whose day nobody knows makes no
 * act younger, an order and a consent that counted included.
 */
export const professionalKept = (request: VetRequest, judge: Judge): KeptFacts => {
  const { standing, at } = request;
  if (standing === undefined) return keptBy({ acts: [millisecondsOf(at)], ends: [] }, request, judge);
  const acts = recordedActs(standing, at);
  const collected = collectionOf(standing, [...acts, ...lastingOfOthers(standing, at, judge).acts]);
  return keptBy({ acts: [...acts, ...collected], ends: [] }, request, judge);
};

/** A customer's data: from the end of the relation. An act that is no sale does not prolong it. */
export const customerKept = (sale: Sale, request: VetRequest, judge: Judge): KeptFacts =>
  keptBy({ acts: [], ends: [endOfRelation(sale, request.at)] }, request, judge, true);
