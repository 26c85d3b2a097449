import * as z from 'zod/mini';
import type { ListJob } from '#shared/app/audience/get-audience-list.ts';
import { about } from '#shared/domain/about.ts';
import { AudienceListId, Instant, JobId } from '#shared/domain/ids.ts';
import { JobState, ListedBy, rejectedIn } from '#shared/domain/job/job.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** How many contacts a list has. */
export const getAudienceListRoute = route({
  name: 'get-audience-list',
  method: 'GET',
  path: '/v1/audiences/lists/{listId}',
  scope: 'campaigns:read',
  parameters: z.strictObject({
    listId: about('The id of the list, as it was answered when the list was asked for.', AudienceListId),
  }),
  query: AdvertiserQuery,
});

const AudienceList = z.strictObject({
  listId: about('The id of the list.', AudienceListId),
  name: about('The name that you gave it.', z.string()),
  by: about('What named its contacts.', ListedBy),
  jobId: about('The job that makes it, which has the report of what was rejected.', JobId),
  state: about('How far that job is: until it is finished, more contacts are added.', JobState),
  contacts: about('How many contacts it has; each message to one of them still needs a verdict.', z.int()),
  repeated: about('How many rows named a contact that an earlier row had named.', z.int()),
  rejected: about('How many rows were not taken.', z.int()),
  createdAt: about('When it was asked for, in UTC.', Instant),
  endsAt: about('From then on it is not kept any more, in UTC.', Instant),
});

/** What is answered. */
export const audienceListView = (job: ListJob): z.infer<typeof AudienceList> => {
  const { jobId, name, task, state, counts, createdAt, endsAt } = job;
  const { listId, by } = task;
  const { accepted: contacts, repeated } = counts;
  return { listId, name, by, jobId, state, contacts, repeated, rejected: rejectedIn(counts), createdAt, endsAt };
};

document(getAudienceListRoute, () => ({
  summary: 'How many contacts a list has, and how far it is made',
  answers: [{ status: 200, means: 'The list as it is now', body: AudienceList }],
  problems: ['advertiser-not-found', 'list-not-found'],
}));
