import { holidays, quietSomewhere, quietSomewhereBefore } from '../articles/af2m/charter.ts';
import { capacityNotShownAlone, capacityNotShownBefore } from '../articles/cnil/b2b-former.ts';
import { unrelatedToProfession } from '../articles/cnil/profession-link.ts';
import { unrelatedToProfessionButByQuestion } from '../articles/cnil/profession-link-alone.ts';
import { renewalTooEarly, renewalTooEarlyFined } from '../articles/cnil/renewal.ts';
import { callingDays, callingDays2023 } from '../articles/consommation/d223-9.ts';
import {
  callingDays2023ByLawOrRegion,
  callingDays2023ByRegion,
  callingDaysByLawOrRegion,
  callingDaysByRegion,
} from '../articles/consommation/d223-9-by-region.ts';
import { consentThatHasEnded, withoutConsent, withoutConsentOfProfessionals } from '../articles/cpce/l34-5-consent.ts';

import { noRefusalOffered, noRefusalOfferedOrUnknown } from '../articles/cpce/l34-5-refusal-offered.ts';
import { otherGoods, otherGoodsByCall, withoutSale, withoutSaleByCall } from '../articles/cpce/l34-5-sale.ts';
import {
  wordingNamesNoChannel,
  wordingNamesNoChannelBefore,
  wordingNamesNoMeans,
  wordingOfOneAct,
} from '../articles/cpce/l34-5-wording.ts';
import { heldAfterAnnulment, heldAfterAnnulmentBefore } from '../articles/house/annulment.ts';
import { dayOffSomewhere } from '../articles/house/days-off.ts';
import { holidayCourtesy } from '../articles/house/holidays.ts';
import {
  legalPersonOpposedAfterDecision,
  legalPersonOpposedToAll,
  legalPersonOpposedToChannel,
  legalPersonRefusedRelational,
} from '../articles/house/legal-person-oppositions.ts';
import {
  LEGAL_PERSON_OPPOSED_WITH_SURVEYS,
  legalPersonOpposedToAllBefore,
  legalPersonOpposedToAllWithSurveys,
} from '../articles/house/legal-person-versions.ts';
import { basisOfOffersAlone } from '../articles/house/purposes.ts';
import { deadAddress } from '../articles/house/undeliverable.ts';
import { childAlone, childAloneByGdpr } from '../articles/lil/45.ts';
import { ADDRESSES_OF_HOUSES_TOO, guessedAddress, scrapedAddress } from '../articles/penal/226-18.ts';
import { RELATIONAL_TO_GATHERED } from '../articles/penal/226-18-relational.ts';
import { sourceNotNamed, sourceNotNamedAtFirst } from '../articles/rgpd/13-14.ts';
import { restrictedUseOfAnyone } from '../articles/rgpd/18.ts';
import { opposedAfterDecision, opposedToAll, opposedToChannel } from '../articles/rgpd/21.ts';
import { relationalRefused } from '../articles/rgpd/21-relational.ts';
import { OPPOSED_WITH_SURVEYS, opposedToAllBefore, opposedToAllWithSurveys } from '../articles/rgpd/21-versions.ts';
import { CPF_TRAINING } from '../articles/travail/l6323-8-1.ts';
import type { Amendment } from './amendment.ts';
import { BY_THE_TEXT } from './by-the-text.ts';
import { CALLS_AND_CNIL } from './calls-and-cnil.ts';
import { EACH_FAULT_SAID } from './each-fault-said.ts';
import { MOVED_SAID } from './moved-said.ts';
import { SANCTIONS_THAT_FIT } from './sanctions-that-fit.ts';

/** The edition that no amendment made. Its name is its day. */
export const FIRST_EDITION = '2026-11-25';

/** What each later edition changed, oldest first: `{ edition: '2026-12-15', added: [newOne], removed: [formerOne] }`. */
export const AMENDMENTS: readonly Amendment[] = [
  { edition: '2026-11-27', added: [deadAddress], removed: [] },
  { edition: '2026-11-28', added: [restrictedUseOfAnyone], removed: [] },
  { edition: '2026-11-29', added: [holidayCourtesy], removed: [holidays] },
  { edition: '2026-11-29.2', added: [quietSomewhere, dayOffSomewhere], removed: [quietSomewhereBefore] },
  { edition: '2026-11-30', added: [wordingNamesNoMeans], removed: [wordingNamesNoChannelBefore] },
  {
    edition: '2026-11-30.2',
    added: [opposedToAllWithSurveys, legalPersonOpposedToAllWithSurveys, capacityNotShownAlone],
    removed: [opposedToAllBefore, legalPersonOpposedToAllBefore, capacityNotShownBefore],
  },
  {
    edition: '2026-11-30.3',
    added: [
      ...[opposedToAll, opposedToChannel, opposedAfterDecision, relationalRefused],
      ...[legalPersonOpposedToAll, legalPersonOpposedToChannel, legalPersonOpposedAfterDecision],
      legalPersonRefusedRelational,
    ],
    removed: [...OPPOSED_WITH_SURVEYS, ...LEGAL_PERSON_OPPOSED_WITH_SURVEYS],
  },
  {
    edition: '2026-11-30.4',
    added: [
      ...[...CPF_TRAINING, basisOfOffersAlone, sourceNotNamed, guessedAddress, scrapedAddress],
      ...[heldAfterAnnulment, callingDays2023ByLawOrRegion, callingDaysByLawOrRegion],
    ],
    removed: [
      ...[sourceNotNamedAtFirst, ...ADDRESSES_OF_HOUSES_TOO],
      ...[heldAfterAnnulmentBefore, callingDays2023ByRegion, callingDaysByRegion],
    ],
  },
  { edition: '2026-11-30.5', ...EACH_FAULT_SAID },
  { edition: '2026-11-30.6', ...SANCTIONS_THAT_FIT },
  {
    edition: '2026-11-30.7',
    added: [...MOVED_SAID.added, ...BY_THE_TEXT.added, consentThatHasEnded],
    removed: [...MOVED_SAID.removed, ...BY_THE_TEXT.removed],
  },
  {
    edition: '2026-12-01',
    added: [callingDays2023, callingDays],
    removed: [callingDays2023ByLawOrRegion, callingDaysByLawOrRegion],
  },
  {
    edition: '2026-12-01.2',
    added: [...[childAlone, withoutConsent, wordingOfOneAct, withoutSale, otherGoods], ...CALLS_AND_CNIL.added],
    removed: [
      ...[childAloneByGdpr, withoutConsentOfProfessionals, wordingNamesNoMeans, withoutSaleByCall, otherGoodsByCall],
      ...CALLS_AND_CNIL.removed,
    ],
  },
  { edition: '2026-12-01.3', added: [wordingNamesNoChannel, ...RELATIONAL_TO_GATHERED], removed: [wordingOfOneAct] },
  {
    edition: '2026-12-01.4',
    added: [unrelatedToProfession, noRefusalOffered, renewalTooEarly],
    removed: [unrelatedToProfessionButByQuestion, noRefusalOfferedOrUnknown, renewalTooEarlyFined],
  },
];
