import { SENDERS_BY_THE_CHARTER_ALONE, senderNotAdmitted, senderNotAdmitted2019 } from '../articles/af2m/sender.ts';
import {
  forbiddenCallerIdBefore,
  forbiddenCallerIdOrNone,
  ordinaryNumberOnTextBefore,
} from '../articles/arcep/caller-id-former.ts';
import { capacityNotShownButOfMobiles, WITHOUT_WHAT_IS_LACKING } from '../articles/cnil/b2b-former.ts';
import { unnamedPartner, unnamedPartnerAlone } from '../articles/cnil/partners.ts';
import {
  unrelatedToProfessionAlone,
  unrelatedToProfessionButByQuestion,
} from '../articles/cnil/profession-link-alone.ts';
import { firmOfOne, professionalNotInformed } from '../articles/cnil/professionals.ts';
import { callingHours, callingHours2023 } from '../articles/consommation/d223-9.ts';
import { callingHours2023QuotedAlone, callingHoursQuotedAlone } from '../articles/consommation/d223-9-hours-quoted.ts';
import { withoutConsentAlone, withoutConsentBefore } from '../articles/cpce/l34-5-consent.ts';
import { noRefusalOfferedAlone, noRefusalOfferedOrUnknown } from '../articles/cpce/l34-5-refusal-offered.ts';
import { pretendedReturn, pretendedReturnAlone } from '../articles/house/oppositions.ts';
import { actThatIsNoConsent, actThatIsNoConsentAtFirst } from '../articles/rgpd/4-11.ts';
import { invalidatedConsentAlone } from '../articles/rgpd/5.ts';
import { endedConsent, withdrawnConsent } from '../articles/rgpd/7.ts';
import { sensitiveOffer, sensitiveOfferAlone } from '../articles/rgpd/9.ts';
import type { Amendment } from './amendment.ts';

/** What edition 2026-11-30.5 changed so that a verdict says each fault, and which of several it is; what it decides stays. */
export const EACH_FAULT_SAID: Omit<Amendment, 'edition'> = {
  added: [
    ...[capacityNotShownButOfMobiles, firmOfOne, professionalNotInformed],
    ...[ordinaryNumberOnTextBefore, senderNotAdmitted2019, senderNotAdmitted],
    ...[
      withoutConsentBefore,
      noRefusalOfferedOrUnknown,
      actThatIsNoConsent,
      withdrawnConsent,
      invalidatedConsentAlone,
      pretendedReturn,
    ],
    ...[unnamedPartner, unrelatedToProfessionButByQuestion, callingHours2023, callingHours, forbiddenCallerIdBefore],
    sensitiveOffer,
  ],
  removed: [
    ...[...WITHOUT_WHAT_IS_LACKING, ...SENDERS_BY_THE_CHARTER_ALONE],
    ...[withoutConsentAlone, noRefusalOfferedAlone, actThatIsNoConsentAtFirst, endedConsent, pretendedReturnAlone],
    ...[unnamedPartnerAlone, unrelatedToProfessionAlone, callingHours2023QuotedAlone, callingHoursQuotedAlone],
    ...[forbiddenCallerIdOrNone, sensitiveOfferAlone],
  ],
};
