/**
 * A checkout hook: what a shop does when an order is paid, and when it later writes to its customers.
 *
 * The checkout asked for the address, said that it would serve offers of similar goods, and offered to refuse: its form
 * version says so. A customer who refused gets no offer, without one line of code here.
 */
import { type Aval, outcomesOf, type RecordSaleAnswer } from '../src/index.ts';

export interface Shop {
  readonly aval: Aval;
  readonly advertiserId: string;
  /** The checkout as people saw it, with its box to refuse. */
  readonly checkout: { readonly formId: string; readonly version: string };
}

/** An order as the shop has it. */
export interface Order {
  readonly number: string;
  readonly customerId: string;
  readonly email: string;
  readonly language: string;
  readonly paidAt: Date;
  readonly categories: readonly string[];
  /** The customer ticked the box that refuses offers. */
  readonly refusesOffers: boolean;
}

/**
 * Records who bought and what. May be called again with the same order, also by another process: the number of the order
 * names the act, and nothing is recorded twice.
 */
export const orderPaid = async ({ aval, advertiserId, checkout }: Shop, order: Order): Promise<RecordSaleAnswer> => {
  const contact = { email: order.email };
  // The same reference for every address of a customer: they share their oppositions.
  await aval.declareContact({
    advertiserId,
    contact,
    kind: 'consumer',
    language: order.language,
    personRef: order.customerId,
    source: 'data-subject',
  });
  return aval.recordSale(
    {
      advertiserId,
      contact,
      reference: order.number,
      type: 'order',
      soldAt: order.paidAt.toISOString(),
      lines: order.categories.map((category) => ({ category })),
      form: checkout,
      ...(order.refusesOffers ? { refusal: { of: { scope: 'global' } } } : {}),
    },
    { idempotencyKey: `order-${order.number}` },
  );
};

/** An offer to customers, on the basis of what they bought. */
export interface Offer {
  readonly id: string;
  readonly category: string;
  readonly subject: string;
  readonly html: string;
}

/**
 * Offers something to at most 100 customers. Resolves to the id of each message, or to why it was not taken, by address.
 * Accepted is not sent: each message is vetted just before it leaves, and `getMessage` says what became of it.
 */
export const offerToCustomers = async (
  { aval, advertiserId }: Shop,
  offer: Offer,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { category: offerCategory, subject, html } = offer;
  const messages = emails.map((email) => ({
    contact: { email },
    channel: 'email' as const,
    basis: 'existing-customer' as const,
    offerCategory,
    content: { email: { subject, html } },
  }));
  const outcomes = await outcomesOf(
    aval.acceptMessages({ advertiserId, messages }, { idempotencyKey: `offer-${offer.id}` }),
  );
  return new Map(
    outcomes.map((outcome) => [
      emails[outcome.index] ?? '',
      outcome.isTaken ? outcome.answer.id : `not taken: ${outcome.problem.title}`,
    ]),
  );
};
