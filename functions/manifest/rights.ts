import { answerRequestRoute } from '#shared/contracts/http/routes/answer-request.ts';
import { changePersonRoute } from '#shared/contracts/http/routes/change-person.ts';
import { eraseContactRoute } from '#shared/contracts/http/routes/erase-contact.ts';
import { getRequestRoute } from '#shared/contracts/http/routes/get-request.ts';
import { givePartnerNotificationsRoute } from '#shared/contracts/http/routes/give-partner-notifications.ts';
import { listFormerEventsRoute } from '#shared/contracts/http/routes/list-former-events.ts';
import { listPartnerNotificationsRoute } from '#shared/contracts/http/routes/list-partner-notifications.ts';
import { listRequestsRoute } from '#shared/contracts/http/routes/list-requests.ts';
import { recordDisclosuresRoute } from '#shared/contracts/http/routes/record-disclosures.ts';
import { recordRequestRoute } from '#shared/contracts/http/routes/record-request.ts';
import { showSentMessageRoute } from '#shared/contracts/http/routes/show-sent-message.ts';
import { routeEntries } from './entry.ts';
import { DECLARES, DECRYPTING, ENCRYPTING, ERASING, FINDING, NAMING, READING_PROOF } from './grants.ts';
import { JUDGING, OPPOSING } from './table-grants.ts';

/** What people may ask of their data, and what is said of them. */
export const rightsEntries = routeEntries([
  // Nothing that sends reads the archive; this shows it to whoever must prove what left.
  {
    route: showSentMessageRoute,
    grants: [
      ...(['get:message', 'sent:read', ...DECRYPTING, ...READING_PROOF] as const),
      ...(['get:run', 'get-many:campaign', 'query:campaign', 'values:read', 'get-many:contact'] as const),
    ],
    timeoutSeconds: 25,
  },
  { route: listFormerEventsRoute, grants: ['query:proof', 'proof-key:open'] },
  { route: changePersonRoute, grants: [...DECLARES, ...OPPOSING, ...JUDGING, 'query:opposed'], timeoutSeconds: 25 },
  {
    route: recordRequestRoute,
    grants: [...OPPOSING, 'get:advertiser', 'put:rights', ...NAMING, ...ENCRYPTING, 'secret:token'],
    env: ['PUBLIC_BASE_URL'],
  },
  { route: listRequestsRoute, grants: ['get:advertiser', 'query:rights', 'get:contact', ...DECRYPTING] },
  {
    route: recordDisclosuresRoute,
    grants: [
      ...(['get:advertiser', 'get:contact', 'get:partner', 'put:partner', 'put:notification'] as const),
      ...(['delete:notification', 'put:request'] as const),
      ...FINDING,
    ],
    timeoutSeconds: 25,
    memoryMb: 1024,
  },
  { route: listPartnerNotificationsRoute, grants: ['get:advertiser', 'query:notification', 'get:partner'] },
  {
    route: givePartnerNotificationsRoute,
    grants: ['get:advertiser', 'get:partner', 'put:partner', 'put:notification', 'delete:notification'],
    timeoutSeconds: 25,
  },
  {
    route: getRequestRoute,
    grants: ['get:contact', 'query:contact', 'get:job', ...DECRYPTING, 'reports:find', 'secret:token'],
    env: ['PUBLIC_BASE_URL'],
  },
  {
    route: answerRequestRoute,
    grants: [
      ...OPPOSING,
      'get:advertiser',
      ...ERASING,
      ...ENCRYPTING,
      'put:rights',
      'delete:rights',
      'suppressions:remove',
      ...(['put:job', 'jobs:put'] as const),
    ],
    timeoutSeconds: 25,
  },
  {
    route: eraseContactRoute,
    grants: [...OPPOSING, 'get:advertiser', ...ERASING, 'suppressions:remove'],
    timeoutSeconds: 25,
  },
]);
