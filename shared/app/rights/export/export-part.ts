import * as z from 'zod/mini';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { type ExportJob, ExportPosition } from '#shared/domain/rights/export-job.ts';
import { HeldRecord } from '#shared/domain/rights/held-record.ts';
import type { Contents } from '../../messages/contents.port.ts';
import type { Ledger } from '../../records/ledger.port.ts';
import { contactsOfPerson } from './contacts-of-person.ts';
import type { HeldData, HeldPage } from './held-data.port.ts';
import { writtenText } from './written-text.ts';

/** Stretches of what campaigns left that one part looks through. */
const STRETCHES = 40;

/** A part as it is written down, with where the next one begins: who does it again finds it, and comes to the same. */
export const ExportPiece = z.strictObject({
  records: z.array(HeldRecord),
  next: ExportPosition,
  contactIds: z.array(ContactId),
});
export type ExportPiece = z.infer<typeof ExportPiece>;

export interface PartPorts {
  readonly heldData: HeldData;
  readonly ledger: Pick<Ledger, 'readStanding' | 'readPerson'>;
  readonly contents: Pick<Contents, 'get' | 'getOwn'>;
}

/** What comes after all of a phase was read, of the same contact or of the next one. */
const after = ({ phase, chapter }: ExportPosition, chapters: number): ExportPosition => {
  if (phase === 'records') return { phase: 'messages', chapter };
  if (phase === 'messages') return { phase: 'proof', chapter };
  if (phase === 'proof' && chapter + 1 < chapters) return { phase: 'records', chapter: chapter + 1 };
  return phase === 'campaigns' ? { phase: 'files', chapter: 0 } : { phase: 'campaigns', chapter: 0 };
};

const begin = async (
  { heldData, ledger }: PartPorts,
  access: AdvertiserAccess,
  job: ExportJob,
): Promise<ExportPiece> => {
  const named = ContactId.parse(job.requestId.slice(0, job.requestId.lastIndexOf('.')));
  const contactIds = job.extent === 'contact' ? [named] : await contactsOfPerson(ledger, access, named);
  await heldData.noteExport(access, contactIds, job.jobId, job.endsAt);
  return { records: [], contactIds: [...contactIds], next: { phase: 'records', chapter: 0 } };
};

const outcomes = async (
  { heldData }: PartPorts,
  access: AdvertiserAccess,
  { contactIds, next: position }: ExportJob,
): Promise<HeldPage> => {
  const records: HeldRecord[] = [];
  let at = position.after;
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const page = await heldData.outcomes(access, contactIds, at);
    records.push(...page.records);
    at = page.next;
    if (at === undefined) return { records };
  }
  return { records, next: at };
};

const read = (ports: PartPorts, access: AdvertiserAccess, job: ExportJob): Promise<HeldPage> => {
  const { phase, chapter, after: from } = job.next;
  const contactId = job.contactIds[chapter];
  if (phase === 'records' || phase === 'messages' || phase === 'proof')
    return contactId === undefined
      ? Promise.resolve({ records: [] })
      : ports.heldData.page(access, contactId, phase, from);
  return outcomes(ports, access, job);
};

/** One part of what is held, with the texts that can still be made again. */
export const exportPart = async (ports: PartPorts, access: AdvertiserAccess, job: ExportJob): Promise<ExportPiece> => {
  const { next: position, contactIds } = job;
  if (position.phase === 'contacts') return begin(ports, access, job);
  const { records, next } = await read(ports, access, job);
  const shown = await Promise.all(
    records.map(async (record) => {
      const text = await writtenText(ports.contents, access, record);
      return text === undefined ? record : { ...record, fields: { ...record.fields, ...text } };
    }),
  );
  return {
    records: shown,
    contactIds,
    next: next === undefined ? after(position, contactIds.length) : { ...position, after: next },
  };
};
