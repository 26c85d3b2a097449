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
  obtainedVia: consent.obtainedVia,
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
  commercialContent: message.commercialContent,
  subjectMatchesOffer: message.subjectMatchesOffer,
  advertiserIdentified: message.advertiserIdentified,
  oppositionFree: message.oppositionFree,
  oppositionEffective: message.oppositionEffective,
  oppositionMeansOffered: message.oppositionMeansOffered,
  /** Read with `commercialContent`. */
  calledForBy: nothing,
  /** Read with the wording of the consent: by its address and its law it is an e-mail. */
  inboxAd: nothing,
  /** The stack's clock is there already. */
  localTime: nothing,
};

/** The whole map, by the sections of the file format; a test puts other functions in its place. */
export const CONCLUSIONS = {
  consent: OF_CONSENT,
  existingCustomer: OF_CUSTOMER,
  b2b: OF_PROFESSION,
  message: OF_MESSAGE,
  opposed: recipient.opposed,
  lastContactDaysAgo: recipient.lastContactDaysAgo,
};
export type Conclusions = typeof CONCLUSIONS;

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

/** The world that a scenario's conclusions were drawn from. Throws `NotExpressible` for a word that no record can carry. */
export const concluded = (bare: World, by: Conclusions = CONCLUSIONS): World => {
  const { facts } = bare;
  let world = facts.recipientKind === 'legal-person' ? recipient.organisationIsRecorded(bare) : bare;
  if (facts.b2b !== undefined) world = told(recipient.professionIsRecorded(world), by.b2b, facts.b2b);
  world = told(world, by.existingCustomer, facts.existingCustomer);
  if (facts.consent !== undefined) world = told(consent.consentIsRecorded(world), by.consent, facts.consent);
  if (facts.lastContactDaysAgo !== undefined) world = by.lastContactDaysAgo(world, facts.lastContactDaysAgo);
  world = told(world, by.message, facts.message);
  return facts.opposition.state === 'none' ? world : by.opposed(world, facts.opposition);
};
