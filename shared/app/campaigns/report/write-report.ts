import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { NO_SUMS, type SentUntil, withRecipient, withSentUntil } from '#shared/domain/campaign/run-report.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import type { ReportFiles } from './report-files.port.ts';
import { Piece } from './report-part.ts';
import { rowOf, TABLE_HEADING } from './report-table.ts';
import { holdsAll, jsonOf, type ReportView, type WritePage } from './report-view.ts';
import type { Recounted } from './sums-differ.ts';

/** What was written down, part by part. */
export interface Pieces {
  readonly access: AdvertiserAccess;
  readonly job: CampaignJob;
  readonly count: number;
}

/** Parts that are in memory at once: each has some thousand recipients, and S3 answers after some 30 ms. */
const READS_AT_ONCE = 16;

/** Part by part, in their order; `undefined`: one is gone, since its bucket deletes it after four days. */
async function* recipientsOf(files: ReportFiles, { access, job, count }: Pieces) {
  for (let begin = 0; begin < count; begin += READS_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(READS_AT_ONCE, count - begin) }, (_, index) => begin + index);
    const texts = await atMost(READS_AT_ONCE, numbers, (number) => files.piece(access, job.jobId, number));
    for (const text of texts) yield text === undefined ? undefined : readStored(Piece, JSON.parse(text)).recipients;
  }
}

/** Counts all recipients again, as they are written down: before anything of them is shown. `undefined`: some are gone. */
export const recount = async (files: ReportFiles, pieces: Pieces): Promise<Recounted | undefined> => {
  const seen = new Set<ContactId>();
  const taken = new Set<ContactId>();
  let sums = NO_SUMS;
  let sentUntil: SentUntil = {};
  for await (const recipients of recipientsOf(files, pieces)) {
    if (recipients === undefined) return undefined;
    for (const recipient of recipients) {
      sums = withRecipient(sums, recipient);
      sentUntil = withSentUntil(sentUntil, recipient);
      seen.add(recipient.contactId);
      if (recipient.movedTo !== undefined) taken.add(recipient.movedTo);
    }
  }
  const moved = [...taken].filter((contactId) => !seen.has(contactId)).toSorted();
  return { sums, twice: sums.audience - seen.size, sentUntil, moved };
};

/** A list by `contactId`, as `POST /v1/audiences/lists` takes it. */
const listOf = (contactIds: readonly ContactId[]): string => `contactId\r\n${contactIds.join('\r\n')}\r\n`;

/** Writes the files: the table and the file for programs side by side, then the list of who has another address, where there are any, and the page last. */
export const writeReport = async (
  files: ReportFiles,
  writePage: WritePage,
  pieces: Pieces,
  {
    view,
    language,
    moved,
  }: { readonly view: ReportView; readonly language: 'fr' | 'en'; readonly moved: readonly ContactId[] },
): Promise<void> => {
  const { access, job } = pieces;
  const [table, json] = [files.open(access, job.jobId, 'csv'), files.open(access, job.jobId, 'json')];
  await table.write(TABLE_HEADING);
  await json.write(`${JSON.stringify(view).slice(0, -1)},"recipients":[`);
  let isFirst = true;
  for await (const found of recipientsOf(files, pieces)) {
    if (found === undefined) throw new Error('a part went while the files were written');
    if (found.length === 0) continue;
    const recipients = holdsAll(view) ? found.map(({ dueAt: _none, ...each }) => each) : found;
    await table.write(recipients.map((recipient) => rowOf(recipient, language, view)).join(''));
    await json.write(`${isFirst ? '\n' : ',\n'}${recipients.map(jsonOf).join(',\n')}`);
    isFirst = false;
  }
  await json.write('\n]}\n');
  await Promise.all([table.close(), json.close()]);
  if (moved.length > 0) {
    const list = files.open(access, job.jobId, 'moved');
    await list.write(listOf(moved));
    await list.close();
  }
  const page = files.open(access, job.jobId, 'html');
  await page.write(writePage(view, language));
  await page.close();
};
