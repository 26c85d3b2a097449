/** The bases of a message: consent, existing customer (L. 34-5 al. 4), professional interest, legal person; D21: they are alternatives. */

import { isAppealTo } from './appeals.ts';
import type { Ask, Judgement } from './ask.ts';
import { canLift, holds, judgeConsent, reconstructionProblem } from './consent.ts';
import { askedToBeCalled, concernsRunningContract, decreesBind } from './decrees/calls.ts';
import { isFree, refusesBy } from './forms/refusal.ts';
import { whatIsRefused } from './forms/refused.ts';
import {
  concernsProfession,
  formThatCounts,
  isHouse,
  isMobile,
  isOffice,
  isPrivateAct,
  isRoleAddress,
  LEGAL_PERSONS,
  shownKind,
} from './kind.ts';
import {
  consentsAt,
  decisionOn,
  formOf,
  hasReading,
  type Ledger,
  list,
  type Moment,
  ms,
  type Opposition,
  object,
  once,
  type Record_,
  refusedBy,
  salesAt,
  text,
  upTo,
  words,
} from './ledger.ts';
import { minorProblem } from './minors.ts';
import { packOf } from './places.ts';
import {
  customerTermEnd,
  isAnalogous,
  isCancelled,
  isOwnSale,
  isSaleType,
  lastAct,
  prospectTermEnd,
  runningContracts,
  saleTermEnd,
} from './retention.ts';
import { there } from './there.ts';
import { DAY } from './time.ts';
import type { Fields } from './world.ts';

export type Basis = 'consent' | 'existing-customer' | 'professional-interest' | 'legal-person' | 'appeal';
const ELECTRONIC_MAIL = ['email', 'sms', 'mms'];
const fail = (...fails: string[]): Judgement => ({ fails, waits: [] });

/** Whether a scope reaches a channel and purpose (OPP-3). */
export const reaches = (of: Opposition['of'], channel: string, purpose: string): boolean =>
  of.scope === 'global' || (of.channels.includes(channel) && (of.scope === 'channel' || of.purpose === purpose));

/** OPP-4: only a later consent, recorded later, self-made, evidenced and for that channel and purpose lifts an opposition. */
const isLifted = (ledger: Ledger, opposition: Opposition, ask: Ask, moment: Moment): boolean =>
  consentsAt(ledger, moment).some(
    (consent) =>
      ms(consent.body.givenAt) > opposition.occurred &&
      consent.index > opposition.place &&
      canLift(ledger, consent, ask, moment),
  );

/** The oppositions that stand against a message at a moment (S9, art. 21 RGPD). */
export const standingOppositions = (ledger: Ledger, ask: Ask, moment: Moment): readonly Opposition[] =>
  ledger.oppositions.filter(
    (opposition) =>
      opposition.occurred <= moment.t &&
      reaches(opposition.of, ask.channel, ask.purpose) &&
      !isLifted(ledger, opposition, ask, moment),
  );

/** S1: electronic mail; calls by a recorded setting alone (D7). */
const channelOfCustomers = (ledger: Ledger, ask: Ask): string[] => {
  const automate = ask.channel === 'automated-call' && hasReading(ledger.world, 'existing-customers-by-automated-call');
  return ELECTRONIC_MAIL.includes(ask.channel) || automate ? [] : ['SOFT_OPT_IN_CHANNEL_NOT_COVERED'];
};

/** L. 223-1 al. 1 since 11 August 2026: a consumer who bought did not agree to calls by that; al. 4 knows the running contract alone. */
const L223_1 = Date.parse('2026-08-11T00:00:00+02:00');
const callToCustomer = (ledger: Ledger, ofConsumer: boolean, ask: Ask, moment: Moment): string[] => {
  if (moment.t < L223_1 || !decreesBind(ledger, ask.channel, ofConsumer)) return [];
  const isOfContract = ask.purpose === 'own-offers' && concernsRunningContract(ledger, ask.category, moment);
  return isOfContract ? [] : ['SOFT_OPT_IN_CHANNEL_NOT_COVERED'];
};

