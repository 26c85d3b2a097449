/** The bases of a message: consent, existing customer (L. 34-5 al. 4), professional interest, legal person; D21: they are alternatives. */

import {
  type Ask,
  canLift,
  holdingConsents,
  holds,
  type Judgement,
  judgeConsent,
  reconstructionProblem,
} from './consent.ts';
import { concernsProfession, isRoleAddress, shownKind } from './kind.ts';
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
  salesAt,
  text,
  upTo,
  words,
} from './ledger.ts';
import { packOf } from './places.ts';
import { customerTermEnd, isCancelled, isOwnSale, isSaleType, prospectTermEnd, saleTermEnd } from './retention.ts';
import { there } from './there.ts';
import { DAY } from './time.ts';
import type { Fields } from './world.ts';

export type Basis = 'consent' | 'existing-customer' | 'professional-interest' | 'legal-person';
const ELECTRONIC_MAIL = ['email', 'sms', 'mms'];
const fail = (...fails: string[]): Judgement => ({ fails, waits: [] });

/** Whether a scope reaches a channel and purpose (OPP-3). */
export const reaches = (of: Opposition['of'], channel: string, purpose: string): boolean =>
  of.scope === 'global' || (of.channels.includes(channel) && (of.scope === 'channel' || of.purpose === purpose));

/** OPP-4: only a later consent, recorded later, self-made, evidenced and for that channel and purpose lifts an opposition. */
const isLifted = (ledger: Ledger, opposition: Opposition, ask: Ask, moment: Moment): boolean =>
  holdingConsents(ledger, ask, moment).some(
    (consent) =>
      ms(consent.body.givenAt) > opposition.occurred &&
      consent.recorded > opposition.recorded &&
      canLift(ledger, consent),
  );

/** The oppositions that stand against a message at a moment (S9, art. 21 RGPD). */
export const standingOppositions = (ledger: Ledger, ask: Ask, moment: Moment): readonly Opposition[] =>
  ledger.oppositions.filter(
    (opposition) =>
      opposition.occurred <= moment.t &&
      reaches(opposition.of, ask.channel, ask.purpose) &&
      !isLifted(ledger, opposition, ask, moment),
  );

/** S1 to S7 and S10 for one sale (rows 21 to 29). */
const judgeSale = (ledger: Ledger, sale: Record_, ask: Ask, moment: Moment): Judgement => {
  const form = formOf(ledger, sale),
    refusal = object(sale.body.refusal),
    type = isSaleType(ledger, sale.body, ask.channel, ask.category, moment.t);
  const fails: string[] = [],
    waits: string[] = [];
  const automate = ask.channel === 'automated-call' && hasReading(ledger.world, 'existing-customers-by-automated-call'); // D7
  if (!ELECTRONIC_MAIL.includes(ask.channel) && !automate) fails.push('SOFT_OPT_IN_CHANNEL_NOT_COVERED'); // S1
  if (sale.body.coordinatesFrom !== undefined && sale.body.coordinatesFrom !== 'data-subject')
    fails.push('SOFT_OPT_IN_INDIRECT_COLLECTION'); // S2
  if (!object(form?.notice)) fails.push('SOFT_OPT_IN_NOTICE_MISSING'); // S3
  if (type === 'no' || isCancelled(sale.body, moment)) fails.push('SOFT_OPT_IN_NO_SALE'); // S4
  if (type === 'undecided') waits.push('SOFT_OPT_IN_FREEMIUM_REVIEW');
  if (!isOwnSale(ledger, sale.body) || ask.purpose === 'partner-offers') fails.push('SOFT_OPT_IN_DIFFERENT_PERSON'); // S5, D22
  if (!ask.offersNothing && !isAnalogous(ledger, sale.body, ask.category)) fails.push('SOFT_OPT_IN_NOT_ANALOGOUS'); // S6
  if (!object(form?.refusal) || object(form?.design)?.misleading === true) fails.push('SOFT_OPT_IN_NO_REFUSAL_OFFERED'); // S7
  if (refusal && reaches(refusalScope(refusal), ask.channel, ask.purpose))
    fails.push('SOFT_OPT_IN_REFUSED_AT_COLLECTION'); // S7, L7
  if (form && form.mode !== 'hosted' && !object(form.shown)) fails.push('EVIDENCE_INCOMPLETE'); // D9
  const rebuilt = form ? reconstructionProblem(ledger, sale, form, ms(sale.body.soldAt), ask, moment.t) : fail();
  if (form && !object(form.notice) && ask.channel !== 'email') fails.push('PROCESSING_NOTICE_MISSING'); // D12
  // S10, RET-3: the relation as a whole; a sale of another, cancelled, or of no kind keeps nothing alive (L2).
  const own =
    type !== 'no' && isOwnSale(ledger, sale.body) && !isCancelled(sale.body, moment)
      ? saleTermEnd(ledger, sale.body, moment)
      : -Infinity;
  if (moment.t > Math.max(customerTermEnd(ledger, moment), own)) fails.push('RETENTION_EXPIRED_CUSTOMER');
  return { fails: [...fails, ...rebuilt.fails], waits: [...waits, ...rebuilt.waits] };
};

