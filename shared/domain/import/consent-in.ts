import * as z from 'zod/mini';
import { ConsentFacts } from '../consent/consent.ts';
import type { FormReference } from '../consent/form-version.ts';
import type { Instant } from '../ids.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { Channels } from '../message/channel.ts';
import { stated } from '../stated.ts';
import { wallClock } from '../time/calendar.ts';
import { millisecondsOf } from '../time/instant.ts';
import { type Cells, type Refused, refusedAt, textIn, wordsIn } from './cells.ts';
import { formOn, importedFrom, type Provenance } from './import.ts';
import { instantIn, type TimeReading } from './times.ts';

/** A consent that a row says. Without channels it is for the one that the words of its form carry. */
const ImportedConsent = z.extend(ConsentFacts, { channels: z.optional(Channels) });
export type ImportedConsent = z.infer<typeof ImportedConsent> & { readonly form: FormReference };

/** What makes a row the same act as another: what it says, and not which file or sheet says it. */
export const identityOf = (
  { proof, imported: _sheet, ...said }: ImportedConsent,
  fileSha256: string,
): Partial<ImportedConsent> => (proof?.sha256 === fileSha256 ? said : { ...said, proof });

/** True where two say one act: the same form version, at the same time. */
const isSameAct = (a: Pick<ConsentFacts, 'form' | 'givenAt'>, b: Pick<ConsentFacts, 'form' | 'givenAt'>): boolean =>
  a.givenAt === b.givenAt && a.form?.formId === b.form?.formId && a.form?.version === b.form?.version;

/** True where the act that a row says was recorded, and was withdrawn, invalidated or annulled since. */
export const endedBefore = (history: readonly LedgerEvent[], said: ImportedConsent): boolean => {
  const ended = new Set(
    history.flatMap((event) => {
      if (event.type === 'consent-withdrawn' || event.type === 'consent-invalidated') return [event.consentId];
      return event.type === 'record-annulled' ? [event.recordId] : [];
    }),
  );
  return history.some(
    (event) => event.type === 'consent-given' && ended.has(event.id) && isSameAct(event.consent, said),
  );
};

/** The cell that shows the act by which the person agreed, where the export itself recorded it: the file is the proof then. */
export const ACT_IN_FILE = 'actInFile';

/** The form that a row names, or the one that the sheet names for the day. */
export const formIn = (
  cells: Cells,
  sheet: Provenance,
  at: Instant,
  { zone }: Pick<TimeReading, 'zone'>,
): FormReference | undefined => {
  const [formId, version] = [textIn(cells, 'formId'), textIn(cells, 'formVersion')];
  if (formId !== undefined && version !== undefined) return { formId, version } as FormReference;
  return formOn(sheet, wallClock(millisecondsOf(at), zone).date);
};

/** Our name of the cell that holds a member. */
const CELLS: Readonly<Record<string, string>> = {
  form: 'formId',
  proof: 'proofSha256',
  collector: 'collectorSiren',
  lines: 'categories',
  refusal: 'refused',
};

/** What the schema of the API does not take of a row, by the first of its faults. */
export const notTaken = ({ issues: [first] }: z.core.$ZodError): Refused => {
  const member = String(first?.path[0] ?? 'address');
  return refusedAt(CELLS[member] ?? member, 'value-not-accepted');
};

const proofIn = (cells: Cells, fileSha256: string) => {
  const sha256 = textIn(cells, 'proofSha256');
  const mediaType = textIn(cells, 'proofMediaType');
  if (sha256 !== undefined) return { sha256: sha256.toLowerCase(), ...(mediaType && { mediaType }) };
  return cells[ACT_IN_FILE] === undefined ? undefined : { sha256: fileSha256, mediaType: 'text/csv' };
};

const collectorIn = (cells: Cells) => {
  const [siren, name] = [textIn(cells, 'collectorSiren'), textIn(cells, 'collectorName')];
  return siren === undefined && name === undefined ? {} : { collector: { siren, name } };
};

/**
 * The consent that a row says, with the form version, the time and the evidence of the act: a mark that says yes is none (D10).
 */
export const consentIn = (
  cells: Cells,
  reading: Omit<TimeReading, 'atEnd'>,
  provenance: Provenance,
  fileSha256: string,
): ImportedConsent | Refused => {
  const written = textIn(cells, 'givenAt');
  if (written === undefined) return refusedAt('givenAt', 'time-missing');
  const givenAt = instantIn(written, reading);
  if (givenAt === undefined) return refusedAt('givenAt', 'not-a-time');
  const form = formIn(cells, provenance, givenAt, reading);
  if (form === undefined) return refusedAt('formVersion', 'form-missing');
  const proof = proofIn(cells, fileSha256);
  if (proof === undefined) return refusedAt('proofSha256', 'evidence-missing');
  const { purpose, confirmation, drawnBy } = Object.fromEntries(
    ['purpose', 'confirmation', 'drawnBy'].map((name) => [name, textIn(cells, name)]),
  );
  const channels = wordsIn(cells, 'channels');
  const said = ImportedConsent.safeParse({
    givenAt,
    form,
    proof,
    imported: importedFrom(provenance, fileSha256),
    ...collectorIn(cells),
    ...(channels && { channels: [...new Set(channels)] }),
    ...stated({ purpose, confirmation, drawnBy }),
  });
  return said.success ? { ...said.data, form } : notTaken(said.error);
};
