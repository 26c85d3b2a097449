import * as z from 'zod/mini';
import { AddressKind } from '#shared/channels/record.ts';
import { about } from '../about.ts';
import { Consent, type ConsentFacts, stateWhenRecorded } from '../consent/consent.ts';
import { invalidated } from '../consent/followed.ts';
import { givenAlso } from '../consent/given-again.ts';
import { afterChangeBack, correctedAlso } from '../consent/wrong-address.ts';
import { DeclaredFacts, IS_GENERAL_ADDRESS } from '../contact/contact.ts';
import { DeliveryFailures, withFailure } from '../contact/delivery-failure.ts';
import { AdvertiserId, ContactId, FactId, Instant } from '../ids.ts';
import { Opposition } from '../opposition/opposition.ts';
import { Sale, type SaleFacts } from '../sale/sale.ts';
import { declaredAlso, lastAct, movedAlso } from './declaration.ts';
import { keptOppositions } from './erased.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { oppose, opposition } from './oppose.ts';
import { opposedByWithdrawalOf, oppositionOf } from './opposition-of.ts';
import { liftRestriction, restrict } from './restricted.ts';
import { sealed } from './seal.ts';

/**
 * The projection that answers a vet: every basis not superseded, usable or not; the oppositions; and the facts of the
 * contact that the law asks for. The fold of the contact's ledger events; sends never write it.
 */
export const Standing = z.strictObject({
  advertiserId: about('The advertiser for which the contact is known.', AdvertiserId),
  contactId: about('The id of the contact.', ContactId),
  addressKind: about('What kind of address it is.', AddressKind),
  seq: about('The position of the latest event in this answer; it grows with each event.', z.int()),
  declared: about('What the advertiser declared about the contact.', DeclaredFacts),
  isGeneralAddress: about(IS_GENERAL_ADDRESS, z.optional(z.literal(true))),
  /** Keyed fingerprint of the person this contact is linked to (D1). */
  person: z.optional(z.string()),
  /** The contacts of the addresses that the person took since: an opposition here is one there. */
  movedTo: z.optional(z.array(ContactId)),
  /** When the advertiser last corrected the address: an act of until then is of nobody who is known to read it. */
  correctedAt: z.optional(Instant),
  /** The contacts of the addresses to which it was corrected: a change back from one of them takes that correction back. */
  correctedTo: z.optional(z.array(ContactId)),
  consents: about('The consents that nothing replaced, usable or not.', z.array(Consent)),
  /** Of consents that were given again, the first: what a message of that time rested on. Absent: none was. */
  givenBefore: z.optional(z.array(Consent)),
  sales: about('The sales that nothing replaced, usable or not.', z.array(Sale)),
  oppositions: about('The oppositions; a later consent can lift one in its own scope.', z.array(Opposition)),
  /** Of activities and declarations alone: what a consent or a sale is worth as an act is for the law to judge (RET-2). */
  lastActAt: about(
    'The latest act of the person that was recorded or declared as such, in UTC; consents and sales have dates of their own. Absent: none is known.',
    z.optional(Instant),
  ),
  /** Calls that the person agreed to before the one that is declared. Absent: there was none. */
  callsBefore: z.optional(z.array(z.strictObject({ callAt: Instant, agreedAt: Instant }))),
  /** When the latest call that is not kept was agreed to: it may have moved any that was agreed to before. */
  callsForgotten: z.optional(Instant),
  firstRecordedAt: about('When the contact was first recorded, in UTC.', Instant),
  childUntil: about(
    'When the latest declaration that the person is under fifteen was replaced, in UTC: what was agreed before was agreed by a child. Absent: none was.',
    z.optional(Instant),
  ),
  deliveryFailures: DeliveryFailures,
  annulledAt: about(
    'When a record of it was last annulled, in UTC: no prospecting for 24 hours. Absent: never.',
    z.optional(Instant),
  ),
  erasedAt: about('When the contact was last erased, in UTC. Absent: never.', z.optional(Instant)),
  restrictions: about(
    'Ids of the restrictions of its use that stand: nothing is sent to it (GDPR art. 18). Absent: none does.',
    z.optional(z.array(FactId)),
  ),
  /** The contacts that a restriction was written to from here: it ends there when it ends here. */
  restrictedAlso: z.optional(z.array(ContactId)),
});
export type Standing = z.infer<typeof Standing>;

export const emptyStanding = (
  key: Pick<Standing, 'advertiserId' | 'contactId' | 'addressKind'>,
  at: Instant,
): Standing => {
  const { advertiserId, contactId, addressKind } = key;
  const none = { seq: 0, declared: {}, consents: [], sales: [], oppositions: [] };
  return { advertiserId, contactId, addressKind, ...none, firstRecordedAt: at };
};

/** What an operator found to be no consent is none that was given until now (D3); that the person speaks up opposes all the same. */
const withdraw = (standing: Standing, event: Extract<LedgerEvent, { type: 'consent-withdrawn' }>): Standing => {
  const consent = standing.consents.find(({ id }) => id === event.consentId);
  if (!consent) return standing;
  const ended: Standing = {
    ...standing,
    consents: standing.consents.map((each) =>
      each.id === consent.id && each.state !== 'invalidated'
        ? sealed({ ...each, state: 'withdrawn' as const, endedAt: event.occurredAt })
        : each,
    ),
  };
  return oppose(ended, opposition(event.id, event, opposedByWithdrawalOf(consent), 'withdrawal'));
};

