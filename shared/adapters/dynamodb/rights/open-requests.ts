import type { OpenRequests } from '#shared/app/rights/rights-requests.port.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { requestsAway } from '../../stores-away.ts';
import { between, queryItems, type Table } from '../table.ts';
import { ListedRightsItem } from './rights-items.ts';
import { OPEN_RIGHTS, rightsPk } from './rights-keys.ts';

/** Open requests, without their words. */
export const openRequestsOf = (deps: Table): OpenRequests => ({
  open: async (access) => {
    const range = between({ pk: rightsPk(access), from: OPEN_RIGHTS, to: `${OPEN_RIGHTS}~` });
    const items = await queryItems(deps, range, requestsAway);
    return items.map((item) => readable(() => readStored(ListedRightsItem, item)));
  },
});
