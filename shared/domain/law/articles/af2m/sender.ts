import { article } from '../../article.ts';
import { classOf } from '../../class-of.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts.ts';

/** af2m rules and Arcep decision 2018-0881 (1 August 2019): who may show as the sender of a promotional SMS or MMS. */
const SENDER_ID = article({
  id: 'af2m-sender/2019-08-01',
  code: 'af2m, charte Business Messaging ; Arcep, décision n° 2018-0881',
  number: 'identification de l’émetteur',
  inForce: { from: '2019-08-01' },
  kind: 'charter',
  url: 'https://www.af2m.org',
});

/** Words that name nobody. */
const GENERIC = ['ALERTE', 'CLIENT', 'INFO', 'INFOS', 'MESSAGE', 'NEWS', 'OFFRE', 'PROMO', 'PUB', 'SERVICE', 'SMS'];
/** Three to eleven Latin letters and digits, one letter at least. */
const isName = (id: string) => /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/.test(id) && !GENERIC.includes(id.toUpperCase());
/** 36xxx is the range of promotional messages; 38xxx is for others. */
const isPromotionalCode = (id: string) => /^36\d{3}$/.test(id);
const isFunctionalCode = (id: string, facts: Facts) => /^38\d{3}$/.test(id) && classOf(facts) !== 'prospecting';
const isAdmitted = (facts: Facts) => {
  const { senderId } = facts;
  return (
    senderId !== undefined && (isName(senderId) || isPromotionalCode(senderId) || isFunctionalCode(senderId, facts))
  );
};

export const senderNotAdmitted = SENDER_ID.forbids('SENDER_ID_INVALID', {
  concerns: { channels: ['sms', 'mms'], everyClass: true },
  when: (facts) => !facts.senderIsRegistered || !isAdmitted(facts),
  detail: (facts) => (facts.senderIsRegistered ? 'not-admitted' : 'not-registered'),
});
export const senderNotAdmittedExamples: readonly Example[] = [
  ['shown from 06…', { channel: 'sms', senderId: '+33612345678' }, 'forbidden'],
  ['twelve characters', { channel: 'sms', senderId: 'MAISONVALMYS' }, 'forbidden'],
  ['eleven characters', { channel: 'sms', senderId: 'MAISONVALMY' }, 'not forbidden'],
  ['digits alone', { channel: 'mms', senderId: '1234567' }, 'forbidden'],
  ['a generic word', { channel: 'sms', senderId: 'PROMO' }, 'forbidden'],
  ['a promotional short code', { channel: 'sms', senderId: '36105' }, 'not forbidden'],
  ['a functional short code, for prospecting', { channel: 'sms', senderId: '38105' }, 'forbidden'],
  [
    'a functional short code, for an order confirmation',
    { channel: 'sms', senderId: '38105', declaredClass: 'transactional' },
    'not forbidden',
  ],
  ['not registered', { channel: 'sms', senderId: 'VALMY', senderIsRegistered: false }, 'forbidden'],
];
