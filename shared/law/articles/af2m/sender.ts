import { type Article, article, type MessageException } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { goesOutsideProspecting } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { AF2M_QUOTED } from '../../texts/sources.ts';
import { isOrdinaryNumber, isPlatformNumber } from '../arcep/ranges.ts';

const TEXT = {
  code: 'af2m, charte Business Messaging',
  number: 'champ émetteur',
  kind: 'charter',
  url: 'https://af2m.org/charte-business-messaging/',
} as const;
/** What the charter said before March 2026, and since when, was not read: the same is applied. */
const SINCE_2019 = article({
  ...TEXT,
  id: 'af2m-sender/2019-08-01',
  inForce: { from: '2019-08-01', until: '2026-03-01' },
});
/**
 * af2m, charter of 1 March 2026: who may show as the sender of a promotional SMS or MMS. It sets no minimum of characters.
 * Not modelled: the operators’ lists of names that need leave (§ C.1.3.2), which were not read.
 */
const SINCE_2026 = article({
  ...TEXT,
  id: 'af2m-sender/2026-03-01',
  inForce: { from: '2026-03-01' },
  takenOn: '2026-11-24',
  read: AF2M_QUOTED,
});
/** Quoted of the version of 2026 alone. */
const WORDS: Dated<{ readonly paragraph?: string; readonly quote?: string }> = {
  '2019-08-01': {},
  '2026-03-01': {
    paragraph: '§ C.1.3.1',
    quote: 'l’identification claire et immédiate de l’Editeur, d’une de ses marques ou de l’un de ses produits',
  },
};

/** Words that name nobody, unless they are the registered name of the advertiser or of a brand. */
const GENERIC = ['ALERTE', 'CLIENT', 'INFO', 'INFOS', 'MESSAGE', 'NEWS', 'OFFRE', 'PROMO', 'PUB', 'SERVICE', 'SMS'];
/** At most eleven Latin letters and digits, one letter at least. */
const isName = (id: string) => /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/.test(id) && !GENERIC.includes(id.toUpperCase());
/** 36xxx is the range of promotional messages; 38xxx is for others. */
const isPromotionalCode = (id: string) => /^36\d{3}$/.test(id);
/** True for a short code that may show in messages that are no prospecting, and in no other. */
export const isFunctionalCode = (id: string): boolean => /^38\d{3}$/.test(id);
/** True for a sender that may show in a promotional SMS or MMS, whatever the advertiser's name is. */
export const isPromotionalSender = (id: string): boolean => isName(id) || isPromotionalCode(id) || isPlatformNumber(id);
/** True for the name of a firm or brand that is short enough to show: then it may be a generic word too (§ C.1.3.1). */
export const isNameThatFits = (id: string): boolean => /^[A-Za-z]{1,11}$/.test(id);
const isAdmitted = ({ senderId }: Facts) => senderId !== undefined && isPromotionalSender(senderId);

/** § C.1.3.1: a generic word that is the name of the firm or of a brand, and shown to be so. */
const genericWordIsItsName: MessageException = {
  says: {
    en: 'the word is a registered name of the advertiser, of at most eleven letters',
    fr: 'le mot est un nom enregistré de l’annonceur, de onze lettres au plus',
  },
  when: ({ senderIsRegistered, senderIdIsAName, senderId = '' }) =>
    senderIsRegistered && senderIdIsAName && isNameThatFits(senderId),
};
const functionalCodeOfNoProspecting: MessageException = {
  says: {
    en: 'a registered 38xxx shows, and the message is no prospecting',
    fr: 'le numéro court affiché est un 38xxx enregistré, et le message n’est pas de la prospection',
  },
  when: (facts) => facts.senderIsRegistered && isFunctionalCode(facts.senderId ?? '') && goesOutsideProspecting(facts),
};

const forbiddenByThePlan: MessageException = {
  says: {
    en: 'an ordinary number shows, which the numbering plan forbids',
    fr: 'un numéro ordinaire s’affiche : le plan de numérotation l’interdit',
  },
  source: 'Arcep, décision n° 2018-0881 modifiée, annexe 1, § 2.3.2 f',
  when: ({ senderId = '' }) => isOrdinaryNumber(senderId),
};

const senderNotAdmittedIn = (text: Article, unless: readonly MessageException[]) =>
  text.forbids('SENDER_ID_INVALID', {
    ...setBy(text, WORDS),
    sanctions: SANCTIONS.contract,
    concerns: { channels: ['sms', 'mms'], everyClass: true },
    when: (facts) => !(facts.senderIsRegistered && isAdmitted(facts)),
    unless,
    detail: (facts) => (facts.senderIsRegistered ? 'not-admitted' : 'not-registered'),
  });
