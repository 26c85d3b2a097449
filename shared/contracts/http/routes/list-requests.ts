import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { RightsRequestView } from '../rights/view.ts';
import { route } from '../route.ts';

/** The requests of an advertiser, open ones first. */
export const listRequestsRoute = route({
  name: 'list-requests',
  method: 'GET',
  path: '/v1/requests',
  scope: 'requests:answer',
  query: z.extend(AdvertiserQuery, pageParameters),
});

const RequestsPage = z.strictObject({
  requests: about('Requests: open ones first, and each group by when an answer is due.', z.array(RightsRequestView)),
  nextCursor,
});

document(listRequestsRoute, () => ({
  summary: 'What people ask of their data: open requests first, by when an answer is due',
  answers: [{ status: 200, means: 'One page of requests', body: RequestsPage }],
  problems: ['advertiser-not-found'],
}));
