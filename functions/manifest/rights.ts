import { eraseContactRoute } from '#shared/contracts/http/routes/erase-contact.ts';
import { routeEntries } from './entry.ts';
import { ERASING } from './grants.ts';
import { OPPOSING } from './table-grants.ts';

/** What people may ask of their data. */
export const rightsEntries = routeEntries([
  {
    route: eraseContactRoute,
    grants: [...OPPOSING, 'get:advertiser', ...ERASING, 'suppressions:remove'],
    timeoutSeconds: 25,
  },
]);
