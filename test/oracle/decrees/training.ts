/** C. trav. art. L. 6323-8-1: prospecting of who holds a compte personnel de formation, since 21 December 2022. */

import type { Ask } from '../ask.ts';
import type { Reason } from '../codes.ts';
import { isHouse } from '../kind.ts';
import { decisionOn, type Ledger, list, type Moment, object, text } from '../ledger.ts';
import { naturesOf } from '../minors.ts';
import { runningContracts } from '../retention.ts';

const FIRST_DAY = Date.parse('2022-12-21T00:00:00+01:00');

/** "Une action en cours", and a link with its object that is "direct": a service of that very category, which runs. */
const isUnderWay = (ledger: Ledger, ask: Ask, moment: Moment): boolean =>
  ask.purpose === 'own-offers' &&
  runningContracts(ledger, moment).some(
    ({ body }) =>
      body.type === 'service-contract' && list(body.lines).some(({ category }) => category === ask.category),
  );

/**
 * "Toute prospection commerciale des titulaires": a human may hold an account, the office of a legal person holds none. Offered on the
 * account it is forbidden, whatever the basis; without a word of it a human looks at the template, and nobody can look at free text (D6).
 */
export const trainingReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  const natures = naturesOf(ledger.world, ask.category);
  const onAccount = natures.includes('cpf-training');
  if (moment.t < FIRST_DAY || !(onAccount || natures.includes('cpf-training-mixed'))) return [];
  if (isHouse(ledger, moment)) return [];
  if (isUnderWay(ledger, ask, moment)) return [];
  if (onAccount) return [{ code: 'SECTOR_BAN_CPF', severity: 'refuse' }];
  const code = 'SECTOR_BAN_CPF_UNCERTAIN';
  const named = object(ledger.world.message.template);
  if (!named) return [{ code, severity: 'refuse' }];
  const cause = `cpf:${text(named.templateId)}@${text(named.version)}`;
  const decision = decisionOn(ledger, (each) => each === cause, ask.channel, ask.category, moment.t);
  return decision === 'allowed' ? [] : [{ code, severity: decision === 'refused' ? 'refuse' : 'review' }];
};