/** The exception is named and no sale is recorded: S4 fails, and so does what is asked of any customer (D2: each condition of the named basis). */
const judgeMissingSale = (ledger: Ledger, ask: Ask, moment: Moment): Judgement => {
  const minors = minorProblem(ledger, undefined, ask, moment);
  const byCall = [
    ...channelOfCustomers(ledger, ask),
    ...callToCustomer(ledger, shownKind(ledger, moment) === 'consumer', ask, moment),
  ];
  return { fails: ['SOFT_OPT_IN_NO_SALE', ...byCall, ...minors.fails], waits: minors.waits };
};

/** S7: expressly, not misled and freely (FR-CONSENT-3 holds for a refusal too), of the coordinates that are used. */
const isRefusalOffered = (form: Fields | undefined, channel: string): boolean => {
  const refusal = text(object(form?.refusal)?.words);
  const isSpoilt = object(form?.design)?.misleading === true || words(form?.lacking).includes('freedom');
  const isOffered = isFree(refusal) && whatIsRefused(refusal) === 'now' && refusesBy(refusal, channel);
  return object(form?.refusal) !== undefined && !isSpoilt && isOffered;
};

/** S1 to S7 for one sale (rows 21 to 29), and whose sale it was. */
const judgeSaleWithoutRetention = (ledger: Ledger, sale: Record_, ask: Ask, moment: Moment): Judgement => {
  const form = formOf(ledger, sale),
    refusal = object(sale.body.refusal),
    isAppeal = isAppealTo(ledger, sale.body, ask), // D28: the same conditions, but the sale and the analogy
    type = isSaleType(ledger, sale.body, ask.channel, ask.category, moment.t);
  const minors = minorProblem(ledger, form, ask, moment);
  const byCall = callToCustomer(ledger, isPrivateAct(ledger, sale, ask.category, moment), ask, moment);
  const fails: string[] = [...channelOfCustomers(ledger, ask), ...byCall, ...minors.fails],
    waits: string[] = [...minors.waits];
  // S2; GDPR 5(1)(d): at a wrong address they are nobody's who bought.
  if (sale.isOfAnother || (sale.body.coordinatesFrom !== undefined && sale.body.coordinatesFrom !== 'data-subject'))
    fails.push('SOFT_OPT_IN_INDIRECT_COLLECTION');
  if (!object(form?.notice)) fails.push('SOFT_OPT_IN_NOTICE_MISSING'); // S3
  if ((type === 'no' && !isAppeal) || isCancelled(sale.body, moment)) fails.push('SOFT_OPT_IN_NO_SALE'); // S4
  if (type === 'undecided') waits.push('SOFT_OPT_IN_FREEMIUM_REVIEW');
  if (type === 'refused') fails.push('SOFT_OPT_IN_FREEMIUM_REVIEW'); // D6: a refusal keeps the code of what was asked
  if (!isOwnSale(ledger, sale.body) || ask.purpose === 'partner-offers') fails.push('SOFT_OPT_IN_DIFFERENT_PERSON'); // S5, D22
  if (ask.purpose === 'tracking') fails.push('CONSENT_WRONG_PURPOSE'); // D22
  if (!ask.offersNothing && !isAppeal && !isAnalogous(ledger, sale.body, ask.category))
    fails.push('SOFT_OPT_IN_NOT_ANALOGOUS'); // S6
  if (!isRefusalOffered(form, ask.channel)) fails.push('SOFT_OPT_IN_NO_REFUSAL_OFFERED'); // S7
  if (refusal && reaches(refusedBy(refusal), ask.channel, ask.purpose)) fails.push('SOFT_OPT_IN_REFUSED_AT_COLLECTION'); // S7, L7
  if (sale.altered) fails.push('EVIDENCE_TAMPERED'); // PROOF-1: what was changed shows nothing
  if (form && !object(form.shown)) fails.push('EVIDENCE_INCOMPLETE'); // S7: the screenshot; no checkout is a page of ours
  const rebuilt = form ? reconstructionProblem(ledger, sale, form, ms(sale.body.soldAt), ask, moment.t) : fail();
  if (form && !object(form.notice) && ask.channel !== 'email') fails.push('PROCESSING_NOTICE_MISSING'); // D12
  return { fails: [...fails, ...rebuilt.fails], waits: [...waits, ...rebuilt.waits] };
};

