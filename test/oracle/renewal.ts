/** RET-4: one question, in the last thirty days of the term, never after an opposition (CNIL 2021-131, texts §7.1 and §12 row 19). */

import { isAppealTo } from './appeals.ts';
import type { Ask } from './ask.ts';
import type { Basis } from './bases.ts';
import type { Reason } from './codes.ts';
import { holdingConsents } from './consent.ts';
import { type Ledger, type Moment, ms, object, salesAt } from './ledger.ts';
import { customerTermEnd, prospectTermEnd, saleTermEnd } from './retention.ts';
import { DAY } from './time.ts';
import { sentBy } from './use/sent.ts';

/** The end of the term of what holds: the latest of the bases that hold. */
const termEnd = (ledger: Ledger, ask: Ask, holding: readonly Basis[], moment: Moment): number => {
  // FR-B2B-2: what a legal person has at its office is nobody's personal data, so that RET-1 gives it no end: there is nothing to renew.
  if (holding.includes('legal-person')) return Infinity;
  const ends = [customerTermEnd(ledger, moment)];
  if (holding.includes('consent'))
    ends.push(
      ...holdingConsents(ledger, ask, moment).map((consent) =>
        prospectTermEnd(ledger, moment, ms(consent.body.givenAt)),
      ),
    );
  if (holding.includes('appeal'))
    ends.push(
      ...salesAt(ledger, moment)
        .filter(({ body }) => isAppealTo(ledger, body, ask))
        .map(({ body }) => saleTermEnd(ledger, body, moment)),
    );
  if (holding.includes('professional-interest')) {
    const collected = object(object(ledger.facts.profession)?.source)?.collectedAt;
    const first = ledger.records.find((act) => act.kind === 'contact' && act.address === 0)?.recorded ?? -Infinity;
    ends.push(prospectTermEnd(ledger, moment, collected === undefined ? first : ms(collected)));
  }
  return Math.max(...ends);
};

/** Why the question may not be asked, given the bases that hold; `mayGoFrom`: whether it may wait for an instant (D8). */
export const renewalReasons = (
  ledger: Ledger,
  ask: Ask,
  holding: readonly Basis[],
  moment: Moment,
  mayGoFrom: (opens: number) => boolean,
): Reason[] => {
  const reasons: Reason[] = [];
  // RET-4: after any opposition it is refused, whatever it was against and whatever became of it.
  if (ledger.oppositions.length > 0) reasons.push({ code: 'RENEWAL_AFTER_OPPOSITION', severity: 'refuse' });
  if (holding.length === 0) return reasons;
  // Once in a term, and in its last thirty days: a question of a term that was thought to end earlier does not count.
  const opens = termEnd(ledger, ask, holding, moment) - 30 * DAY;
  if (sentBy(ledger, moment.t).some((sent) => sent.asksToRenew && ms(sent.at) >= opens))
    reasons.push({ code: 'RENEWAL_ALREADY_ASKED', severity: 'refuse' });
  if (moment.t < opens) reasons.push({ code: 'RENEWAL_TOO_EARLY', severity: mayGoFrom(opens) ? 'defer' : 'refuse' });
  return reasons;
};
