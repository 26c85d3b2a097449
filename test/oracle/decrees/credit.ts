/** Art. L. 312-9 C. consom., al. 1 (texts §3.7): what an advertisement for consumer credit by e-mail must recall. */

import type { Ask } from '../ask.ts';
import type { Reason } from '../codes.ts';
import { isProtected } from '../kind.ts';
import { decisionOn, type Ledger, type Moment, object, text } from '../ledger.ts';
import { naturesOf } from '../minors.ts';

const CODE = 'CREDIT_REMINDER_UNCERTAIN';

/**
 * "Le document envoyé au consommateur lui rappelle de façon claire, précise et visible son droit de s'opposer": whether it does, a
 * human sees once in the template (D6). Free text has no version that could be looked at: what nobody can look at does not leave.
 */
export const creditReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  if (ask.channel !== 'email' || ask.offersNothing) return [];
  if (!naturesOf(ledger.world, ask.category).includes('consumer-credit')) return [];
  if (!isProtected(ledger, ask, moment)) return [];
  const named = object(ledger.world.message.template);
  if (!named) return [{ code: CODE, severity: 'refuse' }];
  const cause = `credit:${text(named.templateId)}@${text(named.version)}`;
  const decision = decisionOn(ledger, (each) => each === cause, ask.channel, ask.category, moment.t);
  if (decision === 'allowed') return [];
  return [{ code: CODE, severity: decision === 'refused' ? 'refuse' : 'review' }];
};
