import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import { type ContactId, JobId } from '#shared/domain/ids.ts';
import { tableAway } from '../../../stores-away.ts';
import { listedContactKey } from '../../audience-keys.ts';
import { jobKey, jobsPk, LISTED_JOB } from '../../job-keys.ts';
import { confirmationKey, personKey, testRecipientsKey } from '../../keys.ts';
import { partnersPk } from '../../partners/partner-keys.ts';
import { readItems } from '../../read-items.ts';
import { between, getItem, type Item, queryItems, type Table } from '../../table.ts';

/** What a job of an advertiser says of a contact: that its list names it, or that it is an example of what would come of a campaign. */
const ofJobs = async (table: Table, access: AdvertiserAccess, contactId: ContactId): Promise<readonly Item[]> => {
  const listed = between({ pk: jobsPk(access), from: LISTED_JOB, to: `${LISTED_JOB}~` });
  const ids = (await queryItems(table, listed, tableAway)).map(({ jobId }) => JobId.parse(jobId));
  const jobs = await readItems(
    table,
    ids.map((jobId) => jobKey(access, jobId)),
    tableAway,
  );
  const rows = await readItems(
    table,
    ids.map((jobId) => listedContactKey(access, listIdOfJob(jobId), contactId)),
    tableAway,
  );
  const onLists = rows.map((row): Item => {
    const list = jobs.find(({ jobId }) => String(row.pk).includes(listIdOfJob(JobId.parse(jobId))));
    return { ...row, list: list?.name, createdAt: list?.createdAt };
  });
  const examples = jobs.flatMap(({ entity, name, scheduledAt, createdAt, task, expiresAt }): readonly Item[] => {
    const reasons: unknown = Object(Object(task).known).reasons ?? Object(Object(Object(task).known).sums).reasons;
    if (entity !== 'campaign-job' || !Array.isArray(reasons)) return [];
    return (reasons as readonly Item[])
      .filter(({ examples: ofReason }) => Array.isArray(ofReason) && ofReason.includes(contactId))
      .map(
        ({ examples: _others, count: _all, ...reason }): Item => ({
          entity,
          name,
          scheduledAt,
          createdAt,
          expiresAt,
          kindOfJob: Object(task).kind,
          ...reason,
        }),
      );
  });
  return [...onLists, ...examples];
};

/** What names a contact apart from what lies under its own key. */
export const elsewhereOf = async (
  table: Table,
  access: AdvertiserAccess,
  contactId: ContactId,
  standing: Item | undefined,
): Promise<readonly Item[]> => {
  const person = typeof standing?.person === 'string' ? personKey(access, standing.person) : undefined;
  const answered = (['CONFIRMATION', 'CONTACT'] as const).map((sk) => confirmationKey(access, contactId, sk));
  const keys = [...answered, ...(person === undefined ? [] : [person])];
  const partners = between({ pk: partnersPk(access, contactId), from: ' ', to: '~' });
  const [found, tests, jobs, ofPartners] = [
    await Promise.all(keys.map((key) => getItem(table, key, tableAway))),
    await getItem(table, testRecipientsKey(access), tableAway),
    await ofJobs(table, access, contactId),
    await queryItems(table, partners, tableAway),
  ];
  const at = Object(tests?.recipients)[contactId];
  const tested: readonly Item[] = at === undefined ? [] : [{ ...tests, recipients: undefined, at }];
  return [...found.flatMap((item) => (item === undefined ? [] : [item])), ...tested, ...jobs, ...ofPartners];
};