/** S10 beside S1 to S7. */
const judgeSale = (ledger: Ledger, sale: Record_, ask: Ask, moment: Moment): Judgement => {
  const { fails, waits } = judgeSaleWithoutRetention(ledger, sale, ask, moment);
  // RET-3: what this sale opened by itself, or the relation as a whole; a sale that founds nothing keeps no other alive (L2).
  const end = Math.max(customerTermEnd(ledger, moment), saleTermEnd(ledger, sale.body, moment));
  return { fails: moment.t > end ? [...fails, 'RETENTION_EXPIRED_CUSTOMER'] : fails, waits };
};

/** What keeps data alive is a sale that could found a message about what was sold, on the day of the sale (L2). */
export const wasTrulySold = (ledger: Ledger, sale: Record_): boolean =>
  once(ledger, `sold ${sale.index}`, () => {
    const channels = ledger.world.addresses[0]?.email === undefined ? ['sms', 'mms'] : ['email'];
    const category = text(list(sale.body.lines)[0]?.category);
    const moment: Moment = { t: ms(sale.body.soldAt), strict: false };
    return channels.some((channel) =>
      holds(
        abroad(ledger, judgeSaleWithoutRetention(ledger, sale, { channel, purpose: 'own-offers', category }, moment)),
      ),
    );
  });

/** FR-B2B-1, D18, L10: linked with the profession, told and able to refuse at collection, from a known source. */
const judgeProfessional = (ledger: Ledger, ask: Ask, moment: Moment): Judgement => {
  const role = object(ledger.facts.profession) ?? {},
    source = object(role.source),
    origin = text(source?.kind) || text(ledger.facts.source) || 'third-party'; // D2: an unknown origin is no condition that refuses
  const collected = source?.collectedAt === undefined ? undefined : ms(source.collectedAt);
  const minors = minorProblem(ledger, undefined, ask, moment);
  const fails: string[] = [...minors.fails];
  if (shownKind(ledger, moment) === 'consumer') fails.push('RECIPIENT_KIND_UNKNOWN'); // row 42
  const automate = ask.channel === 'automated-call' && hasReading(ledger.world, 'professionals-by-automated-call'); // D7, row 70
  if (!ELECTRONIC_MAIL.includes(ask.channel) && !automate) fails.push('BASIS_NOT_AVAILABLE_FOR_CHANNEL');
  if (ask.purpose !== 'own-offers') fails.push('CONSENT_WRONG_PURPOSE'); // D22
  if (!concernsProfession(ledger, ask.offersNothing ? undefined : ask.category))
    fails.push('B2B_PROFESSION_LINK_NOT_SHOWN');
  if (!wasTold(ledger, role, origin, collected, moment)) fails.push('B2B_NOTICE_MISSING');
  if (origin === 'guessed') fails.push('B2B_ADDRESS_GUESSED'); // row 41
  if (origin === 'scraped') fails.push('COLLECTION_UNFAIR');
  // RET-1: from the collection or the last contact; a collection of unknown day makes no known contact younger.
  const known = collected ?? (Number.isFinite(lastAct(ledger, moment)) ? -Infinity : undefined);
  // What came back from an address of which nothing was on record made no contact; nor does an opposition collect one: it can be told of any address.
  const makesContact = ledger.records.find(
    (act) =>
      (act.address === 0 && !['undeliverable', 'opposition'].includes(act.kind)) ||
      (act.kind === 'moved' && act.body.to === 0),
  );
  const since = known ?? makesContact?.recorded ?? moment.t;
  if (moment.t > Math.max(prospectTermEnd(ledger, moment, since), customerTermEnd(ledger, moment)))
    fails.push('RETENTION_EXPIRED');
  return { fails, waits: minors.waits };
};

/** From the person: told and able to refuse at collection (within a day of it). From elsewhere: before the message, or in the first one by a recorded setting (D18). */
const wasTold = (
  ledger: Ledger,
  role: Fields,
  origin: string,
  collected: number | undefined,
  moment: Moment,
): boolean => {
  if (origin !== 'data-subject' && hasReading(ledger.world, 'first-message-carries-professional-notice')) return true;
  if (role.noticeGivenAt === undefined || role.refusalOfferedAt === undefined) return false;
  const latest = Math.max(ms(role.noticeGivenAt), ms(role.refusalOfferedAt));
  if (!upTo(latest, moment)) return false;
  return origin !== 'data-subject' || (collected !== undefined && latest <= collected + DAY);
};

