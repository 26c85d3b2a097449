import { createHash } from 'node:crypto';
import { audienceListsOf } from '#shared/adapters/dynamodb/audience/audience-lists.ts';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { jobIdOfList } from '#shared/domain/contact/fingerprint.ts';
import type { AudienceListId, UploadId } from '#shared/domain/ids.ts';
import { BEGINNING } from '#shared/domain/job/job.ts';
import { instant, sha256 } from '#test/support/builders.ts';
import type { recordingPorts } from '../world/ports.ts';
import { ADVERTISERS, type Known, LONG_AGO } from '../world/setup.ts';
import type { PlannedCampaign } from './planned.ts';

/** Longer than any campaign of a run. */
const LISTS_END = instant('2027-06-01T00:00:00Z');

const suffixOf = (reference: string): string =>
  createHash('sha256').update(`list/${reference}`).digest('base64url').slice(0, 22);
export const listIdOf = ({ reference }: PlannedCampaign): AudienceListId =>
  `lst_${suffixOf(reference)}` as AudienceListId;

/** The lists of campaigns as uploads left them, before anything begins: those of whom something is recorded. */
export const setUpLists = async (
  { deps }: ReturnType<typeof recordingPorts>,
  campaigns: readonly PlannedCampaign[],
  known: readonly Known[],
): Promise<void> => {
  const [lists, jobs] = [audienceListsOf(deps), jobsOf(deps)];
  for (const campaign of campaigns) {
    if (campaign.listed === undefined) continue;
    const { listed, reference, of } = campaign;
    const { access } = ADVERTISERS[of];
    const listId = listIdOf(campaign);
    const named = known.filter((each) => each.access === access && listed.includes(each.address));
    const found = await lists.known(
      access,
      named.map(({ contactId }) => contactId),
    );
    for (const [line, contact] of found.entries())
      await lists.put(access, { listId, endsAt: LISTS_END }, { ...contact, line });
    const job = {
      advertiserId: access.advertiserId,
      jobId: jobIdOfList(listId),
      name: reference,
      task: { kind: 'audience-list', listId, by: 'contactId', heading: 'contactId' },
      file: {
        uploadId: `upl_${suffixOf(reference)}` as UploadId,
        version: '1',
        bytes: 1,
        sha256: sha256('1') as never,
      },
      state: 'finished',
      readTo: BEGINNING,
      counts: { accepted: found.length, repeated: 0, rejected: {} },
      reported: [],
      ...{ createdAt: LONG_AGO, updatedAt: LONG_AGO, finishedAt: LONG_AGO },
      revision: 1,
      endsAt: LISTS_END,
    } as const;
    await jobs.create(access, { ...job, reported: [] }, sha256('1'));
  }
};
