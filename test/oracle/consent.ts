/** Whether one recorded consent founds a message: L. 34-5 al. 1-2, rulebook on consent and partners, D9, D10, addendum L1, L4, L10. */

import type { Ask, Judgement } from './ask.ts';
import { concernsRunningContract, decreesBind } from './decrees/calls.ts';
import { limitOf } from './forms/limit.ts';
import { keepsStrangersOut } from './forms/strangers.ts';
import { plain, saidOf } from './forms/wording.ts';
import { isPrivateAct } from './kind.ts';
import {
  channelsOf,
  consentsAt,
  decisionOn,
  formCause,
  formOf,
  isOutside,
  type Ledger,
  list,
  type Moment,
  ms,
  object,
  once,
  parisDay,
  type Record_,
  text,
  words,
} from './ledger.ts';
import { minorProblem, wasGivenByAChild } from './minors.ts';
import { isAlive } from './retention.ts';
import type { Fields } from './world.ts';

const POSITIVE_ACTS = ['checkbox', 'choice-button', 'signature', 'spoken-yes'];
/** D9: a wording that names no channel, or of which the quoted words name none, waits for one review of its version; one that names others does not carry this one. */
const channelProblem = (ledger: Ledger, consent: Record_, form: Fields | undefined, ask: Ask, t: number): Judgement => {
  const wrong: Judgement = { fails: ['CONSENT_WRONG_CHANNEL'], waits: [] },
    none: Judgement = { fails: [], waits: [] };
  if (!channelsOf(ledger, consent).includes(ask.channel)) return wrong;
  if (!form) return none;
  const quoted = list(form.channels);
  const collector = object(consent.body.collector)?.siren;
  // On the form of who collected for us, the offers of their partners are ours.
  const isOfOwn = ask.purpose === 'own-offers' && (collector === undefined || collector === ledger.siren);
  const [language, ofWhom] = [text(form.language) || 'fr', isOfOwn ? ('own' as const) : ('anyone' as const)];
  const isByAnAct = form.mechanism === undefined || POSITIVE_ACTS.includes(text(form.mechanism));
  const said = quoted
    .filter((entry) => entry.channel === ask.channel)
    .map((entry) => saidOf(text(form.wording), text(entry.words), ask.channel, language, ofWhom, isByAnAct));
  const limit = limitOf(text(form.wording), ask.channel);
  const isUnlimited = limit === 'none' || (limit === 'end' && object(form.agreedFor) !== undefined);
  // Offers of strangers are kept out, and none of those that the form names is in its words.
  const isWithoutThem =
    ofWhom === 'anyone' &&
    keepsStrangersOut(plain(text(form.wording))) &&
    !list(form.partnersNamed).some(({ name }) => plain(text(form.wording)).includes(plain(text(name))));
  if (said.includes('carries') && isUnlimited && !isWithoutThem) return none;
  if (quoted.length > 0 && !said.includes('open') && !said.includes('carries')) return wrong;
  const decision = decisionOn(ledger, (cause) => cause === formCause(consent), ask.channel, ask.category, t);
  return decision === 'allowed'
    ? none
    : decision === 'refused'
      ? // D6: a refusal makes it final, with the code that asked.
        { fails: ['CONSENT_CHANNEL_UNCERTAIN'], waits: [] }
      : { fails: [], waits: ['CONSENT_CHANNEL_UNCERTAIN'] };
};

/** D22: purposes are closed; the consent and the form version both name the purpose. */
const purposeProblem = (consent: Record_, form: Fields | undefined, ask: Ask): string[] => {
  const given = text(consent.body.purpose) || 'own-offers';
  const named = form?.purposes === undefined ? ['own-offers'] : words(form.purposes);
  // A collector's form speaks of its partners; what is theirs to it is the advertiser's own.
  const byPartner =
    object(consent.body.collector) !== undefined && ask.purpose === 'own-offers' && named.includes('partner-offers');
  return given !== ask.purpose || (form && !named.includes(ask.purpose) && !byPartner) ? ['CONSENT_WRONG_PURPOSE'] : [];
};

/** FR-CONSENT-3, rows 4, 5, 38: the act must be positive, separate, free and not misled. */
const mechanismProblem = (form: Fields): string[] => {
  const invalid =
    (form.mechanism !== undefined && !POSITIVE_ACTS.includes(text(form.mechanism))) ||
    form.defaultState === 'ticked' ||
    form.isConditionOfService === true ||
    object(form.design)?.misleading === true ||
    words(form.lacking).length > 0;
  return invalid ? ['CONSENT_MECHANISM_INVALID'] : [];
};