const ADMITS = [functionalCodeOfNoProspecting, genericWordIsItsName] as const;
export const senderNotAdmitted2019 = senderNotAdmittedIn(SINCE_2019, [...ADMITS, forbiddenByThePlan]);
export const senderNotAdmitted = senderNotAdmittedIn(SINCE_2026, [...ADMITS, forbiddenByThePlan]);
/** Of editions before 2026-11-30.5: an ordinary number was refused by the charter alone, which is a contract. */
export const senderByTheCharterAlone2019 = senderNotAdmittedIn(SINCE_2019, ADMITS);
export const senderByTheCharterAlone = senderNotAdmittedIn(SINCE_2026, ADMITS);
/* @__NO_SIDE_EFFECTS__ */
const senderExamples = (ordinaryNumber: Example[2]): readonly Example[] => [
  ['shown from 06…', { channel: 'sms', senderId: '+33612345678' }, ordinaryNumber],
  ['twelve characters', { channel: 'sms', senderId: 'MAISONVALMYS' }, 'forbidden'],
  ['eleven characters', { channel: 'sms', senderId: 'MAISONVALMY' }, 'not forbidden'],
  ['three characters', { channel: 'sms', senderId: 'CIC' }, 'not forbidden'],
  ['two characters', { channel: 'sms', senderId: 'EY' }, 'not forbidden'],
  ['no character', { channel: 'sms', senderId: '' }, 'forbidden'],
  ['letters and digits', { channel: 'sms', senderId: 'M6BOUTIQUE' }, 'not forbidden'],
  ['digits alone', { channel: 'mms', senderId: '1234567' }, 'forbidden'],
  ['two words', { channel: 'sms', senderId: 'LE CLUB VIN' }, 'forbidden'],
  ['a word with an accent', { channel: 'sms', senderId: 'ÉTÉVINS' }, 'forbidden'],
  ['a generic word', { channel: 'sms', senderId: 'PROMO' }, 'forbidden'],
  ['a generic word in small letters', { channel: 'sms', senderId: 'promo' }, 'forbidden'],
  [
    'a generic word that is a registered name',
    { channel: 'sms', senderId: 'PROMO', senderIdIsAName: true },
    'not forbidden',
  ],
  [
    'the same, not registered as a sender',
    { channel: 'sms', senderId: 'PROMO', senderIdIsAName: true, senderIsRegistered: false },
    'forbidden',
  ],
  ['a registered name with a space', { channel: 'sms', senderId: 'LE CLUB', senderIdIsAName: true }, 'forbidden'],
  ['a platform number, 09394', { channel: 'sms', senderId: '+33939400000' }, 'not forbidden'],
  ['an ordinary 09 number', { channel: 'sms', senderId: '+33912345678' }, ordinaryNumber],
  ['a name that begins with a generic word', { channel: 'sms', senderId: 'PROMOVINS' }, 'not forbidden'],
  ['no sender id', { channel: 'sms', senderId: undefined }, 'forbidden'],
  ['an e-mail, which has none', { channel: 'email', senderId: undefined }, 'not forbidden'],
  ['a promotional short code', { channel: 'sms', senderId: '36105' }, 'not forbidden'],
  ['a digit too many before it', { channel: 'sms', senderId: '136105' }, 'forbidden'],
  ['a digit too many after it', { channel: 'sms', senderId: '361050' }, 'forbidden'],
  ['a functional short code, for prospecting', { channel: 'sms', senderId: '38105' }, 'forbidden'],
  [
    'a functional short code, for an order confirmation',
    { channel: 'sms', senderId: '38105', declaredClass: 'transactional' },
    'not forbidden',
  ],
  [
    'a functional short code, for an order confirmation with a block that promotes',
    { channel: 'sms', senderId: '38105', declaredClass: 'transactional', prospectingBlocks: 'kept' },
    'forbidden',
  ],
  [
    'a functional short code, for the question whether one wants to stay',
    { channel: 'sms', senderId: '38105', declaredClass: 'renewal-request' },
    'forbidden',
  ],
  [
    'a digit too many before it, for an order confirmation',
    { channel: 'sms', senderId: '138105', declaredClass: 'transactional' },
    'forbidden',
  ],
  [
    'a digit too many after it, for an order confirmation',
    { channel: 'sms', senderId: '381050', declaredClass: 'transactional' },
    'forbidden',
  ],
  ['not registered', { channel: 'sms', senderId: 'VALMY', senderIsRegistered: false }, 'forbidden'],
];
export const senderNotAdmittedExamples = senderExamples('not forbidden');
export const senderNotAdmitted2019Examples = senderExamples('not forbidden');
export const senderByTheCharterAloneExamples = senderExamples('forbidden');
export const senderByTheCharterAlone2019Examples = senderExamples('forbidden');
/** What edition 2026-11-30.5 took out. */
export const SENDERS_BY_THE_CHARTER_ALONE = [senderByTheCharterAlone2019, senderByTheCharterAlone] as const;
