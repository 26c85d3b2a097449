import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import { numberOf } from '#shared/domain/contact/address.ts';
import { isRefused, type Refused, refusedAt } from '#shared/domain/import/cells.ts';
import { consentIn, endedBefore, type ImportedConsent, identityOf } from '#shared/domain/import/consent-in.ts';
import { refusalIn, saleIn, soldAtIn } from '#shared/domain/import/sale-in.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { nextStanding, recordEvents } from '#shared/domain/ledger/next-standing.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { isAbout } from '#shared/domain/opposition/is-about.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { isUsableOn, usabilityOfConsent, usabilityOfSale } from '#shared/law/readings/usability.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { withContact } from '../contacts/with-contact.ts';
import { recordConsent } from '../records/record-consent.ts';
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

type ConsentGiven = Extract<NewLedgerEvent, { type: 'consent-given' }>;

/** What is recorded of a row: the event, and the form by which it was collected. */
interface RecordedBasis {
  readonly event: NewLedgerEvent;
  readonly form: FormVersion | undefined;
}

/** Whether a basis can support a message, by itself: the same whatever else is recorded of the contact meanwhile. */
const outcomeOf = async (
  ports: ImportPorts,
  { access, job }: ImportContext,
  { contact, address }: ImportedRow,
  { event, form }: RecordedBasis,
): Promise<'recorded' | 'unusable'> => {
  const at = job.createdAt;
  const { contactId, addressKind } = contact;
  const empty = emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at);
  const standing = nextStanding(empty, recordEvents([event], 0, at));
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

const OPPOSED = refusedAt('address', 'opposed');

const isOpposed = (oppositions: readonly Pick<Opposition, 'of'>[], said: ImportedConsent): boolean =>
  oppositions.some(({ of }) => isAbout(of, said));

/** Ends the recording of a consent that is opposed at the contact where it would be written. */
const OPPOSED_THERE = new Error('It is opposed.');

/** Records a consent, unless it is opposed at the contact where it would be written. */
const recordUnlessOpposed = async (
  ports: ImportPorts,
  context: ImportContext,
  { contact, address }: ImportedRow,
  said: ImportedConsent,
): Promise<ConsentGiven | Refused> => {
  const actor = actorOf(context);
  const request = requestOf(context, contact, identityOf(said, context.job.file.sha256));
  const beforehand = ({ oppositions }: Standing): void => {
    if (isOpposed(oppositions, said)) throw OPPOSED_THERE;
  };
  try {
    const command = { access: context.access, address, consent: said, actor, request, beforehand };
    const { id, consent } = await recordConsent(ports, command);
    return { type: 'consent-given', id, consent, observed: false, actor };
  } catch (error) {
    if (error === OPPOSED_THERE) return OPPOSED;
    throw error;
  }
};

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
  if (isOpposed(await ports.oppositionLists.of(access, row.contact.deliverable), said)) return OPPOSED;
  if (endedBefore(await historyOf(ports, context, row), said)) return refusedAt('address', 'consent-ended');
  const event = await recordUnlessOpposed(ports, context, row, said);
  return isRefused(event) ? event : outcomeOf(ports, context, row, { event, form });
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
  const { id } = await recordSale(ports, { access, address: row.address, sale: said, actor, request });
  const event = { type: 'sale-recorded', id, sale: said, actor } as const;
  return outcomeOf(ports, context, row, { event, form: await formOfSale(ports, context, said.form) });
};
