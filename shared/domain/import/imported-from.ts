import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { Approver } from '../advertiser/approver.ts';
import { Sha256 } from '../ids.ts';
import { line } from '../text/text.ts';
import { Day } from '../time/day.ts';

/** Where an imported basis was before: what the person is informed of the source of their data (GDPR art. 14), as long as it is kept. */
export const ImportedFrom = named(
  'ImportedFrom',
  z.strictObject({
    source: about('The tool or the register that had it, as the sheet of the import names it.', line(200)),
    collectedFrom: about('The first day on which the rows of the list were collected: YYYY-MM-DD.', Day),
    collectedUntil: about('The last day on which they were collected: YYYY-MM-DD.', Day),
    exportedAt: about('The day on which the list was exported: YYYY-MM-DD. Absent: not known.', z.optional(Day)),
    sha256: about(
      'SHA-256 of the file, which outlives it: whoever kept a copy can show that it is this one. Absent: imported before it was kept here.',
      z.optional(Sha256),
    ),
    approver: about(
      'The named human who answers for the sheet of the import. Absent: imported before it was kept here.',
      z.optional(Approver),
    ),
  }),
);
export type ImportedFrom = z.infer<typeof ImportedFrom>;
