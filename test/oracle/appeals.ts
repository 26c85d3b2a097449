/** D28: CNIL's earlier pages let prospecting that is not commercial go to whom was told and could refuse at collection; a recorded reading. */

import type { Ask } from './ask.ts';
import { hasReading, type Ledger } from './ledger.ts';
import { naturesOf } from './minors.ts';
import type { Fields } from './world.ts';

const SELLING = ['home-energy-works', 'home-energy-mixed', 'consumer-credit', 'cpf-training', 'cpf-training-mixed'];

/** The pages speak of e-mail, SMS and MMS; of a message that sells nothing; the settings, of those who gave or joined. */
export const isAppealTo = (ledger: Ledger, relation: Fields, { channel, category }: Ask): boolean => {
  if (relation.type !== 'donation' && relation.type !== 'membership') return false;
  if (!['email', 'sms', 'mms'].includes(channel)) return false;
  const natures = naturesOf(ledger.world, category);
  const sellsNothing = natures.includes('non-commercial-appeal') && !SELLING.some((nature) => natures.includes(nature));
  return sellsNothing && hasReading(ledger.world, 'non-commercial-appeals');
};
