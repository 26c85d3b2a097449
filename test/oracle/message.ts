/** What the message itself brings: its class (D5, L8, L9), sector, minors, sensitive data, subject, sender. */

import type { Ask } from './ask.ts';
import { namesOf } from './bytes/names.ts';
import { feignsAnswer } from './bytes/subject.ts';
import type { Reason } from './codes.ts';
import { holds, judgeConsent } from './consent.ts';
import { concernsRunningContract } from './decrees/calls.ts';
import { creditReasons } from './decrees/credit.ts';
import { trainingReasons } from './decrees/training.ts';
import { namesUseIn } from './forms/use.ts';
import { isHouse, isProtected } from './kind.ts';
import { consentsAt, decisionOn, formOf, type Ledger, list, type Moment, object, text, words } from './ledger.ts';
import { naturesOf } from './minors.ts';
import type { Fields, World } from './world.ts';

export type MessageClass = 'prospecting' | 'transactional' | 'relational' | 'renewal-request';

/** The template version that a message names, if it is stored. */
export const templateOf = (world: World): Fields | undefined => {
  const named = object(world.message.template);
  return (
    named &&
    world.templates.findLast((template) => template.id === named.templateId && template.version === named.version)?.body
  );
};
const templateName = (world: World): string => {
  const named = object(world.message.template) ?? {};
  return `${text(named.templateId)}@${text(named.version)}`;
};

/** The category of what is offered: the template's own, else the message's. */
export const categoryOf = (world: World): string =>
  text(templateOf(world)?.category) || text(world.message.offerCategory);

/** The closed list of what calls for a message (L8). */
const OWED = [
  'order',
  'delivery',
  'invoice',
  'appointment',
  'account',
  'security',
  'contract',
  'legal-notice',
  'request',
];

/** D5, D24, L8: no class, a template that offers or was refused, or owed to no reference: the message is vetted as prospecting. */
export const classOf = (ledger: Ledger, t: number): MessageClass => {
  const template = templateOf(ledger.world);
  const declared = (text(template?.class) || 'prospecting') as MessageClass;
  // L. 34-5 al. 3, second sentence: what incites to a surcharged call or text is prospecting by law, whatever a human decided.
  if (!template || declared === 'prospecting' || template.incites !== undefined) return 'prospecting';
  const decision = decisionOn(
    ledger,
    (cause) => cause === `template:${templateName(ledger.world)}`,
    text(ledger.world.message.channel),
    categoryOf(ledger.world),
    t,
  );
  if (decision === 'refused') return 'prospecting';
  // A surcharged number that is only named may serve: a human looks, as at an offer.
  const isDoubtful = template.offers === true || template.names === true;
  if (isDoubtful && decision !== 'allowed' && declared !== 'relational') return 'prospecting';
  return declared === 'transactional' &&
    (!OWED.includes(text(template.reason)) || !text(ledger.world.message.reference))
    ? 'prospecting'
    : declared;
};

/** Whether content is merely relational depends on facts: a human decides once, and until then nothing leaves. */
export const awaitsDecision = (ledger: Ledger, t: number): boolean =>
  decisionOn(
    ledger,
    (cause) => cause === `template:${templateName(ledger.world)}`,
    text(ledger.world.message.channel),
    categoryOf(ledger.world),
    t,
  ) !== 'allowed';

/** L. 223-8 since 2 July 2025 (calls: L. 223-1, earlier): consumers, unless it belongs to a running contract (texts §3.3, L11, D17). */
const L223_8 = Date.parse('2025-07-02T00:00:00+02:00');
const sectorReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  const natures = naturesOf(ledger.world, ask.category);
  const works = natures.includes('home-energy-works'),
    mixed = natures.includes('home-energy-mixed');
  if (!works && !mixed) return [];
  if (!isProtected(ledger, ask, moment) || (moment.t < L223_8 && ask.channel !== 'automated-call')) return [];
  const related = ask.purpose === 'own-offers' && concernsRunningContract(ledger, ask.category, moment);
  if (related) return [];
  if (works) return [{ code: 'SECTOR_BAN_HOME_ENERGY', severity: 'refuse' }];
  // D17: a template goes to review; free text has no version that anybody could decide on, and does not leave (D6).
  if (object(ledger.world.message.template) === undefined)
    return [{ code: 'SECTOR_BAN_UNCERTAIN', severity: 'refuse' }];
  const decision = decisionOn(
    ledger,
    (cause) => cause === `sector:${templateName(ledger.world)}`,
    ask.channel,
    ask.category,
    moment.t,
  );
  if (decision === 'allowed') return [];
  return [
    { code: 'SECTOR_BAN_UNCERTAIN', severity: decision === 'refused' ? 'refuse' : 'review' }, // D6: final, with its own code
  ];
};

/** RGPD 9 § 2 a, SENS-1, L6: a consent that itself holds and whose wording names the category outright; one that awaits a human does not yet. */
/** SENS-1: words of the wording name it; a category alone shows no word (D2). */
const namesTheUse = ({ world }: Ledger, form: Fields | undefined, category: string): boolean =>
  list(form?.explicitWords).some(
    (use) =>
      use.category === category &&
      namesUseIn(text(form?.wording), text(use.words), namesOf(world), text(form?.language) || 'fr'),
  );

const sensitiveReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  if (!naturesOf(ledger.world, ask.category).includes('sensitive')) return [];
  // Art. 9 speaks of personal data: the office of a legal person has none (FR-B2B-2).
  if (isHouse(ledger, moment)) return [];
  const isExplicit = consentsAt(ledger, moment).some(
    (consent) =>
      namesTheUse(ledger, formOf(ledger, consent), ask.category) &&
      holds(judgeConsent(ledger, consent, { ...ask, category: '', offersNothing: true }, moment)),
  );
  return isExplicit ? [] : [{ code: 'SENSITIVE_TARGETING', severity: 'refuse' }];
};

/** Group 5 of §8, but for minors. A question that offers nothing has no such object. */
export const limitReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] =>
  ask.offersNothing
    ? []
    : [
        ...sectorReasons(ledger, ask, moment),
        ...trainingReasons(ledger, ask, moment),
        ...sensitiveReasons(ledger, ask, moment),
        ...creditReasons(ledger, ask, moment),
      ];

/** L. 34-5 al. 5, rows 58, 59: the subject that is read, or else the one that is given; or that the approver compared with the offer. */
export const subjectReasons = (world: World): Reason[] => {
  if (world.message.channel !== 'email') return [];
  const read = object(object(world.message.bytes)?.email)?.subject;
  const subject = read ?? world.message.subject ?? object(object(world.message.content)?.email)?.subject;
  const found: Reason[] = [];
  if (typeof subject === 'string' && feignsAnswer(subject))
    found.push({ code: 'SUBJECT_FAKE_REPLY', severity: 'refuse' });
  if ((typeof subject === 'string' && subject.trim() === '') || templateOf(world)?.subjectJudgement === 'unrelated')
    found.push({ code: 'SUBJECT_UNRELATED', severity: 'refuse' });
  return found;
};

/** Arcep 2018-0881 § 2.3.2 f (texts §8.3): numbers that automated systems may not show; premium numbers neither. */
const OPEN_RANGES =
  /^(?:162|163|270|271|377|378|424|425|568|569|948|949|937|938|939[0-4]|901[0-4]|700[0-4]|1510|2810|3410|4410|5410|9410)/;
const isForbiddenNumber = (number: string): boolean => {
  const national = /^\+33(\d+)$/.exec(number)?.[1];
  return (
    national !== undefined && (/^8[129]/.test(national) || (/^[1-79]/.test(national) && !OPEN_RANGES.test(national)))
  );
};

/**
 * A display name that shows who writes: it holds the legal name or a registered trade name, but for case, accents and signs (row 60,
 * D18). In whole words: "Décor" does not show "Or". A name of signs alone is looked for as it stands.
 */
const showsName = (world: World, shown: string): boolean => {
  const letters = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  const parts = shown.split(/[^\p{L}\p{M}\p{N}]/u).map(letters);
  const runs = new Set(parts.flatMap((_, from) => parts.map((__, until) => parts.slice(from, until + 1).join(''))));
  const names = [text(world.advertiser.legalName), ...words(world.advertiser.tradeNames)];
  return names.some((name) => (letters(name) === '' ? name !== '' && shown.includes(name) : runs.has(letters(name))));
};

/** Who writes or calls is one of the advertiser's registered senders: the one that the message names, else the first of the channel. */
const senderOf = (world: World): Fields | undefined => {
  const senders = object(world.advertiser.senders) ?? {};
  const [of, id] =
    world.message.channel === 'email'
      ? (['email', 'address'] as const)
      : world.message.channel === 'automated-call'
        ? (['calls', 'callerId'] as const)
        : (['sms', 'senderId'] as const);
  return list(senders[of]).find((each) => world.message.sender === undefined || each[id] === world.message.sender);
};

/** L. 34-5 al. 5, L10, VOICE-2, SMS-2: nobody hides behind a mailbox or number that is not the advertiser's, whatever the message is. */
export const senderReasons = (world: World, prospects: boolean): Reason[] => {
  const sender = senderOf(world);
  const refuse = (code: string): Reason => ({ code, severity: 'refuse' });
  if (world.message.channel === 'email')
    return sender &&
      showsName(
        world,
        text(sender.name) || text(list(world.advertiser.tradeNames)[0]) || text(world.advertiser.legalName),
      )
      ? []
      : [refuse('ADVERTISER_HIDDEN')];
  if (world.message.channel === 'automated-call') {
    const shown = text(sender?.callerId) || text(world.message.sender);
    return [
      ...(sender ? [] : [refuse('ADVERTISER_HIDDEN')]),
      ...(shown === '' || isForbiddenNumber(shown) ? [refuse('CALLER_ID_FORBIDDEN')] : []),
    ];
  }
  if (!['sms', 'mms'].includes(text(world.message.channel))) return [];
  const senderId = text(sender?.senderId);
  // SMS-1, texts §8.1: 36xxx is the range of promotional messages, 38xxx that of functional ones.
  const isFunctional = /^38\d{3}$/.test(senderId) && prospects;
  return sender && !/^(?:\+33|0)[67]\d{8}$/.test(senderId) && !isFunctional ? [] : [refuse('SENDER_ID_INVALID')];
};

/** Group 11 of §8, as far as it can be judged before final bytes exist. */
export const formReasons = (world: World): Reason[] => [...subjectReasons(world), ...senderReasons(world, true)];
