import { article, type MessageException } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { goesOutsideProspecting } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { AF2M_QUOTED } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * af2m, charter of 1 March 2026, § C.1.3.1: who may show as the sender of a promotional SMS or MMS. What it said before
 * was not read, hence it is applied to every day. Not modelled: the operators’ lists of names that need leave (§ C.1.3.2).
 */
const SENDER_ID = article({
  id: 'af2m-sender/2026-03-01',
  code: 'af2m, charte Business Messaging',
  number: 'C.1.3.1',
  inForce: EVERY_DAY,
  kind: 'charter',
  published: '2026-03-01',
  takenOn: '2026-11-24',
  read: AF2M_QUOTED,
  url: 'https://af2m.org/charte-business-messaging/',
});

/** Words that name nobody. */
const GENERIC = ['ALERTE', 'CLIENT', 'INFO', 'INFOS', 'MESSAGE', 'NEWS', 'OFFRE', 'PROMO', 'PUB', 'SERVICE', 'SMS'];
/** Three to eleven Latin letters and digits, one letter at least. */
const isName = (id: string) => /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/.test(id) && !GENERIC.includes(id.toUpperCase());
/** 36xxx is the range of promotional messages; 38xxx is for others. */
const isPromotionalCode = (id: string) => /^36\d{3}$/.test(id);
/** True for a short code that may show in messages that are no prospecting, and in no other. */
export const isFunctionalCode = (id: string): boolean => /^38\d{3}$/.test(id);
/** True for a sender that may show in a promotional SMS or MMS. */
export const isPromotionalSender = (id: string): boolean => isName(id) || isPromotionalCode(id);
const isAdmitted = ({ senderId }: Facts) => senderId !== undefined && isPromotionalSender(senderId);

const functionalCodeOfNoProspecting: MessageException = {
  says: 'a registered 38xxx shows, and the message is no prospecting',
  when: (facts) => facts.senderIsRegistered && isFunctionalCode(facts.senderId ?? '') && goesOutsideProspecting(facts),
};

export const senderNotAdmitted = SENDER_ID.forbids('SENDER_ID_INVALID', {
  paragraph: '§ C.1.3.1',
  quote: 'l’identification claire et immédiate de l’Editeur, d’une de ses marques ou de l’un de ses produits',
  sanctions: SANCTIONS.contract,
  concerns: { channels: ['sms', 'mms'], everyClass: true },
  when: (facts) => !facts.senderIsRegistered || !isAdmitted(facts),
  unless: [functionalCodeOfNoProspecting],
  detail: (facts) => (facts.senderIsRegistered ? 'not-admitted' : 'not-registered'),
});
export const senderNotAdmittedExamples: readonly Example[] = [
  ['shown from 06…', { channel: 'sms', senderId: '+33612345678' }, 'forbidden'],
  ['twelve characters', { channel: 'sms', senderId: 'MAISONVALMYS' }, 'forbidden'],
  ['eleven characters', { channel: 'sms', senderId: 'MAISONVALMY' }, 'not forbidden'],
  ['three characters', { channel: 'sms', senderId: 'CIC' }, 'not forbidden'],
  ['two characters', { channel: 'sms', senderId: 'EY' }, 'forbidden'],
  ['letters and digits', { channel: 'sms', senderId: 'M6BOUTIQUE' }, 'not forbidden'],
  ['digits alone', { channel: 'mms', senderId: '1234567' }, 'forbidden'],
  ['two words', { channel: 'sms', senderId: 'LE CLUB VIN' }, 'forbidden'],
  ['a word with an accent', { channel: 'sms', senderId: 'ÉTÉVINS' }, 'forbidden'],
  ['a generic word', { channel: 'sms', senderId: 'PROMO' }, 'forbidden'],
  ['a generic word in small letters', { channel: 'sms', senderId: 'promo' }, 'forbidden'],
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
