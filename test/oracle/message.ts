/** What the message itself brings: its class (D5, L8, L9), sector, minors, sensitive data, subject, sender. */

import { isAnalogous } from './bases.ts';
import type { Reason } from './codes.ts';
import { type Ask, judgeConsent } from './consent.ts';
import { isRoleAddress, shownKind } from './kind.ts';
import {
  consentsAt,
  decisionOn,
  formOf,
  hasReading,
  type Ledger,
  list,
  type Moment,
  ms,
  object,
  text,
  upTo,
  words,
} from './ledger.ts';
import { runningContracts } from './retention.ts';
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
  if (!template || declared === 'prospecting') return 'prospecting';
  const decision = decisionOn(
    ledger,
    (cause) => cause === `template:${templateName(ledger.world)}`,
    text(ledger.world.message.channel),
    categoryOf(ledger.world),
    t,
  );
  if (decision === 'refused' || (template.offers === true && decision !== 'allowed')) return 'prospecting';
  return declared === 'transactional' &&
    (!OWED.includes(text(template.reason)) || !text(ledger.world.message.reference))
    ? 'prospecting'
    : declared;
};

const naturesOf = (world: World, category: string): readonly string[] =>
  list(world.advertiser.offers)
    .filter((offer) => offer.category === category)
    .flatMap((offer) => words(offer.natures));

/** L. 223-8 since 2 July 2025 (calls: L. 223-1, earlier): consumers, unless it belongs to a running contract (texts §3.3, L11, D17). */
const L223_8 = Date.parse('2025-07-02T00:00:00+02:00');
const sectorReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  const natures = naturesOf(ledger.world, ask.category);
  const works = natures.includes('home-energy-works'),
    mixed = natures.includes('home-energy-mixed');
  if (!works && !mixed) return [];
  if (shownKind(ledger, moment) !== 'consumer' || (moment.t < L223_8 && ask.channel !== 'automated-call')) return [];
  const related = runningContracts(ledger, moment).some(
    (sale) =>
      list(sale.body.lines).some((line) => line.category === ask.category) ||
      isAnalogous(ledger, sale.body, ask.category),
  );
  if (related) return [];
  if (works) return [{ code: 'SECTOR_BAN_HOME_ENERGY', severity: 'refuse' }];
  const named = object(ledger.world.message.template) !== undefined;
  const decision = decisionOn(
    ledger,
    (cause) => (named ? cause === `sector:${templateName(ledger.world)}` : cause.startsWith('sector:')),
    ask.channel,
    ask.category,
    moment.t,
  );
  if (decision === 'allowed') return [];
  return [
    decision === 'refused'
      ? { code: 'SECTOR_BAN_HOME_ENERGY', severity: 'refuse' }
      : { code: 'SECTOR_BAN_UNCERTAIN', severity: 'review' },
  ];
};

/** LIL 45, MIN-1, D2: under 15 with a parent only; unknown is no adult for an offer aimed at children; 15 to 17 by the advertiser's reading. */
const minorReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  const { ageBand, parentalConsent } = ledger.facts;
  if (
    !upTo(ms(object(parentalConsent)?.agreedAt), moment) &&
    (ageBand === 'under-15' ||
      (ageBand === undefined && naturesOf(ledger.world, ask.category).includes('child-directed')))
  ) {
    return [{ code: 'MINOR_CONSENT_INVALID', severity: 'refuse' }];
  }
  if (ageBand !== '15-17' || !hasReading(ledger.world, 'minors-from-fifteen-are-reviewed')) return [];
  const decision = decisionOn(ledger, (cause) => cause.startsWith('minors'), ask.channel, ask.category, moment.t);
  return decision === 'allowed'
    ? []
    : [{ code: 'MINOR_CONSENT_UNCERTAIN', severity: decision === 'refused' ? 'refuse' : 'review' }];
};

/** RGPD 9 § 2 a, SENS-1, L6: a consent that itself holds and whose wording names the category outright. */
const sensitiveReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  if (!naturesOf(ledger.world, ask.category).includes('sensitive')) return [];
  const explicit = consentsAt(ledger, moment).filter((consent) =>
    words(formOf(ledger, consent)?.explicitFor).includes(ask.category),
  );
  const judged = explicit
    .map((consent) => judgeConsent(ledger, consent, ask, moment))
    .filter((judgement) => judgement.fails.length === 0);
  if (judged.some((judgement) => judgement.waits.length === 0)) return [];
  return judged.length > 0
    ? judged.flatMap((judgement) => judgement.waits.map((code): Reason => ({ code, severity: 'review' })))
    : [{ code: 'SENSITIVE_TARGETING', severity: 'refuse' }];
};

/** Group 5 of §8. An office of a legal person is nobody's age or health. */
export const limitReasons = (ledger: Ledger, ask: Ask, moment: Moment): Reason[] => {
  const isOffice = shownKind(ledger, moment) === 'legal-person' && isRoleAddress(ledger);
  return [
    ...(ask.offersNothing ? [] : sectorReasons(ledger, ask, moment)),
    ...(isOffice ? [] : minorReasons(ledger, ask, moment)),
    ...(isOffice || ask.offersNothing ? [] : sensitiveReasons(ledger, ask, moment)),
  ];
};

/** L. 34-5 al. 5, rows 58, 59: a subject that is given, or that the approver compared with the offer. */
const subjectReasons = (world: World): Reason[] => {
  if (world.message.channel !== 'email') return [];
  const subject = world.message.subject ?? object(object(world.message.content)?.email)?.subject;
  const found: Reason[] = [];
  if (typeof subject === 'string' && /^\s*(?:re|r[eé]f|tr|fw|fwd|aw|wg)\s*(?:\[\d+\])?\s*:/iu.test(subject))
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

/** VOICE-2, SMS-2, row 52: the sender that the message names must be registered and permitted. */
const senderReasons = (world: World): Reason[] => {
  const sender = text(world.message.sender),
    senders = object(world.advertiser.senders) ?? {};
  if (sender === '') return [];
  if (world.message.channel === 'automated-call') {
    const isRegistered = list(senders.calls).some((call) => call.callerId === sender);
    return isRegistered && !isForbiddenNumber(sender) ? [] : [{ code: 'CALLER_ID_FORBIDDEN', severity: 'refuse' }];
  }
  if (world.message.channel === 'email') return [];
  const isRegistered = list(senders.sms).some((sms) => sms.senderId === sender);
  return isRegistered && !/^(?:\+33|0)[67]\d{8}$/.test(sender)
    ? []
    : [{ code: 'SENDER_ID_INVALID', severity: 'refuse' }];
};

/** Group 11 of §8, as far as it can be judged before final bytes exist. */
export const formReasons = (world: World): Reason[] => [...subjectReasons(world), ...senderReasons(world)];