/** FR-PARTNER-1, rows 8, 34 to 37, L4: who collected it, for whom, by which hands, and who is named in the version shown. */
const controllerProblem = (ledger: Ledger, consent: Record_, form: Fields | undefined, ask: Ask): string[] => {
  const found: string[] = [];
  // Row 3: where the wording is not known, what is missing is its evidence; whom it named cannot be judged.
  const isKnown = form !== undefined;
  const named = list(form?.partnersNamed).map((partner) => partner.siren);
  const collector = object(consent.body.collector)?.siren;
  const isForeign = collector !== undefined && collector !== ledger.siren;
  const hands = list(consent.body.transferredBy).filter(
    (hand) => hand.siren !== ledger.siren && hand.siren !== collector,
  );
  if (isForeign && isKnown && !named.includes(ledger.siren)) {
    const opens =
      named.length > 0 ||
      words(form?.purposes).includes('partner-offers') ||
      /parten|partner/i.test(text(form?.wording));
    found.push(opens ? 'PARTNER_NOT_NAMED_AT_COLLECTION' : 'CONSENT_WRONG_CONTROLLER');
  }
  if (hands.length > 0) found.push('PARTNER_CHAIN_BROKEN');
  if (isForeign && !object(consent.body.proof)) found.push('EVIDENCE_NOT_HELD_BY_US');
  if (ask.purpose === 'partner-offers' && (ask.partner === undefined || (isKnown && !named.includes(ask.partner))))
    found.push('PARTNER_NOT_NAMED_AT_COLLECTION');
  return found;
};

/** D9: a rebuilt version counts for its period, with sources and a named approver, after one review. */
export const reconstructionProblem = (
  ledger: Ledger,
  record: Record_,
  form: Fields,
  when: number,
  ask: Ask,
  t: number,
): Judgement => {
  const rebuilt = object(form.reconstruction);
  if (!rebuilt) return { fails: [], waits: [] };
  if (isOutside(rebuilt, when) || words(rebuilt.sources).length === 0 || !object(form.approver))
    return { fails: ['EVIDENCE_INCOMPLETE'], waits: [] };
  const decision = decisionOn(
    ledger,
    (cause) => cause === `rebuilt-${formCause(record)}`,
    ask.channel,
    ask.category,
    t,
  );
  return decision === 'allowed'
    ? { fails: [], waits: [] }
    : decision === 'refused'
      ? { fails: ['EVIDENCE_INCOMPLETE'], waits: [] }
      : { fails: [], waits: ['EVIDENCE_INCOMPLETE'] };
};

/** PROOF-1: today's form shows nothing of yesterday. One approved on a later day is of another time, unless it was rebuilt (D9). */
const isOfLaterDay = (form: Fields, when: number): boolean => {
  const approvedAt = object(form.approver)?.approvedAt;
  return !object(form.reconstruction) && approvedAt !== undefined && parisDay(ms(approvedAt)) > parisDay(when);
};

/** D9: the evidence that each mode of collection needs, and the notice that was shown. */
const evidenceProblem = (ledger: Ledger, consent: Record_, form: Fields | undefined): string[] => {
  if (!form) return ['EVIDENCE_INCOMPLETE'];
  const mode = text(form.mode),
    approved = object(form.approver);
  const hasProof = object(consent.body.proof) !== undefined,
    hasShown = object(form.shown) !== undefined,
    wasSeen = mode === 'hosted' && consent.observed !== undefined;
  const asksState = ['web', 'app', 'till-screen'].includes(mode);
  const stateUnknown =
    form.defaultState === undefined || (form.defaultState === 'not-applicable' && form.mechanism === 'checkbox');
  const gaps = [
    text(form.wording).trim() === '',
    form.mechanism === undefined,
    !object(form.notice),
    !approved || ms(approved.approvedAt) > ledger.known,
    !hasShown && !wasSeen, // D9: what we saw on a page of ours is shown by that; a form that is said to be hosted shows nothing
    isOfLaterDay(form, ms(consent.body.givenAt)),
    asksState && stateUnknown,
    // D9: at a till, what is spoken leaves no trace but its file; a confirmation that is only reported is one more thing to show (PROOF-1).
    ['paper', 'recorded-call', 'till-spoken', 'hosted'].includes(mode) && !hasProof && !wasSeen,
  ];
  return gaps.includes(true) ? ['EVIDENCE_INCOMPLETE'] : [];
};

