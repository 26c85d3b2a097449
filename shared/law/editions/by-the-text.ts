import { forbiddenCallerId, ordinaryNumberOnText } from '../articles/arcep/caller-id.ts';
import { forbiddenCallerIdOfAnyRange, ordinaryNumberOnTextBefore } from '../articles/arcep/caller-id-former.ts';
import { capacityNotShownButOfMobiles } from '../articles/cnil/b2b-former.ts';
import { capacityNotShown, interestInOffersOfOthers } from '../articles/cnil/professionals.ts';
import { hiddenAdvertisingByMail, mailWithMeansThatFail, mailWithoutMeans } from '../articles/consommation/l122-8.ts';
import {
  hiddenAdvertisingByMailBefore,
  mailWithMeansThatFailBefore,
  mailWithoutMeansBefore,
} from '../articles/consommation/l122-8-former.ts';
import { numberClosedToCalls } from '../articles/consommation/l221-17.ts';
import { numberClosedToCallsOfAnyRange } from '../articles/consommation/l221-17-former.ts';
import {
  calledOnConsentDrawnByCall,
  consentDrawnByCall,
  customerCalledWithoutConsent,
} from '../articles/consommation/l223-1-consent.ts';
import { creditWithoutReminder } from '../articles/consommation/l312-9.ts';
import { creditWithoutReminderByMail } from '../articles/consommation/l312-9-former.ts';
import {
  consentToAnotherPurpose,
  withoutConsentBefore,
  withoutConsentOfProfessionals,
} from '../articles/cpce/l34-5-consent.ts';
import { basisOfAnotherPurpose } from '../articles/cpce/l34-5-consent-former.ts';
import { professionalByCall } from '../articles/cpce/l34-5-professionals.ts';
import { numberNotOpened } from '../articles/house/caller-id.ts';
import { basisOfFranceAlone, callToLegalPerson } from '../articles/house/mission.ts';
import { basisNotAvailableByHouseAlone } from '../articles/house/mission-former.ts';
import type { Amendment } from './amendment.ts';

/**
 * What edition 2026-11-30.7 changed: consents that a call fetched and customers called by machines (L. 223-1, al. 1), mobiles of legal
 * persons, and what is a reading, a rule of the house or a text in what is said of calls, of numbers shown and of e-mail.
 */
export const BY_THE_TEXT: Omit<Amendment, 'edition'> = {
  added: [
    ...[withoutConsentOfProfessionals, consentDrawnByCall, calledOnConsentDrawnByCall, customerCalledWithoutConsent],
    capacityNotShown,
    ...[basisOfFranceAlone, callToLegalPerson, professionalByCall, consentToAnotherPurpose, interestInOffersOfOthers],
    ...[forbiddenCallerId, numberNotOpened, numberClosedToCalls, ordinaryNumberOnText],
    ...[hiddenAdvertisingByMail, mailWithoutMeans, mailWithMeansThatFail, creditWithoutReminder],
  ],
  removed: [
    ...[withoutConsentBefore, capacityNotShownButOfMobiles, basisNotAvailableByHouseAlone, basisOfAnotherPurpose],
    ...[forbiddenCallerIdOfAnyRange, numberClosedToCallsOfAnyRange, ordinaryNumberOnTextBefore],
    ...[hiddenAdvertisingByMailBefore, mailWithoutMeansBefore, mailWithMeansThatFailBefore],
    creditWithoutReminderByMail,
  ],
};
