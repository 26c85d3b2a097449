/**
 * One table: every fact that the file format may state, and the recorded facts that carry it. No conclusion reaches the
 * API; what cannot be recorded says so. `docs/cases.md` tells who decides each; a test holds the two together.
 */
import type { CaseFacts } from '../scenario.ts';
import type { World } from '../world.ts';
import * as consent from './consent.ts';
import * as customer from './customer.ts';
import * as message from './message.ts';
import * as recipient from './recipient.ts';

type Section<T> = { readonly [K in keyof T]-?: (world: World, value: NonNullable<T[K]>) => World };

/** Nothing to record: an open is no act of the person (Caloga), an inbox ad is e-mail (CJEU C-102/20). */
const nothing = (world: World): World => world;

export const OF_CONSENT: Section<NonNullable<CaseFacts['consent']>> = {
  ageDays: consent.ageDays,
  affirmativeAct: consent.affirmativeAct,
  preTicked: consent.preTicked,
  separateFromTerms: consent.separateFromTerms,
  advertiserNamed: consent.advertiserNamed,
  channelsNamed: consent.channelsNamed,
  purposeNamed: consent.purposeNamed,
  informed: consent.informed,
  freelyGiven: consent.freelyGiven,
  doubleOptIn: consent.doubleOptIn,
  proofKept: consent.proofKept,
  obtainedVia: consent.obtainedVia,
};

export const OF_CUSTOMER: Section<NonNullable<CaseFacts['existingCustomer']>> = {
  saleOrService: customer.saleOrService,
  sameEntity: customer.sameEntity,
  similarOffer: customer.similarOffer,
  informedAtCollection: customer.informedAtCollection,
  couldObjectAtCollection: customer.couldObjectAtCollection,
  indirectRemuneration: customer.indirectRemuneration,
};

export const OF_PROFESSION: Section<NonNullable<CaseFacts['b2b']>> = {
  relatedToProfession: recipient.relatedToProfession,
  informedBeforeSend: recipient.informedBeforeSend,
  couldObjectBeforeSend: recipient.couldObjectBeforeSend,
};

export const OF_MESSAGE: Section<CaseFacts['message']> = {
  advertiserIdentified: message.advertiserIdentified,
  subjectMatchesOffer: message.subjectMatchesOffer,
  oppositionFree: message.oppositionFree,
  oppositionEffective: message.oppositionEffective,
  oppositionMeansOffered: message.oppositionMeansOffered,
  commercialContent: message.commercialContent,
  /** Read with `commercialContent`. */
  calledForBy: nothing,
  inboxAd: nothing,
  /** The stack's clock is there already. */
  localTime: nothing,
};

/** Each fact of a section, in the table's order, where the scenario states it. */
const told = <T extends object>(world: World, section: Section<T>, facts: T | undefined): World => {
  if (facts === undefined) return world;
  let told = world;
  for (const key of Object.keys(section) as (keyof T & string)[]) {
    const value = facts[key];
    if (value !== undefined && value !== null) told = section[key](told, value);
  }
  return told;
};

/** The world that a scenario's conclusions were drawn from. Throws `RangeError` for a word that no record can carry. */
export const concluded = (bare: World): World => {
  const { facts } = bare;
  let world = facts.recipientKind === 'legal-person' ? recipient.organisationIsRecorded(bare) : bare;
  if (facts.b2b !== undefined) world = told(recipient.professionIsRecorded(world), OF_PROFESSION, facts.b2b);
  world = told(world, OF_CUSTOMER, facts.existingCustomer);
  if (facts.consent !== undefined) world = told(consent.consentIsRecorded(world), OF_CONSENT, facts.consent);
  if (facts.lastContactDaysAgo !== undefined) world = recipient.lastContactDaysAgo(world, facts.lastContactDaysAgo);
  world = told(world, OF_MESSAGE, facts.message);
  return facts.opposition.state === 'none' ? world : recipient.opposed(world, facts.opposition);
};