/** When the person ended it (D3), and when an operator did. One that ended awaits no confirmation any more. */
const endProblem = (ledger: Ledger, consent: Record_, moment: Moment): string[] => {
  // It is written to the person at another address, or never was of who reads this one (GDPR 5(1)(d)).
  if (consent.isOfAnother || (consent.left !== undefined && consent.left.recorded <= moment.t))
    return ['CONSENT_WITHDRAWN'];
  const ended = ledger.records.some(
    (act) =>
      act.ofAct === (consent.root ?? consent.index) &&
      ((act.kind === 'withdrawal' &&
        (act.body.occurredAt === undefined ? act.recorded : ms(act.body.occurredAt)) <= moment.t) ||
        // D3: the advertiser finds that it never was one; found late, it founded nothing before either (L1).
        act.kind === 'invalidation'),
  );
  if (ended) return ['CONSENT_WITHDRAWN'];
  return consent.body.confirmation === 'pending' ? ['CONSENT_PENDING_CONFIRMATION'] : [];
};

/** R. 223-1 since 11 August 2026: a consumer's consent to calls lasts 365 days (FR-CONSENT-4, VOICE-1). */
const R223_1 = Date.parse('2026-08-11T00:00:00+02:00');
const expiryProblem = (ledger: Ledger, consent: Record_, ask: Ask, moment: Moment): string[] => {
  const binds =
    moment.t >= R223_1 && decreesBind(ledger, ask.channel, isPrivateAct(ledger, consent, ask.category, moment));
  if (!binds || moment.t <= ms(consent.body.givenAt) + 365 * 86_400_000) return [];
  // L. 223-1 al. 4: within a running contract the article asks for no consent, hence sets no term to one.
  const isOfContract = ask.purpose === 'own-offers' && concernsRunningContract(ledger, ask.category, moment);
  return isOfContract ? [] : ['CONSENT_EXPIRED'];
};

/** The end that the form says and declares: so many days or months on, or the end of a day of Paris. */
const lastInstant = (agreed: Fields, given: number): number => {
  if (agreed.until !== undefined) return endOfParisDay(text(agreed.until));
  if (agreed.days !== undefined) return given + Number(agreed.days) * 86_400_000;
  const [date, months] = [new Date(given), Number(agreed.months)];
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + (given % 86_400_000);
};
const endOfParisDay = (day: string): number => {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const offset = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(
      noon + 43_200_000,
    ),
  );
  // Midnight in UTC shows 01 or 02 in Paris; their next day begins so much earlier.
  return noon + 43_200_000 - offset * 3_600_000 - 1;
};
/** L. 34-5 al. 2 ("specifique"), R. 223-1 I 3 and II: what was agreed to up to an end is agreed to no longer. */
const termProblem = (consent: Record_, form: Fields | undefined, moment: Moment): string[] => {
  const agreed = object(form?.agreedFor);
  return agreed && moment.t > lastInstant(agreed, ms(consent.body.givenAt)) ? ['CONSENT_EXPIRED'] : [];
};

/** L. 223-1 al. 1 since 11 August 2026: the private person alone is protected from the call that asked. */
const isProtectedFromCall = (ledger: Ledger, consent: Record_, ask: Ask, moment: Moment): boolean =>
  ms(consent.body.givenAt) >= R223_1 && isPrivateAct(ledger, consent, ask.category, moment);

/** D10, L1: a consent asked for in a message counts only if that message, a mail or a text, had a basis of its own then, by the same rules. */
const drawnProblem = (ledger: Ledger, consent: Record_, ask: Ask, moment: Moment): readonly string[] => {
  if (consent.body.drawnBy === 'call' && !isProtectedFromCall(ledger, consent, ask, moment)) return [];
  return wasAskedLawfully(ledger, consent) ? [] : ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'];
};

/**
 * Whether a consent was asked for by nobody, or by a message that had a basis. By a call: whether the private person might be called, who
 * agreed to calls before, or with whom a contract runs (al. 4); FR-B2B-3: what a call said to the professional is nothing to that one.
 */
export const wasAskedLawfully = (ledger: Ledger, consent: Record_): boolean => {
  // One that followed its person was asked for where it was given: by what was known of that address (0138).
  if (consent.wasAsked !== undefined) return consent.wasAsked === 'lawfully';
  const { drawnBy, givenAt } = consent.body;
  const mail = ledger.world.addresses[0]?.email === undefined ? 'sms' : 'email';
  const means = drawnBy === 'call' ? ['live-call', 'automated-call'] : [mail];
  return (
    !['call', 'message'].includes(text(drawnBy)) ||
    means.some((by) => ledger.isLawfulMessage(ledger, by, { t: ms(givenAt), strict: true }))
  );
};

