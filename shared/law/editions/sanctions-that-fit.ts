import { forbiddenCallerIdBefore, forbiddenCallerIdOfAnyRange } from '../articles/arcep/caller-id-former.ts';
import { relationalWithoutRefusal, relationalWithoutRefusalToAnyone } from '../articles/cnil/relational.ts';
import { mailWithMeansThatFailBefore, mailWithoutMeansBefore } from '../articles/consommation/l122-8-former.ts';
import { numberClosedToCallsOfAnyRange } from '../articles/consommation/l221-17-former.ts';
import { creditWithoutReminderBefore, creditWithoutReminderByMail } from '../articles/consommation/l312-9-former.ts';
import {
  meansThatFailBefore,
  meansThatFailOfDgccrf,
  noMeansToObjectBefore,
  noMeansToObjectOfDgccrf,
} from '../articles/cpce/l34-5-form-former.ts';
import { AS_FOR_PERSONS } from '../articles/house/legal-person-rights.ts';
import { noProcessingNotice, noProcessingNoticeToAnyone } from '../articles/rgpd/13-14.ts';
import { restrictedUse, restrictedUseOfAnyone } from '../articles/rgpd/18.ts';
import type { Amendment } from './amendment.ts';

/** What edition 2026-11-30.6 changed so that a verdict says the sanctions of its own channel and reader alone; what it decides stays. */
export const SANCTIONS_THAT_FIT: Omit<Amendment, 'edition'> = {
  added: [
    ...[mailWithoutMeansBefore, mailWithMeansThatFailBefore, numberClosedToCallsOfAnyRange],
    ...[noProcessingNotice, restrictedUse, relationalWithoutRefusal],
    ...[noMeansToObjectOfDgccrf, meansThatFailOfDgccrf, forbiddenCallerIdOfAnyRange, creditWithoutReminderByMail],
    ...AS_FOR_PERSONS,
  ],
  removed: [
    ...[noMeansToObjectBefore, meansThatFailBefore, forbiddenCallerIdBefore, creditWithoutReminderBefore],
    ...[noProcessingNoticeToAnyone, restrictedUseOfAnyone, relationalWithoutRefusalToAnyone],
  ],
};