const refusalScope = (refusal: Fields): Opposition['of'] => {
  const of = object(refusal.of);
  return of && of.scope !== 'global'
    ? { scope: of.scope as 'channel', channels: words(of.channels), purpose: text(of.purpose) }
    : { scope: 'global', channels: [] };
};

/** S6: by the advertiser's map, in which a category is analogous to itself only if the map says so. */
export const isAnalogous = (ledger: Ledger, sale: Fields, category: string): boolean => {
  const sold = list(sale.lines).map((line) => line.category);
  return list(ledger.world.advertiser.analogies).some(
    (entry) => sold.includes(entry.sold) && words(entry.offered).includes(category),
  );
};

/** FR-B2B-1, D18, L10: linked with the profession, told and able to refuse at collection, from a known source. */
const judgeProfessional = (ledger: Ledger, ask: Ask, moment: Moment): Judgement => {
  const kind = shownKind(ledger, moment);
  if (kind === 'consumer') return fail('RECIPIENT_KIND_UNKNOWN');
  const role = object(ledger.facts.profession) ?? {},
    source = object(role.source),
    origin = text(source?.kind) || text(ledger.facts.source);
  const collected = source?.collectedAt === undefined ? undefined : ms(source.collectedAt);
  const fails: string[] = [];
  const automate = ask.channel === 'automated-call' && hasReading(ledger.world, 'professionals-by-automated-call'); // D7, row 70
  if ((!ELECTRONIC_MAIL.includes(ask.channel) && !automate) || ask.purpose !== 'own-offers')
    fails.push('BASIS_NOT_AVAILABLE_FOR_CHANNEL');
  if (role.function === undefined || (!ask.offersNothing && !concernsProfession(ledger, ask.category)))
    fails.push('B2B_PROFESSION_LINK_NOT_SHOWN');
  if (!wasTold(ledger, role, origin, collected, moment)) fails.push('B2B_NOTICE_MISSING');
  if (origin === 'guessed') fails.push('B2B_ADDRESS_GUESSED'); // row 41
  if (origin === 'scraped') fails.push('COLLECTION_UNFAIR');
  if (origin === '') fails.push('EVIDENCE_INCOMPLETE');
  const since = collected ?? there(ledger.records.find((act) => act.kind === 'contact' && act.address === 0)).recorded;
  if (moment.t > Math.max(prospectTermEnd(ledger, moment, since), customerTermEnd(ledger, moment)))
    fails.push('RETENTION_EXPIRED');
  return fail(...fails);
};

/** From the person: told and able to refuse at collection (within a day of it). From elsewhere: before the message, or in the first one by a recorded setting (D18). */
const wasTold = (
  ledger: Ledger,
  role: Fields,
  origin: string,
  collected: number | undefined,
  moment: Moment,
): boolean => {
  if (
    origin !== 'data-subject' &&
    origin !== '' &&
    hasReading(ledger.world, 'first-message-carries-professional-notice')
  )
    return true;
  if (role.noticeGivenAt === undefined || role.refusalOfferedAt === undefined) return false;
  const latest = Math.max(ms(role.noticeGivenAt), ms(role.refusalOfferedAt));
  if (!upTo(latest, moment)) return false;
  return origin !== 'data-subject' || (collected !== undefined && latest <= collected + DAY);
};

const LEGAL_PERSONS = ['company', 'association', 'public-body'];

