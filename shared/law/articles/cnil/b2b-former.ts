import type { Example } from '../../example.ts';
import {
  ADDRESSES_READ,
  CAPACITY,
  FIRM_OF_ONE,
  formsOfFirms,
  LEGAL_PERSON,
  NOT_INFORMED,
  OF_NO_CONSUMER,
  PROFESSIONAL,
  PROFESSIONALS,
} from './professionals.ts';

/** Of editions 2026-11-30.5 and 2026-11-30.6: a mobile of a legal person was its own. */
export const capacityNotShownButOfMobiles = PROFESSIONALS.forbidsRelyingOn(OF_NO_CONSUMER, 'RECIPIENT_KIND_UNKNOWN', {
  ...CAPACITY,
  detail: ({ capacityLacks }) => capacityLacks,
  reading: ADDRESSES_READ,
});
export const capacityNotShownButOfMobilesExamples: readonly Example[] = [
  ['a craftsman’s free mailbox, no registry number', { basis: { capacityIsShown: false } }, 'forbidden'],
  ['a manager at the company’s own domain', { basis: { capacityIsShown: true } }, 'not forbidden'],
  ['nobody says what the reader is', { basis: { capacityIsShown: false, capacityLacks: 'kind' } }, 'forbidden'],
  [
    'a mailbox that is not the general one',
    { basis: { capacityIsShown: false, capacityLacks: 'general-address' } },
    'forbidden',
  ],
];

/** Of editions 2026-11-30.2 to 2026-11-30.4: it did not say what is lacking. */
export const capacityNotShownAlone = PROFESSIONALS.forbidsRelyingOn(OF_NO_CONSUMER, 'RECIPIENT_KIND_UNKNOWN', {
  ...CAPACITY,
  reading: ADDRESSES_READ,
});
/** Of editions before 2026-11-30.2 alone: it did not say that it is a reading. */
export const capacityNotShownBefore = PROFESSIONALS.forbidsRelyingOn(
  OF_NO_CONSUMER,
  'RECIPIENT_KIND_UNKNOWN',
  CAPACITY,
);
const CAPACITY_EXAMPLES: readonly Example[] = [
  ['a craftsman’s free mailbox, no registry number', { basis: { capacityIsShown: false } }, 'forbidden'],
  ['a named mailbox, as a legal person’s', { basis: { kind: 'legal-person', capacityIsShown: false } }, 'forbidden'],
  ['a manager at the company’s own domain', { basis: { capacityIsShown: true } }, 'not forbidden'],
];
export const capacityNotShownAloneExamples = CAPACITY_EXAMPLES;
export const capacityNotShownBeforeExamples = CAPACITY_EXAMPLES;

/** Of editions before 2026-11-30.5: it did not say which of the two it is. */
export const firmOfOneAlone = PROFESSIONALS.forbidsRelyingOn(LEGAL_PERSON, 'LEGAL_PERSON_UNCERTAIN', FIRM_OF_ONE);
export const firmOfOneAloneExamples = /* @__PURE__ */ formsOfFirms();

/** Of editions before 2026-11-30.5: it did not say where the day of the collection alone is missing. */
export const professionalNotInformedAlone = PROFESSIONALS.forbidsRelyingOn(
  PROFESSIONAL,
  'B2B_NOTICE_MISSING',
  NOT_INFORMED,
);
export const professionalNotInformedAloneExamples: readonly Example[] = [
  ['never informed', { basis: { professionalWasInformed: false } }, 'forbidden'],
  ['informed before', { basis: { professionalWasInformed: true } }, 'not forbidden'],
  ['public source, never informed', { basis: { professionalWasInformed: false, cameIndirectly: true } }, 'forbidden'],
  [
    'collected from the person, who was not informed then',
    {
      basis: { professionalWasInformed: false, cameIndirectly: false },
      readings: ['first-message-carries-professional-notice'],
    },
    'forbidden',
  ],
  [
    'public source, and the first message carries it by setting',
    {
      basis: { professionalWasInformed: false, cameIndirectly: true },
      readings: ['first-message-carries-professional-notice'],
    },
    'not forbidden',
  ],
];

/** What edition 2026-11-30.5 took out. */
export const WITHOUT_WHAT_IS_LACKING = [capacityNotShownAlone, firmOfOneAlone, professionalNotInformedAlone] as const;
