import { relationalWithoutRefusal, relationalWithoutRefusalToAnyone } from '../articles/cnil/relational.ts';
import { mailWithMeansThatFail, mailWithoutMeans } from '../articles/consommation/l122-8.ts';
import { numberClosedToCalls } from '../articles/consommation/l221-17.ts';
import { AS_FOR_PERSONS } from '../articles/house/legal-person-rights.ts';
import { noProcessingNotice, noProcessingNoticeToAnyone } from '../articles/rgpd/13-14.ts';
import { restrictedUse, restrictedUseOfAnyone } from '../articles/rgpd/18.ts';
import type { Amendment } from './amendment.ts';

/** What edition 2026-11-30.6 changed so that a verdict says the sanctions of its own channel and reader alone; what it decides stays. */
export const SANCTIONS_THAT_FIT: Omit<Amendment, 'edition'> = {
  added: [
    ...[mailWithoutMeans, mailWithMeansThatFail, numberClosedToCalls],
    ...[noProcessingNotice, restrictedUse, relationalWithoutRefusal],
    ...AS_FOR_PERSONS,
  ],
  removed: [noProcessingNoticeToAnyone, restrictedUseOfAnyone, relationalWithoutRefusalToAnyone],
};