/** FR-B2B-2, rows 44 to 46: an office's address of a legal person; a firm of one, or an unknown form, waits for a human. */
const judgeLegalPerson = (ledger: Ledger, ask: Ask, moment: Moment): Judgement => {
  const fails: string[] = [];
  // direction@, a named address, a public mailbox; a number, unless a legal person is shown to have it; a mobile is a human's, whoever pays
  if (!isOffice(ledger, moment) || isMobile(ledger)) fails.push('RECIPIENT_KIND_UNKNOWN');
  // D22, al. 5: own offers, or those of a partner that is not hidden.
  if (ask.purpose !== 'own-offers' && !(ask.purpose === 'partner-offers' && ask.partner !== undefined))
    fails.push('CONSENT_WRONG_PURPOSE');
  // 226-18: a mobile is somebody's, whoever pays for it; what is an office's own is nobody's datum.
  const origin = text(object(object(ledger.facts.profession)?.source)?.kind) || text(ledger.facts.source);
  if (!isRoleAddress(ledger) && !isHouse(ledger, moment)) {
    if (origin === 'guessed') fails.push('B2B_ADDRESS_GUESSED');
    if (origin === 'scraped') fails.push('COLLECTION_UNFAIR');
  }
  const isText = ['sms', 'mms'].includes(ask.channel);
  if (ask.channel !== 'email' && !isText) fails.push('BASIS_NOT_AVAILABLE_FOR_CHANNEL');
  if (
    isText &&
    !hasReading(ledger.world, 'sms-to-legal-person') &&
    packOf(there(ledger.world.addresses[0]), ledger.facts) === 'france'
  )
    fails.push('LEGAL_PERSON_BY_TEXT'); // L11: a house rule with its setting, and its own code
  const form = formThatCounts(ledger, moment);
  if (LEGAL_PERSONS.includes(form)) return fail(...fails);
  const isCause = (cause: string): boolean =>
    cause.startsWith('organisation:') ||
    (form === '' ? cause.startsWith('address-class:') : cause === `address-class:${form}`);
  const decision = decisionOn(ledger, isCause, ask.channel, ask.category, moment.t);
  if (decision === 'allowed') return fail(...fails);
  return decision === 'refused'
    ? fail(...fails, 'LEGAL_PERSON_UNCERTAIN')
    : { fails, waits: ['LEGAL_PERSON_UNCERTAIN'] };
};

/** The best of several records of one basis: one that holds, else those that wait, else everything that is wrong with each. */
const bestOf = (judgements: readonly Judgement[]): Judgement => {
  const holding = judgements.find(holds);
  if (holding) return holding;
  const waiting = judgements.filter((judgement) => judgement.fails.length === 0);
  return waiting.length > 0
    ? fail0(waiting.flatMap((judgement) => judgement.waits))
    : {
        fails: judgements.flatMap((judgement) => judgement.fails),
        waits: judgements.flatMap((judgement) => judgement.waits),
      };
};
const fail0 = (waits: readonly string[]): Judgement => ({ fails: [], waits });

/** D15: where no rules of a country are loaded, consent alone counts; what else is wrong is said all the same. */
const abroad = (ledger: Ledger, { fails, waits }: Judgement): Judgement =>
  packOf(there(ledger.world.addresses[0]), ledger.facts) === 'france'
    ? { fails, waits }
    : { fails: [...fails, 'BASIS_NOT_AVAILABLE_FOR_CHANNEL'], waits };

/** Whether an act is in the quality that is asked about. */
const isLookedAt = (ledger: Ledger, act: Record_, ask: Ask, moment: Moment): boolean =>
  ask.only === undefined || (ask.only === 'private') === isPrivateAct(ledger, act, ask.category, moment);

const bestSale = (
  ledger: Ledger,
  isMeant: (sale: Record_) => boolean,
  ask: Ask,
  moment: Moment,
): Judgement | undefined => {
  const sales = salesAt(ledger, moment).filter((sale) => isMeant(sale) && isLookedAt(ledger, sale, ask, moment));
  return sales.length === 0
    ? undefined
    : bestOf(sales.map((sale) => abroad(ledger, judgeSale(ledger, sale, ask, moment))));
};

