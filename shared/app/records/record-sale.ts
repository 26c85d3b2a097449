import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { numberOf } from '#shared/domain/contact/address.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { SaleFacts } from '#shared/domain/sale/sale.ts';
import { firstInstantOf } from '#shared/domain/time/instant.ts';
import { channelsOfSale } from '#shared/law/fold/judge-records.ts';
import { usabilityOfSale } from '#shared/law/readings/usability.ts';
import { refusedOfPartners } from '#shared/law/readings/wording/agreeing/refused-of-partners.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import type { RequestHash } from './ledger.port.ts';
import type { JudgedFact } from './record-consent.ts';
import { type JudgingPorts, noLongerInForce, recordFact } from './record-fact.ts';

export interface RecordSale {
  readonly access: AdvertiserAccess;
  readonly address: Address;
  readonly sale: SaleFacts;
  readonly actor: Actor;
  readonly request: RequestHash;
}

/** The times that a sale states, by their pointers; a day counts as come once it has begun somewhere on Earth. */
const timesOf = ({ soldAt, cancelledAt, relation }: SaleFacts) => {
  const issuedOn = relation?.shownBy?.lastInvoice?.issuedOn;
  return {
    '/soldAt': soldAt,
    '/cancelledAt': cancelledAt,
    '/relation/endedAt': relation?.state === 'ended' ? relation.endedAt : undefined,
    '/relation/shownBy/lastInvoice/issuedOn': issuedOn === undefined ? undefined : firstInstantOf(issuedOn),
  };
};

/** With what was refused, where that was not recorded and its words are of partners alone (L7). */
const asRefused = (sale: SaleFacts): SaleFacts => {
  const { refusal } = sale;
  const of = refusal?.of === undefined ? refusedOfPartners(refusal?.words ?? '') : undefined;
  return of === undefined ? sale : { ...sale, refusal: { ...refusal, of } };
};

/**
 * Records a sale with what was said and offered when the coordinates were collected, also when it can support nothing
 * (D23). A refusal made at collection is an opposition in the same write (D3), to what its words are of.
 */
export const recordSale = async (
  ports: JudgingPorts,
  { access, address, sale: stated, actor, request }: RecordSale,
): Promise<JudgedFact> => {
  const at = ports.clock.now();
  const sale = asRefused(stated);
  refuseFuture(at, timesOf(sale));
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const fact = await withContact(ports.fingerprints, access, address, (contact) =>
    recordFact(ports, access, contact, request, (id) => ({ type: 'sale-recorded', id, sale, actor })),
  );
  const formOf = await formsOfStanding(ports.formVersions, access, fact.standing);
  const context = { at, advertiser, standing: fact.standing, formOf, ...numberOf(address) };
  const inForce = fact.standing.sales.find(({ id }) => id === fact.id);
  const { result: usability } = await withDecisions(ports.reviews, access, (decisions) =>
    inForce
      ? usabilityOfSale({ ...context, decisions }, inForce)
      : noLongerInForce('SOFT_OPT_IN_NO_SALE', channelsOfSale(address.kind)),
  );
  return { ...fact, ...usability };
};
