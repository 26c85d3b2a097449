import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import { numberOf } from '#shared/domain/contact/address.ts';
import { isRefused, type Refused, refusedAt } from '#shared/domain/import/cells.ts';
import { consentIn, endedBefore, identityOf } from '#shared/domain/import/consent-in.ts';
import { refusalIn, saleIn, soldAtIn } from '#shared/domain/import/sale-in.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { nextStanding, recordEvents } from '#shared/domain/ledger/next-standing.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { isAbout } from '#shared/domain/opposition/is-about.ts';
import { isUsableOn, usabilityOfConsent, usabilityOfSale } from '#shared/law/readings/usability.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { withContact } from '../contacts/with-contact.ts';
import { recordConsent } from '../records/record-consent.ts';
import type { RecordedFact } from '../records/record-fact.ts';
import { recordSale } from '../records/record-sale.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import {
  actorOf,
  type ImportContext,
  type ImportedRow,
  type ImportPorts,
  type RecordRow,
  requestOf,
  timesOf,
} from './imported-row.ts';
import { registerSaid } from './record-opposition-row.ts';

/** Whether a basis can support a message, by itself: the same whatever else is recorded of the contact meanwhile. */
const outcomeOf = async (
  ports: ImportPorts,
  { access, job }: ImportContext,
  { contact, address }: ImportedRow,
  { id }: RecordedFact,
  event: (id: RecordedFact['id']) => NewLedgerEvent,
  form: FormVersion | undefined,
): Promise<'recorded' | 'unusable'> => {
  const at = job.createdAt;
  const { contactId, addressKind } = contact;
  const empty = emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at);
  const standing = nextStanding(empty, recordEvents([event(id)], 0, at));
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const context = { at, advertiser, standing, formOf: () => form, ...numberOf(address) };
  const [consent] = standing.consents;
  const [sale] = standing.sales;
  const { result } = await withDecisions(ports.reviews, access, (decisions) => {
    if (consent !== undefined) return usabilityOfConsent({ ...context, decisions }, consent);
    return sale && usabilityOfSale({ ...context, decisions }, sale);
  });
  return result?.channels.some(isUsableOn) ? 'recorded' : 'unusable';
};

/**
 * What was recorded of the contact so far, before an expiry of it too: of what the sweep moves meanwhile some may come twice, and nothing is missing, since
 * the archive is read last.
 */
const historyOf = async (
  { ledger, formerEvents, fingerprints }: ImportPorts,
  { access }: ImportContext,
  { address }: ImportedRow,
): Promise<readonly LedgerEvent[]> =>
  withContact(fingerprints, access, address, async ({ contactId }) => {
    const events = await ledger.listEvents(access, contactId, 'ever');
    return [...events, ...(await formerEvents.all(access, contactId))];
  });

/**
 * A row of a list of consents, recorded by the rules of the API. It needs the form version, the time and the evidence of the act;
 * and nothing of it is recorded where an opposition is: an import lifts none (P2), and revives no consent that ended.
 */
export const recordConsentRow: RecordRow = async (ports, context, row) => {
  const { access, task, job } = context;
  const said = consentIn(row.cells, timesOf(context), task.provenance, job.file.sha256);
  if (isRefused(said)) return said;
  const form = await ports.formVersions.get(access, said.form);
  if (form === undefined) return refusedAt('formVersion', 'form-unknown');
  const listed = await ports.oppositionLists.of(access, row.contact.deliverable);
  if (listed.some(({ of }) => isAbout(of, said))) return refusedAt('address', 'opposed');
  const history = await historyOf(ports, context, row);
  if (endedBefore(history, said)) return refusedAt('address', 'consent-ended');
  const actor = actorOf(context);
  let opposed: Refused | undefined;
  try {
    const fact = await recordConsent(ports, {
      access,
      address: row.address,
      consent: said,
      actor,
      request: requestOf(context, row.contact, identityOf(said, job.file.sha256)),
      beforehand: (seen) => {
        if (!seen.oppositions.some(({ of }) => isAbout(of, said))) return;
        opposed = refusedAt('address', 'opposed');
        throw new Error('opposed');
      },
    });
    const event = (id: RecordedFact['id']) =>
      ({ type: 'consent-given', id, consent: fact.consent, observed: false, actor }) as const;
    return await outcomeOf(ports, context, row, fact, event, form);
  } catch (error) {
    if (opposed !== undefined) return opposed;
    throw error;
  }
};

const formOfSale = ({ formVersions }: ImportPorts, { access }: ImportContext, form: FormReference | undefined) =>
  form && formVersions.get(access, form);

/**
 * A row of a list of sales, recorded by the rules of the API. A refusal that it says is registered as the opposition that it is,
 * also where the sale cannot be recorded.
 */
export const recordSaleRow: RecordRow = async (ports, context, row) => {
  const said = saleIn(row.cells, timesOf(context), context.task.provenance, context.job.file.sha256);
  if (isRefused(said) || row.fault !== undefined) {
    const of = refusalIn(row.cells);
    const occurredAt = soldAtIn(row.cells, timesOf(context));
    if (of !== undefined) await registerSaid(ports, context, row, { of, via: 'refusal-at-collection', occurredAt });
    return isRefused(said) ? said : refusedAt('reference', 'value-not-accepted');
  }
  const { access } = context;
  const actor = actorOf(context);
  const { imported: _sheet, ...identity } = said;
  const request = requestOf(context, row.contact, identity);
  const fact = await recordSale(ports, { access, address: row.address, sale: said, actor, request });
  const event = (id: RecordedFact['id']) => ({ type: 'sale-recorded', id, sale: said, actor }) as const;
  return outcomeOf(ports, context, row, fact, event, await formOfSale(ports, context, said.form));
};