/** Judges one basis; undefined where nothing is on record for it and it was not named. */
export const judgeBasis = (
  ledger: Ledger,
  basis: Basis,
  ask: Ask,
  moment: Moment,
  isNamed = false,
): Judgement | undefined => {
  if (basis === 'consent') {
    const consents = consentsAt(ledger, moment).filter((consent) => isLookedAt(ledger, consent, ask, moment));
    return consents.length === 0
      ? undefined
      : bestOf(consents.map((consent) => judgeConsent(ledger, consent, ask, moment)));
  }
  if (basis === 'existing-customer') {
    if (salesAt(ledger, moment).length === 0)
      return isNamed ? abroad(ledger, judgeMissingSale(ledger, ask, moment)) : undefined;
    return bestSale(ledger, (sale) => !isAppealTo(ledger, sale.body, ask), ask, moment);
  }
  if (basis === 'appeal') return bestSale(ledger, (sale) => isAppealTo(ledger, sale.body, ask), ask, moment);
  if (ask.only === 'private') return undefined;
  return abroad(
    ledger,
    basis === 'professional-interest' ? judgeProfessional(ledger, ask, moment) : judgeLegalPerson(ledger, ask, moment),
  );
};

/**
 * The bases that are tried: the one named, else every one of which a record exists (D21). A declared profession is a record, and so
 * is a legal person, or a known organisation behind an office's address; whether the kind is shown is then judged (L5).
 */
export const triedBases = (ledger: Ledger, named: Basis | undefined): readonly Basis[] => {
  if (named === 'existing-customer') return [named, 'appeal']; // a gift is told as a relation, like a sale
  if (named !== undefined) return [named];
  const { kind, profession, organisation } = ledger.facts;
  const isOffice = isRoleAddress(ledger);
  const speaksOfFirm =
    kind === 'legal-person' ? profession === undefined || isOffice : organisation !== undefined && isOffice;
  return [
    'consent',
    'existing-customer',
    ...(profession === undefined ? [] : ['professional-interest' as const]),
    ...(speaksOfFirm ? ['legal-person' as const] : []),
    'appeal',
  ];
};

/** Whether a message asking for consent had a basis at a moment, by the same rules (D10, L1): no opposition, and a basis that holds. */
export const isLawfulMessage = (ledger: Ledger, channel: string, moment: Moment): boolean =>
  once(ledger, `lawful ${channel} ${moment.t}`, () => hadBasis(ledger, channel, moment));

/**
 * A call to ask the private person: within a contract that runs, to who asked for that call, to who agreed to calls in the year before (R. 223-1).
 * A sale allows none, and FR-B2B-1 none that does not concern the profession.
 */
const mightCall = (ledger: Ledger, ask: Ask, moment: Moment): boolean => {
  const isEnded = ({ cancelledAt }: Fields) => cancelledAt !== undefined && ms(cancelledAt) <= moment.t;
  const isForAYear = ask.channel === 'live-call' || decreesBind(ledger, ask.channel, true);
  return (
    runningContracts(ledger, moment, isEnded).length > 0 ||
    askedToBeCalled(ledger, moment.t) ||
    consentsAt(ledger, moment).some(
      (consent) =>
        (!isForAYear || moment.t <= ms(consent.body.givenAt) + 365 * DAY) &&
        holds(judgeConsent(ledger, consent, ask, moment)),
    )
  );
};

const hadBasis = (ledger: Ledger, channel: string, moment: Moment): boolean => {
  const ask: Ask = { channel, purpose: 'own-offers', category: '', offersNothing: true };
  // D15 is of what leaves today: that no rules of the country are loaded says nothing of what was lawful to ask for (D10).
  if (standingOppositions(ledger, ask, moment).length > 0) return false;
  if (channel.endsWith('call')) return mightCall(ledger, ask, moment);
  return triedBases(ledger, undefined).some((basis) => {
    const judgement = judgeBasis(ledger, basis, ask, moment);
    return judgement !== undefined && holds(judgement);
  });
};
