import { type ClassWithoutBasis, type MessageClass, needsNoBasis } from '#shared/domain/message/template.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Exception } from '../article.ts';
import type { Facts } from '../facts/facts.ts';
import type { ReasonCode } from '../reasons/reasons.ts';

/** What the human said of the template, if anyone was asked and answered. */
const decisionOnTemplate = ({ templateCause, decided }: Facts): 'allowed' | 'refused' | undefined =>
  templateCause === undefined ? undefined : decided[templateCause];

const incites = ({ offerSigns }: Facts): boolean => offerSigns.includes('surcharge');

/**
 * As what a message is judged (D5, D24). A template that shows an offer is prospecting until a human says otherwise; a
 * relational one waits for the human; what a human refused, and a message that offers what its template does not, is
 * prospecting whatever the template says. What incites to a surcharged call or text is prospecting by law (L. 34-5, al. 3, second
 * sentence), and no human decides otherwise.
 */
export const classOf = (facts: Facts): MessageClass => {
  if (facts.bringsOffer || incites(facts)) return 'prospecting';
  const decision = decisionOnTemplate(facts);
  if (decision === 'refused') return 'prospecting';
  if (facts.declaredClass === 'relational' || decision === 'allowed') return facts.declaredClass;
  return facts.offerSigns.length > 0 ? 'prospecting' : facts.declaredClass;
};

/** It is no prospecting, and what is judged holds no block that is (D5). */
export const goesOutsideProspecting = (facts: Facts): boolean =>
  needsNoBasis(classOf(facts)) && facts.prospectingBlocks !== 'kept';

/** It goes outside prospecting because the relation calls for it, and no contract or law does. */
export const isRelational = (facts: Facts): boolean => goesOutsideProspecting(facts) && classOf(facts) === 'relational';

/** It asks whether the person wants to stay, and nothing shows otherwise. */
export const asksToRenew = (facts: Facts): boolean =>
  facts.renewal !== undefined && classOf(facts) === 'renewal-request';

/** A message that only asks whether the person wants to stay speaks of no goods, whatever its template is about. */
const ONLY_ASKS = {
  says: {
    en: 'the message asks only whether the person wants to stay, and offers nothing',
    fr: 'le message demande seulement à la personne si elle souhaite rester, et ne propose rien',
  },
  source: 'CNIL, délibération 2021-131',
} as const;
/** The same, where a basis is judged, and where the message is. */
export const offersNothing: Exception<[basis: unknown, facts: Facts]> = {
  ...ONLY_ASKS,
  when: (_, facts) => asksToRenew(facts),
};
export const messageOffersNothing: Exception<[facts: Facts]> = { ...ONLY_ASKS, when: asksToRenew };

/** It says that it is no prospecting, and is judged as prospecting all the same. */
export const isRequalified = (facts: Facts): boolean =>
  facts.declaredClass !== 'prospecting' && classOf(facts) === 'prospecting';

/**
 * The template's cause, where a decision on it would change the class: to allow what shows an offer, or to refuse what shows
 * none, as someone may after a complaint.
 */
export const openTemplateCause = (facts: Facts): string | undefined => {
  const isOther = facts.declaredClass !== 'prospecting' && !facts.bringsOffer && !incites(facts);
  const isOpen = isOther && decisionOnTemplate(facts) === undefined;
  return isOpen ? facts.templateCause : undefined;
};

/** The code of an allowed message that is no prospecting. */
export const OUTSIDE = {
  transactional: 'NOT_PROSPECTING_TRANSACTIONAL',
  relational: 'NOT_PROSPECTING_RELATIONAL',
} as const satisfies Record<ClassWithoutBasis, ReasonCode>;

/** The class of what an allowing verdict let go outside prospecting; `undefined`: it is prospecting, or a test. */
export const classOutside = ({ reasons }: Pick<StoredVerdict, 'reasons'>): ClassWithoutBasis | undefined => {
  const has = (code: ReasonCode) => reasons.some((reason) => reason.code === code);
  if (has(OUTSIDE.transactional)) return 'transactional';
  return has(OUTSIDE.relational) ? 'relational' : undefined;
};
