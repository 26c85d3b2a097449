import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { isRefused } from '#shared/domain/import/cells.ts';
import { allTo } from '#shared/domain/import/opposition-in.ts';
import { activityIn, bounceIn, type ImportedBounce } from '#shared/domain/import/other-rows.ts';
import { type NamedContact, standingNow } from '../contacts/contact-of.ts';
import { withContact } from '../contacts/with-contact.ts';
import { refuseErased } from '../erasure/refuse-erased.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import { recordActivity } from '../records/record-activity.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
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

/** A row of a list of acts, recorded by the rules of the API. */
export const recordActivityRow: RecordRow = async (ports, context, row) => {
  const said = activityIn(row.cells, timesOf(context));
  if (isRefused(said)) return said;
  const { access } = context;
  const request = requestOf(context, row.contact, said);
  await recordActivity(ports, { access, address: row.address, ...said, actor: actorOf(context), request });
  return 'recorded';
};

/** That mail came back from an address that nothing else is known of yet is recorded without the address. */
const recordFailure = (
  { ledger, clock, pause, fingerprints }: ImportPorts,
  context: ImportContext,
  row: ImportedRow,
  said: ImportedBounce,
  kind: Exclude<ImportedBounce['reason'], 'complaint'>,
): Promise<void> => {
  const { access, job } = context;
  const append = async (contact: NamedContact): Promise<void> => {
    const { contactId, otherIds } = contact;
    const request = requestOf(context, contact, said);
    const at = clock.now();
    const seen = await standingNow(ledger, access, contact, at);
    if (await isRepeated(ledger, access, contact, request)) return;
    const event = {
      ...({ type: 'delivery-failed', kind } as const),
      id: factIdOf(contactId, request.requestId),
      code: said.code,
      occurredAt: said.occurredAt ?? job.createdAt,
      actor: actorOf(context),
    };
    refuseErased(seen, event);
    await appendToLedger(ledger, access, [{ contactId, otherIds, seen, events: [event] }], { at, request });
  };
  const patience = { pause, seed: `${job.jobId}/${row.line}` };
  return withContact(fingerprints, access, row.address, (contact) => retryOnConflict(() => append(contact), patience));
};

/** A row of a list of addresses that failed, and of holders who complained: a complaint is an opposition. */
export const recordBounceRow: RecordRow = async (ports, context, row) => {
  const said = bounceIn(row.cells, timesOf(context));
  if (isRefused(said)) return said;
  const { reason, occurredAt } = said;
  if (reason !== 'complaint') {
    await recordFailure(ports, context, row, said, reason);
    return 'recorded';
  }
  const of = allTo(context.task.by);
  return registerSaid(ports, context, row, { of, via: 'complaint', ...(occurredAt && { occurredAt }) });
};