/** Where and when a fact was recorded. */
type Position = Pick<Consent, 'id' | 'seq' | 'recordedAt'>;

/** A consent as the standing holds it once recorded. */
const recordedConsent = (event: Extract<LedgerEvent, { type: 'consent-given' }>): Consent => {
  const { id, seq, recordedAt, consent, observed, copiedFrom, askedLawfully } = event;
  const followed = { ...(copiedFrom && { copiedFrom }), ...(askedLawfully && { askedLawfully }) };
  const state = stateWhenRecorded(consent);
  return sealed({ ...consent, kind: 'consent' as const, id, seq, recordedAt, observed, ...followed, state });
};

/** A sale as the standing holds it once recorded: without the words of a refusal, which stay in the ledger. */
const recordedSale = (facts: SaleFacts, { id, seq, recordedAt }: Position): Sale => {
  const { refusal, ...rest } = facts;
  const { words: _onlyInTheLedger, ...refused } = refusal ?? {};
  return sealed({ ...rest, ...(refusal && { refusal: refused }), kind: 'sale' as const, id, seq, recordedAt });
};

const recordSale = (standing: Standing, event: Extract<LedgerEvent, { type: 'sale-recorded' }>): Standing => {
  const sale = recordedSale(event.sale, event);
  const others = standing.sales.filter(({ reference }) => reference !== sale.reference);
  const recorded: Standing = { ...standing, sales: [...others, sale] };
  const refused = oppositionOf(event);
  if (refused === undefined) return recorded;
  const { id, of, via, occurredAt } = refused;
  return oppose(recorded, opposition(id, { ...event, occurredAt }, of, via));
};

/** The standing after one more event: pure, total, and the only way to make a standing. */
export const applyEvent = (before: Standing, event: LedgerEvent): Standing => {
  const standing: Standing = { ...before, seq: event.seq };
  switch (event.type) {
    case 'contact-declared':
      return { ...standing, ...declaredAlso(standing, event) };
    case 'person-linked':
      return { ...standing, person: event.person };
    case 'person-unlinked': {
      const { person: _, ...alone } = standing;
      return alone;
    }
    case 'address-changed':
      return event.from === standing.contactId
        ? { ...standing, ...movedAlso(standing, event), ...correctedAlso(standing, event) }
        : {
            ...afterChangeBack(standing, event),
            ...(event.madeBy === 'person' && lastAct(standing, event.occurredAt)),
          };
    case 'consent-given':
      return { ...standing, ...givenAlso(standing, recordedConsent(event)) };
    case 'consent-withdrawn':
      return withdraw(standing, event);
    case 'consent-invalidated':
      return { ...standing, ...invalidated(standing, event) };
    case 'sale-recorded':
      return recordSale(standing, event);
    case 'opposition-registered':
      return oppose(standing, opposition(event.id, event, event.of, event.via));
    case 'activity-recorded':
      return { ...standing, ...lastAct(standing, event.occurredAt) };
    case 'delivery-failed':
      return { ...standing, deliveryFailures: withFailure(standing.deliveryFailures, event.kind, event.occurredAt) };
    case 'record-annulled':
      // What it undoes is left out when the whole ledger is folded again: `foldLedger`.
      return { ...standing, annulledAt: event.recordedAt };
    case 'contact-erased': {
      const oppositions = keptOppositions(standing, event.kept);
      const { movedTo, restrictedAlso } = standing;
      const ways = { ...(movedTo && { movedTo }), ...(restrictedAlso && { restrictedAlso }) };
      const left = { seq: event.seq, oppositions, erasedAt: event.recordedAt, ...ways };
      return { ...emptyStanding(standing, event.recordedAt), ...left };
    }
    case 'use-restricted':
      return restrict(standing, event.id, event.alsoOf);
    case 'restriction-lifted':
      return liftRestriction(standing, event.restrictionId);
  }
};

/**
 * The standing of a whole ledger, as if what was annulled had never been recorded. Who withdrew a consent that never was
 * opposes all the same (P2).
 */
export const foldLedger = (empty: Standing, events: readonly LedgerEvent[]): Standing => {
  const annulled = new Set(events.flatMap((event) => (event.type === 'record-annulled' ? [event.recordId] : [])));
  const isAnnulled = (event: LedgerEvent) => 'id' in event && annulled.has(event.id);
  const neverGiven = new Map(
    events.flatMap((event) =>
      event.type === 'consent-given' && isAnnulled(event) ? [[event.id, event.consent] as const] : [],
    ),
  );
  return events
    .filter((event) => !isAnnulled(event))
    .map((event) => asOpposition(event, neverGiven))
    .reduce(applyEvent, empty);
};

/** A withdrawal of one of these consents as the opposition that it is (D3); any other event unchanged. */
const asOpposition = (event: LedgerEvent, neverGiven: ReadonlyMap<FactId, ConsentFacts>): LedgerEvent => {
  const consent = event.type === 'consent-withdrawn' ? neverGiven.get(event.consentId) : undefined;
  if (event.type !== 'consent-withdrawn' || consent === undefined) return event;
  const { consentId, ...act } = event;
  return { ...act, type: 'opposition-registered', of: opposedByWithdrawalOf(consent), via: 'withdrawal' };
};
