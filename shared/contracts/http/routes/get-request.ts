import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FactId } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { RightsRequestWithExport } from '../rights/answered-view.ts';
import { route } from '../route.ts';

/** Path parameter of the routes on one request. */
export const RequestPath = z.strictObject({
  requestId: about('The id of the request, as its recording answered it.', FactId),
});

/** Shows a request of a person, with the files that answer it. */
export const getRequestRoute = route({
  name: 'get-request',
  method: 'GET',
  path: '/v1/requests/{requestId}',
  scope: 'requests:answer',
  parameters: RequestPath,
  query: AdvertiserQuery,
});

document(getRequestRoute, () => ({
  summary: 'A request of a person, what was done about it, and the files that answer it',
  answers: [{ status: 200, means: 'The request', body: RightsRequestWithExport }],
  problems: ['advertiser-not-found', 'request-not-found'],
}));