/** FR-B2B-2, rows 44 to 46: an office's address of a legal person; a firm of one, or an unknown form, waits for a human. */
const judgeLegalPerson = (ledger: Ledger, ask: Ask, moment: Moment): Judgement => {
  if (shownKind(ledger, moment) !== 'legal-person') return fail('RECIPIENT_KIND_UNKNOWN');
  const isEmail = ledger.world.addresses[0]?.email !== undefined;
  if (isEmail && !isRoleAddress(ledger)) return fail('RECIPIENT_KIND_UNKNOWN'); // direction@, a named address, a public mailbox
  const fails: string[] = [];
  const textMessage = ['sms', 'mms'].includes(ask.channel) && hasReading(ledger.world, 'sms-to-legal-person'); // L11, house rule
  if (ask.channel !== 'email' && !textMessage) fails.push('BASIS_NOT_AVAILABLE_FOR_CHANNEL');
  if (['guessed', 'scraped'].includes(text(ledger.facts.source))) fails.push('COLLECTION_UNFAIR');
  const form = text(object(ledger.facts.organisation)?.legalForm);
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

/** The best of several records of one basis: one that holds, else those that wait, else everything that refuses them. */
const bestOf = (judgements: readonly Judgement[]): Judgement => {
  const holding = judgements.find(holds);
  if (holding) return holding;
  const waiting = judgements.filter((judgement) => judgement.fails.length === 0);
  return waiting.length > 0
    ? fail0(waiting.flatMap((judgement) => judgement.waits))
    : fail(...judgements.flatMap((judgement) => judgement.fails));
};
const fail0 = (waits: readonly string[]): Judgement => ({ fails: [], waits });

/** Judges one basis; undefined where nothing is on record for it. */
export const judgeBasis = (ledger: Ledger, basis: Basis, ask: Ask, moment: Moment): Judgement | undefined => {
  const foreign = packOf(there(ledger.world.addresses[0]), ledger.facts) === 'consent-only'; // D15
  const or = (judgement: Judgement): Judgement => (foreign ? fail('BASIS_NOT_AVAILABLE_FOR_CHANNEL') : judgement);
  if (basis === 'consent') {
    const consents = consentsAt(ledger, moment);
    return consents.length === 0
      ? undefined
      : bestOf(consents.map((consent) => judgeConsent(ledger, consent, ask, moment)));
  }
  if (basis === 'existing-customer') {
    const sales = salesAt(ledger, moment);
    return sales.length === 0 ? undefined : or(bestOf(sales.map((sale) => judgeSale(ledger, sale, ask, moment))));
  }
  return or(
    basis === 'professional-interest' ? judgeProfessional(ledger, ask, moment) : judgeLegalPerson(ledger, ask, moment),
  );
};

/** The bases that are tried: the one named, else every one of which a record exists (D21). A kind that is not shown is the consumer's (L5). */
export const triedBases = (ledger: Ledger, named: Basis | undefined, moment: Moment): readonly Basis[] => {
  if (named !== undefined) return [named];
  const kind = shownKind(ledger, moment);
  const isOffice = kind === 'legal-person' && (ledger.world.addresses[0]?.email === undefined || isRoleAddress(ledger));
  const isHuman =
    ['professional', 'sole-trader'].includes(kind) ||
    (kind === 'legal-person' && !isOffice && object(ledger.facts.profession) !== undefined);
  return [
    'consent',
    'existing-customer',
    ...(isHuman ? ['professional-interest' as const] : []),
    ...(isOffice ? ['legal-person' as const] : []),
  ];
};

/** Whether a message asking for consent had a basis at a moment, by the same rules (D10, L1): no opposition, and a basis that holds. */
export const isLawfulMessage = (ledger: Ledger, channel: string, moment: Moment): boolean =>
  once(ledger, `lawful ${channel} ${moment.t}`, () => hadBasis(ledger, channel, moment));

const hadBasis = (ledger: Ledger, channel: string, moment: Moment): boolean => {
  const ask: Ask = { channel, purpose: 'own-offers', category: '', offersNothing: true };
  if (
    packOf(there(ledger.world.addresses[0]), ledger.facts) === 'missing' ||
    standingOppositions(ledger, ask, moment).length > 0
  )
    return false;
  return triedBases(ledger, undefined, moment).some((basis) => {
    const judgement = judgeBasis(ledger, basis, ask, moment);
    return judgement !== undefined && holds(judgement);
  });
};
