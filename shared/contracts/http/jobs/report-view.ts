import * as z from 'zod/mini';
import type { ShownCampaignJob } from '#shared/app/jobs/get-job.ts';
import { about, named } from '#shared/domain/about.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { REPORT_FORMATS, type RunReport } from '#shared/domain/campaign/run-report.ts';
import { Instant } from '#shared/domain/ids.ts';

const count = z.int().check(z.gte(0));

/** What the report of a run counts, and where its files are. */
export const ReportView = named(
  'CampaignReport',
  z.strictObject({
    isFinal: about('The run was finished: each recipient has a final state.', z.boolean()),
    recipients: about('Recipients that were selected from the audience: the sum of the states.', count),
    notSelected: about(
      'About how many more the audience has, who were not selected yet when the report was written. Absent: none, or it is not written.',
      z.optional(count),
    ),
    moved: about(
      'How many people took another address of which the run has no row: nobody wrote to them there. The file moved lists these contacts, as POST /v1/audiences/lists takes it. Absent: none, or it is not written.',
      z.optional(count),
    ),
    totals: about('How many by their state; each recipient has one.', z.partialRecord(RecipientState, count)),
    difference: about(
      'Of sums-differ: what does not add up, in numbers. Absent: everything adds up.',
      z.optional(z.string()),
    ),
    files: about(
      'Where its files can be downloaded without a key: a page, a table with a row for each recipient, all of it for programs, and, where there are any, the contacts of who has another address since (moved). They name contacts by their ids, and hold no address. Empty: it has not finished, or did more than four days ago.',
      z
        .array(
          z.strictObject({
            format: about('What it is.', z.enum(REPORT_FORMATS)),
            fileUrl: about('Where it is.', z.string()),
            fileUrlEndsAt: about(
              'From then on this address does not work any more, in UTC; ask again for another.',
              Instant,
            ),
          }),
        )
        .check(z.maxLength(REPORT_FORMATS.length)),
    ),
  }),
);

/** What is answered of a report. */
export const reportView = (known: RunReport, files: ShownCampaignJob['files']): z.infer<typeof ReportView> => ({
  isFinal: known.isFinal,
  recipients: known.sums.audience,
  ...(known.left !== undefined && { notSelected: known.left }),
  ...(known.moved !== undefined && { moved: known.moved }),
  totals: known.sums.totals,
  ...(known.difference && { difference: known.difference }),
  files: files.map(({ format, url, endsAt }) => ({ format, fileUrl: url, fileUrlEndsAt: endsAt })),
});