/** Everything but retention. */
const judgeWithoutRetention = (ledger: Ledger, consent: Record_, ask: Ask, moment: Moment): Judgement => {
  const form = formOf(ledger, consent);
  const channel = channelProblem(ledger, consent, form, ask, moment.t);
  const rebuilt: Judgement = form
    ? reconstructionProblem(ledger, consent, form, ms(consent.body.givenAt), ask, moment.t)
    : { fails: [], waits: [] };
  const minors = minorProblem(ledger, form, ask, moment);
  const byChild = wasGivenByAChild(ledger, ms(consent.body.givenAt), moment) ? ['MINOR_CONSENT_INVALID'] : [];
  const noticeByPhone = form && !object(form.notice) && ask.channel !== 'email' ? ['PROCESSING_NOTICE_MISSING'] : []; // D12
  return {
    fails: [
      ...endProblem(ledger, consent, moment),
      ...expiryProblem(ledger, consent, ask, moment),
      ...termProblem(consent, form, moment),
      ...channel.fails,
      ...purposeProblem(consent, form, ask),
      ...controllerProblem(ledger, consent, form, ask),
      ...(form ? mechanismProblem(form) : []),
      ...minors.fails,
      ...byChild,
      ...drawnProblem(ledger, consent, ask, moment),
      ...evidenceProblem(ledger, consent, form),
      ...(consent.altered ? ['EVIDENCE_TAMPERED'] : []), // PROOF-1: what was changed shows nothing
      ...rebuilt.fails,
      ...noticeByPhone,
    ],
    waits: [...channel.waits, ...minors.waits, ...rebuilt.waits],
  };
};

/** Judges one consent of address 0 at a moment. */
export const judgeConsent = (ledger: Ledger, consent: Record_, ask: Ask, moment: Moment): Judgement => {
  const judged = judgeWithoutRetention(ledger, consent, ask, moment);
  const expired = isAlive(ledger, moment, ms(consent.body.givenAt)) ? [] : ['RETENTION_EXPIRED']; // RET-1, RET-2
  return { fails: [...judged.fails, ...expired], waits: judged.waits };
};

export const holds = (judgement: Judgement): boolean => judgement.fails.length === 0 && judgement.waits.length === 0;

/** A consent that was really given on some channel: an act of the person, even if later withdrawn or run out (L1, L2: what founds nothing keeps nothing alive). */
export const wasTrulyGiven = (ledger: Ledger, consent: Record_): boolean =>
  once(ledger, `given ${consent.index}`, () => foundsOnItsDay(ledger, consent));

const foundsOnItsDay = (ledger: Ledger, consent: Record_): boolean =>
  consent.isOfAnother === undefined &&
  !ledger.records.some((act) => act.kind === 'invalidation' && act.ofAct === (consent.root ?? consent.index)) &&
  channelsOf(ledger, consent).some((channel) => {
    const purpose = text(consent.body.purpose) || 'own-offers';
    const partner = text(list(formOf(ledger, consent)?.partnersNamed)[0]?.siren) || undefined;
    const moment = { t: ms(consent.body.givenAt), strict: false };
    return holds(
      judgeWithoutRetention(ledger, consent, { channel, purpose, category: '', partner, offersNothing: true }, moment),
    );
  });

/**
 * Whether a consent can lift an opposition for what is asked (OPP-4): it held on the day it was given, nobody ended it, it was made
 * to us without a message that asked for it, and has a proof file: an act that the advertiser tells of was not seen by us.
 */
export const canLift = (ledger: Ledger, consent: Record_, ask: Ask, moment: Moment): boolean => {
  const asked: Ask = { ...ask, category: '', offersNothing: true };
  const onItsDay: Moment = { t: ms(consent.body.givenAt), strict: false };
  if (['message', 'call'].includes(text(consent.body.drawnBy)) || endProblem(ledger, consent, moment).length > 0)
    return false;
  if (!holds(judgeConsent(ledger, consent, asked, onItsDay))) return false;
  const collector = object(consent.body.collector)?.siren;
  const own = collector === undefined || collector === ledger.siren;
  // OPP-4: "observed by us or carries a proof file". What the advertiser tells of a confirmation we did not observe.
  return own && (object(consent.body.proof) !== undefined || consent.observed !== undefined);
};

/** The consents that hold for what is asked at a moment. */
export const holdingConsents = (ledger: Ledger, ask: Ask, moment: Moment): readonly Record_[] =>
  consentsAt(ledger, moment).filter((consent) => holds(judgeConsent(ledger, consent, ask, moment)));
