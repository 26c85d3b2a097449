/** Art. 18 GDPR: what is restricted is kept, and not used (§ 2), until the controller lifts it (§ 3). */

import { type Ledger, type Moment, upTo } from '../ledger.ts';

/**
 * Whether the data may only be kept: a restriction was asked for by then and not lifted by then. The duty begins when the request is on
 * record. The consent that § 2 speaks of is given to whoever answers the request, who then lifts it: one on a form ends none.
 */
export const isRestricted = (ledger: Ledger, moment: Moment): boolean =>
  ledger.restrictions.some(
    ({ index, recorded }) =>
      upTo(recorded, moment) &&
      !ledger.records.some(
        (act) => act.kind === 'restriction-lifted' && act.ofAct === index && upTo(act.recorded, moment),
      ),
  );
