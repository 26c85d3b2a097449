import * as z from 'zod/mini';
import { AddressKind } from '#shared/channels/record.ts';
import { about, named } from '../about.ts';
import { Approver } from '../advertiser/approver.ts';
import { FormReference } from '../consent/form-version.ts';
import { Instant, JobId } from '../ids.ts';
import { line } from '../text/text.ts';
import { isZone } from '../time/calendar.ts';
import { Day } from '../time/day.ts';
import type { ImportedFrom } from './imported-from.ts';

/** What the rows of an import are. */
export const ImportKind = z.enum([
  'oppositions',
  'bounces-and-complaints',
  'sales',
  'consents',
  'activities',
  'opposition-fingerprints',
]);
export type ImportKind = z.infer<typeof ImportKind>;

/** Whose export a file is: how its columns are named, and what they mean. `own`: ours. */
export const ImportLayout = z.enum([
  'own',
  'brevo',
  'mailchimp',
  'hubspot',
  'mautic',
  'pinpoint-endpoints',
  'ses-suppressions',
  'sns-opt-outs',
]);
export type ImportLayout = z.infer<typeof ImportLayout>;

/** A form or checkout version that was in use for a while. */
const FormInUse = z.strictObject({
  ...FormReference.shape,
  from: about('The first day on which it was in use: YYYY-MM-DD. Absent: from the beginning.', z.optional(Day)),
  until: about('The last day on which it was in use: YYYY-MM-DD. Absent: it still is.', z.optional(Day)),
});

/** Where a list comes from: what a person or an authority is answered who asks. */
export const Provenance = named(
  'Provenance',
  z
    .strictObject({
      source: about(
        'Where the list was until now: the tool and the account, or the register, 1 to 200 characters. Name no person in it.',
        line(200),
      ),
      collectedFrom: about('The first day on which the rows were collected: YYYY-MM-DD.', Day),
      collectedUntil: about('The last day on which the rows were collected: YYYY-MM-DD.', Day),
      exportedAt: about(
        'When the file was exported, in UTC: rows without a date in a later export are new oppositions, also where the file is the same. Absent: not known.',
        z.optional(Instant),
      ),
      country: about(
        'The country of telephone numbers that are written without one: FR. Absent: France for oppositions, refusals and complaints; other rows need the international form.',
        z.optional(z.literal('FR')),
      ),
      zone: about(
        'The time zone of times that are written without one, such as Europe/Paris. Absent: UTC.',
        z.optional(z.string().check(z.maxLength(64), z.refine(isZone, 'the name of a time zone'))),
      ),
      forms: about(
        'The stored form versions that were in use, each with its days, at most 50: for rows that name none. A past version that was rebuilt is stored with its sources and its approver. Absent: none is known.',
        z.optional(z.array(FormInUse).check(z.maxLength(50))),
      ),
      approver: about('The named human who answers for this sheet.', Approver),
    })
    .check(z.refine((sheet) => sheet.collectedFrom <= sheet.collectedUntil, 'the first day is after the last')),
);
export type Provenance = z.infer<typeof Provenance>;

/** What a file is, and where it comes from. */
const imported = {
  rows: ImportKind,
  layout: ImportLayout,
  /** By which address rows name their contact. */
  by: AddressKind,
  provenance: Provenance,
  /** Of fingerprints: the name of the shared key that they are under. */
  keyId: z.optional(z.string()),
  /** Who asked for it. */
  apiKeyId: z.string(),
};

/** Counts what would come of each row, and records nothing. */
export const ImportCheck = z.strictObject({ kind: z.literal('import-check'), ...imported });
/** Records what the rows say. */
export const ImportCommit = z.strictObject({
  kind: z.literal('import-commit'),
  ...imported,
  /** The check whose file it is. */
  checkedBy: JobId,
});
export type ImportTask = z.infer<typeof ImportCheck> | z.infer<typeof ImportCommit>;

/** What of a sheet, and of the file that it is about, goes with each basis. */
export const importedFrom = (
  { source, collectedFrom, collectedUntil, exportedAt, approver }: Provenance,
  sha256: string,
): ImportedFrom => ({
  source,
  collectedFrom,
  collectedUntil,
  sha256,
  approver,
  ...(exportedAt && { exportedAt: exportedAt.slice(0, 10) as ImportedFrom['collectedFrom'] }),
});

/** The form version that was in use on a day: the first of the sheet that says so. */
export const formOn = ({ forms = [] }: Provenance, day: string): z.infer<typeof FormReference> | undefined => {
  const found = forms.find(({ from = '', until = '9999' }) => from <= day && day <= until);
  return found && { formId: found.formId, version: found.version };
};
